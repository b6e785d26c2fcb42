/** Quantiles of human values, sites weighted equally: what the shipped model calls a human rate. */
import type { Reference } from "../../src/scoring/model.js";

export interface HumanValue {
  readonly site: string;
  /** Words of a comment, or comments of a thread. */
  readonly size: number;
  readonly value: number;
}

/** Exceedance rates that are stored, descending. */
export const RATES = [1, 0.9, 0.75, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005];

/** One quantile list per bucket of sizes; a bucket reads its neighbours where it is thin. */
export function buildReference(
  values: readonly HumanValue[],
  edges: readonly number[],
  minimum: number,
  rates: readonly number[] = RATES,
): Reference {
  const buckets = edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? Infinity;
    const inside = values.filter(({ size }) => size >= from && size < to);
    const chosen = inside.length >= minimum ? inside : values;
    return { from, to: Number.isFinite(to) ? to : 1e9, values: weightedQuantiles(chosen, rates) };
  });
  return { rates, buckets };
}

/** The value that a share `rate` reaches or exceeds, each site counting the same. */
export function weightedQuantiles(values: readonly HumanValue[], rates: readonly number[]): number[] {
  const sizes = new Map<string, number>();
  for (const { site } of values) sizes.set(site, (sizes.get(site) ?? 0) + 1);
  const sorted = values
    .map(({ site, value }) => ({ value, weight: 1 / ((sizes.get(site) ?? 1) * sizes.size) }))
    .sort((a, b) => b.value - a.value);
  return rates.map((rate) => {
    let mass = 0;
    for (const { value, weight } of sorted) {
      mass += weight;
      if (mass >= rate - 1e-12) return Math.round(value * 1000) / 1000;
    }
    return Math.round((sorted.at(-1)?.value ?? 0) * 1000) / 1000;
  });
}
