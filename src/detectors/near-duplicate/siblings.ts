/**
 * How near a comment stands to its nearest siblings, by Jaccard of character 5-grams.
 *
 * Comments written by one model under one article resemble each other more than people's do, even
 * where no phrase is shared. The mean over the two nearest is used: one near sibling may be an
 * answer, two are a pattern.
 */
import type { CommentView, ThreadView } from "../../corpus.js";
import { hashString } from "../../hash.js";
import type { Likeness } from "../../model.js";

export interface Nearness {
  /** Mean similarity to the two nearest siblings, 0..1. */
  readonly similarity: number;
  readonly nearest: readonly CommentView[];
}

export const MIN_SIBLING_WORDS = 8;
const NGRAM = 5;
const MAX_CHARACTERS = 1_000;
/** Siblings that a comment is compared with; in longer threads a fixed sample, so that the nearest stay comparable. */
const MAX_SIBLINGS = 300;

/** Comments of one thread whose likeness is kept for drawing: the nearest to their siblings. */
const MAX_DRAWN = 50;

export interface SiblingTable {
  readonly nearness: ReadonlyMap<CommentView, Nearness>;
  /** Mean similarity over all compared pairs. */
  readonly mean: number;
  /** All pairs of the nearest comments, in reading order. */
  readonly likeness: Likeness;
}

/** O(n · min(n, 300)) merges of sorted n-gram lists. */
export function compareSiblings(thread: ThreadView): SiblingTable {
  const members = thread.comments
    .filter(({ words }) => words.length >= MIN_SIBLING_WORDS)
    .map((view) => ({ view, grams: sortedNgrams(view) }));
  const sample =
    members.length <= MAX_SIBLINGS
      ? members
      : [...members]
          .sort((a, b) => hashString(a.view.comment.id) - hashString(b.view.comment.id))
          .slice(0, MAX_SIBLINGS);
  const whole = sample.length === members.length;
  const found = new Map(members.map(({ view }) => [view, new TwoNearest()]));
  const percent: number[] = [];
  let [sum, pairs] = [0, 0];
  members.forEach(({ view, grams }, i) => {
    // Among all members a pair is compared once; against a sample each member is.
    for (const other of whole ? members.slice(i + 1) : sample) {
      if (other.view === view) continue;
      const similarity = sortedJaccard(grams, other.grams);
      sum += similarity;
      pairs++;
      if (members.length <= MAX_DRAWN) percent.push(inPercent(similarity));
      found.get(view)?.offer(similarity, other.view);
      if (whole) found.get(other.view)?.offer(similarity, view);
    }
  });
  const nearness = new Map([...found].map(([view, nearest]) => [view, nearest.result]));
  const likeness =
    members.length <= MAX_DRAWN
      ? { comments: members.map(({ view }) => view.comment.id), percent }
      : drawnLikeness(members, nearness);
  return { nearness, mean: pairs === 0 ? 0 : sum / pairs, likeness };
}

function inPercent(similarity: number): number {
  return Math.round(100 * similarity);
}

interface Member {
  readonly view: CommentView;
  readonly grams: Uint32Array;
}

function drawnLikeness(members: readonly Member[], nearness: SiblingTable["nearness"]): Likeness {
  const near = ({ view }: Member) => nearness.get(view)?.similarity ?? 0;
  const drawn = new Set([...members].sort((a, b) => near(b) - near(a)).slice(0, MAX_DRAWN));
  const shown = members.filter((member) => drawn.has(member));
  return {
    comments: shown.map(({ view }) => view.comment.id),
    percent: shown.flatMap(({ grams }, i) =>
      shown.slice(i + 1).map((other) => inPercent(sortedJaccard(grams, other.grams))),
    ),
  };
}

class TwoNearest {
  #first: CommentView | undefined;
  #second: CommentView | undefined;
  #firstSimilarity = 0;
  #secondSimilarity = 0;

  offer(similarity: number, view: CommentView): void {
    if (similarity > this.#firstSimilarity) {
      this.#second = this.#first;
      this.#secondSimilarity = this.#firstSimilarity;
      this.#first = view;
      this.#firstSimilarity = similarity;
    } else if (similarity > this.#secondSimilarity) {
      this.#second = view;
      this.#secondSimilarity = similarity;
    }
  }

  get result(): Nearness {
    return {
      similarity: (this.#firstSimilarity + this.#secondSimilarity) / 2,
      nearest: [this.#first, this.#second].filter((near) => near !== undefined),
    };
  }
}

/** Hashes of the distinct character n-grams of the folded words, ascending. */
function sortedNgrams(view: CommentView): Uint32Array {
  const text = view.words
    .map(({ norm }) => norm)
    .join(" ")
    .slice(0, MAX_CHARACTERS);
  const hashes = new Uint32Array(Math.max(0, text.length - NGRAM + 1));
  for (let i = 0; i < hashes.length; i++) {
    // FNV-1a, as hashString has it, without cutting out every piece.
    let hash = 0x811c9dc5;
    for (let k = i; k < i + NGRAM; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
    hashes[i] = hash >>> 0;
  }
  hashes.sort();
  let distinct = 0;
  for (let i = 0; i < hashes.length; i++) {
    if (i === 0 || hashes[i] !== hashes[i - 1]) hashes[distinct++] = hashes[i] ?? 0;
  }
  return hashes.subarray(0, distinct);
}

function sortedJaccard(a: Uint32Array, b: Uint32Array): number {
  let i = 0;
  let j = 0;
  let shared = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      shared++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  const union = a.length + b.length - shared;
  return union === 0 ? 0 : shared / union;
}
