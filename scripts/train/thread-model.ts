/** The thread model, its context weight and its references. */
import { hashString } from "../../src/hash.js";
import { expertStatistics } from "../../src/detectors/generic-phrasing/index.js";
import type { LinearModel, ScoringModel } from "../../src/scoring/model.js";
import { linear, logOddsStatistics, standard } from "../../src/scoring/thread.js";
import { fitLogistic, standardiser, type Sample } from "./logistic.js";
import type { TrainingThread } from "./threads.js";

export const THREAD_FEATURES = [
  "mean log-odds",
  "top third log-odds",
  "bottom third log-odds",
  "log-odds deviation",
  "log comments",
  "irregular share",
  "length variation",
  "log mean length",
  "full stop share",
  "question share",
  "stock phrases per 100 words",
  "expert 1 mean",
  "expert 1 top third",
  "expert 2 mean",
  "expert 2 top third",
] as const;
/** What each must mean: irregular typing and varied lengths never speak for a machine. */
const SIGNS = [1, 1, 1, 0, 0, -1, -1, 0, 0, 0, 1, 1, 1, 1, 1];
export const LIKENESS = [
  "nearest sibling mean",
  "shared trigrams per 100 words",
  "shared skeletons per 100 words",
] as const;

const RIDGE = 0.003;
const THREAD_FOLDS = 5;

/** All statistics of a thread, given the log-odds of its comments. */
export function statisticsOf(
  thread: TrainingThread,
  genericOf: (index: number) => number | undefined,
  expertsOf: (index: number) => readonly number[] | undefined,
): Record<string, number> {
  const logOdds = thread.rows.map(({ index }) => genericOf(index)).filter((value) => value !== undefined);
  const experts = thread.rows.map(({ index }) => expertsOf(index)).filter((value) => value !== undefined);
  return { ...thread.statistics, ...logOddsStatistics(logOdds), ...expertStatistics(experts) };
}

export interface FittedThreads {
  readonly model: LinearModel;
  /**
   * Log-odds of each thread: human ones from a model that saw their site but not their article,
   * machine-written ones from a model that saw neither their writers nor their site.
   */
  readonly heldOut: readonly number[];
}

export function fitThreads(
  threads: readonly TrainingThread[],
  statistics: readonly Record<string, number>[],
): FittedThreads {
  const everything = threads.map((_, i) => i);
  const heldOut = Array.from({ length: threads.length }, () => 0);
  for (let fold = 0; fold < THREAD_FOLDS; fold++) {
    const byArticle = fit(
      everything.filter((i) => articleFold(threads[i]) !== fold),
      threads,
      statistics,
    );
    const bySite = fit(
      everything.filter((i) => threads[i]?.fold !== fold),
      threads,
      statistics,
    );
    for (const i of everything) {
      const human = threads[i]?.kind === "human";
      if (human && articleFold(threads[i]) === fold) heldOut[i] = linear(statistics[i] ?? {}, { thread: byArticle });
      if (!human && threads[i]?.fold === fold) heldOut[i] = linear(statistics[i] ?? {}, { thread: bySite });
    }
  }
  return { model: fit(everything, threads, statistics), heldOut };
}

function isHuman(thread: TrainingThread | undefined): boolean {
  return thread?.kind === "human" || thread?.kind === "gathered-human";
}

function articleFold(thread: TrainingThread | undefined): number {
  return hashString(thread?.rows[0]?.thread ?? "") % THREAD_FOLDS;
}

function fit(
  indices: readonly number[],
  threads: readonly TrainingThread[],
  statistics: readonly Record<string, number>[],
): LinearModel {
  const rows = indices.map((i) => THREAD_FEATURES.map((name) => statistics[i]?.[name] ?? 0));
  const { mean, deviation } = standardiser(rows);
  const weights = familyWeights(indices, threads);
  const samples = rows.map((row, k): Sample => ({
    x: row.map((value, f) => standard(value, mean[f] ?? 0, deviation[f] ?? 1)),
    y: isHuman(threads[indices[k] ?? 0]) ? 0 : 1,
    weight: weights[k] ?? 0,
  }));
  const fitted = fitLogistic(samples, RIDGE, SIGNS);
  const digits = (values: readonly number[]) => values.map((value) => Number(value.toPrecision(5)));
  return {
    features: THREAD_FEATURES,
    mean: digits(mean),
    deviation: digits(deviation),
    weights: digits(fitted.weights),
    bias: Number(fitted.bias.toPrecision(5)),
  };
}

/** People count as much as machines; the current writer as much as all older ones; each site and kind alike. */
function familyWeights(indices: readonly number[], threads: readonly TrainingThread[]): number[] {
  const family = (thread: TrainingThread | undefined) =>
    isHuman(thread) ? "human" : thread?.kind === "open-llm" || thread?.kind === "gathered-llm" ? "older" : "current";
  const group = (thread: TrainingThread | undefined) => `${family(thread)} ${thread?.kind ?? ""} ${thread?.site ?? ""}`;
  const sizes = new Map<string, number>();
  for (const i of indices) sizes.set(group(threads[i]), (sizes.get(group(threads[i])) ?? 0) + 1);
  const groups = new Map<string, number>();
  for (const name of sizes.keys())
    groups.set(name.split(" ")[0] ?? "", (groups.get(name.split(" ")[0] ?? "") ?? 0) + 1);
  const families = [...groups.keys()].filter((name) => name !== "human").length;
  return indices.map((i) => {
    const [name, key] = [family(threads[i]), group(threads[i])];
    const share = name === "human" ? 1 : 1 / Math.max(1, families);
    return share / ((groups.get(name) ?? 1) * (sizes.get(key) ?? 1));
  });
}

/** How much of the thread's log-odds belongs to each of its comments, beside their own. */
export function fitContext(
  threads: readonly TrainingThread[],
  heldOut: readonly number[],
  genericOf: (index: number) => number | undefined,
): ScoringModel["context"] {
  const samples: Sample[] = [];
  threads.forEach((thread, i) => {
    for (const row of thread.rows) {
      const own = genericOf(row.index);
      if (own !== undefined)
        samples.push({ x: [own, heldOut[i] ?? 0], y: row.label === "llm" ? 1 : 0, weight: 1 / thread.rows.length });
    }
  });
  const machine = samples.filter(({ y }) => y === 1).reduce((sum, { weight }) => sum + weight, 0);
  const human = samples.filter(({ y }) => y === 0).reduce((sum, { weight }) => sum + weight, 0);
  const fitted = fitLogistic(
    samples.map((s) => ({ ...s, weight: s.weight / (s.y === 1 ? machine : human) })),
    1e-4,
    [1, 1],
  );
  const [own = 1, shared = 0] = fitted.weights;
  return { weight: Number((shared / own).toPrecision(4)), bias: 0, min: 0, max: 3, ownFrom: 0.5, ownTo: 2.5 };
}
