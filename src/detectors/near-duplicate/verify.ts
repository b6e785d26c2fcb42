/**
 * Whether a candidate pair is a copy, a light edit or a paraphrase.
 *
 * The cuts lie above what pairs of human comments under one article show: of 153,610 such pairs,
 * those over the paraphrase cut were double posts, quotations and advertising when read by hand.
 */
import type { ThreadView } from "../../corpus.js";
import type { ClusterKind } from "../../model.js";
import { intersectionSize, lcsRatio } from "../../text/similarity.js";
import type { Document } from "./document.js";

export interface Verified {
  readonly kind: Exclude<ClusterKind, "template">;
  /** Weighted share of common stems (Dice), 0..1: the figure the cut is made on. */
  readonly similarity: number;
}

const MIN_EDITED_WORDS = 8;
const EDITED_LCS = 0.6;
const EDITED_CONTAINMENT = 0.6;
const PARAPHRASE_DICE = 0.6;
const PARAPHRASE_LCS = 0.4;
const MIN_PARAPHRASE_STEMS = 5;

/** Weight of a stem inside its thread: rare ones count more, the article's own words less. */
export function stemWeights(thread: ThreadView, documents: readonly Document[]): (word: string) => number {
  const frequency = new Map<string, number>();
  for (const { stemSet } of documents) for (const word of stemSet) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const article = thread.article.contentStems;
  return (word) =>
    Math.log((documents.length + 1) / ((frequency.get(word) ?? 0) + 0.5)) + (article.has(word) ? 0.3 : 1);
}

/** Undefined when the pair is neither. */
export function verifyPair(a: Document, b: Document, weight: (word: string) => number): Verified | undefined {
  if (a.key === b.key && a.key !== "") return { kind: "copy", similarity: 1 };
  const shorter = Math.min(a.words.length, b.words.length);
  const longer = Math.max(a.words.length, b.words.length);
  const dice = weightedDice(a.stemSet, b.stemSet, weight);
  if (shorter >= MIN_EDITED_WORDS && shorter * 2.5 >= longer) {
    const sharedShingles =
      intersectionSize(a.shingles, b.shingles) / Math.max(1, Math.min(a.shingles.size, b.shingles.size));
    if (
      (sharedWords(a.words, b.words) >= EDITED_LCS * longer && lcsRatio(a.words, b.words) >= EDITED_LCS) ||
      (sharedShingles >= EDITED_CONTAINMENT && shorter >= 2 * MIN_EDITED_WORDS)
    ) {
      return { kind: "edited", similarity: Math.max(dice, sharedShingles) };
    }
  }
  if (a.view.thread !== b.view.thread || dice < PARAPHRASE_DICE) return undefined;
  if (intersectionSize(a.stemSet, b.stemSet) < MIN_PARAPHRASE_STEMS) return undefined;
  return lcsRatio(a.stems, b.stems, weight) >= PARAPHRASE_LCS ? { kind: "paraphrase", similarity: dice } : undefined;
}

/** Words in common, with repetition: no common subsequence is longer, and this takes one pass. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared++;
  }
  return shared;
}

function weightedDice(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (word: string) => number): number {
  const total = (set: ReadonlySet<string>) => [...set].reduce((sum, word) => sum + weight(word), 0);
  const shared = [...a].filter((word) => b.has(word)).reduce((sum, word) => sum + weight(word), 0);
  const both = total(a) + total(b);
  return both === 0 ? 0 : (2 * shared) / both;
}
