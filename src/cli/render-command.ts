/** `comment-audit render <report.json>`: a saved report in another form, byte for byte as the audit writes it. */
import type { Io } from "../io.js";
import { outputOptions, type AuditFlags } from "./options.js";
import { parseTargets, refuseOverwriting, writeTargets } from "./outputs.js";
import { readReport } from "./saved-report.js";

export type RenderFlags = Pick<AuditFlags, "format" | "output" | "top" | "minBand" | "redact" | "color" | "width">;

/** Gates were judged when the report was made; only whether it is whole decides the exit code. */
export async function renderCommand(path: string, flags: RenderFlags, io: Io): Promise<0 | 2> {
  const options = outputOptions(flags);
  const targets = parseTargets(options, io);
  refuseOverwriting(targets, [path], io);
  const saved = await readReport(path, io);
  const report =
    flags.redact === true && saved.redacted !== true ? (await import("../redaction/redact.js")).redact(saved) : saved;
  await writeTargets(targets, report, options, io);
  return report.complete ? 0 : 2;
}
