/** The command line in process, with an Io in memory over the repository's own files. */
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { run } from "../../src/cli/run.js";
import type { Io } from "../../src/io.js";
import { ROOT } from "./fixtures.js";

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, string>;
}

export interface CliWorld {
  readonly stdin?: string | Uint8Array;
  /** Files beside the repository's; a value may be an error to throw. */
  readonly files?: Readonly<Record<string, string | Uint8Array | Error>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Paths of the files in a folder. */
  readonly folders?: Readonly<Record<string, string[]>>;
  /** Settings found in the working folder. */
  readonly config?: unknown;
  /** What the disk says of a file's size. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Default exports of modules. */
  readonly modules?: Readonly<Record<string, unknown>>;
  /** YYYY-MM-DD. */
  readonly today?: string;
  readonly terminal?: boolean;
  readonly columns?: number;
}

async function findConfig(
  path: string | undefined,
  world: CliWorld,
): Promise<{ path: string; value: unknown } | undefined> {
  if (path === undefined)
    return world.config === undefined ? undefined : { path: "comment-audit.config.json", value: world.config };
  const text = world.files?.[path];
  if (typeof text === "string") return { path, value: JSON.parse(text) as unknown };
  return Promise.reject(Object.assign(new Error("no such file"), { code: "ENOENT" }));
}

export async function runCli(argv: readonly string[], world: CliWorld = {}): Promise<CliResult> {
  let out = "";
  let err = "";
  let clock = 0;
  const written = new Map<string, string>();
  const bytes = (value: string | Uint8Array) => (typeof value === "string" ? new TextEncoder().encode(value) : value);
  const io: Io = {
    readFile: (path) => {
      const given = world.files?.[path];
      if (given instanceof Error) return Promise.reject(given);
      return new Promise((resolve) => resolve(given === undefined ? readFileSync(join(ROOT, path)) : bytes(given)));
    },
    listFolder: (path) => Promise.resolve(world.folders?.[path]),
    unpack: (stored) => {
      const isGzip = stored[0] === 0x1f && stored[1] === 0x8b;
      return new Promise((done) => done(isGzip ? gunzipSync(stored) : stored));
    },
    readStdin: () => Promise.resolve(bytes(world.stdin ?? "")),
    writeFile: async (path, pieces) => {
      let text = "";
      for await (const piece of pieces) text += piece;
      written.set(path, text);
    },
    sizeOf: (path) => {
      const given = world.files?.[path];
      return Promise.resolve(world.sizes?.[path] ?? (given instanceof Error ? 0 : (given?.length ?? 0)));
    },
    openFile: async function* (path) {
      const given = world.files?.[path];
      const whole = bytes(given === undefined || given instanceof Error ? "" : given);
      // Pieces so small that words, tags and characters are cut.
      for (let i = 0; i < whole.length; i += 7) yield await Promise.resolve(whole.subarray(i, i + 7));
    },
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    err: (text) => (err += text),
    env: world.env ?? {},
    outIsTerminal: world.terminal ?? false,
    errIsTerminal: world.terminal ?? false,
    columns: world.columns,
    now: () => (clock += 1),
    today: () => world.today ?? "2026-01-15",
    findConfig: (path) => findConfig(path, world),
    resolveBeside: (file, path) => join(dirname(file), path),
    seenFrom: (file, path) => relative(dirname(file), path),
    absolute: (path) => resolve("/work", path),
    importDefault: (path) =>
      world.modules !== undefined && path in world.modules
        ? Promise.resolve(world.modules[path])
        : import(join(ROOT, path)).then((module: { default?: unknown }) => module.default),
  };
  return { code: await run(argv, io), out, err, files: written };
}
