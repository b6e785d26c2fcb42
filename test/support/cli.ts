/** The command line in process, with an Io in memory over the repository's own files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
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
  readonly terminal?: boolean;
  readonly columns?: number;
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
    gunzip: (packed) => Promise.resolve(gunzipSync(packed)),
    readStdin: () => Promise.resolve(bytes(world.stdin ?? "")),
    writeFile: (path, pieces) => {
      written.set(path, [...pieces].join(""));
      return Promise.resolve();
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
  };
  return { code: await run(argv, io), out, err, files: written };
}
