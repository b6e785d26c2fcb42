/** Similarities between token sequences and sets. All return 0..1 and are symmetric unless said. */
import stringSimilarity from "string-similarity";

/** |A ∩ B| / |A ∪ B|; two empty sets are not similar. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const shared = intersectionSize(a, b);
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
}

/** |A ∩ B| / min(|A|, |B|): a short text inside a long one scores 1. */
export function containment<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : intersectionSize(a, b) / smaller;
}

export function intersectionSize<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared++;
  return shared;
}

/**
 * Dice coefficient over letter pairs, as string-similarity defines it: the figure that reports show
 * for a pair that is already confirmed. Quadratic-free but slow, so never used to find candidates.
 */
export function letterPairDice(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  return Math.round(stringSimilarity.compareTwoStrings(a.toLowerCase(), b.toLowerCase()) * 1000) / 1000;
}

/**
 * Length of the longest common subsequence over the length of the longer sequence, weighted.
 * O(|a|·|b|) time, O(|b|) space; callers bound the lengths.
 */
export function lcsRatio(
  a: readonly string[],
  b: readonly string[],
  weight: (item: string) => number = () => 1,
): number {
  if (a.length === 0 || b.length === 0) return 0;
  let previous = new Float64Array(b.length + 1);
  let current = new Float64Array(b.length + 1);
  for (const item of a) {
    for (let j = 1; j <= b.length; j++) {
      const skip = Math.max(previous[j] ?? 0, current[j - 1] ?? 0);
      current[j] = b[j - 1] === item ? Math.max(skip, (previous[j - 1] ?? 0) + weight(item)) : skip;
    }
    [previous, current] = [current, previous];
  }
  const total = (items: readonly string[]) => items.reduce((sum, item) => sum + weight(item), 0);
  const longer = Math.max(total(a), total(b));
  return longer === 0 ? 0 : (previous[b.length] ?? 0) / longer;
}

/** Contiguous n-grams joined by a blank; none when there are fewer than n items. */
export function shingles(items: readonly string[], n: number): Set<string> {
  const set = new Set<string>();
  for (let i = 0; i + n <= items.length; i++) set.add(items.slice(i, i + n).join(" "));
  return set;
}

/** Character n-grams of a text. */
export function characterNgrams(text: string, n: number): Set<string> {
  const set = new Set<string>();
  for (let i = 0; i + n <= text.length; i++) set.add(text.slice(i, i + n));
  return set;
}
