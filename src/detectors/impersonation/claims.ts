/**
 * What a comment claims its writer to be, in the writer's own person.
 *
 * A claim is a frame ("As …", "I am …", "We at …"), a role or an organisation, and a main clause
 * that speaks as that person. "As the head of X said" reports somebody; "As the head of X, she must
 * go" speaks of somebody; neither is a claim.
 */
import { isContentWord, type CommentView } from "../../corpus.js";
import type { Span } from "../../model.js";
import { overlapsAny } from "../../text/quotation.js";
import { isCapitalised, readName, readOrganisation, textOf, type Proper } from "./proper.js";
import { OF, readOffice } from "./office.js";
import { CLAIMING_VERBS, isCredential, isUniqueRole, LEADING_VERBS } from "./roles.js";

export interface ClaimedRole {
  readonly norm: string;
  readonly className: string | null;
  readonly shifter: string | null;
  readonly field: string | null;
}

export interface Claim {
  readonly frame: "as" | "i-am" | "organisation" | "our-work" | "name";
  /** Who speaks in the main clause: `first` = I or we, `dangling` = it, this, there, the. */
  readonly speaker: "first" | "dangling";
  readonly definite: boolean;
  readonly role: ClaimedRole | null;
  readonly organisation: string | null;
  /** The words after "of", whatever their case: "hrmmu", "the harbour trust". */
  readonly organisationWords: string | null;
  /** "of the trust", where no name is given: the common noun, for the article to explain. */
  readonly organisationNoun: string | null;
  /** "of the household", "of my couch": an organisation in lower case is nobody's office. */
  readonly ofSomethingElse: boolean;
  readonly name: string | null;
  readonly span: Span;
}

const FIRST = new Set(["i", "i'm", "i've", "i'll", "i'd", "we", "we're", "we've", "we'll", "my", "our", "me", "us"]);
const DANGLING = new Set([
  "it",
  "it's",
  "this",
  "these",
  "that",
  "there",
  "there's",
  "the",
  "such",
  "what",
  "seeing",
  "reading",
  "hearing",
]);
const REPORTING = new Set(
  "said says say noted notes put puts stated states told tells explained explains argued argues claimed claims wrote writes pointed points mentioned mentions admitted admits warned warns suggested suggests described describes knows know was is has had made makes should would will must did does".split(
    " ",
  ),
);
const PREFIXES: readonly (readonly string[])[] = [
  ["speaking"],
  ["in", "my", "role"],
  ["in", "my", "capacity"],
  ["in", "my", "position"],
  ["i", ","],
  ["we", ","],
  ["speaking", "here"],
  ["writing"],
  ["and"],
  ["but"],
];
/** "Speaking as", "In my role as", "I, as": whoever writes this speaks of himself. */
const OWN_VOICE = new Set(["speaking", "in", "i", "we", "writing"]);
/** How a role phrase goes on without becoming a clause of its own. */
const GOES_ON = new Set([
  "for",
  "since",
  "in",
  "at",
  "with",
  "during",
  "from",
  "of",
  "and",
  "who",
  "here",
  "now",
  "myself",
  "on",
]);
const MAX_PHRASE = 16;

/** All claims of a comment, in reading order. O(tokens). */
export function findClaims(comment: CommentView): Claim[] {
  const claims: Claim[] = [];
  comment.tokens.forEach((token, i) => {
    if (overlapsAny(comment.quoted, token)) return;
    const claim =
      asClaim(comment, i) ??
      beingClaim(comment, i) ??
      organisationClaim(comment, i) ??
      ourWorkClaim(comment, i) ??
      nameClaim(comment, i);
    if (claim !== undefined) claims.push(claim);
  });
  return claims;
}

