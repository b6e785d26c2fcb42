/** The native JSON form and the JSON that people really have: see locate.ts and fields.ts. */
import { UserError } from "../../errors.js";
import type { ImportItem, Importer } from "../importer.js";
import { parseJson } from "../json.js";
import { readDocument } from "./document.js";
import { readLines } from "./lines.js";

/** One JSON document: a thread, several threads, or a bare list of comments. */
export const nativeImporter: Importer = {
  id: "native",
  title: "JSON",
  origin: "your own export: an article and its comments as JSON; comment-audit schema input shows the form",
  // A bare number or string is JSON as well: what is wrong with it is said when it has been read.
  sniff: (head) => (/^\s*(?:[[{"]|-?\d|true|false|null)/u.test(head) ? 0.5 : 0),
  read: ({ file, text }) => readDocumentOrLines(text, file),
};

/** NDJSON: one thread a line. */
export const ndjsonImporter: Importer = {
  id: "ndjson",
  title: "NDJSON",
  origin: "one thread a line, as jq -c writes it",
  sniff: (head) => {
    const lines = head.split("\n", 3).map((line) => line.trim());
    return lines.filter(isWholeObject).length >= 2 ? 0.8 : 0;
  },
  read: ({ file, text }) => readLines(text, file),
};

/** Lines longer than the head that sniffing sees are told from a document here. */
function* readDocumentOrLines(text: string, file: string): Generator<ImportItem> {
  let value: unknown;
  try {
    value = parseJson(text, file);
  } catch (error) {
    const firstLine = text.slice(0, text.indexOf("\n") + 1).trim();
    if (!(error instanceof UserError) || !isWholeObject(firstLine)) throw error;
    yield* readLines(text, file);
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
