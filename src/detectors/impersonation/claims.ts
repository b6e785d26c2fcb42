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
import { isCapitalised, readName, readOrganisation } from "./proper.js";
import { OF, readOffice } from "./office.js";
import { isCredential, LEADING_VERBS } from "./roles.js";

export interface Claim {
  readonly frame: "as" | "i-am" | "organisation" | "our-work" | "name";
  /** Who speaks in the main clause: `first` = I or we, `dangling` = it, this, there, the. */
  readonly speaker: "first" | "dangling";
  readonly definite: boolean;
  readonly role: { readonly norm: string; readonly className: string | null; readonly shifter: string | null } | null;
  readonly organisation: string | null;
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
  if (!isSentenceStart(comment, i) && prefix === undefined) return undefined;
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
  if (["if", "not", "imagine", "wish", "when", "like"].includes(tokens[i - 1]?.norm ?? "")) return undefined;
  const contracted = a === "i'm" || (a === "being" && isSentenceStart(comment, i));
  const plain = a === "i" && b === "am";
  if (contracted || plain) {
    const phrase = rolePhrase(comment, i + (plain ? 2 : 1));
    return phrase === undefined
      ? undefined
      : { frame: "i-am", speaker: "first", ...phrase.claim, span: spanOf(comment, i, phrase.to) };
  }
  const verb = a === "i" ? b : a === "having" ? b : undefined;
  const className = verb === undefined ? undefined : LEADING_VERBS.get(verb);
  const organisation = className === undefined ? undefined : readOrganisation(comment, i + 2);
  if (className === undefined || organisation === undefined) return undefined;
  return {
    frame: "i-am",
    speaker: "first",
    definite: true,
    role: { norm: className, className, shifter: null },
    organisation: organisation.text,
    ofSomethingElse: false,
    name: null,
    span: spanOf(comment, i, organisation.to),
  };
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
    ofSomethingElse: false,
    name: null,
  } as const;
  for (const { words, anywhere } of ORGANISATION_FRAMES) {
    if (!words.every((word, k) => tokens[i + k]?.norm === word) || (!anywhere && !isSentenceStart(comment, i)))
      continue;
    const organisation = readOrganisation(comment, i + words.length);
    if (organisation !== undefined)
      return { ...base, organisation: organisation.text, span: spanOf(comment, i, organisation.to) };
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
    ofSomethingElse: false,
    name: null,
    span,
  };
}

/** "My name is Danielle Bell", "Danielle Bell here.", or a signature on the last line. */
function nameClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const base = {
    frame: "name",
    speaker: "first",
    definite: true,
    role: null,
    organisation: null,
    ofSomethingElse: false,
  } as const;
  const introduces = tokens[i]?.norm === "my" && tokens[i + 1]?.norm === "name" && tokens[i + 2]?.norm === "is";
  if (introduces) {
    const name = readName(comment, i + 3);
    return name === undefined ? undefined : { ...base, name: name.text, span: spanOf(comment, i, name.to) };
  }
  if (!isSentenceStart(comment, i)) return undefined;
  const name = readName(comment, i);
  if (name === undefined) return undefined;
  const after = tokens[name.to];
  const here = after?.norm === "here" && tokens[name.to + 1]?.kind === "punct";
  const previous = tokens[i - 1];
  const signature =
    previous?.norm === "-" &&
    comment.raw.slice(tokens[name.to - 1]?.end ?? 0).split("\n")[0]?.length !== undefined &&
    i > 6 &&
    tokens.length - name.to <= 8;
  return here || signature ? { ...base, name: name.text, span: spanOf(comment, i, name.to) } : undefined;
}

interface RolePhrase {
  readonly claim: Pick<Claim, "definite" | "role" | "organisation" | "ofSomethingElse" | "name">;
  readonly to: number;
}

/** The noun phrase after "as" or "I am": an office with its organisation, or an occupation. */
function rolePhrase(comment: CommentView, from: number): RolePhrase | undefined {
  const { tokens } = comment;
  const determiner = tokens[from]?.norm ?? "";
  const definite = determiner === "the";
  const article = determiner === "a" || determiner === "an";
  const office = readOffice(comment, from, definite);
  if (office !== undefined) {
    const { role, organisation } = office;
    const preposition = tokens.slice(from, office.to + 1).some(({ norm }) => OF.has(norm));
    const goesOn = !definite && isContentNoun(comment, office.to);
    if (!goesOn && (definite || article || preposition)) {
      return {
        claim: {
          definite: definite || !article,
          role: { norm: role.norm, className: role.className, shifter: role.shifter },
          organisation: organisation?.text ?? null,
          ofSomethingElse: preposition && organisation === undefined,
          name: null,
        },
        to: office.to,
      };
    }
  }
  if (!article && determiner !== "someone" && determiner !== "somebody") return undefined;
  if (!article) return tokens[from + 1]?.norm === "who" ? { claim: occupation("someone"), to: from + 1 } : undefined;
  for (let at = from + 1; at <= from + 5; at++) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== "word" && token.norm !== "-")) return undefined;
    if (isCredential(token.norm)) return { claim: occupation(token.norm), to: at + 1 };
    if (token.kind === "word" && !isContentWord(token) && token.norm !== "ex") return undefined;
  }
  return undefined;
}

/** "As a general rule": the word after is the noun, the role only describes it. */
function isContentNoun(comment: CommentView, at: number): boolean {
  const token = comment.tokens[at];
  return token !== undefined && isContentWord(token) && !isCapitalised(comment, token);
}

function occupation(norm: string): RolePhrase["claim"] {
  return {
    definite: false,
    role: { norm, className: null, shifter: null },
    organisation: null,
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
  if (DANGLING.has(subject.norm) && !asksQuestion(comment, at + 1)) return "dangling";
  return undefined;
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
