/** Defaults < configuration file < flags. Finds, checks and merges; unknown settings are refused. */
import { UserError } from "../errors.js";
import type { Io } from "../io.js";
import type { Allow, Config } from "../schema/config.js";
import { describeIssue, keysOf } from "./schema-issue.js";

const MAX_EXTENDS = 10;
const HINT = "the form: comment-audit schema config";
/** Settings that name files, which stand relative to the configuration that names them. */
const PATHS = ["article", "articles", "baseline", "suppressions"] as const;

export interface LoadedConfig extends Config {
  /** The file it came from; undefined when there is none. */
  readonly file: string | undefined;
}

/** `wanted`: a path, undefined to search from the working folder upwards, false for none. */
export async function loadConfig(wanted: string | false | undefined, io: Io): Promise<LoadedConfig> {
  if (wanted === false) return { file: undefined };
  const found = await readConfig(wanted, io);
  if (found === undefined) return { file: undefined };
  const config = await withBases(found.value, found.path, [found.path], io);
  return { ...config, file: found.path };
}

async function readConfig(
  path: string | undefined,
  io: Io,
): Promise<{ readonly path: string; readonly value: unknown } | undefined> {
  try {
    return await io.findConfig(path);
  } catch (cause) {
    const file = (cause as { filepath?: string }).filepath ?? path ?? "the configuration";
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT" && path !== undefined;
    const [line = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    throw new UserError(
      "config/unreadable",
      missing ? `${file}: there is no such file.` : `${file} cannot be read: ${line}.`,
      { hint: HINT, where: { file }, cause },
    );
  }
}

/** What it extends comes first; its own settings win, and lists of allowances add up. */
async function withBases(value: unknown, file: string, trail: readonly string[], io: Io): Promise<Config> {
  const { configSchema } = await import("../schema/config.js");
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) {
    const { message, pointer } = describeIssue(parsed.error, keysOf(configSchema));
    throw new UserError("config/invalid", message, { hint: HINT, where: { file, pointer } });
  }
  const own = withPaths(parsed.data, file, io);
  let base: Config = {};
  for (const name of listOf(own.extends)) {
    const path = io.resolveBeside(file, name);
    if (trail.includes(path) || trail.length > MAX_EXTENDS)
      throw new UserError("config/cycle", `${file} extends itself by way of ${path}.`, { where: { file } });
    const found = await readConfig(path, io);
    if (found !== undefined) base = merge(base, await withBases(found.value, path, [...trail, path], io));
  }
  return merge(base, own);
}

function withPaths(config: Config, file: string, io: Io): Config {
  const beside = (path: string) => io.resolveBeside(file, path);
  const paths = PATHS.flatMap((key) => (config[key] === undefined ? [] : [[key, beside(config[key])] as const]));
  return {
    ...config,
    ...Object.fromEntries(paths),
    ...(config.format === undefined
      ? {}
      : {
          format: listOf(config.format).map((spec) => {
            const at = spec.indexOf("=");
            return at === -1 ? spec : `${spec.slice(0, at)}=${beside(spec.slice(at + 1))}`;
          }),
        }),
    ...(config.phrases === undefined
      ? {}
      : { phrases: config.phrases.map((each) => (typeof each === "string" ? beside(each) : each)) }),
    ...(config.detectors === undefined ? {} : { detectors: config.detectors.map(beside) }),
  };
}

function merge(base: Config, own: Config): Config {
  return {
    ...base,
    ...own,
    ...(base.allow === undefined && own.allow === undefined ? {} : { allow: mergeAllow(base.allow, own.allow) }),
    ...definedList("phrases", base.phrases, own.phrases),
    ...definedList("detectors", base.detectors, own.detectors),
    ...definedList("overrides", base.overrides, own.overrides),
    ...(base.weights === undefined && own.weights === undefined
      ? {}
      : { weights: { ...base.weights, ...own.weights } }),
  };
}

function definedList<T>(key: string, base: readonly T[] = [], own: readonly T[] = []): Record<string, T[]> {
  return base.length + own.length === 0 ? {} : { [key]: [...base, ...own] };
}

export function mergeAllow(a: Allow | undefined, b: Allow | undefined): Allow {
  const both = (key: keyof Allow) => [...(a?.[key] ?? []), ...(b?.[key] ?? [])];
  return { authors: both("authors"), phrases: both("phrases"), texts: both("texts") };
}

export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}
