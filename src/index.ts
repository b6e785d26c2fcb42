/**
 * The library: threads in, report out.
 *
 *   import { audit, readThreads } from "comment-audit";
 *   const { threads } = await readThreads(bytes, "thread.json");
 *   const report = audit({ threads });
 */
import { audit as runAudit, type AuditInput } from "./audit.js";
import { SIGNALS } from "./detectors/catalogue.js";
import { DETECTORS } from "./detectors/registry.js";
import type { Report } from "./model.js";
import { scoringModel } from "./scoring/shipped.js";
import { VERSION } from "./version.js";

export type { AuditInput } from "./audit.js";
export { UserError } from "./errors.js";
export { readThreads, type ReadFile } from "./importers/registry.js";
export type * from "./model.js";

/** Audits threads with the detectors and the model that ship with this version. Pure and deterministic. */
export function audit(input: AuditInput, onComment?: () => void): Report {
  return runAudit(input, {
    ...(onComment === undefined ? {} : { onComment }),
    detectors: DETECTORS,
    catalogue: SIGNALS,
    model: scoringModel,
    version: VERSION,
  });
}
