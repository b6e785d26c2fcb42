/** `comment-audit convert <file...>` */
import { UserError } from "../errors.js";
import type { Io } from "../io.js";
import type { StreamItem } from "../importers/stream.js";
import type { Diagnostic, Thread } from "../model.js";
import { terminalLine } from "../reporters/escape.js";
import { noteLine } from "./note-line.js";
import { resolveSetup, type AuditFlags, type AuditSetup } from "./options.js";
import { writeFile } from "./outputs.js";
import { readInputs, sourceOptions } from "./read-inputs.js";

export type ConvertFlags = Pick<
  AuditFlags,
  "inputFormat" | "article" | "articles" | "status" | "map" | "config" | "output" | "verbose"
>;

/** Larger files are read in pieces, where their format allows it. */
const LARGE = 1 << 26;

/** The native form, one thread a line; 2 when an input could not be read to its end. */
export async function convertCommand(files: readonly string[], flags: ConvertFlags, io: Io): Promise<0 | 2> {
  const { output } = flags;
  if (output !== undefined && files.some((file) => file !== "-" && io.absolute(file) === io.absolute(output)))
    throw new UserError("usage/output", `${output} is read in this run and would be overwritten.`, {
      hint: "give the result another name",
    });
  const setup = await resolveSetup(flags, io);
  const run = { complete: true, verbose: flags.verbose === true, io };
  const lines = (await largeFile(files, setup, run)) ?? wholeFiles(files, setup, run);
  if (output === undefined) for await (const line of lines) await io.out(line);
  else await writeFile(output, lines, io);
  return run.complete ? 0 : 2;
}

interface Run {
  complete: boolean;
  readonly verbose: boolean;
  readonly io: Io;
}

async function* wholeFiles(files: readonly string[], setup: AuditSetup, run: Run): AsyncGenerator<string> {
  const { threads, diagnostics, complete } = await readInputs(files, setup, run.io);
  run.complete = complete;
  for (const thread of threads) yield lineOf(thread);
  for (const diagnostic of diagnostics) tell(diagnostic, run);
}

/** One large file without an article of its own; several, or with one, belong together and are read whole. */
async function largeFile(
  files: readonly string[],
  setup: AuditSetup,
  run: Run,
): Promise<AsyncGenerator<string> | undefined> {
  const [path, ...others] = files;
  const alone = others.length === 0 && setup.article === undefined && setup.articles === undefined;
  if (path === undefined || path === "-" || !alone || (await run.io.sizeOf(path)) < LARGE) return undefined;
  const { streamThreads } = await import("../importers/stream.js");
  const items = await streamThreads(() => run.io.openFile(path), path, sourceOptions(setup.readingOf(path)));
  return items === undefined ? undefined : linesOf(items, run);
}

async function* linesOf(items: AsyncIterable<StreamItem>, run: Run): AsyncGenerator<string> {
  for await (const item of items) {
    if (item.kind === "thread") yield lineOf(item.thread);
    else {
      if (item.diagnostic.code === "input/cut-off") run.complete = false;
      tell(item.diagnostic, run);
    }
  }
}

function tell(diagnostic: Diagnostic, { verbose, io }: Run): void {
  if (diagnostic.severity === "error" || verbose) io.err(`comment-audit: ${terminalLine(noteLine(diagnostic))}\n`);
}

function lineOf(thread: Thread): string {
  return `${JSON.stringify(nativeForm(thread))}\n`;
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
