/**
 * The pipeline, pure: threads in, Report out. Detectors observe, scoring weighs, nothing here knows
 * what either looks for.
 */
import { buildCorpus, type CommentView, type Corpus, type ThreadView } from "./corpus.js";
import type { Detector, Prepared, SignalMeta } from "./detectors/detector.js";
import { sha256 } from "./hash.js";
import { compareIds, compareText } from "./ids.js";
import {
  type Assessment,
  type AuditedThread,
  type Axis,
  type Band,
  type Cluster,
  type Diagnostic,
  type Evidence,
  type Finding,
  type InputFile,
  type Observation,
  type Outcome,
  type Reason,
  type Report,
  type SignalInfo,
  type Thread,
} from "./model.js";
import { contextContribution } from "./scoring/context.js";
import { total, type Contribution } from "./scoring/contributions.js";
import type { ScoringModel } from "./scoring/model.js";
import { axisScores, rateComment, scoreComment, toScore, type ScoredComment } from "./scoring/score.js";
import { scoreThread, threadVerdict } from "./scoring/thread.js";

export interface AuditInput {
  readonly threads: readonly Thread[];
  readonly inputs?: readonly InputFile[];
  readonly diagnostics?: readonly Diagnostic[];
  /** False when an input could not be read to its end. */
  readonly complete?: boolean;
}

export interface AuditSettings {
  readonly detectors: readonly Detector[];
  /** Texts for the signals, those of the detectors and of the thread. */
  readonly catalogue: readonly SignalMeta[];
  readonly model: ScoringModel;
  readonly version: string;
  /** Called for every comment, so that a caller can show progress. */
  readonly onComment?: () => void;
}

