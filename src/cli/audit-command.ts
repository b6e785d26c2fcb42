/** `comment-audit [audit] <file...>` */
import { UserError } from "../errors.js";
import { audit } from "../index.js";
import type { Io } from "../io.js";
import { BANDS, type Band, type Report } from "../model.js";
import { REPORTERS } from "../reporters/registry.js";
import type { Reporter } from "../reporters/reporter.js";
import { terminalLine } from "../reporters/escape.js";
import { formatWhere } from "../errors.js";
import { chalkFor } from "./colour.js";
import { exitCodeOf, parseGate } from "./gate.js";
import { startProgress } from "./progress.js";
import { readInputs } from "./read-inputs.js";

export interface AuditFlags {
  readonly format: readonly string[];
  readonly output?: string;
  readonly inputFormat?: string;
  readonly article?: string;
  readonly articles?: string;
  readonly status?: string;
  readonly map?: string;
  readonly top: number;
  readonly minBand: Band;
  readonly failOn: readonly string[];
  readonly color?: boolean;
  readonly width?: number;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

const DEFAULT_WIDTH = 80;
const MIN_WIDTH = 40;
const MAX_WIDTH = 120;

export async function auditCommand(files: readonly string[], flags: AuditFlags, io: Io): Promise<0 | 1 | 2> {
  const targets = parseTargets(flags);
  const named = [flags.article, flags.articles].filter((path) => path !== undefined);
  refuseOverwriting(targets, [...files, ...named]);
  const gates = flags.failOn.map(parseGate);
  const report = await auditFiles(files, flags, io);
  for (const { reporter, path } of targets) await write(reporter, path, report, flags, io);
  reportNotes(report, flags, io);
  for (const gate of gates) {
    const reason = gate.reached(report);
    if (reason !== undefined && flags.quiet !== true)
      io.err(`comment-audit: gate ${gate.source} reached: ${terminalLine(reason)}\n`);
  }
  return exitCodeOf(report, gates);
}

export async function auditFiles(
  files: readonly string[],
  flags: Pick<AuditFlags, "article" | "articles" | "inputFormat" | "status" | "map" | "quiet">,
  io: Io,
): Promise<Report> {
  const input = await readInputs(files, flags, io);
  const comments = input.threads.reduce((sum, thread) => sum + thread.comments.length, 0);
  const progress = startProgress("auditing", comments, flags.quiet === true, io);
  let done = 0;
  const report = audit(input, () => progress.step(++done));
  progress.finish();
  return report;
}

function refuseOverwriting(targets: readonly Target[], inputs: readonly string[]): void {
  const same = targets.find(({ path }) => path !== undefined && inputs.includes(path));
  if (same?.path === undefined) return;
  throw new UserError("usage/output", `${same.path} is read in this run and would be overwritten.`, {
    hint: "give the report another name",
  });
}

interface Target {
  readonly reporter: Reporter;
  /** Undefined = standard output. */
  readonly path: string | undefined;
}

/** `-f json=report.json` writes a file; one format without a path goes to -o or standard output. */
function parseTargets({ format, output, quiet }: AuditFlags): Target[] {
  const targets = (format.length === 0 ? ["terminal"] : format).map((spec): Target => {
    const [id = "", path] = spec.split(/=(.*)/su);
    const reporter = REPORTERS.find((candidate) => candidate.id === id);
    if (reporter === undefined)
      throw new UserError("usage/format", `there is no output format "${id}".`, {
        hint: `known: ${REPORTERS.map((known) => known.id).join(", ")}`,
      });
    if (path === "")
      throw new UserError("usage/format", `"${spec}" names no file.`, { hint: `write -f ${id}=report.${id}` });
    return { reporter, path };
  });
  const open = targets.filter(({ path }) => path === undefined);
  if (open.length > 1)
    throw new UserError("usage/format", "more than one format would go to standard output.", {
      hint: "give all but one a file: -f json=report.json",
    });
  if (output !== undefined && open.length === 0)
    throw new UserError("usage/output", "-o has no format left: every -f names its file.", {
      hint: "leave out -o, or one of the file names",
    });
  return targets
    .map((target) => (target.path === undefined && output !== undefined ? { ...target, path: output } : target))
    .filter(({ path }) => path !== undefined || quiet !== true);
}

async function write(
  reporter: Reporter,
  path: string | undefined,
  report: Report,
  flags: AuditFlags,
  io: Io,
): Promise<void> {
  const width = Math.max(MIN_WIDTH, flags.width ?? Math.min(MAX_WIDTH, io.columns ?? DEFAULT_WIDTH));
  const pieces = reporter.render(report, {
    width,
    chalk: chalkFor(flags.color, path === undefined, io),
    top: flags.top,
    minBand: flags.minBand,
  });
  if (path === undefined) for (const piece of batched(pieces)) await io.out(piece);
  else {
    try {
      await io.writeFile(path, batched(pieces));
    } catch (cause) {
      throw new UserError(
        "output/unwritable",
        `${path} cannot be written (${(cause as NodeJS.ErrnoException).code ?? String(cause)}).`,
        { where: { file: path }, cause },
      );
    }
  }
}

const BATCH = 1 << 16;

/** Small pieces together: one write each would cost more than the report. */
function* batched(pieces: Iterable<string>): Generator<string> {
  let batch = "";
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = "";
  }
  yield batch;
}

/** What was guessed and left out: errors always, the rest with --verbose. */
function reportNotes(report: Report, { quiet, verbose }: AuditFlags, io: Io): void {
  if (quiet === true) return;
  const shown = new Set<string>();
  for (const { severity, message, where } of report.diagnostics) {
    if (severity !== "error" && verbose !== true) continue;
    const place = formatWhere(where);
    const line = `${severity}: ${place === "" ? "" : `${place}: `}${message}`;
    if (shown.has(line)) continue;
    shown.add(line);
    io.err(`comment-audit: ${terminalLine(line)}\n`);
  }
}

export function parseBand(value: string): Band {
  const band = BANDS.find((candidate) => candidate === value);
  if (band === undefined)
    throw new UserError("usage/min-band", `"${value}" is no band.`, { hint: `known: ${BANDS.join(", ")}` });
  return band;
}
