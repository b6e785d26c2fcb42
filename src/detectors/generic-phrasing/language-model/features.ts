/**
 * Hashed word n-grams of a comment (feature hashing: Weinberger et al. 2009).
 *
 * Addresses, mentions and hashtags are left out and numbers are one class: they tell platforms and
 * topics apart, not writers.
 */
import { hashString } from "../../../hash.js";
import type { Token } from "../../../text/tokens.js";

export interface NgramFeature {
  /** 32-bit hash of the n-gram; a table of weights takes its low bits. */
  readonly hash: number;
  /** Indices of the first and last token, inclusive, among the tokens that were given. */
  readonly first: number;
  readonly last: number;
}

const MAX_N = 3;
/** A long text is judged by its beginning: the model was fitted on comments, not essays. */
const MAX_TOKENS = 300;
const BOUNDARY = hashString("\u0002");

function mix(hash: number, next: number): number {
  let mixed = Math.imul(hash ^ next, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0x85ebca77) >>> 0;
}

/** The distinct n-grams of 1 to 3 tokens, with text boundaries, in order of first appearance. O(tokens). */
export function ngramFeatures(tokens: readonly Token[]): NgramFeature[] {
  const kept: number[] = [];
  const hashes: number[] = [BOUNDARY];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "url" || token.kind === "mention" || token.kind === "hashtag") continue;
    kept.push(index);
    hashes.push(hashString(token.kind === "number" ? "0" : token.norm));
    if (kept.length === MAX_TOKENS) break;
  }
  hashes.push(BOUNDARY);
  const features = new Map<number, NgramFeature>();
  for (let from = 0; from < hashes.length; from++) {
    let hash = 0x811c9dc5;
    for (let n = 1; n <= MAX_N && from + n <= hashes.length; n++) {
      hash = mix(hash, hashes[from + n - 1] ?? 0);
      const onlyBoundary = n === 1 && (from === 0 || from === hashes.length - 1);
      if (onlyBoundary || features.has(hash)) continue;
      const first = kept[Math.max(0, from - 1)] ?? 0;
      const last = kept[Math.min(kept.length - 1, from + n - 2)] ?? first;
      features.set(hash, { hash, first, last });
    }
  }
  return kept.length === 0 ? [] : [...features.values()];
}
