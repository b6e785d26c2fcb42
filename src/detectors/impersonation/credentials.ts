/** Claims of an occupation or of experience in other words than "As a …": weak, and mostly true. */
import type { CommentView } from "../../corpus.js";
import { FUNCTION_WORDS } from "../../text/function-words.js";
import { compilePattern, matchWords, PatternIndex, type MatchWord } from "../../text/pattern.js";
import { overlapsAny } from "../../text/quotation.js";
import type { Claim } from "./claim.js";
import { CREDENTIAL_PHRASES, type CredentialPhrase } from "./credential-phrases.js";
import { isCredential, OCCUPATION_CLASSES } from "./occupations.js";

/** An index of the phrases; a test builds one for each. */
export function credentialIndex(phrases: readonly CredentialPhrase[]): PatternIndex<CredentialPhrase> {
  const index = new PatternIndex<CredentialPhrase>();
  for (const phrase of phrases) index.add(compilePattern(phrase.pattern, OCCUPATION_CLASSES), phrase);
  return index;
}

const ALL = credentialIndex(CREDENTIAL_PHRASES);

/** Words before a claim in its sentence that take it back. */
const DENYING = new Set(
  "if not n't never imagine wish pretend unless whether like wanted want someday thought told he she suppose sure oh".split(
    " ",
  ),
);
const LOOK_BACK = 4;
/** "I work at home", "I taught him": no occupation. */
const NO_TRADE_AFTER = new Set(
  "home my me him her them it you us free nothing myself something someone least first".split(" "),
);
/** "I am a terrible cook": a judgement of oneself. */
const JUDGING = new Set(
  "good bad terrible better worse great huge big safe careful slow fast avid decent lousy poor amateur armchair couch keyboard fan lover professional-couch aspiring budding wannabe victim former-fan frustrated proud dog cat pet gun home car".split(
    " ",
  ),
);
const SHOWN_AS = "someone";

/** The first such claim of a comment. O(words). */
export function credentialClaim(comment: CommentView, index: PatternIndex<CredentialPhrase> = ALL): Claim | undefined {
  const words = matchWords(comment.tokens);
  for (const { value, from, to } of index.search(words)) {
    const [first, last] = [words[from], words[to - 1]];
    const inside = words.slice(from, to);
    if (first === undefined || last === undefined || inside.some((word) => overlapsAny(comment.quoted, word))) continue;
    if (value.bare === true && !isBare(inside)) continue;
    if (value.closed === true && !isClosed(comment, words, to)) continue;
    if (isDenied(words, from) || asks(comment, last.end)) continue;
    const job = inside.findLast(({ norm }) => isCredential(norm))?.norm;
    if (job === undefined && !last.closes && isNoTrade(comment, last, words[to])) continue;
    return claimOf(job ?? SHOWN_AS, comment.span(first.start, last.end));
  }
  return undefined;
}

/** "I work at home", "I work in Lomma": a place of work, and no trade; "in IT" is one. */
function isNoTrade(comment: CommentView, last: MatchWord, next: MatchWord | undefined): boolean {
  if (next === undefined) return false;
  const place = last.norm === "in" && /^\p{Lu}\p{Ll}/u.test(comment.raw.slice(next.start, next.start + 2));
  return place || NO_TRADE_AFTER.has(next.norm);
}

/** Between the article and the occupation stand only words that can describe it. */
function isBare(inside: readonly MatchWord[]): boolean {
  const job = inside.findLastIndex(({ norm }) => isCredential(norm));
  const article = inside.findIndex(({ norm }) => norm === "a" || norm === "an");
  if (inside.some(({ norm }) => norm === "not" || norm === "no" || norm === "n't")) return false;
  return inside
    .slice(article + 1, Math.max(job, 0))
    .every(({ norm }) => norm === "and" || (!FUNCTION_WORDS.has(norm) && !JUDGING.has(norm)));
}

function isClosed(comment: CommentView, words: readonly MatchWord[], to: number): boolean {
  const last = words[to - 1];
  const next = words[to];
  if (next === undefined || ["here", "myself", "with", "the", "let", "i"].includes(next.norm)) return true;
  return last !== undefined && /^\s*[,.;:!()–—-]/u.test(comment.raw.slice(last.end, next.start));
}

function isDenied(words: readonly MatchWord[], from: number): boolean {
  for (let at = from; at >= 0 && at >= from - LOOK_BACK; at--) {
    if (at < from && DENYING.has(words[at]?.norm ?? "")) return true;
    if (words[at]?.opens === true) return false;
  }
  return false;
}

/** "Any nurse here?" asks for one. */
function asks(comment: CommentView, from: number): boolean {
  return /^[^.!?\n]{0,40}\?/u.test(comment.raw.slice(from, from + 42));
}

function claimOf(job: string, span: Claim["span"]): Claim {
  return {
    frame: "credential",
    speaker: "first",
    definite: false,
    determined: false,
    role: { text: job, heads: [{ norm: job, className: job, shifter: null, field: null, ofField: false }] },
    organisation: null,
    organisationNoun: null,
    fullRole: null,
    organisationWords: null,
    ofSomethingElse: false,
    name: null,
    span,
  };
}
