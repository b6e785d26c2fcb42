/** What a comment's thread says about it: the rest of the thread is evidence, for and against. */
import type { Evidence, Observation } from "../model.js";
import type { Contribution } from "./contributions.js";
import { round } from "./contributions.js";
import type { ScoringModel } from "./model.js";
import type { ThreadScore } from "./thread.js";

export const CONTEXT_SIGNAL = "thread/context";

/**
 * Nats that a thread of these log-odds adds to a comment of its own log-odds. A comment that reads
 * like a person's stays a person's comment, whatever company it keeps.
 */
export function contextNats(threadLogOdds: number, own: number, context: ScoringModel["context"]): number {
  const { weight, bias, min, max, ownFrom, ownTo } = context;
  const shared = Math.max(min, Math.min(max, weight * threadLogOdds + bias));
  const part = Math.max(0, Math.min(1, (own - ownFrom) / (ownTo - ownFrom)));
  return round(shared * part);
}

/** Undefined where the thread has no verdict of its own, or says nothing. */
export function contextContribution(
  thread: ThreadScore | undefined,
  own: number,
  share: number,
  evidence: readonly Evidence[],
  model: ScoringModel,
): Contribution | undefined {
  if (thread === undefined) return undefined;
  const nats = contextNats(thread.logOdds, own, model.context);
  if (nats === 0) return undefined;
  const observation: Observation = {
    signal: CONTEXT_SIGNAL,
    strength: thread.logOdds,
    data: { threadLogOdds: thread.logOdds, humanRate: Number(thread.humanRate.toPrecision(2)), share },
    evidence: [{ kind: "fact", name: "log-odds of the thread", value: thread.logOdds }, ...evidence],
  };
  return { observation, axis: "generic", nats, weak: false };
}
