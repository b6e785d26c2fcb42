/** What is done with a report before it is shown: redaction, suppressions, the baseline, the gates. */
import { compareWithBaseline } from "../baseline.js";
import { UserError } from "../errors.js";
import { judgeGates, type Gate } from "../gates.js";
import { decodeText } from "../importers/decode.js";
import type { Io } from "../io.js";
import type { Diagnostic, Report } from "../model.js";
import { applySuppressions } from "../suppressions.js";
import { writeFile } from "./outputs.js";
import { readBytes } from "./read-bytes.js";
import { readReport } from "./saved-report.js";

export interface ReviewOptions {
  readonly redact?: boolean | undefined;
  readonly suppressions?: string | undefined;
  readonly baseline?: string | undefined;
  readonly updateBaseline?: boolean | undefined;
}

/** In this order: a baseline of a redacted run is redacted, and its fingerprints are those of redacted texts. */
export async function review(audited: Report, options: ReviewOptions, gates: readonly Gate[], io: Io): Promise<Report> {
  const { baseline, suppressions, updateBaseline } = options;
  if (updateBaseline === true && baseline === undefined)
    throw new UserError("usage/baseline", "--update-baseline needs --baseline FILE.", {
      hint: "name the file to write",
    });
  let report = options.redact === true ? (await import("../redaction/redact.js")).redact(audited) : audited;
  if (suppressions !== undefined) report = await release(report, audited, suppressions, io);
  if (report.redacted === true) report = withoutReasons(report);
  const saved = report;
  if (baseline !== undefined) {
    const earlier = await readBaseline(baseline, updateBaseline === true, io);
    // The first run of a baseline takes what is there as known.
    report = compareWithBaseline(report, earlier ?? saved, baseline);
    if (earlier !== undefined && (earlier.redacted === true) !== (report.redacted === true))
      report = { ...report, diagnostics: [...report.diagnostics, mixed(baseline)] };
  }
  report = { ...report, gates: judgeGates(report, gates) };
  if (baseline !== undefined && updateBaseline === true) {
    // A file that was cut off would turn up as resolved, and be new again the next day.
    if (!report.complete)
      throw new UserError("baseline/incomplete", `${baseline} was not updated: the audit is not complete.`, {
        hint: "mend the input, or leave out --update-baseline",
      });
    const { renderJson } = await import("../reporters/json.js");
    await writeFile(baseline, renderJson(saved), io);
  }
  return report;
}

/** A baseline that is about to be written need not exist. */
async function readBaseline(path: string, mayBeMissing: boolean, io: Io): Promise<Report | undefined> {
  try {
    return await readReport(path, io);
  } catch (error) {
    const missing =
      error instanceof UserError && (error.details.cause as NodeJS.ErrnoException | undefined)?.code === "ENOENT";
    if (missing && mayBeMissing) return undefined;
    throw error;
  }
}

/** A moderator's own words may name people. */
function withoutReasons(report: Report): Report {
  const threads = report.threads.map((thread) => ({
    ...thread,
    comments: thread.comments.map((comment) =>
      comment.suppressed === undefined ? comment : { ...comment, suppressed: "looked at (the reason is redacted)" },
    ),
  }));
  return { ...report, threads };
}

function mixed(file: string): Diagnostic {
  return {
    severity: "warning",
    code: "baseline/redaction",
    message: "one of the two reports is redacted and the other is not: comments with names in them are matched as new",
    where: { file },
  };
}

async function release(report: Report, plain: Report, path: string, io: Io): Promise<Report> {
  const text = decodeText(await readBytes(path, io, "give a JSON or YAML file of suppressions"), path);
  const [{ parseYamlFile }, { suppressionsSchema }] = await Promise.all([
    import("./yaml-file.js"),
    import("../schema/suppressions.js"),
  ]);
  const hint = "the form: comment-audit schema suppressions";
  const { suppressions } = parseYamlFile(text, path, suppressionsSchema, hint, true);
  return applySuppressions(report, plain, suppressions, path, io.today());
}
