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

/**
 * One quantile list per bucket of sizes; a thin bucket reads all sizes. Short texts carry less, so a
 * short bucket never asks for less than all sizes together do: a score means the same at any length.
 */
export function buildReference(
  values: readonly HumanValue[],
  edges: readonly number[],
  minimum: number,
  { floor = false, rates = RATES }: { readonly floor?: boolean; readonly rates?: readonly number[] } = {},
): Reference {
  // Nothing rarer than one in the number of references was measured.
  const pooled = siteQuantiles(
    values,
    rates.filter((rate) => rate * values.length >= 1),
  );
  const buckets = edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? Infinity;
    const inside = values.filter(({ size }) => size >= from && size < to);
    const chosen = inside.length >= minimum ? inside : values;
    const own = siteQuantiles(
      chosen,
      rates.filter((rate) => rate * chosen.length >= 1),
    );
    // What is rarer than a bucket can show is read from all sizes together.
    const last = own.at(-1) ?? -Infinity;
    const quantiles = pooled.map((value, k) => own[k] ?? Math.max(value, last));
    return {
      from,
      to: Number.isFinite(to) ? to : 1e9,
      values: floor ? quantiles.map((value, k) => Math.max(value, pooled[k] ?? value)) : quantiles,
    };
  });
  return { rates, buckets };
}

/** Four sites in five show no more than the rate: sites differ, and the next one is not among these. */
const SITES_COVERED = 0.8;

/**
 * For each rate the value that holds on most sites: the larger of the quantile with all sites weighted
 * equally and, where single sites are large enough to show that rate, the site at SITES_COVERED.
 */
function siteQuantiles(values: readonly HumanValue[], rates: readonly number[]): number[] {
  const equal = weightedQuantiles(values, rates);
  const sites = [...new Set(values.map(({ site }) => site))].map((site) =>
    values.filter((value) => value.site === site),
  );
  const robust = rates.map((rate, k) => {
    const large = sites
      .filter((members) => members.length * rate >= 3)
      .map((members) => weightedQuantiles(members, [rate])[0] ?? 0);
    const at = [...large].sort((x, y) => x - y)[Math.floor((large.length - 1) * SITES_COVERED)];
    return Math.max(equal[k] ?? 0, large.length >= 3 ? (at ?? -Infinity) : -Infinity);
  });
  let highest = -Infinity;
  return robust.map((value) => (highest = Math.max(highest, value)));
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
