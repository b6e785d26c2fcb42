/**
 * Self-impersonation: two facts that meet, an office in the article and a first-person claim to it
 * in a comment.
 */
import type { CommentView, Corpus, ThreadView } from "../../corpus.js";
import type { Evidence, Observation, Reason } from "../../model.js";
import { notApplicable, scored, type Detector, type DetectorResult, type Prepared } from "../detector.js";
import type { Claim } from "./claim.js";
import { findClaims } from "./claims.js";
import { Aliases, matchName, matchRole } from "./match.js";
import { credentialClaim } from "./credentials.js";
import { Personas } from "./personas.js";
import { Organisations } from "./organisations.js";
import { findPeople, type Person } from "./people.js";
import type { Head } from "./office.js";
import { foldName } from "./proper.js";
import { isUniqueRole } from "./roles.js";
import { IMPERSONATION_SIGNALS } from "./signals.js";
import { findSpeakers } from "./speakers.js";

/** Characters of a quotation that are shown: enough to know it by. */
const MAX_QUOTED = 160;
/** No article has more people than this; a list of names made to be slow does. */
const MAX_CAST = 500;

interface PersonInPlace extends Person {
  readonly part: "title" | "body";
}

interface Cast {
  readonly people: readonly PersonInPlace[];
  /** What the article quotes of a person, by folded name. */
  readonly quotes: ReadonlyMap<string, string>;
  readonly organisations: Organisations;
  readonly aliases: Aliases;
}

export const impersonationDetector: Detector = {
  id: "impersonation",
  title: "Self-impersonation",
  axis: "impersonation",
  signals: IMPERSONATION_SIGNALS,
  prepare: (corpus) => prepare(corpus),
};

function prepare(corpus: Corpus): Prepared {
  const casts = new Map<ThreadView, Cast>(corpus.threads.map((thread) => [thread, readCast(thread)]));
  const personas = new Personas(corpus);
  const results = new Map<CommentView, DetectorResult>();
  const resultOf = (comment: CommentView) => {
    const known = results.get(comment);
    if (known !== undefined) return known;
    const fresh = assess(comment, casts.get(comment.thread) ?? readCast(comment.thread), personas);
    results.set(comment, fresh);
    return fresh;
  };
  return { assess: resultOf, describeThread: (thread) => ({ statistics: {}, reasons: inventory(thread, resultOf) }) };
}

/** All claims of a thread in one place, the matched ones and the mere credentials. */
function inventory(thread: ThreadView, resultOf: (comment: CommentView) => DetectorResult): Reason[] {
  const claims = thread.comments.flatMap((view) => {
    const result = resultOf(view);
    if (result.state !== "scored") return [];
    return result.observations.flatMap(({ signal, evidence }) => {
      const quote = evidence.find(({ kind }) => kind === "quote");
      if (quote?.kind !== "quote") return [];
      const { start, end, quote: text } = quote;
      return [
        {
          claim: { comment: view.comment.id, signal, quote: text },
          evidence: {
            kind: "comment" as const,
            thread: thread.thread.id,
            comment: view.comment.id,
            start,
            end,
            quote: text,
          },
        },
      ];
    });
  });
  if (claims.length === 0) return [];
  return [
    {
      signal: "thread/claims",
      data: { claims: claims.map(({ claim }) => claim) },
      evidence: claims.map(({ evidence }) => evidence),
    },
  ];
}

function readCast({ article }: ThreadView): Cast {
  const parts = [
    { part: "title", view: article.title },
    { part: "body", view: article.body },
  ] as const;
  const speakers = parts.flatMap(({ part, view }) =>
    findSpeakers(view, part === "title").map(({ person, quoted }) => ({ person: { ...person, part }, quoted })),
  );
  // Offices first: who has one is shown with it.
  const people = distinct([
    ...parts.flatMap(({ part, view }) => findPeople(view).map((person): PersonInPlace => ({ ...person, part }))),
    // Somebody merely mentioned may well join in under their own name: without an office, only whom the article quotes.
    ...speakers
      .filter(({ person, quoted }) => quoted !== null || person.organisation !== null || person.part === "title")
      .map(({ person }) => person),
  ]);
  const quotes = new Map<string, string>();
  for (const { person, quoted } of speakers) {
    const name = foldName(person.name ?? "");
    if (quoted !== null && !quotes.has(name)) quotes.set(name, quoted.quote.slice(0, MAX_QUOTED));
  }
  const aliases = new Aliases(`${article.article.title}\n${article.body.analysed}`);
  return { people, quotes, aliases, organisations: new Organisations(article, aliases, people) };
}

/** Each office once: a long article names its people again and again. */
function distinct(people: readonly PersonInPlace[]): PersonInPlace[] {
  const byOffice = new Map<string, PersonInPlace>();
  for (const person of people) {
    const key = JSON.stringify([person.name, person.role, person.heads, person.organisation]);
    if (!byOffice.has(key)) byOffice.set(key, person);
    if (byOffice.size === MAX_CAST) break;
  }
  return [...byOffice.values()];
}

