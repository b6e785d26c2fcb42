/** Claims to bear a name: introductions and signatures. */
import type { CommentView } from "../../corpus.js";
import type { Span } from "../../model.js";
import { isClauseStart, spanOf, type Claim } from "./claim.js";
import { readName } from "./proper.js";

/** "My name is Danielle Bell", "Danielle Bell here.", or a signature on the last line. */
export function nameClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const greeted = i === 2 && tokens[1]?.norm === "," && ["hi", "hello", "hey"].includes(tokens[0]?.norm ?? "");
  const starts = greeted || isClauseStart(comment, i);
  const opening = !starts
    ? undefined
    : INTRODUCTIONS.find((words) => words.every((word, k) => tokens[i + k]?.norm === word));
  if (opening !== undefined) {
    const name = readName(comment, i + opening.length);
    const after = name === undefined ? undefined : tokens[name.to];
    const closes = after === undefined || after.kind === "punct" || after.norm === "and" || after.norm === "from";
    return name === undefined || !closes ? undefined : named(name.text, spanOf(comment, i, name.to));
  }
  const name = readName(comment, i);
  if (name === undefined) return undefined;
  const here =
    starts && ["here", "speaking"].includes(tokens[name.to]?.norm ?? "") && tokens[name.to + 1]?.kind === "punct";
  return here || isSignature(comment, i, name.to) ? named(name.text, spanOf(comment, i, name.to)) : undefined;
}

/** A name that ends the comment, on a line of its own or after a dash that does not follow a quotation. */
function isSignature(comment: CommentView, from: number, to: number): boolean {
  const { tokens, raw } = comment;
  const [before, first, last] = [tokens[from - 1], tokens[from], tokens[to - 1]];
  if (from < 5 || before === undefined || first === undefined || last === undefined) return false;
  const rest = raw.slice(last.end);
  const ends = /^\s*(?:$|[,(\n])/u.test(rest) && rest.length < 80;
  const ownLine = raw.slice(before.end, first.start).includes("\n");
  const dash = before.norm === "-" && tokens[from - 2]?.norm !== '"';
  // "Regards, Danielle Bell"
  const closing = before.norm === "," && CLOSINGS.has(tokens[from - 2]?.norm ?? "");
  // A sentence that is nothing but a full name, at the very end.
  const alone = rest.trim() === "" && /^[.!?]$/u.test(before.norm);
  return ends && (ownLine || dash || closing || alone);
}

const CLOSINGS = new Set(
  "regards yours sincerely faithfully truly thanks best cheers wishes respectfully signed".split(" "),
);

const INTRODUCTIONS: readonly (readonly string[])[] = [
  ["my", "name", "is"],
  ["i", ","],
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
    determined: true,
    role: null,
    organisation: null,
    organisationNoun: null,
    fullRole: null,
    organisationWords: null,
    ofSomethingElse: false,
    name,
    span,
  };
}
