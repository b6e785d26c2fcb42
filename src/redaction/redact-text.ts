/** Takes names, addresses and mentions out of a text, and knows where everything else went. */
import { FUNCTION_WORDS } from "../text/function-words.js";

export interface RedactedText {
  readonly text: string;
  /** The new place of a range of the old text; a range that cuts into a replacement takes all of it. */
  readonly place: (start: number, end: number) => { start: number; end: number };
  /** The text with every replacement alike: the same whatever the pseudonyms are. */
  readonly blind: string;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Every quantifier is bounded or over one class, so matching is linear. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'()[\]]+/giu;
const MENTION = /(?<![\p{L}\p{N}_])[@＠][\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\p{L}\p{N}.-]+)?/gu;
const REDDIT = /(?<![\p{L}\p{N}_/])\/?u\/[\w-]{2,}/gu;
const WORD = /[\p{L}\p{N}_]+/gu;

/** Names of authors, looked up word by word: the cost does not grow with the number of authors. */
export class Names {
  readonly #byFirst = new Map<string, { words: readonly string[]; pseudonym: string }[]>();
  readonly #parts = new Map<string, string>();
  readonly #whole = new Map<string, string>();

  add(name: string, pseudonym: string): void {
    const words = wordsOf(name).map(({ word }) => word);
    const [first] = words;
    if (first === undefined || this.#whole.has(fold(name))) return;
    this.#whole.set(fold(name), pseudonym);
    if (words.length === 1 && FUNCTION_WORDS.has(fold(first))) return;
    const entry = { words: words.map(fold), pseudonym };
    const list = this.#byFirst.get(fold(first));
    if (list === undefined) this.#byFirst.set(fold(first), [entry]);
    else list.push(entry);
    list?.sort((a, b) => b.words.length - a.words.length);
    for (const part of words.length > 1 ? words : []) {
      if (part.length > 2 && /^\p{Lu}/u.test(part) && !FUNCTION_WORDS.has(fold(part)) && !this.#parts.has(part))
        this.#parts.set(part, pseudonym);
    }
  }

  whole(name: string): string | undefined {
    return this.#whole.get(fold(name));
  }

  /** Full names in any case, the longest first; with `parts`, capitalised first and last names too. */
  find(text: string, parts: boolean): Edit[] {
    const words = wordsOf(text);
    const edits: Edit[] = [];
    for (let i = 0; i < words.length; i++) {
      const found = (this.#byFirst.get(fold(words[i]?.word ?? "")) ?? []).find(({ words: name }) =>
        name.every((word, k) => fold(words[i + k]?.word ?? "") === word),
      );
      const length = found?.words.length ?? 1;
      const by = found?.pseudonym ?? (parts ? this.#parts.get(words[i]?.word ?? "") : undefined);
      if (by === undefined) continue;
      edits.push({ start: words[i]?.start ?? 0, end: words[i + length - 1]?.end ?? 0, by });
      i += length - 1;
    }
    return edits;
  }
}

/** O(n) in the text. */
export function redactText(text: string, names: Names, parts: boolean): RedactedText {
  const patterns = [EMAIL, LINK, MENTION, REDDIT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: match, index }): Edit => {
      const handle = match.replace(/^[@＠]|^\/?u\//u, "");
      const known = pattern === MENTION || pattern === REDDIT ? names.whole(handle) : undefined;
      const by = known ?? (pattern === EMAIL ? "[e-mail]" : pattern === LINK ? "[link]" : "[mention]");
      return { start: index, end: index + match.length, by };
    }),
  );
  const edits = withoutOverlaps([...patterns, ...names.find(text, parts)]);
  const pieces: string[] = [];
  const blind: string[] = [];
  const moved: (Edit & { readonly at: number })[] = [];
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

function move(edits: readonly (Edit & { readonly at: number })[], position: number, isEnd: boolean): number {
  let shift = 0;
  for (const { start, end, by, at } of edits) {
    if (position < start || (isEnd && position === start)) break;
    if (position < end || (isEnd && position === end)) return isEnd ? at + by.length : at;
    shift = at + by.length - end;
  }
  return position + shift;
}

/** In reading order; of two that overlap the earlier, and then the longer one. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  }
  return kept;
}

function wordsOf(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
}

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
