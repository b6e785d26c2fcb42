/**
 * Benjamini-Hochberg (1995): among many comments or threads some look odd by chance. The adjusted
 * rate of an item is the share of false alarms to expect when it and all rarer ones are called.
 */

/** Adjusted rates in the order given, 0..1; null stays null and does not count. O(n log n). */
export function benjaminiHochberg(rates: readonly (number | null)[]): (number | null)[] {
  const order = rates
    .flatMap((rate, index) => (rate === null ? [] : [{ rate, index }]))
    .sort((a, b) => b.rate - a.rate);
  const adjusted: (number | null)[] = rates.map(() => null);
  let lowest = 1;
  order.forEach(({ rate, index }, i) => {
    lowest = Math.min(lowest, (rate * order.length) / (order.length - i));
    adjusted[index] = Number(lowest.toPrecision(2));
  });
  return adjusted;
}
