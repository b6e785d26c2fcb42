/** The fitted numbers and their shape. `npm run train` writes model.json; docs/model/CARD.md tells how good they are. */
import type { Axis } from "../model.js";

export interface SignalWeight {
  /** Nats per unit of strength. */
  readonly weight: number;
  /** Added once when the signal is observed. */
  readonly bias?: number;
  /** Bounds of the contribution. */
  readonly min: number;
  readonly max: number;
  /** Scaled down on short texts, where the signal is noise. */
  readonly ramped?: boolean;
  /** Never decides a band: see scoring/score.ts. */
  readonly weak?: boolean;
  /** `configured`: set by a site, and outside of everything that was calibrated. */
  readonly basis: "fitted" | "base rate" | "configured" | "none";
  /** Share of human reference comments that show it, and how many were looked at. */
  readonly humanRate: number | null;
}

/** Sorted quantiles of a statistic over human references: value at each of the ranks. */
export interface Reference {
  /** Exceedance rates, descending: 0.5 = the median, 0.01 = the value that 1 % exceed. */
  readonly rates: readonly number[];
  /** One list of values per bucket, parallel to `rates`. */
  readonly buckets: readonly { readonly from: number; readonly to: number; readonly values: readonly number[] }[];
}

export interface LinearModel {
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

export interface ScoringModel {
  readonly id: string;
  readonly signals: Readonly<Record<string, SignalWeight>>;
  /** Sum of the contributions of one axis is held within these bounds. */
  readonly axisBounds: Readonly<Partial<Record<Axis, { readonly min: number; readonly max: number }>>>;
  readonly ramp: { readonly fromWords: number; readonly toWords: number };
  /** Log-odds of score 50, and nats per unit of the logistic below and above it. */
  readonly score: { readonly centre: number; readonly below: number; readonly above: number };
  /** Log-odds of human comments by number of words. */
  readonly commentReference: Reference;
  readonly thread: LinearModel;
  /** Statistics of likeness; what the rarest of them adds to the thread's log-odds. */
  readonly likeness: { readonly statistics: readonly string[]; readonly fromRate: number; readonly weight: number };
  /** Log-odds of human threads by number of judged comments. */
  readonly threadReference: Reference;
  /** Each thread statistic on human threads, one bucket. */
  readonly statisticReference: Readonly<Record<string, Reference>>;
  /** Turns the thread's log-odds into a contribution to each of its comments. */
  readonly context: {
    readonly weight: number;
    readonly bias: number;
    readonly min: number;
    readonly max: number;
    /** Own log-odds at which the thread begins to count, and at which it counts in full. */
    readonly ownFrom: number;
    readonly ownTo: number;
  };
  /** Log-likelihood ratios of comments, machine against human, for the share of a thread: a quantised density ratio. */
  readonly share: { readonly edges: readonly number[]; readonly logRatios: readonly number[] };
  readonly bands: { readonly high: number; readonly elevated: number };
}

/** The model with weights of a site's own signals; its id tells that it is not the one that was measured. */
export function withOwnWeights(model: ScoringModel, weights: Readonly<Record<string, number>>): ScoringModel {
  const own = Object.entries(weights).map(([signal, weight]): [string, SignalWeight] => [
    signal,
    { weight, min: -MAX_OWN, max: MAX_OWN, basis: "configured", humanRate: null },
  ]);
  if (own.length === 0) return model;
  return { ...model, id: `${model.id}+own`, signals: { ...model.signals, ...Object.fromEntries(own) } };
}

/** Nats: one signal of a site's own may raise a band, but not against all other evidence. */
const MAX_OWN = 4;
