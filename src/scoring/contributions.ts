/** What each observation is worth: nats that add up to the log-odds of a comment. */
import type { Axis, Observation } from "../model.js";
import type { ScoringModel, SignalWeight } from "./model.js";

export interface Contribution {
  readonly observation: Observation;
  readonly axis: Axis;
  readonly nats: number;
  readonly weak: boolean;
}

const UNKNOWN: SignalWeight = { weight: 0, min: 0, max: 0, basis: "none", humanRate: null };

/** 0 below the ramp, 1 above it, linear between: no cliff at any length. */
export function lengthRamp(words: number, { fromWords, toWords }: ScoringModel["ramp"]): number {
  return Math.max(0, Math.min(1, (words - fromWords + 1) / (toWords - fromWords + 1)));
}

/** Contributions of one comment; an axis over its bound is scaled down as a whole. */
export function contributionsOf(
  observations: readonly { readonly observation: Observation; readonly axis: Axis }[],
  words: number,
  model: ScoringModel,
): Contribution[] {
  const ramp = lengthRamp(words, model.ramp);
  const all = observations.map(({ observation, axis }): Contribution => {
    const weight = model.signals[observation.signal] ?? UNKNOWN;
    const unramped =
      observation.strength === 0
        ? 0
        : clamp(weight.weight * observation.strength + (weight.bias ?? 0), weight.min, weight.max);
    return { observation, axis, nats: unramped * (weight.ramped === true ? ramp : 1), weak: weight.weak === true };
  });
  // A measured value within what people show says nothing and is not shown.
  const raw = all.filter(({ observation, nats }) => {
    const weight = model.signals[observation.signal]?.weight ?? 0;
    return nats !== 0 || weight === 0 || observation.strength === 0;
  });
  const scales = new Map<Axis, number>();
  // What a site adds is bounded by itself, so that it takes nothing from what was measured.
  const isOwn = ({ observation }: Contribution) => model.signals[observation.signal]?.basis === "configured";
  const measured = raw.filter((contribution) => !isOwn(contribution));
  for (const axis of new Set(measured.map((contribution) => contribution.axis))) {
    const bounds = model.axisBounds[axis];
    const sum = total(measured.filter((contribution) => contribution.axis === axis));
    const bounded = bounds === undefined ? sum : clamp(sum, bounds.min, bounds.max);
    scales.set(axis, sum === 0 ? 1 : bounded / sum);
  }
  return raw.map((contribution) => ({
    ...contribution,
    nats: round(contribution.nats * (isOwn(contribution) ? 1 : (scales.get(contribution.axis) ?? 1))),
  }));
}

export function total(contributions: readonly { readonly nats: number }[]): number {
  return round(contributions.reduce((sum, { nats }) => sum + nats, 0));
}

/** Three decimals: what is shown is what is summed. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}
