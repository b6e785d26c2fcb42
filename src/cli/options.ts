/** What a run was asked to do: flags over the configuration over defaults. */
import { UserError } from "../errors.js";
import { parseGate, type Gate } from "../gates.js";
import type { Io } from "../io.js";
import { BANDS, type Band } from "../model.js";
import type { Allow } from "../schema/config.js";
import { listOf, loadConfig, mergeAllow, type LoadedConfig } from "./config.js";
import type { OutputOptions } from "./outputs.js";
import { parseReading, type ReadOptions, type Reading } from "./read-inputs.js";
import type { ReviewOptions } from "./review.js";

/** As commander hands them over; undefined = not given. */
export interface AuditFlags {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly inputFormat?: string;
  readonly article?: string;
  readonly articles?: string;
  readonly status?: string;
  readonly map?: string;
  readonly top?: number;
  readonly minBand?: string;
  readonly failOn?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly suppressions?: string;
  readonly redact?: boolean;
  /** False for --no-config. */
  readonly config?: string | false;
  readonly color?: boolean;
  readonly width?: number;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

export interface AuditSetup extends ReadOptions, OutputOptions, ReviewOptions {
  readonly gates: readonly Gate[];
  readonly verbose: boolean;
  readonly config: LoadedConfig;
  /** What is allowed in a file of comments. */
  readonly allowOf: (file: string | undefined) => Allow;
}

const DEFAULT_TOP = 20;
const DEFAULT_BAND = "insufficient";

export async function resolveSetup(flags: AuditFlags, io: Io): Promise<AuditSetup> {
  const config = await loadConfig(flags.config, io);
  const overrides = config.overrides === undefined ? [] : await compileOverrides(config.overrides);
  const given = parseReading(flags);
  const forFile = (path: string) =>
    overrides.filter(({ matches }) => matches(config.file === undefined ? path : io.seenFrom(config.file, path)));
  return {
    config,
    readingOf: (path) => {
      const layers = [config, ...forFile(path).map(({ settings }) => settings)].map(readingOfSettings);
      return Object.assign({}, ...layers, given) as Reading;
    },
    allowOf: (file) =>
      forFile(file ?? "").reduce(
        (allow, { settings }) => mergeAllow(allow, settings.allow),
        mergeAllow(config.allow, {}),
      ),
    article: flags.article ?? config.article,
    articles: flags.articles ?? config.articles,
    format: flags.format ?? listOf(config.format),
    output: flags.output,
    top: flags.top ?? config.top ?? DEFAULT_TOP,
    minBand: parseBand(flags.minBand ?? config.minBand ?? DEFAULT_BAND),
    gates: (flags.failOn ?? listOf(config.failOn)).map(parseGate),
    baseline: flags.baseline ?? config.baseline,
    updateBaseline: flags.updateBaseline,
    suppressions: flags.suppressions ?? config.suppressions,
    redact: flags.redact ?? config.redact,
    color: flags.color,
    width: flags.width,
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
  };
}

async function compileOverrides(overrides: NonNullable<LoadedConfig["overrides"]>) {
  const { compileGlobs } = await import("./globs.js");
  return overrides.map(({ files, ...settings }) => ({ matches: compileGlobs(listOf(files)), settings }));
}

function readingOfSettings({
  inputFormat,
  status,
  map,
}: {
  readonly inputFormat?: string;
  readonly status?: string | string[];
  readonly map?: Record<string, string>;
}): Reading {
  return {
    ...(inputFormat === undefined ? {} : { inputFormat }),
    ...(status === undefined
      ? {}
      : {
          status: listOf(status)
            .flatMap((list) => list.split(","))
            .map((name) => name.trim()),
        }),
    ...(map === undefined ? {} : { map }),
  };
}

/** The settings of a command that only writes. */
export function outputOptions(
  flags: Pick<AuditFlags, "format" | "output" | "top" | "minBand" | "color" | "width">,
): OutputOptions {
  return {
    ...flags,
    format: flags.format ?? [],
    top: flags.top ?? DEFAULT_TOP,
    minBand: parseBand(flags.minBand ?? DEFAULT_BAND),
  };
}

function parseBand(value: string): Band {
  const band = BANDS.find((candidate) => candidate === value);
  if (band === undefined)
    throw new UserError("usage/min-band", `"${value}" is no band.`, { hint: `known: ${BANDS.join(", ")}` });
  return band;
}
