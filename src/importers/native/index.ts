/** The native JSON form and the JSON that people really have: see locate.ts and fields.ts. */
import { UserError } from "../../errors.js";
import type { JsonDocument } from "../documents.js";
import type { ImportItem, Reader } from "../importer.js";
import { parseJson } from "../json.js";
import { readDocument } from "./document.js";
import { readLines } from "./lines.js";

/** One JSON document: a thread, several threads, or a bare list of comments. */
export const nativeReader: Reader = {
  // A bare number or string is JSON as well: what is wrong with it is said when it has been read.
  sniff: (head) => (/^\s*(?:[[{"]|-?\d|true|false|null)/u.test(head) ? 0.5 : 0),
  read: ({ file, text, documents }) => readDocumentOrLines(text, file, documents),
};

/** NDJSON: one thread a line. */
export const ndjsonReader: Reader = {
  sniff: (head) => {
    const lines = head.split("\n", 3).map((line) => line.trim());
    return lines.filter(isWholeObject).length >= 2 ? 0.8 : 0;
  },
  read: ({ file, text, chunks }) => readLines(chunks ?? [text], file),
  streams: true,
};

/** Lines longer than the head that sniffing sees are told from a document here. */
async function* readDocumentOrLines(
  text: string,
  file: string,
  documents: readonly JsonDocument[] | undefined,
): AsyncGenerator<ImportItem> {
  const [only, ...others] = documents ?? [];
  if (only !== undefined && others.length === 0) {
    yield* readDocument(only.value, file);
    return;
  }
  let value: unknown;
  try {
    value = parseJson(text, file);
  } catch (error) {
    const firstLine = text.slice(0, text.indexOf("\n") + 1).trim();
    if (!(error instanceof UserError) || !isWholeObject(firstLine)) throw error;
    yield* readLines([text], file);
    return;
  }
  yield* readDocument(value, file);
}

function isWholeObject(line: string): boolean {
  if (!line.startsWith("{") || !line.endsWith("}")) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