function isSentenceStart(comment: CommentView, i: number): boolean {
  if (i === 0) return true;
  const previous = comment.tokens[i - 1];
  const token = comment.tokens[i];
  if (previous === undefined || token === undefined) return false;
  const gap = comment.raw.slice(previous.end, token.start);
  if (gap.includes("\n")) return true;
  return /^(?:["(]|\.\.\.)$/u.test(previous.norm) || (/^[.!?:;-]$/u.test(previous.norm) && gap !== "");
}

/** "As the head of HRMMU, …", "Speaking as a nurse, …", "I, as the mayor, …". */
function asClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  if (tokens[i]?.norm !== "as") return undefined;
  const prefix = PREFIXES.find(
    (words) =>
      words.every((word, k) => tokens[i - words.length + k]?.norm === word) &&
      isSentenceStart(comment, i - words.length),
  );
  const colon = tokens[i - 1]?.norm === ":";
  if ((!isSentenceStart(comment, i) || colon) && prefix === undefined) return undefined;
  const phrase = rolePhrase(comment, i + 1);
  if (phrase === undefined) return undefined;
  const ownVoice = prefix !== undefined && OWN_VOICE.has(prefix[0] ?? "") && !saysIt(comment, phrase.to);
  const speaker = ownVoice ? "first" : speakerAfter(comment, phrase.to, phrase.claim.definite);
  if (speaker === undefined) return undefined;
  return { frame: "as", speaker, ...phrase.claim, span: spanOf(comment, i - (prefix?.length ?? 0), phrase.to) };
}

/** "I am the head of HRMMU", "Being the mayor, …", "I lead the Harbour Trust". */
function beingClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const [a, b] = [tokens[i]?.norm, tokens[i + 1]?.norm];
  const opens = isSentenceStart(comment, i) && tokens[i - 1]?.norm !== ":";
  const plain = a === "i" && b === "am";
  if (a === "i'm" || a === "being" || plain) {
    const phrase = rolePhrase(comment, i + (plain ? 2 : 1));
    if (phrase === undefined || isMocked(comment, phrase.to)) return undefined;
    // Inside a sentence an office is told, imagined or mocked: "and I said I am the head of …".
    const office = phrase.claim.definite || phrase.claim.organisation !== null;
    if (!opens && (office || DENYING.has(tokens[i - 1]?.norm ?? ""))) return undefined;
    return { frame: "i-am", speaker: "first", ...phrase.claim, span: spanOf(comment, i, phrase.to) };
  }
  const verb = opens && (a === "i" || a === "having") ? b : undefined;
  const className = verb === undefined || !CLAIMING_VERBS.has(verb) ? undefined : LEADING_VERBS.get(verb);
  const organisation = className === undefined ? undefined : readOrganisation(comment, i + 2);
  if (className === undefined || organisation === undefined) return undefined;
  return leads(className, organisation.text, spanOf(comment, i, organisation.to));
}

function leads(className: string, organisation: string, span: Span): Claim {
  const role = { norm: className, className, shifter: null, field: null };
  return {
    frame: "i-am",
    speaker: "first",
    definite: true,
    role,
    organisation,
    organisationNoun: null,
    organisationWords: null,
    ofSomethingElse: false,
    name: null,
    span,
  };
}

const DENYING = new Set([
  "if",
  "not",
  "imagine",
  "wish",
  "when",
  "like",
  "said",
  "that",
  "thinking",
  "pretend",
  "though",
]);
const MOCKING = new Set([
  "apparently",
  "supposedly",
  "lol",
  "allegedly",
  "now",
  "says",
  "said",
  "trust",
  "honest",
  "/s",
]);

/** "I'm the mayor, says Denham", "I'm the head of X now apparently". */
function isMocked(comment: CommentView, to: number): boolean {
  return comment.tokens.slice(to, to + 4).some(({ norm }) => MOCKING.has(norm));
}

const ORGANISATION_FRAMES: readonly { readonly words: readonly string[]; readonly anywhere: boolean }[] = [
  { words: ["we", "at"], anywhere: false },
  { words: ["we", "here", "at"], anywhere: false },
  { words: ["all", "of", "us", "at"], anywhere: false },
  { words: ["on", "behalf", "of"], anywhere: false },
  { words: ["speaking", "for"], anywhere: false },
  { words: ["my", "team", "at"], anywhere: true },
  { words: ["our", "team", "at"], anywhere: true },
  { words: ["my", "colleagues", "at"], anywhere: true },
  { words: ["our", "work", "at"], anywhere: true },
];

