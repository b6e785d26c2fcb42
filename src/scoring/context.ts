/** What a comment's thread says about it: the rest of the thread is evidence, for and against. */
import type { Evidence, Observation } from "../model.js";
import type { Contribution } from "./contributions.js";
import { round } from "./contributions.js";
import type { ScoringModel } from "./model.js";
import type { ThreadScore } from "./thread.js";

export const CONTEXT_SIGNAL = "thread/context";

/** Undefined where the thread has no verdict of its own. */
export function contextContribution(
  thread: ThreadScore | undefined,
  share: number,
  evidence: readonly Evidence[],
  model: ScoringModel,
): Contribution | undefined {
  if (thread === undefined) return undefined;
  const { weight, bias, min, max } = model.context;
  const nats = round(Math.max(min, Math.min(max, weight * thread.logOdds + bias)));
  if (nats === 0) return undefined;
  const observation: Observation = {
    signal: CONTEXT_SIGNAL,
    strength: thread.logOdds,
    data: { threadLogOdds: thread.logOdds, humanRate: Number(thread.humanRate.toPrecision(2)), share },
    evidence: [{ kind: "fact", name: "log-odds of the thread", value: thread.logOdds }, ...evidence],
  };
  return { observation, axis: "generic", nats, weak: false };
}
