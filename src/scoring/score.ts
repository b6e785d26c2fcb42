/** From contributions to score, human rate and band of a comment. */
import { AXES, type Assessment, type Axis, type Band, type Observation } from "../model.js";
import { contributionsOf, round, total, type Contribution } from "./contributions.js";
import type { ScoringModel } from "./model.js";
import { exceedance } from "./reference.js";
import { bandOf } from "./thread.js";

export interface ScoredComment {
  readonly contributions: readonly Contribution[];
  readonly logOdds: number;
  /** The part that wording and content alone give: what a thread is pooled from. */
  readonly generic: number | null;
}

export function scoreComment(
  observations: readonly { readonly observation: Observation; readonly axis: Axis }[],
  words: number,
  model: ScoringModel,
): ScoredComment {
  const contributions = contributionsOf(observations, words, model);
  // What a site adds was not calibrated on threads of people, so threads are judged without it.
  const generic = contributions.filter(
    ({ axis, observation }) => axis === "generic" && model.signals[observation.signal]?.basis !== "configured",
  );
  return { contributions, logOdds: total(contributions), generic: generic.length === 0 ? null : total(generic) };
}

/** 0..100, monotone in the log-odds at every length. */
export function toScore(logOdds: number, { score }: ScoringModel): number {
  const distance = logOdds - score.centre;
  return Math.round(100 / (1 + Math.exp(-distance / (distance < 0 ? score.below : score.above))));
}

/**
 * Band and rate of a comment. A weak signal adds to the score, but the band is what remains without
 * it: no number of claimed credentials makes a comment bot-like.
 */
export function rateComment(
  contributions: readonly Contribution[],
  words: number,
  model: ScoringModel,
): { band: Band; humanRate: number } {
  const sum = total(contributions);
  const strong = total(contributions.filter(({ weak, nats }) => !weak || nats < 0));
  const rate = (value: number) => exceedance(model.commentReference, words, value);
  return { band: bandOf(rate(Math.min(sum, strong)), model), humanRate: Number(rate(sum).toPrecision(2)) };
}

/** Evidence per question, 0..100; null where nothing of that axis was asked. */
export function axisScores(contributions: readonly Contribution[], applicable: ReadonlySet<Axis>): Assessment["axes"] {
  const entries = AXES.map((axis): [Axis, number | null] => {
    if (!applicable.has(axis)) return [axis, null];
    const nats = round(
      contributions
        .filter((contribution) => contribution.axis === axis)
        .reduce((sum, contribution) => sum + contribution.nats, 0),
    );
    return [axis, Math.round(100 * Math.max(0, Math.tanh(nats / 3)))];
  });
  return Object.fromEntries(entries) as Record<Axis, number | null>;
}