/** "We at the Harbour Trust …", "On behalf of HRMMU, …", "HRMMU here." */
function organisationClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const base = {
    frame: "organisation",
    speaker: "first",
    definite: true,
    role: null,
    organisationNoun: null,
    organisationWords: null,
    ofSomethingElse: false,
    name: null,
  } as const;
  for (const { words, anywhere } of ORGANISATION_FRAMES) {
    if (!words.every((word, k) => tokens[i + k]?.norm === word) || (!anywhere && !isSentenceStart(comment, i)))
      continue;
    const organisation = readOrganisation(comment, i + words.length);
    if (organisation === undefined) continue;
    // "On behalf of HRMMU, Danielle Bell said …": somebody is reported.
    const reported = tokens[organisation.to]?.norm === "," && readName(comment, organisation.to + 1) !== undefined;
    return reported
      ? undefined
      : { ...base, organisation: organisation.text, span: spanOf(comment, i, organisation.to) };
  }
  if (!isSentenceStart(comment, i)) return undefined;
  const organisation = readOrganisation(comment, i);
  const here = organisation === undefined ? undefined : tokens[organisation.to];
  const closes = organisation === undefined ? undefined : tokens[organisation.to + 1];
  if (organisation === undefined || here?.norm !== "here" || closes === undefined || closes.kind !== "punct")
    return undefined;
  return { ...base, organisation: organisation.text, span: spanOf(comment, i, organisation.to + 1) };
}

const OUR_NOUNS = new Set(
  "mission report investigators investigation monitors inspectors interviews findings researchers study audit patrols office agency institute".split(
    " ",
  ),
);
const OUR_VERBS = new Set(
  "found documented shows showed verified confirms confirmed concluded established recorded counted interviewed revealed identified gathered".split(
    " ",
  ),
);

/** "Our mission documented …", "our interviews confirm …": speaks for whoever did that. */
function ourWorkClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const noun = tokens[i + 1]?.norm ?? "";
  if (tokens[i]?.norm !== "our" || !OUR_NOUNS.has(noun)) return undefined;
  const verb = [tokens[i + 2]?.norm ?? "", tokens[i + 3]?.norm ?? ""].findIndex((word) => OUR_VERBS.has(word));
  if (verb === -1) return undefined;
  const span = spanOf(comment, i, i + 3 + verb);
  return {
    frame: "our-work",
    speaker: "first",
    definite: true,
    role: null,
    organisation: noun,
    organisationNoun: null,
    organisationWords: null,
    ofSomethingElse: false,
    name: null,
    span,
  };
}

/** "My name is Danielle Bell", "Danielle Bell here.", or a signature on the last line. */
function nameClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const greeted = i === 2 && tokens[1]?.norm === "," && ["hi", "hello", "hey"].includes(tokens[0]?.norm ?? "");
  if (!isSentenceStart(comment, i) && !greeted) return undefined;
  const opening = INTRODUCTIONS.find((words) => words.every((word, k) => tokens[i + k]?.norm === word));
  if (opening !== undefined) {
    const name = readName(comment, i + opening.length);
    const after = name === undefined ? undefined : tokens[name.to];
    const closes = after === undefined || after.kind === "punct" || after.norm === "and" || after.norm === "from";
    return name === undefined || !closes ? undefined : named(name.text, spanOf(comment, i, name.to));
  }
  const name = readName(comment, i);
  if (name === undefined) return undefined;
  const here = tokens[name.to]?.norm === "here" && tokens[name.to + 1]?.kind === "punct";
  return here || isSignature(comment, i, name.to) ? named(name.text, spanOf(comment, i, name.to)) : undefined;
}

/** A name that ends the comment, on a line of its own or after a dash that does not follow a quotation. */
function isSignature(comment: CommentView, from: number, to: number): boolean {
  const { tokens, raw } = comment;
  const [before, first, last] = [tokens[from - 1], tokens[from], tokens[to - 1]];
  if (from < 5 || before === undefined || first === undefined || last === undefined) return false;
  const rest = raw.slice(last.end);
  const ends = /^\s*(?:$|,|\n)/u.test(rest) && rest.length < 80;
  const ownLine = raw.slice(before.end, first.start).includes("\n");
  const dash = before.norm === "-" && tokens[from - 2]?.norm !== '"';
  return ends && (ownLine || dash);
}

const INTRODUCTIONS: readonly (readonly string[])[] = [
  ["my", "name", "is"],
  ["i", "am"],
  ["i'm"],
  ["this", "is"],
  ["it's"],
  ["hi", ",", "i'm"],
  ["hello", ",", "i'm"],
];

function named(name: string, span: Span): Claim {
  return {
    frame: "name",
    speaker: "first",
    definite: true,
    role: null,
    organisation: null,
    organisationNoun: null,
    organisationWords: null,
    ofSomethingElse: false,
    name,
    span,
  };
}

interface RolePhrase {
  readonly claim: Pick<
    Claim,
    "definite" | "role" | "organisation" | "organisationNoun" | "organisationWords" | "ofSomethingElse" | "name"
  >;
  readonly to: number;
}

