/** Takes names, addresses and mentions out of a text, and knows where everything else went. */
import type { Edit, Names } from "./names.js";

export interface RedactedText {
  readonly text: string;
  /** The new place of a range of the old text; a range that cuts into a replacement takes all of it. */
  readonly place: (start: number, end: number) => { start: number; end: number };
  /** The text with every replacement alike: the same whatever the pseudonyms are. */
  readonly blind: string;
}

/**
 * Patterns start at what is rare (an @, a dot before a slash) and look back a bounded way, so that a
 * text of letters costs nothing.
 */
const EMAIL = /@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}(?:@[\p{L}\p{N}_.-]{1,64})*/gu;
const SPELT_EMAIL =
  / ?[[({] ?at ?[\])}] ?[\p{L}\p{N}-]{1,63}(?:(?: ?[[({] ?dot ?[\])}] ?|\.)[\p{L}\p{N}-]{1,63}){1,8}/giu;
const BEFORE_AT = /[\p{L}\p{N}._%+-]/u;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'()[\]]+/giu;
const BARE_LINK = /\.[a-z]{2,24}\/[^\s<>"'()[\]]*/giu;
const BEFORE_DOMAIN = /[a-z0-9.-]/iu;
const MENTION = /(?<![\p{L}\p{N}_])[@＠][\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*(?:@[\p{L}\p{N}_.-]+)*/gu;
const REDDIT = /(?<![\p{L}\p{N}_/])\/?u\/[\p{L}\p{M}\p{N}_-]{2,}/gu;
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)\d[\d ()/-]{6,18}\d(?!\d)/gu;
const ACCOUNT = /\bdid:[a-z]+:[\w.:%-]+/gu;

interface Rule {
  readonly pattern: RegExp;
  readonly sign: string;
  /** What may stand before the match and belongs to it; without any of it there is no match. */
  readonly before?: RegExp;
}

const RULES: readonly Rule[] = [
  { pattern: EMAIL, sign: "[e-mail]", before: BEFORE_AT },
  { pattern: SPELT_EMAIL, sign: "[e-mail]", before: BEFORE_AT },
  { pattern: LINK, sign: "[link]" },
  { pattern: BARE_LINK, sign: "[link]", before: BEFORE_DOMAIN },
  { pattern: MENTION, sign: "[mention]" },
  { pattern: REDDIT, sign: "[mention]" },
  { pattern: PHONE, sign: "[phone]" },
  { pattern: ACCOUNT, sign: "[account]" },
];

const MAX_BEFORE = 64;

function editsOf({ pattern, sign, before }: Rule, text: string, names: Names): Edit[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: match, index }): Edit[] => {
    let start = index;
    if (before !== undefined) {
      while (start > 0 && index - start < MAX_BEFORE && before.test(text.charAt(start - 1))) start--;
      if (start === index) return [];
    }
    const known = sign === "[mention]" ? names.whole(match.replace(/^[@＠]|^\/?u\//u, "")) : undefined;
    return [{ start, end: index + match.length, by: known ?? sign }];
  });
}

/** `parts`: whose first or last name alone is replaced too. O(n) in the text. */
export function redactText(text: string, names: Names, parts: "all" | ReadonlySet<string>): RedactedText {
  const patterns = RULES.flatMap((rule) => editsOf(rule, text, names));
  const edits = merged([...patterns, ...names.find(text, parts)]);
  const pieces: string[] = [];
  const blind: string[] = [];
  const moved: Moved[] = [];
  let [last, length] = [0, 0];
  for (const edit of edits) {
    const kept = text.slice(last, edit.start);
    pieces.push(kept, edit.by);
    blind.push(kept, "[]");
    length += kept.length;
    moved.push({ ...edit, at: length });
    length += edit.by.length;
    last = edit.end;
  }
  const rest = text.slice(last);
  return {
    text: [...pieces, rest].join(""),
    blind: [...blind, rest].join(""),
    place: (start, end) => ({ start: move(moved, start, false), end: move(moved, end, true) }),
  };
}

type Moved = Edit & { readonly at: number };

/** Edits are in order: the last one that begins before the position decides. O(log n). */
function move(edits: readonly Moved[], position: number, isEnd: boolean): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = edits[middle]?.start ?? 0;
    if (start < position || (!isEnd && start === position)) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  if (edit === undefined) return position;
  if (position < edit.end || (isEnd && position === edit.end)) return isEnd ? edit.at + edit.by.length : edit.at;
  return position - edit.end + edit.at + edit.by.length;
}

/** In reading order; what overlaps becomes one, under a pseudonym where there is one. */
function merged(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || edit.start >= last.end) {
      kept.push(edit);
      continue;
    }
    const by = last.by.startsWith("[") && !edit.by.startsWith("[") ? edit.by : last.by;
    kept[kept.length - 1] = { start: last.start, end: Math.max(last.end, edit.end), by };
  }
  return kept;
}

/** An address or an id without the account in it; what it is an address of stays. */
export function redactAddress(address: string, names: Names): string {
  const withoutProfiles = address.replace(
    /\/(?:@|(?:u|user|users|profile|profiles|people|member|members)\/)[^/?#]+/giu,
    (part) => (part.startsWith("/@") ? "/@[mention]" : `${part.slice(0, part.indexOf("/", 1))}/[mention]`),
  );
  const isAccount = (segment: string) => segment.length > 3 && names.whole(segment) !== undefined;
  return withoutProfiles
    .split("/")
    .map((segment) => (isAccount(segment) ? "[account]" : segment))
    .join("/");
}
