/** The only file that touches the disk, the process and the terminal. */
import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export interface Io {
  readFile(path: string): Promise<Uint8Array>;
  readStdin(): Promise<Uint8Array>;
  /** The files of a folder and of those in it, sorted by path; undefined when it is no folder. */
  listFolder(path: string): Promise<string[] | undefined>;
  gunzip(bytes: Uint8Array): Promise<Uint8Array>;
  writeFile(path: string, pieces: AsyncIterable<string>): Promise<void>;
  /** Bytes on the disk; 0 when there is no such file. */
  sizeOf(path: string): Promise<number>;
  /** The bytes in pieces, unpacked where the file is gzip. */
  openFile(path: string): AsyncIterable<Uint8Array>;
  /** Resolves when the text is handed over, also to a slow pipe. */
  out(text: string): Promise<void>;
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Columns of the terminal, undefined in a pipe. */
  readonly columns: number | undefined;
  /** Milliseconds; for progress only, never for results. */
  now(): number;
  /** YYYY-MM-DD in UTC. */
  today(): string;
  /** The configuration at a path, or the nearest one from the working folder upwards. */
  findConfig(path: string | undefined): Promise<{ readonly path: string; readonly value: unknown } | undefined>;
  /** A path that stands in a file, seen from the working folder. */
  resolveBeside(file: string, path: string): string;
  /** What a module exports by default. */
  importDefault(path: string): Promise<unknown>;
}

export function processIo(): Io {
  let closed = false;
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    closed = true;
  });
  process.stderr.on("error", () => undefined);
  return {
    readFile: (path) => readFile(path),
    readStdin,
    listFolder,
    gunzip,
    writeFile: (path, pieces) => writeFile(path, pieces, "utf8"),
    sizeOf: async (path) => (await stat(path).catch(() => undefined))?.size ?? 0,
    openFile,
    out: (text) =>
      new Promise((resolve) => {
        if (closed || text === "") resolve();
        else process.stdout.write(text, () => resolve());
      }),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    outIsTerminal: process.stdout.isTTY,
    errIsTerminal: process.stderr.isTTY,
    columns: process.stdout.columns,
    now: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
    findConfig: async (path) => (await import("./find-config.js")).findConfig(path),
    resolveBeside: (file, path) => (isAbsolute(path) ? path : join(dirname(file), path)),
    importDefault: async (path) => ((await import(pathToFileURL(resolve(path)).href)) as { default?: unknown }).default,
  };
}

const PIECE = 1 << 20;

async function* openFile(path: string): AsyncGenerator<Uint8Array> {
  const signature = Buffer.alloc(2);
  const file = await open(path);
  await file.read(signature, 0, 2, 0);
  await file.close();
  const stream = createReadStream(path, { highWaterMark: PIECE });
  if (signature[0] === 0x1f && signature[1] === 0x8b) {
    const { createGunzip } = await import("node:zlib");
    yield* stream.pipe(createGunzip({ chunkSize: PIECE })) as AsyncIterable<Uint8Array>;
  } else yield* stream as AsyncIterable<Uint8Array>;
}

/** Few runs meet a packed file, and the module is slow to load. */
async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const zlib = await import("node:zlib");
  return new Promise((resolve, reject) => {
    zlib.gunzip(bytes, (error, unpacked) => {
      if (error === null) resolve(unpacked);
      else reject(error);
    });
  });
}

async function listFolder(path: string): Promise<string[] | undefined> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    if (["ENOTDIR", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
