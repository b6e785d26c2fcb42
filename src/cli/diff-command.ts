/** `comment-audit diff <old.json> <new.json>` */
import { compareWithBaseline } from "../baseline.js";
import { exitCodeOf, judgeGates, parseGate } from "../gates.js";
import type { Io } from "../io.js";
import { chalkFor } from "./colour.js";
import { outputOptions, type AuditFlags } from "./options.js";
import { parseTargets, refuseOverwriting, widthOf, writeTargets } from "./outputs.js";
import { readReport } from "./saved-report.js";

export type DiffFlags = Pick<AuditFlags, "format" | "output" | "top" | "minBand" | "failOn" | "color" | "width">;

export async function diffCommand(oldPath: string, newPath: string, flags: DiffFlags, io: Io): Promise<0 | 1 | 2> {
  const gates = (flags.failOn ?? []).map(parseGate);
  const options = outputOptions(flags);
  const targets = flags.format === undefined ? [] : parseTargets(options, io);
  refuseOverwriting(targets, [oldPath, newPath], io);
  const earlier = await readReport(oldPath, io);
  const compared = compareWithBaseline(await readReport(newPath, io), earlier, oldPath);
  if ((earlier.redacted === true) !== (compared.redacted === true))
    io.err(
      "comment-audit: warning: one of the two reports is redacted: comments with names in them are matched as new\n",
    );
  const report = { ...compared, gates: judgeGates(compared, gates) };
  if (targets.length > 0) await writeTargets(targets, report, options, io);
  else {
    const { renderDifference } = await import("../reporters/terminal/difference.js");
    await io.out(
      renderDifference(report, earlier, { width: widthOf(flags, io), chalk: chalkFor(flags.color, true, io) }),
    );
  }
  return exitCodeOf(report);
}
