/** `comment-audit [audit] <file...>` */
import { exitCodeOf } from "../gates.js";
import { audit } from "../index.js";
import type { Io } from "../io.js";
import type { Report } from "../model.js";
import { terminalLine } from "../reporters/escape.js";
import { loadExtensions } from "./extensions.js";
import { noteLine } from "./note-line.js";
import { resolveSetup, type AuditFlags, type AuditSetup } from "./options.js";
import { parseTargets, refuseOverwriting, writeTargets } from "./outputs.js";
import { startProgress } from "./progress.js";
import { readInputs } from "./read-inputs.js";
import { review } from "./review.js";

export async function auditCommand(files: readonly string[], flags: AuditFlags, io: Io): Promise<0 | 1 | 2> {
  const setup = await resolveSetup(flags, io);
  const targets = parseTargets(setup, io);
  refuseOverwriting(targets, [...files, setup.article, setup.articles, setup.suppressions, setup.baseline], io);
  const audited = await auditFiles(files, setup, io);
  // A folder names its files only when it is read.
  refuseOverwriting(
    targets,
    audited.inputs.map(({ path }) => path),
    io,
  );
  const report = await review(audited, setup, setup.gates, io);
  await writeTargets(targets, report, setup, io);
  const shown = targets.some(({ reporter, path }) => path === undefined && reporter.id === "terminal");
  reportNotes(report, setup, shown, io);
  return exitCodeOf(report);
}

/** Reads and audits; what concerns the report as a whole comes after. */
export async function auditFiles(files: readonly string[], setup: AuditSetup, io: Io): Promise<Report> {
  const extensions = await loadExtensions(setup.config, io);
  const input = await readInputs(files, setup, io);
  const comments = input.threads.reduce((sum, thread) => sum + thread.comments.length, 0);
  const progress = startProgress("auditing", comments, setup.quiet === true, io);
  let done = 0;
  const report = audit(input, {
    ...extensions,
    allow: ({ file }) => setup.allowOf(file),
    onComment: () => progress.step(++done),
  });
  progress.finish();
  return releaseAuthors(report, setup);
}

/** Comments of allowed authors are assessed like all others, and no gate looks at them. */
function releaseAuthors(report: Report, { allowOf }: AuditSetup): Report {
  const threads = report.threads.map((thread) => {
    const allowed = new Set((allowOf(thread.file).authors ?? []).map((name) => name.toLowerCase()));
    if (allowed.size === 0) return thread;
    const comments = thread.comments.map((comment) => {
      const { name, id } = comment.author ?? {};
      const isAllowed = [name, id].some((each) => each !== undefined && allowed.has(each.toLowerCase()));
      return isAllowed ? { ...comment, suppressed: "an author that this site allows" } : comment;
    });
    return { ...thread, comments };
  });
  return { ...report, threads };
}

/**
 * Errors always: without them nobody knows why an audit is not complete. Gates and warnings where no
 * report on the screen tells of them, the rest with --verbose.
 */
function reportNotes(report: Report, { verbose, quiet, config }: AuditSetup, isShown: boolean, io: Io): void {
  const lines = new Set<string>();
  if (verbose && config.file !== undefined) lines.add(`settings from ${config.file}`);
  for (const diagnostic of report.diagnostics) {
    const { severity } = diagnostic;
    const isTold = severity === "error" || (severity === "warning" && !isShown && quiet !== true);
    if (isTold || verbose) lines.add(noteLine(diagnostic));
  }
  for (const { gate, reached, reason } of report.gates)
    if (reached && !isShown && quiet !== true) lines.add(`gate ${gate} reached: ${reason ?? ""}`);
  for (const line of lines) io.err(`comment-audit: ${terminalLine(line)}\n`);
}
