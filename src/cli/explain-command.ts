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
  const report = await auditFiles([file], await resolveSetup(flags, io), io);
  const matches = report.threads
    .filter(({ id }) => flags.thread === undefined || id === flags.thread)
    .flatMap((thread) => thread.comments.filter(({ id }) => id === commentId).map((comment) => ({ thread, comment })));
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
  await io.out(
    renderExplanation(match.comment, match.thread, report, { width, chalk: chalkFor(flags.color, true, io) }),
  );
  return report.complete ? 0 : 2;
}
