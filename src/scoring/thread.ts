/** The verdict on a thread: what its comments show together. */
import type { Band, Reason, ThreadVerdict } from "../model.js";
import { round } from "./contributions.js";
import type { Reference, ScoringModel } from "./model.js";
import { exceedance } from "./reference.js";
import { estimateShare } from "./share.js";

/** Fewer judged comments than this say nothing together. */
export const MIN_COMMENTS = 5;

export interface ThreadScore {
  readonly logOdds: number;
  readonly humanRate: number;
  readonly statistics: Readonly<Record<string, number>>;
}

/** Figures over the judged comments' own log-odds, beside those that the detectors give. */
export function logOddsStatistics(logOdds: readonly number[]): Record<string, number> {
  const sorted = [...logOdds].sort((a, b) => b - a);
  const third = Math.max(1, Math.round(sorted.length / 3));
  const mean = average(sorted);
  return {
    "mean log-odds": mean,
    "top third log-odds": average(sorted.slice(0, third)),
    "bottom third log-odds": average(sorted.slice(-third)),
    "log-odds deviation": Math.sqrt(average(sorted.map((value) => (value - mean) ** 2))),
    "log comments": Math.log(Math.max(1, Math.min(60, sorted.length))),
  };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Undefined with fewer than MIN_COMMENTS judged comments. */
export function scoreThread(
  logOdds: readonly number[],
  detectorStatistics: Readonly<Record<string, number>>,
  model: ScoringModel,
): ThreadScore | undefined {
  if (logOdds.length < MIN_COMMENTS) return undefined;
  const statistics = { ...detectorStatistics, ...logOddsStatistics(logOdds) };
  const value = round(linear(statistics, model) + likenessOf(statistics, model));
  return { logOdds: value, humanRate: exceedance(model.threadReference, logOdds.length, value), statistics };
}

/**
 * What the likeness of the comments adds: nothing within what 95 % of human threads show, then nats
 * in proportion to how rare it is. The rarest statistic counts alone; they measure one thing.
 */
export function likenessOf(
  statistics: Readonly<Record<string, number>>,
  { likeness, statisticReference }: Pick<ScoringModel, "likeness" | "statisticReference">,
): number {
  const rates = likeness.statistics.map((name) => {
    const reference = statisticReference[name];
    return reference === undefined ? 1 : exceedance(reference, 0, statistics[name] ?? 0);
  });
  return likeness.weight * Math.max(0, Math.log(likeness.fromRate / Math.min(1, ...rates)));
}

export function linear(statistics: Readonly<Record<string, number>>, { thread }: Pick<ScoringModel, "thread">): number {
  return thread.features.reduce(
    (sum, name, k) =>
      sum + (thread.weights[k] ?? 0) * standard(statistics[name] ?? 0, thread.mean[k] ?? 0, thread.deviation[k] ?? 1),
    thread.bias,
  );
}

/** Standardised and bounded, so that one wild figure cannot decide. */
export function standard(value: number, mean: number, deviation: number): number {
  return Math.max(-4, Math.min(4, (value - mean) / deviation));
}

export function bandOf(humanRate: number, model: ScoringModel): Band {
  return humanRate <= model.bands.high ? "high" : humanRate <= model.bands.elevated ? "elevated" : "ordinary";
}

/** Which statistic is told under which heading. */
const HEADINGS: Readonly<Record<string, string>> = {
  "mean log-odds": "thread/wording",
  "top third log-odds": "thread/wording",
  "bottom third log-odds": "thread/wording",
  "best expert mean": "thread/wording",
  "best expert top third": "thread/wording",
  "irregular share": "thread/evenness",
  "length variation": "thread/evenness",
  "full stop share": "thread/evenness",
  "stock phrases per 100 words": "thread/stock-phrasing",
  "nearest sibling mean": "thread/near-siblings",
  "shared trigrams per 100 words": "thread/shared-wording",
  "shared skeletons per 100 words": "thread/shared-skeletons",
};
/** A likeness rarer than this among human threads is told. */
const WORTH_TELLING = 0.05;
/** So is a statistic that carries this many nats of the thread's log-odds. */
const MIN_CARRIED = 0.4;

export function threadVerdict(
  score: ThreadScore | undefined,
  logOdds: readonly number[],
  detectorReasons: readonly Reason[],
  model: ScoringModel,
): ThreadVerdict {
  if (score === undefined) {
    return {
      band: "insufficient",
      humanRate: null,
      falseDiscoveryRate: null,
      logOdds: null,
      share: null,
      reasons: detectorReasons,
    };
  }
  const band = bandOf(score.humanRate, model);
  const measured = band === "ordinary" ? [] : measuredReasons(score.statistics, model);
  return {
    band,
    humanRate: Number(score.humanRate.toPrecision(2)),
    falseDiscoveryRate: null,
    logOdds: score.logOdds,
    share: estimateShare(logOdds, model),
    reasons: [...measured, ...detectorReasons],
  };
}

/** One reason per heading: the statistic under it that carries most, or that is rarest. */
function measuredReasons(statistics: Readonly<Record<string, number>>, model: ScoringModel): Reason[] {
  const { thread, likeness, statisticReference } = model;
  const carried = thread.features.map((name, k) => {
    const nats =
      (thread.weights[k] ?? 0) * standard(statistics[name] ?? 0, thread.mean[k] ?? 0, thread.deviation[k] ?? 1);
    const above = exceedance(statisticReference[name] ?? EMPTY, 0, statistics[name] ?? 0);
    // A weight below zero means that little of it is what is telling.
    return { name, told: nats >= MIN_CARRIED, weight: nats, rate: (thread.weights[k] ?? 0) < 0 ? 1 - above : above };
  });
  const alike = likeness.statistics.map((name) => {
    const rate = exceedance(statisticReference[name] ?? EMPTY, 0, statistics[name] ?? 0);
    return { name, told: rate <= WORTH_TELLING, weight: -Math.log(rate), rate };
  });
  const reasons = new Map<string, Reason & { weight: number }>();
  for (const { name, told, weight, rate } of [...carried, ...alike]) {
    const signal = HEADINGS[name];
    if (signal === undefined || !told || weight <= (reasons.get(signal)?.weight ?? 0)) continue;
    const value = round(statistics[name] ?? 0);
    reasons.set(signal, {
      signal,
      weight,
      data: {
        statistic: name,
        value,
        humanRate: Number(Math.max(rate, 0.001).toPrecision(2)),
        humanMedian: round(medianOf(statisticReference[name])),
        humanRates: QUANTILES,
        humanQuantiles: quantilesOf(statisticReference[name]),
      },
      evidence: [{ kind: "fact", name, value }],
    });
  }
  return [...reasons.values()]
    .sort((a, b) => b.weight - a.weight)
    .map(({ signal, data, evidence }) => ({ signal, data, evidence }));
}

const EMPTY: Reference = { rates: [1], buckets: [] };

/** Share of human threads that lie at or above each of the quantiles told. */
const QUANTILES = [0.99, 0.95, 0.75, 0.5, 0.25, 0.05, 0.01] as const;

function quantilesOf(reference: ScoringModel["statisticReference"][string] | undefined): number[] {
  const { rates = [], buckets = [] } = reference ?? {};
  return QUANTILES.map((rate) => {
    const at = rates.findIndex((stored) => stored <= rate);
    return round(buckets[0]?.values[at === -1 ? rates.length - 1 : at] ?? 0);
  });
}

function medianOf(reference: ScoringModel["statisticReference"][string] | undefined): number {
  const index = reference?.rates.indexOf(0.5) ?? -1;
  return reference?.buckets[0]?.values[index] ?? 0;
}