function assess(comment: CommentView, cast: Cast, personas: Personas): DetectorResult {
  const { author } = comment.comment;
  if (author?.isStaff === true) return notApplicable("the site marks this author as staff");
  if (author?.isArticleAuthor === true || isByline(comment)) return notApplicable("this is the author of the article");
  if (comment.language !== "eng" && comment.language !== "und") return notApplicable("claims are read in English only");
  const observations: Observation[] = [];
  for (const claim of findClaims(comment)) {
    const observation = observeClaim(comment, claim, cast);
    if (observation !== undefined && !observations.some(({ signal }) => signal === observation.signal))
      observations.push(observation);
  }
  const credential = observations.some(({ signal }) => PERSONA.test(signal)) ? undefined : credentialClaim(comment);
  // Shown and counted, not weighed: stated plainly, people's occupations are no sign of anything.
  if (credential !== undefined)
    observations.push({
      signal: "impersonation/credential",
      strength: 0,
      data: { role: credential.role?.text ?? null },
      evidence: [{ kind: "quote", ...credential.span }],
    });
  const contradiction = personas.contradiction(comment);
  if (contradiction !== undefined) observations.push(contradiction);
  const namesake = author?.name === undefined ? undefined : matchName(author.name, cast.people);
  if (
    author?.name !== undefined &&
    namesake !== undefined &&
    !observations.some(({ signal }) => signal === "impersonation/name-match")
  ) {
    observations.push({
      signal: "impersonation/name-match",
      strength: 1,
      data: { ...personData(namesake, cast), author: author.name },
      evidence: [{ kind: "fact", name: "author", value: author.name }, articleEvidence(namesake, cast)],
    });
  }
  return scored(observations);
}

const PERSONA = /^impersonation\/(?:credential|dangling-persona|quoted-role|unique-role)$/u;

function isByline(comment: CommentView): boolean {
  const byline = comment.thread.article.article.author;
  const name = comment.comment.author?.name;
  return byline !== undefined && name !== undefined && foldName(byline) !== "" && foldName(byline) === foldName(name);
}

function observeClaim(comment: CommentView, claim: Claim, cast: Cast): Observation | undefined {
  const quote: Evidence = { kind: "quote", ...claim.span };
  if (claim.frame === "name") return observeName(claim.name, quote, cast);
  if (claim.frame === "organisation" || claim.frame === "our-work") {
    // "Kari Moe here": a person introduces herself as an organisation does.
    const introduced = observeName(claim.organisation, quote, cast);
    if (introduced !== undefined) return introduced;
    const spokenFor =
      claim.organisation === null ? undefined : cast.organisations.find(claim.frame, claim.organisation);
    if (spokenFor === undefined) return undefined;
    return {
      signal: "impersonation/organisation-voice",
      strength: 1,
      data: { organisation: spokenFor.name },
      evidence: [quote, { kind: "article", part: spokenFor.part, ...spokenFor.span }],
    };
  }
  const match = matchRole(claim, cast.people, cast.aliases, (name) => cast.organisations.names(name));
  if (match !== undefined) {
    return {
      signal: `impersonation/${match.kind}`,
      strength: 1,
      data: {
        ...personData(match.person, cast),
        claimedRole: claim.role?.text ?? null,
        claimedOrganisation: claim.organisation,
        matched: match.matched,
        dangling: claim.speaker === "dangling",
      },
      evidence: [quote, articleEvidence(match.person, cast)],
    };
  }
  const unnamed = observeUnnamedOffice(claim, quote, cast);
  if (unnamed !== undefined) return unnamed;
  if ((claim.ofSomethingElse && claim.definite) || claim.role === null || (claim.frame === "i-am" && claim.definite))
    return undefined;
  const signal = claim.speaker === "dangling" ? "impersonation/dangling-persona" : "impersonation/credential";
  return { signal, strength: 1, data: { role: claim.role.text }, evidence: [quote] };
}

/** "As the President of X": the article speaks of X and does not say who holds the office. */
function observeUnnamedOffice(claim: Claim, quote: Evidence, cast: Cast): Observation | undefined {
  const { role, organisation, definite } = claim;
  const head = role?.heads.find(({ norm, shifter }) => shifter === null && isUniqueRole(norm));
  if (claim.frame !== "as" || role === null || head === undefined || organisation === null || !definite)
    return undefined;
  const mention = cast.organisations.mentionOf(organisation);
  if (mention === undefined || hasNeighbour(head, organisation, cast)) return undefined;
  return {
    signal: "impersonation/unique-role",
    strength: 1,
    data: {
      person: null,
      role: role.text,
      organisation: mention.name,
      matched: `the role “${role.text}”, which one person holds at a time, of a body or place the article names`,
      dangling: claim.speaker === "dangling",
    },
    evidence: [quote, { kind: "article", part: mention.part, ...mention.span }],
  };
}

/** The article names the vice-president: whoever claims to be the president claims another office. */
function hasNeighbour({ className }: Head, organisation: string, { people, aliases }: Cast): boolean {
  return people.some(
    (person) =>
      person.organisation !== null &&
      person.heads.some((head) => head.className === className) &&
      aliases.same(person.organisation, organisation),
  );
}

function observeName(name: string | null, quote: Evidence, cast: Cast): Observation | undefined {
  const person = name === null ? undefined : matchName(name, cast.people);
  if (person === undefined) return undefined;
  const evidence = [quote, articleEvidence(person, cast)];
  return { signal: "impersonation/name-match", strength: 1, data: personData(person, cast), evidence };
}

function personData(person: Person, { quotes }: Cast): Record<string, string | null> {
  const quoted = quotes.get(foldName(person.name ?? "")) ?? null;
  return { person: person.name, role: person.role, organisation: person.organisation, quoted };
}

function articleEvidence(person: Person, cast: Cast): Evidence {
  const inPlace = cast.people.find((candidate) => candidate === person);
  return { kind: "article", part: inPlace?.part ?? "body", ...person.span };
}
