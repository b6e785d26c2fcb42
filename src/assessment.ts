/** From what was observed of a comment, and of its thread, to its assessment. */
import { sha256 } from "./hash.js";
import { compareIds, compareText } from "./ids.js";
import type { Assessment, Finding } from "./model.js";
import type { Observed } from "./observation.js";
import { total, type Contribution } from "./scoring/contributions.js";
import { benjaminiHochberg } from "./scoring/discovery.js";
import type { ScoringModel } from "./scoring/model.js";
import { axisScores, rateComment, toScore, type ScoredComment } from "./scoring/score.js";

type Unranked = Omit<Assessment, "rank" | "falseDiscoveryRate">;

export function assess(
  item: Observed,
  base: ScoredComment,
  context: Contribution | undefined,
  model: ScoringModel,
): Unranked {
  const { comment, words } = item.view;
  const contributions = context === undefined ? base.contributions : [...base.contributions, context];
  const findings = contributions
    .map((contribution) => toFinding(contribution, comment.id))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || compareText(a.signal, b.signal));
  const logOdds = total(contributions);
  const decided = !item.failed && (base.generic !== null || contributions.some(({ nats }) => nats > 0));
  const rated = decided ? rateComment(contributions, words.length, model) : undefined;
  return {
    id: comment.id,
    parentId: comment.parentId,
    ...(comment.author === undefined ? {} : { author: comment.author }),
    text: comment.text,
    ...(comment.createdAt === undefined ? {} : { createdAt: comment.createdAt }),
    score: decided ? toScore(logOdds, model) : null,
    logOdds: decided ? logOdds : null,
    band: rated?.band ?? "insufficient",
    humanRate: rated?.humanRate ?? null,
    axes: axisScores(contributions, item.applicable),
    outcomes: item.outcomes,
    findings,
  };
}

function toFinding({ observation, nats }: Contribution, commentId: string): Finding {
  const quotes = observation.evidence
    .map((evidence) => ("quote" in evidence ? evidence.quote : evidence.name))
    .slice(0, 1);
  return {
    signal: observation.signal,
    contribution: nats,
    data: observation.data,
    evidence: observation.evidence,
    fingerprint: sha256([observation.signal, commentId, ...quotes].join("\n")).slice(0, 16),
  };
}

/** Highest score first; comments without a score last; ties in the order of their ids. */
export function rank(assessments: readonly Unranked[]): Assessment[] {
  const rates = benjaminiHochberg(assessments.map(({ humanRate }) => humanRate));
  return assessments
    .map((assessment, i) => ({ ...assessment, falseDiscoveryRate: rates[i] ?? null }))
    .sort((a, b) => (b.logOdds ?? -Infinity) - (a.logOdds ?? -Infinity) || compareIds(a.id, b.id))
    .map((assessment, i) => ({ ...assessment, rank: i + 1 }));
}
