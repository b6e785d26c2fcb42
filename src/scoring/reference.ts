/** Conformal ranks: which share of human references reaches at least a value. */
import type { Reference } from "./model.js";

/**
 * Share of the reference that is at least `value`, by interpolation between stored quantiles in log
 * rate; never below the smallest rate of its bucket, since nothing rarer was measured.
 */
export function exceedance(reference: Reference, size: number, value: number): number {
  const bucket = reference.buckets.find(({ from, to }) => size >= from && size < to) ?? reference.buckets.at(-1);
  const rates = reference.rates;
  if (bucket === undefined) return 1;
  const { values } = bucket;
  for (let i = 0; i < values.length; i++) {
    if (value >= (values[i] ?? Infinity)) continue;
    if (i === 0) return 1;
    const [low, high] = [values[i - 1] ?? 0, values[i] ?? 0];
    const part = high === low ? 0 : (value - low) / (high - low);
    const [more, less] = [Math.log(rates[i - 1] ?? 1), Math.log(rates[i] ?? 1)];
    return Math.exp(more + part * (less - more));
  }
  return rates[values.length - 1] ?? 1;
}
