/** Who speaks in the clause that follows a role phrase: the writer, or somebody else. */
import type { CommentView } from "../../corpus.js";
import type { Claim } from "./claim.js";

export const FIRST = new Set([
  "i",
  "i'm",
  "im",
  "ive",
  "i've",
  "i'll",
  "i'd",
  "we",
  "we're",
  "we've",
  "we'll",
  "my",
  "our",
  "me",
  "us",
]);
const DANGLING = new Set([
  "it",
  "it's",
  "its",
  "this",
  "these",
  "that",
  "there",
  "there's",
  "the",
  "such",
  "so",
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

/** "… said", directly after the phrase: somebody is reported. */
export function saysIt(comment: CommentView, to: number): boolean {
  return REPORTING.has(comment.tokens[to]?.norm ?? "");
}

/** Who speaks in the clause after the phrase; undefined when it is somebody else, or nobody can tell. */
export function speakerAfter(comment: CommentView, to: number, definite: boolean): Claim["speaker"] | undefined {
  const { tokens } = comment;
  const direct = tokens[to];
  if (direct === undefined) return undefined;
  // "As the director I mean, …" explains whom the comment addresses.
  if (direct.norm === "i" && tokens[to + 1]?.norm === "mean") return undefined;
  if (FIRST.has(direct.norm)) return "first";
  // "As the head of X it's heartbreaking …"
  if (
    ["it's", "its"].includes(direct.norm) &&
    !asksQuestion(comment, to) &&
    !clauseFrom(comment, to).some((norm) => THIRD.has(norm))
  )
    return "dangling";
  if (direct.norm !== "," && REPORTING.has(direct.norm)) return undefined;
  // "As the governor asked for planes, …": a finite verb makes it somebody else's clause.
  if (definite && direct.kind === "word" && !GOES_ON.has(direct.norm)) return undefined;
  let at = to;
  for (let depth = 0; at < to + MAX_PHRASE; at++) {
    const token = tokens[at];
    if (token === undefined || /^[.!?]$/u.test(token.norm)) return undefined;
    if (token.norm === "(") depth++;
    else if (token.norm === ")") depth--;
    else if ((token.norm === "," || token.norm === ":") && depth === 0) break;
    // "As the head of X for ten years I …": no comma, but no other clause either.
    else if (token.norm === "i" && at > to && GOES_ON.has(direct.norm)) return "first";
  }
  let subject = tokens[at + 1];
  if (![",", ":"].includes(tokens[at]?.norm ?? "") || subject === undefined) return undefined;
  if (isAside(subject.norm)) subject = tokens[at + 2]?.norm === "," ? tokens[at + 3] : tokens[at + 2];
  if (subject === undefined) return undefined;
  if (FIRST.has(subject.norm)) return "first";
  // "let me put a number on it", "allow me", "may I"
  const next = tokens[tokens.indexOf(subject) + 1]?.norm ?? "";
  if (["let", "allow", "may", "can", "could", "must", "shall"].includes(subject.norm) && FIRST.has(next))
    return "first";
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
