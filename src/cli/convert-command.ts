/** `comment-audit convert <file...>` */
import { formatWhere, UserError } from "../errors.js";
import type { Io } from "../io.js";
import type { Thread } from "../model.js";
import { terminalLine } from "../reporters/escape.js";
import { resolveSetup, type AuditFlags } from "./options.js";
import { writeFile } from "./outputs.js";
import { readInputs } from "./read-inputs.js";

export type ConvertFlags = Pick<
  AuditFlags,
  "inputFormat" | "article" | "articles" | "status" | "map" | "config" | "output" | "verbose"
>;

/** The native form, one thread a line; 2 when an input could not be read to its end. */
export async function convertCommand(files: readonly string[], flags: ConvertFlags, io: Io): Promise<0 | 2> {
  const { output } = flags;
  if (output !== undefined && files.includes(output))
    throw new UserError("usage/output", `${output} is read in this run and would be overwritten.`, {
      hint: "give the result another name",
    });
  const { threads, diagnostics, complete } = await readInputs(files, await resolveSetup(flags, io), io);
  const lines = threads.map((thread) => `${JSON.stringify(nativeForm(thread))}\n`);
  if (output === undefined) for (const line of lines) await io.out(line);
  else await writeFile(output, lines, io);
  for (const { severity, message, where } of diagnostics) {
    if (severity === "error" || flags.verbose === true)
      io.err(`comment-audit: ${terminalLine(`${severity}: ${formatWhere(where)}: ${message}`)}\n`);
  }
  return complete ? 0 : 2;
}

/** Without the places in the files it came from. */
function nativeForm({ id, article, comments }: Thread): object {
  return {
    id,
    article,
    comments: comments.map((comment) =>
      Object.fromEntries(Object.entries(comment).filter(([key]) => key !== "source")),
    ),
  };
}
