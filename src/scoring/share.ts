/**
 * Estimated share of bot-like comments in a thread, with an interval.
 *
 * Maximum likelihood of the mixture Σ ln((1-α) + α·LRᵢ) and its profile-likelihood interval, the
 * estimator of Liang et al., "Monitoring AI-modified content at scale" (arXiv 2403.07183).
 */
import type { ScoringModel } from "./model.js";

export interface Share {
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
}

const STEPS = 100;
/** Half the 95 % quantile of chi-squared with one degree of freedom. */
const DROP = 1.9207;

export function estimateShare(logOdds: readonly number[], model: ScoringModel): Share {
  const ratios = logOdds.map((value) => Math.exp(logRatioOf(value, model)));
  const likelihood = (alpha: number) => ratios.reduce((sum, ratio) => sum + Math.log(1 - alpha + alpha * ratio), 0);
  const grid = Array.from({ length: STEPS + 1 }, (_, i) => Math.min(0.999, i / STEPS));
  const values = grid.map(likelihood);
  const best = Math.max(...values);
  const inside = grid.filter((_, i) => (values[i] ?? -Infinity) >= best - DROP);
  const shown = (alpha: number) => Math.round(alpha * 100) / 100;
  return {
    low: shown(inside[0] ?? 0),
    estimate: shown(grid[values.indexOf(best)] ?? 0),
    high: shown(inside.at(-1) ?? 1),
  };
}

/** The density ratio of machine-written to human comments at this value, in nats. */
function logRatioOf(value: number, { share }: ScoringModel): number {
  const index = share.edges.findIndex((edge) => value < edge);
  return share.logRatios[index === -1 ? share.logRatios.length - 1 : index] ?? 0;
}
