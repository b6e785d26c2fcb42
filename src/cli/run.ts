/** Runs the command line against an Io and returns the exit code. Never exits the process. */
import { CommanderError } from "commander";
import { formatWhere, UserError } from "../errors.js";
import type { Io } from "../io.js";
import { terminalLine } from "../reporters/escape.js";
import { buildProgram, UsageError, type ExitCode } from "./program.js";

/** `argv` without the interpreter and the script. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    await buildProgram(io, (result) => (code = result)).parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) io.err(`comment-audit: ${terminalLine(error.message)}\n`);
    else if (error instanceof UserError) io.err(describe(error));
    else if (OUTPUT_ERRORS.has((error as NodeJS.ErrnoException).code ?? ""))
      io.err(`comment-audit: standard output cannot be written (${(error as NodeJS.ErrnoException).code ?? ""})\n`);
    else
      io.err(
        `comment-audit: this is a bug of ours: ${terminalLine(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
      );
    return 2;
  }
}

/** A full disk, a broken device: nothing of ours. */
const OUTPUT_ERRORS = new Set(["ENOSPC", "EIO", "EDQUOT", "EBADF"]);

function describe(error: UserError): string {
  const place = formatWhere(error.where);
  const repeatsFile =
    error.where?.file !== undefined &&
    error.message.startsWith(error.where.file) &&
    error.where.line === undefined &&
    error.where.pointer === undefined;
  const head = `comment-audit: ${place === "" || repeatsFile ? "" : `${terminalLine(place)}: `}${terminalLine(error.message)}\n`;
  return error.hint === undefined ? head : `${head}  ${terminalLine(error.hint)}\n`;
}
