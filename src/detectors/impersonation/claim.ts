/** What a comment claims its writer to be: the shape of a claim. */
import type { CommentView } from "../../corpus.js";
import type { Span } from "../../model.js";
import type { Head } from "./office.js";

/** An office, or an occupation without a class of its own. */
export interface ClaimedRole {
  readonly text: string;
  readonly heads: readonly Head[];
}

export interface Claim {
  readonly frame: "as" | "i-am" | "credential" | "organisation" | "our-work" | "name";
  /** Who speaks in the main clause: `first` = I or we, `dangling` = it, this, there, the. */
  readonly speaker: "first" | "dangling";
  readonly definite: boolean;
  /** Whether "the" stood before the role, or an own word of the writer's ("our", "its"). */
  readonly determined: boolean;
  readonly role: ClaimedRole | null;
  readonly organisation: string | null;
  /** The words after "of", whatever their case: "hrmmu", "the harbour trust". */
  readonly organisationWords: string | null;
  /** The role with all words after "of": "director of public health". */
  readonly fullRole: string | null;
  /** "of the trust", where no name is given: the common noun, for the article to explain. */
  readonly organisationNoun: string | null;
  /** "of the household", "of my couch": an organisation in lower case is nobody's office. */
  readonly ofSomethingElse: boolean;
  readonly name: string | null;
  readonly span: Span;
}

export function leads(className: string, organisation: string, span: Span): Claim {
  const role = { text: className, heads: [{ norm: className, className, shifter: null, field: null, ofField: false }] };
  return {
    frame: "i-am",
    speaker: "first",
    definite: true,
    determined: true,
    role,
    organisation,
    fullRole: null,
    organisationNoun: null,
    organisationWords: null,
    ofSomethingElse: false,
    name: null,
    span,
  };
}

export function isSentenceStart(comment: CommentView, i: number): boolean {
  if (i === 0) return true;
  const previous = comment.tokens[i - 1];
  const token = comment.tokens[i];
  if (previous === undefined || token === undefined) return false;
  const gap = comment.raw.slice(previous.end, token.start);
  if (gap.includes("\n")) return true;
  return /^(?:["(]|\.\.\.)$/u.test(previous.norm) || (/^[.!?:;-]$/u.test(previous.norm) && gap !== "");
}

/** Words before a comma or colon that only clear the throat: "Let me be clear:", "For the record,". */
const THROAT_CLEARING = new Set(
  "right now for the record full disclosure to be clear let me honestly look listen well ok okay so yes no sorry hi hello hey folks all everyone everybody guys friends just fyi correction clarification note please thanks thank you good morning evening afternoon first firstly actually frankly and but also again as said above dear readers neighbours neighbors commenters i must say".split(
    " ",
  ),
);
const MAX_THROAT = 7;

/** Whether a clause of the writer's own begins here: a sentence, or what follows a mere interjection. */
export function isClauseStart(comment: CommentView, i: number): boolean {
  const before = comment.tokens[i - 1]?.norm;
  if (before !== ":" && isSentenceStart(comment, i)) return true;
  if (before !== "," && before !== ":" && before !== "-") return false;
  for (let at = i - 2; at >= 0 && i - at <= MAX_THROAT; at--) {
    const token = comment.tokens[at];
    if (token === undefined || (token.kind === "word" && !THROAT_CLEARING.has(token.norm))) return false;
    if (isSentenceStart(comment, at)) return true;
  }
  return false;
}

export function spanOf(comment: CommentView, from: number, to: number): Span {
  const first = comment.tokens[from];
  const last = comment.tokens[to - 1];
  return comment.span(first?.start ?? 0, last?.end ?? 0);
}
