/** The only file that touches the disk, the process and the terminal. */
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Transform } from "node:stream";
import { pathToFileURL } from "node:url";
import type * as Zlib from "node:zlib";

export interface Io {
  readFile(path: string): Promise<Uint8Array>;
  readStdin(): Promise<Uint8Array>;
  /** The files of a folder and of those in it, sorted by path; undefined when it is no folder. */
  listFolder(path: string): Promise<string[] | undefined>;
  /** Unpacks gzip, and zstd where this Node can (22.15 and later); what is neither stays as it is. */
  unpack(bytes: Uint8Array): Promise<Uint8Array>;
  writeFile(path: string, pieces: AsyncIterable<string>): Promise<void>;
  /** Bytes on the disk; 0 when there is no such file. */
  sizeOf(path: string): Promise<number>;
  /** The bytes in pieces, unpacked as `unpack` does. */
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
  // A reader that has seen enough (`| head`) is no error. Any other is told by the write that met it.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") closed = true;
  });
  process.stderr.on("error", () => undefined);
  return {
    readFile: readRegular,
    readStdin,
    listFolder,
    unpack,
    writeFile: writeWhole,
    sizeOf: async (path) => (await stat(path).catch(() => undefined))?.size ?? 0,
    openFile,
    out: (text) =>
      new Promise((resolve, reject) => {
        if (closed || text === "") resolve();
        else
          process.stdout.write(text, (error) => {
            if (error === null || error === undefined || (error as NodeJS.ErrnoException).code === "EPIPE") resolve();
            else reject(error);
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

/** A pipe has an end; a device such as /dev/zero has none. */
async function readRegular(path: string): Promise<Uint8Array> {
  if ((await stat(path)).isCharacterDevice()) throw Object.assign(new Error(`${path} is a device`), { code: "ENODEV" });
  return readFile(path);
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
  const signature = new Uint8Array(4);
  const file = await open(path);
  await file.read(signature, 0, 4, 0);
  await file.close();
  const stream = createReadStream(path, { highWaterMark: PIECE });
  const kind = compressionOf(signature);
  const zlib = kind === undefined ? undefined : await loadZlib();
  const unpacker =
    kind === "gzip"
      ? zlib?.createGunzip({ chunkSize: PIECE })
      : kind === "zstd"
        ? zlib?.createZstdDecompress?.()
        : undefined;
  if (unpacker === undefined) {
    yield* stream as AsyncIterable<Uint8Array>;
    return;
  }
  // An error of the disk would be lost between the two.
  stream.on("error", (error) => unpacker.destroy(error));
  yield* stream.pipe(unpacker) as AsyncIterable<Uint8Array>;
}

async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  const kind = compressionOf(bytes);
  if (kind === undefined) return bytes;
  const zlib = await loadZlib();
  const decompress = kind === "gzip" ? zlib.gunzip : zlib.zstdDecompress;
  if (decompress === undefined) return bytes;
  return new Promise((resolve, reject) => {
    decompress(bytes, (error, unpacked) => {
      if (error === null) resolve(unpacked);
      else reject(error);
    });
  });
}

function compressionOf(bytes: Uint8Array): "gzip" | "zstd" | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0x1f && second === 0x8b) return "gzip";
  return first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd ? "zstd" : undefined;
}

type Decompress = (bytes: Uint8Array, done: (error: Error | null, unpacked: Uint8Array) => void) => void;

/** Few runs meet a packed file, and the module is slow to load. Its types are those of Node 20, without zstd. */
async function loadZlib(): Promise<
  Pick<typeof Zlib, "createGunzip"> & {
    readonly gunzip: Decompress;
    readonly zstdDecompress?: Decompress;
    readonly createZstdDecompress?: () => Transform;
  }
> {
  return await import("node:zlib");
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
