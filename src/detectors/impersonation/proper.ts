/** Names of people and organisations, read from capitals. */
import type { TextView } from "../../corpus.js";
import { FUNCTION_WORDS } from "../../text/function-words.js";
import type { Token } from "../../text/tokens.js";

export interface Proper {
  /** Token range, half-open. */
  readonly from: number;
  readonly to: number;
  /** As written. */
  readonly text: string;
}

const PARTICLES = new Set("de da del della di du van von der den la le bin ibn al el ter ten dos das y".split(" "));
const HONORIFICS = new Set(
  "mr mrs ms miss dr prof professor sir dame lord lady rev hon gen lt col maj sgt capt cpl sen rep gov st".split(" "),
);
const NOT_A_NAME = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mr mrs ms dr yes no".split(
    " ",
  ),
);
const ORG_JOINERS = new Set(["of", "for", "and", "the", "in", "on", "&", "de", "des", "du"]);
const MAX_NAME = 5;
const MAX_ORGANISATION = 9;

export function isCapitalised(view: TextView, token: Token | undefined): boolean {
  return token?.kind === "word" && /^\p{Lu}/u.test(view.raw.slice(token.start, token.start + 2));
}

export function isAcronym(view: TextView, token: Token): boolean {
  return token.kind === "word" && /^\p{Lu}[\p{Lu}&]{1,9}(?:['’]s)?$/u.test(view.raw.slice(token.start, token.end));
}

/** The name of a person that starts at a token: two words or more, or one after an honorific. */
export function readName(view: TextView, from: number): Proper | undefined {
  const { tokens } = view;
  let start = from;
  const honorific = HONORIFICS.has(tokens[start]?.norm ?? "") && isCapitalised(view, tokens[start]);
  if (honorific) start += tokens[start + 1]?.norm === "." ? 2 : 1;
  let at = start;
  let words = 0;
  while (words < MAX_NAME) {
    const token = tokens[at];
    if (token === undefined) break;
    const capital = isCapitalised(view, token);
    if (capital && !isNameStop(view, token, words)) {
      at++;
      words++;
      if (token.norm.length === 1 && tokens[at]?.norm === ".") at++;
      if (tokens[at]?.norm === "-" && isCapitalised(view, tokens[at + 1]) && tokens[at]?.start === token.end) at++;
    } else if (
      words > 0 &&
      PARTICLES.has(token.norm) &&
      (isCapitalised(view, tokens[at + 1]) || PARTICLES.has(tokens[at + 1]?.norm ?? ""))
    ) {
      at++;
      if (tokens[at]?.norm === "-") at++;
    } else break;
  }
  if (words < (honorific ? 1 : 2)) return undefined;
  return { from: start, to: at, text: textOf(view, start, at) };
}

/** A possessive or a function word ends a name; so does the name of a day or month. */
function isNameStop(view: TextView, token: Token, words: number): boolean {
  if (/['’]s$/u.test(token.norm)) return true;
  if (NOT_A_NAME.has(token.norm) && words === 0) return true;
  return FUNCTION_WORDS.has(token.norm) && token.norm !== "will" && token.norm !== "may" && !(token.norm.length === 1);
}

/** The name of an organisation that starts at a token: an acronym or capitalised words with joiners. */
export function readOrganisation(view: TextView, from: number): Proper | undefined {
  const { tokens } = view;
  const start = tokens[from]?.norm === "the" ? from + 1 : from;
  let at = start;
  let end = start;
  while (at - start < MAX_ORGANISATION) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isCapitalised(view, token) && (at > start || isAcronym(view, token) || !FUNCTION_WORDS.has(token.norm))) {
      at++;
      end = at;
      if (/['’]s$/u.test(token.norm)) break;
    } else if (
      at > start &&
      (ORG_JOINERS.has(token.norm) || (token.norm === "-" && tokens[at - 1]?.end === token.start))
    ) {
      at++;
    } else break;
  }
  if (end === start) return undefined;
  return { from: start, to: end, text: textOf(view, start, end).replace(/['’]s$/u, "") };
}

export function textOf(view: TextView, from: number, to: number): string {
  const first = view.tokens[from];
  const last = view.tokens[to - 1];
  return first === undefined || last === undefined ? "" : view.raw.slice(first.start, last.end).replace(/\s+/gu, " ");
}

/** Case, accents and "the" do not tell names apart. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]s$/u, "")
    .replace(/[^\p{L}\p{N}& ]+/gu, " ")
    .replace(/^the /u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Initials of the capitalised words: "Human Rights Monitoring Mission in Ukraine" gives HRMMU. */
export function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}\p{M}])\p{Lu}/gu) ?? []).join("");
}

export function looksLikeAcronym(name: string): boolean {
  return /^\p{Lu}[\p{Lu}&]{1,9}$/u.test(name);
}
