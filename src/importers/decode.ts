/** Bytes to text: byte order marks, UTF-16, and a clear refusal of what is no text. */
import { UserError } from "../errors.js";
import type { Diagnostic } from "../model.js";

const SIGNATURES: readonly { bytes: readonly number[]; what: string; hint: string }[] = [
  {
    bytes: [0x1f, 0x8b],
    what: "gzip-compressed",
    hint: "the command unpacks it; the library takes the unpacked bytes",
  },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: "a ZIP archive", hint: "unzip it first" },
  {
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    what: "zstd-compressed",
    hint: "unpack it first: zstd -dc --long=31 FILE | comment-audit -",
  },
  {
    bytes: [0x50, 0x41, 0x52, 0x31],
    what: "a Parquet file",
    hint: "export the comments as JSON first: duckdb -json -c \"select * from 'FILE'\"",
  },
  {
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
    what: "an SQLite database",
    hint: "export the comments as JSON first: sqlite3 -json FILE 'select …'",
  },
];

/** V8 holds no longer string. */
const MAX_BYTES = 0x1fffffe8;

/**
 * Decodes a file. UTF-8 unless a byte order mark or the zero bytes of UTF-16 say otherwise; what is
 * no valid UTF-8 is windows-1252, and that is said.
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  note: (diagnostic: Diagnostic) => void = () => undefined,
): string {
  refuseSignatures(bytes, file);
  if (bytes.byteLength > MAX_BYTES)
    throw new UserError("input/too-large", `${file} is larger than the 512 MB that are read at once.`, {
      hint: "comment-audit convert reads WordPress exports and NDJSON of threads of any size; cut what it writes into parts",
      where: { file },
    });
  const encoding = guessEncoding(bytes);
  if (encoding === "utf-8" && bytes.subarray(0, 1024).includes(0)) throw binary(file);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: encoding === "utf-8" }).decode(bytes);
  } catch {
    // `stream` chooses the decoder that knows 0x80–0x9F: quotation marks and dashes.
    text = new TextDecoder("windows-1252").decode(bytes, { stream: true });
    note(notUtf8(file));
  }
  if (text.slice(0, 1024).includes("\u0000")) throw binary(file);
  return text;
}

/**
 * The same for a file that is too large to be one text. It is read twice: whether it is UTF-8 is
 * known at its end, and what was handed on by then cannot be taken back.
 */
export async function* decodeChunks(
  open: () => AsyncIterable<Uint8Array>,
  file: string,
  note: (diagnostic: Diagnostic) => void,
): AsyncGenerator<string> {
  const encoding = await encodingOf(open(), file);
  if (encoding === "windows-1252") note(notUtf8(file));
  const decoder = new TextDecoder(encoding);
  for await (const bytes of open()) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function encodingOf(chunks: AsyncIterable<Uint8Array>, file: string): Promise<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const bytes of chunks) {
    if (decoder === undefined) {
      refuseSignatures(bytes, file);
      const guessed = guessEncoding(bytes);
      if (guessed !== "utf-8") return guessed;
      if (bytes.subarray(0, 1024).includes(0)) throw binary(file);
      decoder = new TextDecoder("utf-8", { fatal: true });
    }
    try {
      decoder.decode(bytes, { stream: true });
    } catch {
      return "windows-1252";
    }
  }
  return "utf-8";
}

function notUtf8(file: string): Diagnostic {
  return {
    severity: "warning",
    code: "input/encoding",
    message: "this is not valid UTF-8; it was read as windows-1252",
    where: { file },
  };
}

function refuseSignatures(bytes: Uint8Array, file: string): void {
  for (const { bytes: signature, what, hint } of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) {
      throw new UserError("input/not-text", `${file} is ${what}, not text.`, { hint, where: { file } });
    }
  }
}

function binary(file: string): UserError {
  return new UserError("input/not-text", `${file} is a binary file, not JSON text.`, {
    hint: "the form that is read: comment-audit schema input",
    where: { file },
  });
}

function guessEncoding(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0 && fourth === 0 && first !== 0 && third !== 0) return "utf-16le";
  if (first === 0 && third === 0 && second !== 0 && fourth !== 0) return "utf-16be";
  return "utf-8";
}
