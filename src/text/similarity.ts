/** Similarities between token sequences and sets. All return 0..1 and are symmetric unless said. */
import stringSimilarity from "string-similarity";

/** |A ∩ B|. O(smaller set). */
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