/** The noun phrase after "as" or "I am": an office with its organisation, or an occupation. */
function rolePhrase(comment: CommentView, from: number): RolePhrase | undefined {
  const { tokens } = comment;
  const determiner = tokens[from]?.norm ?? "";
  const definite = determiner === "the";
  const article = determiner === "a" || determiner === "an";
  // "As Ellenby's mayor, …": the possessor stands before the role.
  const possessor =
    /['’]s$/u.test(determiner) && isCapitalised(comment, tokens[from]) ? readOrganisation(comment, from) : undefined;
  // "As HRMMU head I …": or the organisation itself does.
  const leading = possessor ?? (isCapitalised(comment, tokens[from]) ? organisationBefore(comment, from) : undefined);
  const office = readOffice(comment, leading?.to ?? from, definite);
  // "As Health Secretary, …": an office that is written like a name needs no article.
  const capitalised = office !== undefined && isCapitalised(comment, tokens[from]);
  if (office !== undefined) {
    const { role, organisation } = office;
    const preposition = tokens.slice(from, office.to + 1).some(({ norm }) => OF.has(norm));
    const goesOn = !definite && isContentNoun(comment, office.to);
    const bare = office.to === from + 1 && isUniqueRole(role.norm) && !isHypothetical(comment, office.to);
    const yours = determiner === "your";
    if (
      !goesOn &&
      !isRelative(comment, office.to) &&
      (definite || article || preposition || capitalised || bare || yours)
    ) {
      return {
        claim: {
          definite: definite || !article,
          role: { norm: role.norm, className: role.className, shifter: role.shifter, field: role.field },
          organisation: organisation?.text ?? leading?.text ?? null,
          organisationNoun: organisation === undefined ? nounOf(comment, office.roleTo) : null,
          organisationWords: organisation === undefined ? wordsAfterOf(comment, office.roleTo) : null,
          ofSomethingElse: preposition && organisation === undefined,
          name: null,
        },
        to: office.to,
      };
    }
  }
  if (!article && determiner !== "someone" && determiner !== "somebody") return undefined;
  if (!article) return someoneWho(comment, from);
  for (let at = from + 1; at <= from + 5; at++) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== "word" && token.norm !== "-")) return undefined;
    if (isCredential(token.norm)) return { claim: occupation(token.norm), to: at + 1 };
    if (token.kind === "word" && !isContentWord(token) && token.norm !== "ex") return undefined;
  }
  return undefined;
}

/** Up to six words after "of", to the next mark. */
function wordsAfterOf(comment: CommentView, to: number): string | null {
  const { tokens } = comment;
  if (!OF.has(tokens[to]?.norm ?? "")) return null;
  let end = to + 1;
  while (end < to + 7 && tokens[end]?.kind === "word") end++;
  return end === to + 1 ? null : textOf(comment, to + 1, end);
}

/** "head of the trust": the noun, where the body is not named. */
function nounOf(comment: CommentView, to: number): string | null {
  const { tokens } = comment;
  if (!OF.has(tokens[to]?.norm ?? "") || tokens[to + 1]?.norm !== "the") return null;
  const noun = tokens[to + 2];
  const ends = tokens[to + 3]?.kind !== "word" || FIRST.has(tokens[to + 3]?.norm ?? "");
  return noun !== undefined && isContentWord(noun) && ends ? noun.norm : null;
}

/** "As someone who works nights, …", "As someone who leads the Harbour Trust, …". */
function someoneWho(comment: CommentView, from: number): RolePhrase | undefined {
  const { tokens } = comment;
  if (tokens[from + 1]?.norm !== "who") return undefined;
  const className = LEADING_VERBS.get(tokens[from + 2]?.norm ?? "");
  const organisation = className === undefined ? undefined : readOrganisation(comment, from + 3);
  if (className === undefined || organisation === undefined) return { claim: occupation("someone"), to: from + 1 };
  return { claim: leads(className, organisation.text, spanOf(comment, from, organisation.to)), to: organisation.to };
}

/** "HRMMU head": an organisation whose last word is followed by a role. */
function organisationBefore(comment: CommentView, from: number): Proper | undefined {
  const organisation = readOrganisation(comment, from);
  return organisation !== undefined && readOffice(comment, organisation.to) !== undefined ? organisation : undefined;
}

/** "As mayor I would …": everybody may dream. */
function isHypothetical(comment: CommentView, to: number): boolean {
  return comment.tokens.slice(to, to + 4).some(({ norm }) => ["would", "i'd", "could", "might", "we'd"].includes(norm));
}

