/** Where reports go: `-f terminal -f sarif=out.sarif`, `-f html -o page.html`. */
import { UserError } from "../errors.js";
import type { Io } from "../io.js";
import type { Band, Report } from "../model.js";
import { REPORTERS } from "../reporters/registry.js";
import type { Reporter } from "../reporters/reporter.js";
import { chalkFor } from "./colour.js";

export interface OutputOptions {
  readonly format: readonly string[];
  readonly output?: string | undefined;
  readonly quiet?: boolean | undefined;
  readonly top: number;
  readonly minBand: Band;
  readonly color?: boolean | undefined;
  readonly width?: number | undefined;
}

export interface Target {
  readonly reporter: Reporter;
  /** Undefined = standard output. */
  readonly path: string | undefined;
}

const DEFAULT_WIDTH = 80;
const MIN_WIDTH = 40;
const MAX_WIDTH = 120;

/** `-f json=report.json` writes a file; one format without a path goes to -o or standard output. */
export function parseTargets({ format, output, quiet }: OutputOptions, io: Io): Target[] {
  const targets = (format.length === 0 ? ["terminal"] : format).map(parseTarget);
  const open = targets.filter(({ path }) => path === undefined);
  if (open.length > 1)
    throw new UserError("usage/format", "more than one format would go to standard output.", {
      hint: "give all but one a file: -f json=report.json",
    });
  if (output !== undefined && open.length === 0)
    throw new UserError("usage/output", "-o has no format left: every -f names its file.", {
      hint: "leave out -o, or one of the file names",
    });
  const placed = targets.map((target) =>
    target.path === undefined && output !== undefined ? { ...target, path: output } : target,
  );
  const paths = placed.map(({ path }) => (path === undefined ? undefined : io.absolute(path)));
  const twice = placed.find((_, i) => paths[i] !== undefined && paths.indexOf(paths[i]) < i);
  if (twice !== undefined)
    throw new UserError("usage/format", `two formats would be written to ${twice.path ?? ""}.`, {
      hint: "give each its own file",
    });
  return placed.filter(({ path }) => path !== undefined || quiet !== true);
}

function parseTarget(spec: string): Target {
  const [id = "", path] = spec.split(/=(.*)/su);
  const reporter = REPORTERS.find((candidate) => candidate.id === id);
  if (reporter === undefined) {
    const near = REPORTERS.find((known) => known.extension === id.toLowerCase() || known.id === id.toLowerCase());
    throw new UserError("usage/format", `there is no output format "${id}".`, {
      hint: `${near === undefined || near.extension === "txt" ? "" : `did you mean ${near.id}? `}known: ${REPORTERS.map((known) => known.id).join(", ")}`,
    });
  }
  if (path === "")
    throw new UserError("usage/format", `"${spec}" names no file.`, {
      hint: `write -f ${id}=report.${reporter.extension}`,
    });
  return { reporter, path };
}

/** A report never overwrites what it was made from. */
export function refuseOverwriting(targets: readonly Target[], inputs: readonly (string | undefined)[], io: Io): void {
  const read = new Set(inputs.flatMap((path) => (path === undefined || path === "-" ? [] : [io.absolute(path)])));
  const same = targets.find(({ path }) => path !== undefined && read.has(io.absolute(path)));
  if (same?.path === undefined) return;
  throw new UserError("usage/output", `${same.path} is read in this run and would be overwritten.`, {
    hint: "give the report another name",
  });
}

export async function writeTargets(
  targets: readonly Target[],
  report: Report,
  options: OutputOptions,
  io: Io,
): Promise<void> {
  for (const { reporter, path } of targets) {
    const render = await reporter.load();
    const pieces = render(report, {
      width: widthOf(options, io),
      chalk: chalkFor(options.color, path === undefined, io),
      top: options.top,
      minBand: options.minBand,
    });
    if (path === undefined) for await (const piece of batched(pieces)) await io.out(piece);
    else await writeFile(path, pieces, io);
  }
}

/** Columns to fill: what was asked for, else the terminal's within reason. */
export function widthOf({ width }: { readonly width?: number | undefined }, io: Io): number {
  return Math.max(MIN_WIDTH, width ?? Math.min(MAX_WIDTH, io.columns ?? DEFAULT_WIDTH));
}

export async function writeFile(path: string, pieces: Iterable<string> | AsyncIterable<string>, io: Io): Promise<void> {
  try {
    await io.writeFile(path, batched(pieces));
  } catch (cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException;
    // Whatever else went wrong while the text was made is no matter of the disk.
    if (code === undefined || syscall === undefined) throw cause;
    const reason = WHY[code] ?? code;
    throw new UserError("output/unwritable", `${path} cannot be written: ${reason}.`, {
      where: { file: path },
      cause,
    });
  }
}

const WHY: Readonly<Record<string, string>> = {
  EISDIR: "it is a folder",
  EACCES: "writing there is not allowed",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  ENOTDIR: "what should be its folder is a file",
  EEXIST: "what should be its folder is a file",
};

const BATCH = 1 << 16;

/** Small pieces together: one write each would cost more than the report. */
async function* batched(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let batch = "";
  for await (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = "";
  }
  yield batch;
}
