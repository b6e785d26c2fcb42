/** The only file that touches the disk, the process and the terminal. */
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
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
  /** A path of the working folder as a glob of that file sees it: from the file's folder, with slashes. */
  seenFrom(file: string, path: string): string;
  /** The same for every way of writing a path. */
  absolute(path: string): string;
  /** What a module exports by default. */
  importDefault(path: string): Promise<unknown>;
}

export function processIo(): Io {
  let closed = false;
  let failure: NodeJS.ErrnoException | undefined;
  // A reader that has seen enough (`| head`) is no error; a full disk is.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") closed = true;
    else failure = error;
  });
  process.stderr.on("error", () => undefined);
  return {
    readFile: (path) => readFile(path),
    readStdin,
    listFolder,
    gunzip,
    writeFile: writeWhole,
    sizeOf: async (path) => (await stat(path).catch(() => undefined))?.size ?? 0,
    openFile,
    out: (text) =>
      new Promise((resolve, reject) => {
        if (closed || text === "") resolve();
        else
          process.stdout.write(text, (error) => {
            if (error === null || error === undefined || (error as NodeJS.ErrnoException).code === "EPIPE") resolve();
            else reject(failure ?? error);
          });
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
    seenFrom: (file, path) => relative(dirname(resolve(file)), resolve(path)).replaceAll("\\", "/"),
    absolute: (path) => resolve(path),
    importDefault: async (path) => ((await import(pathToFileURL(resolve(path)).href)) as { default?: unknown }).default,
  };
}

/** All of it or nothing: what was there stays until the new file is whole. */
async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const there = await stat(path).catch(() => undefined);
  // A device or a pipe cannot be replaced, and a link should stay one.
  if (there !== undefined && !there.isFile()) {
    await writeFile(path, pieces, "utf8");
    return;
  }
  const target = there === undefined ? path : await realpath(path);
  const draft = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(draft, pieces, "utf8");
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
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
