/**
 * The pipeline, pure: threads in, Report out. Detectors observe, scoring weighs, nothing here knows
 * what either looks for.
 */
import { assess, rank } from "./assessment.js";
import { buildCorpus, type Allowances, type CommentView, type ThreadView } from "./corpus.js";
import type { Detector, SignalMeta } from "./detectors/detector.js";
import { compareText } from "./ids.js";
import type {
  AuditedThread,
  Band,
  Cluster,
  Diagnostic,
  Evidence,
  InputFile,
  Reason,
  Report,
  SignalInfo,
  Thread,
} from "./model.js";
import { observe, start, type Running } from "./observation.js";
import { contextContribution } from "./scoring/context.js";
import { benjaminiHochberg } from "./scoring/discovery.js";
import type { ScoringModel } from "./scoring/model.js";
import { scoreComment } from "./scoring/score.js";
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
  /** What a thread's site says is no tell. */
  readonly allow?: (thread: Thread) => Allowances;
  /** Called for every comment, so that a caller can show progress. */
  readonly onComment?: () => void;
}

export function audit(input: AuditInput, settings: AuditSettings): Report {
  const corpus = buildCorpus(input.threads, settings.allow);
  const diagnostics: Diagnostic[] = [...(input.diagnostics ?? [])];
  const running = settings.detectors.map((detector) => start(detector, corpus, diagnostics));
  const clusters = running.flatMap(({ prepared }) => prepared?.clusters ?? []);
  const families = countFamilies(clusters);
  const threads = withDiscoveryRates(
    corpus.threads.map((thread) => auditThread(thread, running, families, settings, diagnostics)),
  );
  return {
    schemaVersion: "1",
    tool: { name: "comment-audit", version: settings.version, model: settings.model.id },
    inputs: input.inputs ?? [],
    signals: describeSignals(threads, settings),
    threads,
    clusters,
    gates: [],
    diagnostics,
    totals: {
      threads: threads.length,
      comments: threads.reduce((sum, { comments }) => sum + comments.length, 0),
      bands: countBands(threads),
      dropped: diagnostics.reduce(
        (sum, { dropsRecord, records }) => sum + (dropsRecord === true ? (records ?? 1) : 0),
        0,
      ),
    },
    complete: input.complete !== false && !diagnostics.some(({ code }) => code === "detector/failed"),
  };
}

/** Among many threads of one run some look odd by chance. */
function withDiscoveryRates(threads: readonly AuditedThread[]): AuditedThread[] {
  const rates = benjaminiHochberg(threads.map(({ verdict }) => verdict.humanRate));
  return threads.map((thread, i) => ({
    ...thread,
    verdict: { ...thread.verdict, falseDiscoveryRate: rates[i] ?? null },
  }));
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
    return observe(view, running, diagnostics);
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
  const likeness = facts.map((fact) => fact?.likeness).find((table) => (table?.comments.length ?? 0) > 1);
  return {
    id,
    ...(file === undefined ? {} : { file }),
    article,
    verdict,
    ...(likeness === undefined ? {} : { likeness }),
    comments: rank(assessed),
  };
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
  const phrases = reasons.filter(({ signal }) => signal === "thread/shared-phrases");
  for (const evidence of phrases.flatMap((reason) => reason.evidence)) {
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
