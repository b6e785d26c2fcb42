/** Names of authors, looked up word by word: the cost does not grow with the number of authors. */
import { spellPlainly } from "../text/fold.js";
import { FUNCTION_WORDS } from "../text/function-words.js";

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

const WORD = /[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}_]+/gu;
const SURELY_A_NAME = 6;
/** Scripts without blanks between words: a name stands inside a run of letters. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]{2,}$/u;

export class Names {
  /** Full names by their folded words. */
  readonly #runs = new Map<string, string>();
  /** Words of the longest name that starts with a word. */
  readonly #longest = new Map<string, number>();
  readonly #parts = new Map<string, Set<string>>();
  readonly #whole = new Map<string, string>();
  readonly #unspaced = new Map<string, { name: string; pseudonym: string }[]>();

  add(name: string, pseudonym: string): void {
    const words = wordsOf(name).map(({ word }) => word);
    const [first] = words;
    if (first === undefined || this.#whole.has(fold(name))) return;
    this.#whole.set(fold(name), pseudonym);
    if (UNSPACED.test(name)) push(this.#unspaced, name.charAt(0), { name, pseudonym });
    // A letter, a number or a function word is somebody's name, but in a text it is itself.
    if (words.length === 1 && (first.length < 3 || /^\p{N}+$/u.test(first) || FUNCTION_WORDS.has(fold(first)))) return;
    this.#addRun(words.map(fold), pseudonym);
    if (words.length === 1) return;
    this.#addRun([fold(words.join(""))], pseudonym);
    for (const part of words) {
      if (part.length < 3 || /^\p{N}/u.test(part) || FUNCTION_WORDS.has(fold(part))) continue;
      const key = fold(part);
      const known = this.#parts.get(key) ?? new Set<string>();
      known.add(pseudonym);
      this.#parts.set(key, known);
    }
  }

  whole(name: string): string | undefined {
    return this.#whole.get(fold(name));
  }

  /** Whose full name stands in the text. */
  named(text: string): ReadonlySet<string> {
    return new Set(this.find(text, new Set()).map(({ by }) => by));
  }

  /** Full names in any case, the longest first, and capitalised first and last names of those in `parts`. */
  find(text: string, parts: "all" | ReadonlySet<string>): Edit[] {
    const words = wordsOf(text);
    const keys = words.map(({ word }) => fold(word));
    const edits = this.#findUnspaced(text);
    for (let i = 0; i < words.length; i++) {
      let length = Math.min(this.#longest.get(keys[i] ?? "") ?? 0, words.length - i);
      let by: string | undefined;
      for (; length > 0 && by === undefined; length--) by = this.#runs.get(keys.slice(i, i + length).join(" "));
      length = by === undefined ? 1 : length + 1;
      by ??= this.#partOf(words[i]?.word ?? "", keys[i] ?? "", parts);
      if (by === undefined) continue;
      edits.push({ start: words[i]?.start ?? 0, end: words[i + length - 1]?.end ?? 0, by });
      i += length - 1;
    }
    return edits;
  }

  #partOf(word: string, key: string, parts: "all" | ReadonlySet<string>): string | undefined {
    const bearers = this.#parts.get(key);
    // "Young" is a name where "young" is none; a longer word is one in any case.
    const hasCase = word.toLowerCase() !== word.toUpperCase();
    if (bearers === undefined || (hasCase && key.length < SURELY_A_NAME && !/^\p{Lu}/u.test(word))) return undefined;
    if (parts === "all") return bearers.values().next().value;
    for (const pseudonym of parts) if (bearers.has(pseudonym)) return pseudonym;
    return undefined;
  }

  #findUnspaced(text: string): Edit[] {
    if (this.#unspaced.size === 0) return [];
    const edits: Edit[] = [];
    for (let i = 0; i < text.length; i++) {
      const found = this.#unspaced.get(text.charAt(i))?.find(({ name }) => text.startsWith(name, i));
      if (found === undefined) continue;
      edits.push({ start: i, end: i + found.name.length, by: found.pseudonym });
      i += found.name.length - 1;
    }
    return edits;
  }

  #addRun(words: readonly string[], pseudonym: string): void {
    const run = words.slice(0, MAX_WORDS);
    const key = run.join(" ");
    if (!this.#runs.has(key)) this.#runs.set(key, pseudonym);
    const [first = ""] = run;
    this.#longest.set(first, Math.max(run.length, this.#longest.get(first) ?? 0));
  }
}

/** Of a name that is a sentence its beginning is looked for. */
const MAX_WORDS = 6;

function push<T>(map: Map<string, T[]>, key: string, value: T): T[] {
  const list = map.get(key) ?? [];
  list.push(value);
  map.set(key, list);
  return list;
}

function wordsOf(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
}

/** Bjørn, BJORN and Bjorn are one, also in letters of mathematics. */
function fold(text: string): string {
  const plain = text.normalize("NFKD").replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, "");
  return spellPlainly(plain.toLowerCase());
}
