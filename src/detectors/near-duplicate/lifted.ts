/** Text that a comment takes over from the article or from the comment it answers, unquoted. */
import type { CommentView, TextView } from "../../corpus.js";
import type { Span } from "../../model.js";
import { overlapsAny } from "../../text/quotation.js";
import type { Token } from "../../text/tokens.js";

export interface Lifted {
  /** Words in the longest shared run. */
  readonly run: number;
  /** Share of the comment's own words inside the run, 0..1. */
  readonly share: number;
  readonly here: Span;
  readonly there: Span;
}

const SEED = 5;
/** Shorter runs are names, titles and set phrases. */
const MIN_RUN = 8;

/** An index of a source text's word 5-grams: position of the first occurrence. */
export class RunIndex {
  readonly words: readonly Token[];
  readonly #positions = new Map<string, number>();

  constructor(readonly source: TextView) {
    this.words = source.tokens.filter(({ kind }) => kind === "word" || kind === "number");
    for (let i = 0; i + SEED <= this.words.length; i++) {
      const key = gram(this.words, i);
      if (!this.#positions.has(key)) this.#positions.set(key, i);
    }
  }

  /** The longest run of the comment's unquoted words that the source has too. O(words). */
  longestRun(comment: CommentView): Lifted | undefined {
    const own = comment.tokens.filter(
      (token) => (token.kind === "word" || token.kind === "number") && !overlapsAny(comment.quoted, token),
    );
    let best: { from: number; at: number; length: number } | undefined;
    for (let i = 0; i + SEED <= own.length; i++) {
      const at = this.#positions.get(gram(own, i));
      if (at === undefined) continue;
      let length = SEED;
      while (own[i + length] !== undefined && own[i + length]?.norm === this.words[at + length]?.norm) length++;
      if (best === undefined || length > best.length) best = { from: i, at, length };
      i += length - SEED;
    }
    if (best === undefined || best.length < MIN_RUN) return undefined;
    const first = own[best.from];
    const last = own[best.from + best.length - 1];
    const sourceFirst = this.words[best.at];
    const sourceLast = this.words[best.at + best.length - 1];
    if (first === undefined || last === undefined || sourceFirst === undefined || sourceLast === undefined)
      return undefined;
    return {
      run: best.length,
      share: best.length / own.length,
      here: comment.span(first.start, last.end),
      there: this.source.span(sourceFirst.start, sourceLast.end),
    };
  }
}

function gram(words: readonly Token[], from: number): string {
  let key = "";
  for (let i = from; i < from + SEED; i++) key += `${words[i]?.norm ?? ""} `;
  return key;
}
