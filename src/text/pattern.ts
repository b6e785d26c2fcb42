/**
 * Phrase patterns over words, in a small language that a person can read:
 *
 *   `it is|'s ~intensifier? ~evaluative`
 *
 * - elements are separated by blanks; `a|b` is a choice of words; `x?` may be missing
 * - `~name` stands for a word class of the lexicon; `_` for any one word
 * - `..3` is a gap of at most three words; `^` is the start of a sentence, `$` its end
 *
 * A contraction is two words: it's = it + 's, don't = do + n't. Matching tries every start, and
 * gaps and optional elements are few and bounded, so the cost is linear in the text.
 */
import type { Token } from "./tokens.js";

export interface MatchWord {
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  /** True when a sentence starts (ends) at this word. */
  readonly opens: boolean;
  readonly closes: boolean;
}

type Element =
  | { readonly kind: "words"; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | { readonly kind: "any"; readonly optional: boolean }
  | { readonly kind: "gap"; readonly max: number }
  | { readonly kind: "start" }
  | { readonly kind: "end" };

export interface Pattern {
  readonly source: string;
  readonly elements: readonly Element[];
}

const MAX_GAP = 6;

/** Compiles a pattern; throws an Error that names the mistake. */
export function compilePattern(source: string, classes: Readonly<Record<string, readonly string[]>>): Pattern {
  const elements = source.split(/\s+/u).map((part): Element => {
    if (part === "^") return { kind: "start" };
    if (part === "$") return { kind: "end" };
    const gap = /^\.\.(\d)$/u.exec(part);
    if (gap !== null) {
      const max = Number(gap[1]);
      if (max < 1 || max > MAX_GAP) throw new Error(`gap of ${max} in "${source}": 1 to ${MAX_GAP} words are allowed`);
      return { kind: "gap", max };
    }
    const optional = part.endsWith("?");
    const body = optional ? part.slice(0, -1) : part;
    if (body === "_") return { kind: "any", optional };
    const known = setsOf(classes).get(body);
    if (known !== undefined) return { kind: "words", words: known, optional };
    const words = body.split("|").flatMap((word) => {
      if (!word.startsWith("~")) return [word];
      const members = Object.hasOwn(classes, word.slice(1)) ? classes[word.slice(1)] : undefined;
      if (members === undefined) throw new Error(`unknown word class ${word} in "${source}"`);
      return members;
    });
    if (words.some((word) => word === "")) throw new Error(`empty choice in "${source}"`);
    const set = new Set(words);
    setsOf(classes).set(body, set);
    return { kind: "words", words: set, optional };
  });
  if (!elements.some(({ kind }) => kind === "words")) throw new Error(`"${source}" names no word`);
  const ways = elements.reduce((product, element) => product * waysOf(element), 1);
  if (ways > MAX_WAYS) throw new Error(`too many gaps and optional words in "${source}"`);
  return { source, elements };
}

/** Ways to match at one start: bounded, or a pattern of optional words would be exponential in its length. */
const MAX_WAYS = 5_000;

function waysOf(element: Element): number {
  if (element.kind === "gap") return element.max + 1;
  return "optional" in element && element.optional ? 2 : 1;
}

type Classes = Readonly<Record<string, readonly string[]>>;
const sets = new WeakMap<Classes, Map<string, ReadonlySet<string>>>();

/** Choices already read, by how they are written: many patterns name the same large class. */
function setsOf(classes: Classes): Map<string, ReadonlySet<string>> {
  const known = sets.get(classes);
  if (known !== undefined) return known;
  const fresh = new Map<string, ReadonlySet<string>>();
  sets.set(classes, fresh);
  return fresh;
}

const CLITIC = /^(.+?)(n't|'(?:[sdm]|re|ve|ll))$/u;

/** Words for matching, with contractions opened and sentence boundaries marked. O(tokens). */
export function matchWords(tokens: readonly Token[]): MatchWord[] {
  const words: { norm: string; start: number; end: number; opens: boolean; closes: boolean }[] = [];
  let opens = true;
  for (const token of tokens) {
    if (token.kind === "punct") {
      if (/^(?:[.!?:;]|\.\.\.)$/u.test(token.norm)) {
        const last = words.at(-1);
        if (last !== undefined) last.closes = true;
        opens = true;
      }
      continue;
    }
    const clitic = token.kind === "word" ? CLITIC.exec(token.norm) : null;
    const parts = clitic === null ? [token.norm] : [clitic[1] ?? "", clitic[2] ?? ""];
    for (const norm of parts) {
      words.push({ norm, start: token.start, end: token.end, opens, closes: false });
      opens = false;
    }
  }
  const last = words.at(-1);
  if (last !== undefined) last.closes = true;
  return words;
}

/** The word after the match, or undefined without one. The shortest gaps win. */
function matchFrom(
  elements: readonly Element[],
  at: number,
  words: readonly MatchWord[],
  position: number,
): number | undefined {
  const element = elements[at];
  if (element === undefined) return position;
  const word = words[position];
  switch (element.kind) {
    case "start":
      return word?.opens === true ? matchFrom(elements, at + 1, words, position) : undefined;
    case "end":
      return position > 0 && words[position - 1]?.closes === true
        ? matchFrom(elements, at + 1, words, position)
        : undefined;
    case "gap":
      for (let skip = 0; skip <= element.max && position + skip <= words.length; skip++) {
        if (skip > 0 && words[position + skip - 1]?.closes === true) break;
        const end = matchFrom(elements, at + 1, words, position + skip);
        if (end !== undefined) return end;
      }
      return undefined;
    default: {
      if (word !== undefined && (element.kind === "any" || element.words.has(word.norm))) {
        const end = matchFrom(elements, at + 1, words, position + 1);
        if (end !== undefined) return end;
      }
      return element.optional ? matchFrom(elements, at + 1, words, position) : undefined;
    }
  }
}

/** Words that can start a match, or undefined when any word can. */
function firstWords(pattern: Pattern): ReadonlySet<string> | undefined {
  const first = new Set<string>();
  for (const element of pattern.elements) {
    if (element.kind === "start" || element.kind === "end") continue;
    if (element.kind !== "words") return undefined;
    for (const word of element.words) first.add(word);
    if (!element.optional) return first;
  }
  return undefined;
}

export interface PatternMatch<T> {
  readonly value: T;
  /** Half-open range of words. */
  readonly from: number;
  readonly to: number;
}

/** Many patterns at once, found by the words they can start with. */
export class PatternIndex<T> {
  readonly #byWord = new Map<string, { value: T; pattern: Pattern }[]>();
  readonly #anywhere: { value: T; pattern: Pattern }[] = [];

  add(pattern: Pattern, value: T): void {
    const first = firstWords(pattern);
    if (first === undefined) this.#anywhere.push({ value, pattern });
    for (const word of first ?? []) {
      const known = this.#byWord.get(word);
      if (known === undefined) this.#byWord.set(word, [{ value, pattern }]);
      else known.push({ value, pattern });
    }
  }

  /** Every match, by the word it starts at. */
  search(words: readonly MatchWord[]): PatternMatch<T>[] {
    const matches: PatternMatch<T>[] = [];
    words.forEach((word, from) => {
      for (const list of [this.#byWord.get(word.norm) ?? [], this.#anywhere]) {
        for (const { value, pattern } of list) {
          const to = matchFrom(pattern.elements, 0, words, from);
          if (to !== undefined) matches.push({ value, from, to });
        }
      }
    });
    return matches;
  }
}
