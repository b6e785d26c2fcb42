/** `comment-audit explain <file> <comment-id>`: how one score came about. */
import { UserError } from "../errors.js";
import type { Io } from "../io.js";
import { auditFiles } from "./audit-command.js";
import { chalkFor } from "./colour.js";
import { resolveSetup, type AuditFlags } from "./options.js";
import { widthOf } from "./outputs.js";
import { renderExplanation } from "../reporters/terminal/explanation.js";

export interface ExplainFlags extends AuditFlags {
  readonly thread?: string;
}

export async function explainCommand(file: string, commentId: string, flags: ExplainFlags, io: Io): Promise<0 | 2> {
  const setup = await resolveSetup(flags, io);
  const report = await auditFiles([file], setup, io);
  const matches = report.threads.flatMap((thread, t) =>
    flags.thread !== undefined && thread.id !== flags.thread
      ? []
      : thread.comments.flatMap((comment, c) => (comment.id === commentId ? [{ thread, comment, t, c }] : [])),
  );
  const [match] = matches;
  if (match === undefined) {
    const known = report.threads.flatMap(({ comments }) => comments.map(({ id }) => id));
    throw new UserError(
      "usage/comment-id",
      `${file} has no comment ${commentId}${flags.thread === undefined ? "" : ` in thread ${flags.thread}`}.`,
      {
        hint: `its comments, highest score first: ${known.slice(0, 10).join(", ")}${known.length > 10 ? " …" : ""}`,
        where: { file },
      },
    );
  }
  if (matches.length > 1) {
    throw new UserError("usage/comment-id", `${matches.length} threads of ${file} have a comment ${commentId}.`, {
      hint: `name the thread: --thread ${match.thread.id}`,
      where: { file },
    });
  }
  const width = widthOf(flags, io);
  const shown = setup.redact === true ? (await import("../redaction/redact.js")).redact(report) : report;
  const thread = shown.threads[match.t] ?? match.thread;
  const comment = thread.comments[match.c] ?? match.comment;
  await io.out(renderExplanation(comment, thread, shown, { width, chalk: chalkFor(flags.color, true, io) }));
  return report.complete ? 0 : 2;
}
