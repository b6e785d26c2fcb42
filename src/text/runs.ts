/** Where given runs of words stand in a text. O(n) but for the few runs that start with the same word. */
import type { Token } from "./tokens.js";

export class RunFinder {
  readonly #byFirst = new Map<string, (readonly string[])[]>();

  /** Each run is a list of folded words, as tokenize gives them. */
  constructor(runs: readonly (readonly string[])[]) {
    for (const run of runs) {
      const [first] = run;
      if (first === undefined) continue;
      const list = this.#byFirst.get(first);
      if (list === undefined) this.#byFirst.set(first, [run]);
      else list.push(run);
    }
  }

  get isEmpty(): boolean {
    return this.#byFirst.size === 0;
  }

  /** Half-open ranges of the text, in reading order; they may overlap. */
  find(words: readonly Token[]): { start: number; end: number }[] {
    if (this.isEmpty) return [];
    return words.flatMap((word, i) =>
      (this.#byFirst.get(word.norm) ?? [])
        .filter((run) => run.every((norm, k) => words[i + k]?.norm === norm))
        .map((run) => ({ start: word.start, end: words[i + run.length - 1]?.end ?? word.end })),
    );
  }
}
