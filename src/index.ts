/**
 * The library: threads in, report out.
 *
 *   import { audit, readThreads } from "comment-audit";
 *   const { threads } = await readThreads(bytes, "thread.json");
 *   const report = audit({ threads });
 */
import { audit as runAudit, type AuditInput } from "./audit.js";
import type { Allowances } from "./corpus.js";
import { SIGNALS } from "./detectors/catalogue.js";
import type { Detector } from "./detectors/detector.js";
import { DETECTORS } from "./detectors/registry.js";
import type { Report, Thread } from "./model.js";
import { withOwnWeights } from "./scoring/model.js";
import { scoringModel } from "./scoring/shipped.js";
import { VERSION } from "./version.js";

export type { AuditInput } from "./audit.js";
export type { Allowances, CommentView, Corpus, ThreadView } from "./corpus.js";
export type { Detector, DetectorResult, Prepared, SignalMeta } from "./detectors/detector.js";
export { UserError } from "./errors.js";
export { readThreads, type ReadFile } from "./importers/registry.js";
export type * from "./model.js";

export interface AuditOptions {
  /** Detectors of your own, beside ours. */
  readonly detectors?: readonly Detector[];
  /** Log-odds per unit of strength for their signals, −4 to 4; without one a signal is shown and weighs nothing. */
  readonly weights?: Readonly<Record<string, number>>;
  /** What is no tell under a thread. */
  readonly allow?: (thread: Thread) => Allowances;
  /** Called once for every comment, so that a caller can show progress. */
  readonly onComment?: () => void;
}

/** Audits threads with the detectors and the model that ship with this version. Pure and deterministic. */
export function audit(input: AuditInput, options: AuditOptions = {}): Report {
  const own = options.detectors ?? [];
  return runAudit(input, {
    ...(options.onComment === undefined ? {} : { onComment: options.onComment }),
    ...(options.allow === undefined ? {} : { allow: options.allow }),
    detectors: [...DETECTORS, ...own],
    catalogue: [...SIGNALS, ...own.flatMap(({ signals }) => signals)],
    model: withOwnWeights(scoringModel, options.weights ?? {}),
    version: VERSION,
  });
}
