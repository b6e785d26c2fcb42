/**
 * Pairs worth comparing. Nothing here decides: every pair is verified afterwards.
 *
 * Equal texts are grouped first and stand for one, so that ten thousand copies cost as much as one.
 * Across the corpus, MinHash-LSH on word shingles proposes copies and edits. Inside a thread, where
 * paraphrases are looked for and shingles see nothing, pairs that share rare stems are proposed.
 */
import type { Document } from "./document.js";
import { lshBands } from "./minhash.js";

/** Texts in one LSH bucket that are all paired with each other, and stems that are looked at; more is common. */
const MAX_BUCKET = 64;
/** Of a larger bucket, each text is paired with so many of the first: enough to gather a campaign around one. */
const ANCHORS = 4;
/** Stems that a pair must share to be proposed as a paraphrase. */
const MIN_SHARED_STEMS = 4;

/** Up to so many texts, every pair is a candidate. */
const ALL_PAIRS = 40;

export type Pair = readonly [number, number];

/** Indices of documents with the same key, in groups of at least two. */
export function groupEqual(documents: readonly Document[]): number[][] {
  const groups = new Map<string, number[]>();
  documents.forEach(({ key }, i) => {
    if (key === "") return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  });
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Candidate pairs among the documents at `indices`, each pair once, smaller index first. */
export function findCandidates(documents: readonly Document[], indices: readonly number[]): Pair[] {
  const pairs = new Set<string>();
  const propose = (bucket: readonly number[]) => {
    const anchors = bucket.length <= MAX_BUCKET ? bucket.length : ANCHORS;
    for (let a = 0; a < anchors; a++) {
      for (let b = a + 1; b < bucket.length; b++) pairs.add(`${bucket[a] ?? 0},${bucket[b] ?? 0}`);
    }
  };
  // Few texts are all compared with each other: nothing is missed, and signatures would cost more.
  if (indices.length <= ALL_PAIRS) return allPairs(indices);
  for (const bucket of lshBuckets(documents, indices)) propose(bucket);
  for (const thread of byThread(documents, indices))
    for (const [a, b] of stemPairs(documents, thread)) pairs.add(`${a},${b}`);
  return [...pairs]
    .map((pair): Pair => {
      const [a = 0, b = 0] = pair.split(",").map(Number);
      return [a, b];
    })
    .sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

function allPairs(indices: readonly number[]): Pair[] {
  return indices.flatMap((a, i) => indices.slice(i + 1).map((b): Pair => [a, b]));
}

function lshBuckets(documents: readonly Document[], indices: readonly number[]): number[][] {
  const buckets = new Map<number, number[]>();
  for (const i of indices) {
    for (const key of lshBands(documents[i]?.shingles ?? [])) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [i]);
      else bucket.push(i);
    }
  }
  return [...buckets.values()].filter(({ length }) => length > 1);
}

function byThread(documents: readonly Document[], indices: readonly number[]): number[][] {
  const threads = new Map<unknown, number[]>();
  for (const i of indices) {
    const thread = documents[i]?.view.thread;
    const list = threads.get(thread);
    if (list === undefined) threads.set(thread, [i]);
    else list.push(i);
  }
  return [...threads.values()];
}

/** Pairs of one thread that share at least MIN_SHARED_STEMS stems which are rare enough in it. */
function stemPairs(documents: readonly Document[], indices: readonly number[]): Pair[] {
  const postings = new Map<string, number[]>();
  for (const i of indices) {
    for (const word of documents[i]?.stemSet ?? []) {
      const list = postings.get(word);
      if (list === undefined) postings.set(word, [i]);
      else list.push(i);
    }
  }
  const shared = new Map<number, number>();
  const width = documents.length;
  for (const list of postings.values()) {
    if (list.length > MAX_BUCKET) continue;
    for (let a = 0; a < list.length; a++) {
      for (let b = a + 1; b < list.length; b++) {
        const id = (list[a] ?? 0) * width + (list[b] ?? 0);
        shared.set(id, (shared.get(id) ?? 0) + 1);
      }
    }
  }
  return [...shared]
    .filter(([, count]) => count >= MIN_SHARED_STEMS)
    .map(([id]): Pair => [Math.floor(id / width), id % width]);
}