const RELATIVES = new Set(
  "neighbour neighbor wife husband mother father son daughter brother sister cousin friend fan dog cat driver cleaner ex boss".split(
    " ",
  ),
);

/** "the head of HRMMU's neighbour" is nobody. */
function isRelative(comment: CommentView, to: number): boolean {
  const { tokens } = comment;
  return (
    [tokens[to - 1], tokens[to]].some((token) => RELATIVES.has(token?.norm ?? "")) &&
    /['’]s$/u.test(
      tokens
        .slice(Math.max(0, to - 3), to)
        .map(({ norm }) => norm)
        .find((norm) => /['’]s$/u.test(norm)) ?? "",
    )
  );
}

/** "As a general rule": the word after is the noun, the role only describes it. */
function isContentNoun(comment: CommentView, at: number): boolean {
  const token = comment.tokens[at];
  return token !== undefined && isContentWord(token) && !isCapitalised(comment, token);
}

function occupation(norm: string): RolePhrase["claim"] {
  return {
    definite: false,
    role: { norm, className: null, shifter: null, field: null },
    organisation: null,
    organisationNoun: null,
    organisationWords: null,
    ofSomethingElse: false,
    name: null,
  };
}

/** "… said", directly after the phrase: somebody is reported. */
function saysIt(comment: CommentView, to: number): boolean {
  return REPORTING.has(comment.tokens[to]?.norm ?? "");
}

/** Who speaks in the clause after the phrase; undefined when it is somebody else, or nobody can tell. */
function speakerAfter(comment: CommentView, to: number, definite: boolean): Claim["speaker"] | undefined {
  const { tokens } = comment;
  const direct = tokens[to];
  if (direct === undefined) return undefined;
  if (FIRST.has(direct.norm)) return "first";
  if (direct.norm !== "," && REPORTING.has(direct.norm)) return undefined;
  // "As the governor asked for planes, …": a finite verb makes it somebody else's clause.
  if (definite && direct.kind === "word" && !GOES_ON.has(direct.norm)) return undefined;
  let at = to;
  for (let depth = 0; at < to + MAX_PHRASE; at++) {
    const token = tokens[at];
    if (token === undefined || /^[.!?]$/u.test(token.norm)) return undefined;
    if (token.norm === "(") depth++;
    else if (token.norm === ")") depth--;
    else if (token.norm === "," && depth === 0) break;
    // "As the head of X for ten years I …": no comma, but no other clause either.
    else if (token.norm === "i" && at > to && GOES_ON.has(direct.norm)) return "first";
  }
  let subject = tokens[at + 1];
  if (tokens[at]?.norm !== "," || subject === undefined) return undefined;
  if (isAside(subject.norm)) subject = tokens[at + 2]?.norm === "," ? tokens[at + 3] : tokens[at + 2];
  if (subject === undefined) return undefined;
  if (FIRST.has(subject.norm)) return "first";
  if (!DANGLING.has(subject.norm) || asksQuestion(comment, at + 1)) return undefined;
  // "As the head of HRMMU, it is her job …" speaks of the holder; "the buck stops with him" as well.
  const clause = clauseFrom(comment, at + 1);
  if (definite && clause.some((norm) => THIRD.has(norm))) return undefined;
  return definite && subject.norm === "the" && !clause.some((norm) => FIRST.has(norm)) ? undefined : "dangling";
}

const THIRD = new Set(["he", "she", "her", "his", "him", "hers", "he's", "she's", "himself", "herself"]);

/** The words up to the end of the sentence. */
function clauseFrom(comment: CommentView, from: number): string[] {
  const norms: string[] = [];
  for (const { norm } of comment.tokens.slice(from, from + 40)) {
    if (/^[.!?]$/u.test(norm)) break;
    norms.push(norm);
  }
  return norms;
}

function isAside(norm: string): boolean {
  return ["unfortunately", "sadly", "honestly", "frankly", "personally", "and", "too", "though", "however"].includes(
    norm,
  );
}

/** A question is put to the person, not by the person. */
function asksQuestion(comment: CommentView, from: number): boolean {
  for (const token of comment.tokens.slice(from)) {
    if (token.norm === "?") return true;
    if (token.norm === "." || token.norm === "!") return false;
  }
  return false;
}

function spanOf(comment: CommentView, from: number, to: number): Span {
  const first = comment.tokens[from];
  const last = comment.tokens[to - 1];
  return comment.span(first?.start ?? 0, last?.end ?? 0);
}