interface Read {
  readonly view: CommentView;
  readonly observations: readonly { readonly observation: Observation; readonly axis: Axis }[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly applicable: ReadonlySet<Axis>;
  readonly failed: boolean;
}

interface Running {
  readonly detector: Detector;
  readonly prepared: Prepared | undefined;
  readonly error: string | undefined;
}

export function audit(input: AuditInput, settings: AuditSettings): Report {
  const corpus = buildCorpus(input.threads);
  const diagnostics: Diagnostic[] = [...(input.diagnostics ?? [])];
  const running = settings.detectors.map((detector) => start(detector, corpus, diagnostics));
  const clusters = running.flatMap(({ prepared }) => prepared?.clusters ?? []);
  const families = countFamilies(clusters);
  const threads = corpus.threads.map((thread) => auditThread(thread, running, families, settings, diagnostics));
  return {
    schemaVersion: "1",
    tool: { name: "comment-audit", version: settings.version, model: settings.model.id },
    inputs: input.inputs ?? [],
    signals: describeSignals(threads, settings),
    threads,
    clusters,
    diagnostics,
    totals: {
      threads: threads.length,
      comments: threads.reduce((sum, { comments }) => sum + comments.length, 0),
      bands: countBands(threads),
      dropped: diagnostics.filter(({ dropsRecord }) => dropsRecord === true).length,
    },
    complete: input.complete !== false && !diagnostics.some(({ code }) => code === "detector/failed"),
  };
}

function start(detector: Detector, corpus: Corpus, diagnostics: Diagnostic[]): Running {
  try {
    return { detector, prepared: detector.prepare(corpus), error: undefined };
  } catch (error) {
    diagnostics.push(failure(detector, error));
    return { detector, prepared: undefined, error: messageOf(error) };
  }
}

function auditThread(
  thread: ThreadView,
  running: readonly Running[],
  families: ReadonlyMap<string, Families>,
  settings: AuditSettings,
  diagnostics: Diagnostic[],
): AuditedThread {
  const { model } = settings;
  const read = thread.comments.map((view) => {
    if (view.raw.length > view.analysed.length) diagnostics.push(cutText(view));
    settings.onComment?.();
    return readComment(view, running, diagnostics);
  });
  const scored = read.map((item) => scoreComment(item.observations, item.view.words.length, model));
  const facts = running.map(({ prepared }) => prepared?.describeThread?.(thread));
  const statistics = Object.assign({}, ...facts.map((fact) => fact?.statistics ?? {})) as Record<string, number>;
  const generic = scored.map((comment) => comment.generic).filter((value) => value !== null);
  const threadScore = scoreThread(generic, statistics, model);
  const reasons: Reason[] = [
    ...facts.flatMap((fact) => fact?.reasons ?? []),
    ...familyReason(families.get(thread.thread.id)),
  ];
  const verdict = threadVerdict(threadScore, generic, reasons, model);
  const shared = sharedEvidence(reasons);
  const assessed = read.map((item, i) => {
    const base = scored[i] ?? { contributions: [], logOdds: 0, generic: null };
    const context =
      base.generic === null
        ? undefined
        : contextContribution(
            threadScore,
            base.logOdds,
            verdict.share?.estimate ?? 0,
            shared.get(item.view.comment.id) ?? [],
            model,
          );
    return assess(item, base, context, model);
  });
  const { id, file, article } = thread.thread;
  return { id, ...(file === undefined ? {} : { file }), article, verdict, comments: rank(assessed) };
}

function readComment(view: CommentView, running: readonly Running[], diagnostics: Diagnostic[]): Read {
  const observations: { observation: Observation; axis: Axis }[] = [];
  const outcomes: Record<string, Outcome> = {};
  const applicable = new Set<Axis>();
  let failed = false;
  for (const { detector, prepared, error } of running) {
    const fail = (reason: string) => {
      outcomes[detector.id] = { state: "failed", reason };
      failed = true;
    };
    if (prepared === undefined) {
      fail(error ?? "could not start");
      continue;
    }
    try {
      const result = prepared.assess(view);
      if (result.state === "not-applicable") {
        outcomes[detector.id] = result;
        continue;
      }
      for (const observation of result.observations) {
        checkObservation(observation, view, detector);
        observations.push({ observation, axis: detector.axis });
      }
      outcomes[detector.id] = { state: "scored" };
      applicable.add(detector.axis);
    } catch (thrown) {
      fail(messageOf(thrown));
      diagnostics.push(failure(detector, thrown, view));
    }
  }
  return { view, observations, outcomes, applicable, failed };
}

/** A detector that reports a span which does not slice out as its quote has a bug: say whose. */
function checkObservation(observation: Observation, view: CommentView, detector: Detector): void {
  if (observation.evidence.length === 0) throw new Error(`${detector.id} gave no evidence for ${observation.signal}`);
  if (!Number.isFinite(observation.strength))
    throw new Error(`${detector.id} gave ${observation.signal} the strength ${observation.strength}`);
  for (const evidence of observation.evidence) {
    if (evidence.kind === "quote" && view.raw.slice(evidence.start, evidence.end) !== evidence.quote) {
      throw new Error(
        `${detector.id} quotes ${JSON.stringify(evidence.quote)} at ${evidence.start}, where it does not stand`,
      );
    }
  }
}

function assess(
  item: Read,
  base: ScoredComment,
  context: Contribution | undefined,
  model: ScoringModel,
): Omit<Assessment, "rank"> {
  const { comment, words } = item.view;
  const contributions = context === undefined ? base.contributions : [...base.contributions, context];
  const findings = contributions
    .map((contribution) => toFinding(contribution, comment.id))
    .sort(
      (a, b) =>
        Math.abs(b.contribution) - Math.abs(a.contribution) || (a.signal < b.signal ? -1 : a.signal > b.signal ? 1 : 0),
    );
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
function rank(assessments: readonly Omit<Assessment, "rank">[]): Assessment[] {
  return [...assessments]
    .sort((a, b) => (b.logOdds ?? -Infinity) - (a.logOdds ?? -Infinity) || compareIds(a.id, b.id))
    .map((assessment, i) => ({ ...assessment, rank: i + 1 }));
}

interface Families {
  families: number;
  comments: number;
}

/** For each thread, how many families reach into it and with how many comments. */
function countFamilies(clusters: readonly Cluster[]): ReadonlyMap<string, Families> {
  const counts = new Map<string, Families>();
  for (const { members } of clusters) {
    const seen = new Set<string>();
    for (const { thread } of members) {
      const count = counts.get(thread) ?? { families: 0, comments: 0 };
      counts.set(thread, count);
      count.comments++;
      if (!seen.has(thread)) count.families++;
      seen.add(thread);
    }
  }
  return counts;
}

function familyReason(counts: Families | undefined): Reason[] {
  if (counts === undefined) return [];
  const evidence: Evidence = { kind: "fact", name: "comments in families", value: counts.comments };
  return [{ signal: "thread/families", data: { ...counts }, evidence: [evidence] }];
}

/** The phrases that a comment shares with its siblings, as quotes of that comment. */
function sharedEvidence(reasons: readonly Reason[]): ReadonlyMap<string, Evidence[]> {
  const byComment = new Map<string, Evidence[]>();
  for (const evidence of reasons.flatMap((reason) => reason.evidence)) {
    if (evidence.kind !== "comment") continue;
    const { start, end, quote } = evidence;
    byComment.set(evidence.comment, [...(byComment.get(evidence.comment) ?? []), { kind: "quote", start, end, quote }]);
  }
  return byComment;
}

/** The catalogue entries of the signals that occur, in the order of their ids. */
function describeSignals(
  threads: readonly AuditedThread[],
  { catalogue, model }: AuditSettings,
): Record<string, SignalInfo> {
  const used = new Set(
    threads.flatMap(({ verdict, comments }) => [
      ...verdict.reasons.map(({ signal }) => signal),
      ...comments.flatMap(({ findings }) => findings.map(({ signal }) => signal)),
    ]),
  );
  const entries = catalogue
    .filter(({ id }) => used.has(id))
    .sort((a, b) => compareText(a.id, b.id))
    .map(({ id, title, meaning, direction }): [string, SignalInfo] => [
      id,
      { title, meaning, direction, humanRate: model.signals[id]?.humanRate ?? null },
    ]);
  return Object.fromEntries(entries);
}

function countBands(threads: readonly AuditedThread[]): Record<Band, number> {
  const counts: Record<Band, number> = { high: 0, elevated: 0, ordinary: 0, insufficient: 0 };
  for (const { comments } of threads) for (const { band } of comments) counts[band]++;
  return counts;
}

function cutText(view: CommentView): Diagnostic {
  return {
    severity: "info",
    code: "comment/long-text",
    message: `comment ${view.comment.id} is very long: only its first ${view.analysed.length.toLocaleString("en-US")} characters were looked at`,
    ...(view.comment.source === undefined ? {} : { where: view.comment.source }),
  };
}

function failure(detector: Detector, error: unknown, view?: CommentView): Diagnostic {
  const about = view === undefined ? "" : ` on comment ${view.comment.id}`;
  return {
    severity: "error",
    code: "detector/failed",
    message: `${detector.id} failed${about}: ${messageOf(error)}; this is a bug of ours, the scores concerned are left out`,
    ...(view?.comment.source === undefined ? {} : { where: view.comment.source }),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
