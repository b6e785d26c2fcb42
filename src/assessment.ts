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
  const fingerprint = fingerprintOf(comment.text);
  const contributions = context === undefined ? base.contributions : [...base.contributions, context];
  const findings = contributions
    .map((contribution) => toFinding(contribution, fingerprint))
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
    ...(comment.source === undefined ? {} : { source: comment.source }),
    fingerprint,
    score: decided ? toScore(logOdds, model) : null,
    logOdds: decided ? logOdds : null,
    band: rated?.band ?? "insufficient",
    humanRate: rated?.humanRate ?? null,
    axes: axisScores(contributions, item.applicable),
    outcomes: item.outcomes,
    findings,
  };
}

/** White space is the exporter's; everything else is the writer's. */
export function fingerprintOf(text: string): string {
  return hash(text.normalize("NFC").replace(/\s+/gu, " ").trim());
}

export function findingFingerprint(signal: string, comment: string): string {
  return hash(`${signal}\n${comment}`);
}

function hash(text: string): string {
  return sha256(text).slice(0, 16);
}

function toFinding({ observation, nats }: Contribution, comment: string): Finding {
  return {
    signal: observation.signal,
    contribution: nats,
    data: observation.data,
    evidence: observation.evidence,
    fingerprint: findingFingerprint(observation.signal, comment),
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
