/** NDJSON: a thread a line, or a comment a line. One bad line costs that line and nothing else. */
import { UserError } from "../../errors.js";
import type { ImportItem } from "../importer.js";
import { parseJson } from "../json.js";
import { emit, FORMAT_HINT, noComments, problem, readDocument } from "./document.js";
import { looksLikeComment } from "./locate.js";
import { readRecords } from "./records.js";

interface Line {
  readonly value: unknown;
  readonly line: number;
}

/** Threads leave line by line; comments that stand alone wait for the last one. */
export async function* readLines(
  chunks: Iterable<string> | AsyncIterable<string>,
  file: string,
): AsyncGenerator<ImportItem> {
  const loose: Line[] = [];
  let threads = 0;
  let read = 0;
  for await (const { raw, line, isEnded } of splitLines(chunks)) {
    if (raw.trim() === "") continue;
    const parsed = parseLine(raw, file, line, !isEnded);
    if (parsed.problem !== undefined) {
      yield parsed.problem;
      continue;
    }
    read++;
    if (looksLikeComment(parsed.value)) loose.push({ value: parsed.value, line });
    else {
      for (const item of readLine(parsed.value, file, line)) {
        if (item.kind === "thread") threads++;
        yield item;
      }
    }
  }
  if (read === 0)
    throw new UserError("input/json", `${file} has no line of valid JSON.`, { hint: FORMAT_HINT, where: { file } });
  const together = loose.length === 0 ? 0 : yield* readLooseComments(loose, file);
  if (threads + together === 0) throw noComments(file);
}

/** Lines of a text that comes in pieces; the last one may lack its end. */
async function* splitLines(
  chunks: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<{ raw: string; line: number; isEnded: boolean }> {
  let line = 0;
  let held: string[] = [];
  for await (const chunk of chunks) {
    const [first = "", ...rest] = chunk.split("\n");
    held.push(first);
    for (const next of rest) {
      yield { raw: held.join(""), line: ++line, isEnded: true };
      held = [next];
    }
  }
  yield { raw: held.join(""), line: ++line, isEnded: false };
}

function parseLine(raw: string, file: string, line: number, last: boolean): { value?: unknown; problem?: ImportItem } {
  try {
    return { value: parseJson(raw, file, line) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // The last line without its end: the file was cut, and what is missing nobody knows.
    return {
      problem: last
        ? problem("input/cut-off", "the last line is cut off; what came before it was read", { file, line }, "error")
        : problem("record/json", "this line is not valid JSON and was left out", { file, line }),
    };
  }
}

/** A line that holds no comments is a diagnostic; its own diagnostics are placed on the line. */
function* readLine(value: unknown, file: string, line: number): Generator<ImportItem> {
  try {
    for (const item of readDocument(value, file, line)) {
      yield item.kind !== "diagnostic"
        ? item
        : { kind: "diagnostic", diagnostic: { ...item.diagnostic, where: { ...item.diagnostic.where, file, line } } };
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    yield problem("record/no-comments", "this line holds no comments and was left out", { file, line });
  }
}

/** Lines that are comments rather than threads make one thread together. Returns the threads made, 0 or 1. */
function* readLooseComments(loose: readonly Line[], file: string): Generator<ImportItem, number> {
  const { comments, diagnostics } = readRecords(
    loose.map(({ value }) => value),
    "",
    file,
  );
  const atLine = <T extends { readonly pointer?: string }>(place: T): T => {
    const line = loose[Number(place.pointer?.split("/")[1])]?.line;
    return line === undefined ? place : { ...place, line };
  };
  for (const diagnostic of diagnostics) {
    yield {
      kind: "diagnostic",
      diagnostic: diagnostic.where ? { ...diagnostic, where: atLine(diagnostic.where) } : diagnostic,
    };
  }
  if (comments.length === 0) return 0;
  const placed = comments.map((comment) => (comment.source ? { ...comment, source: atLine(comment.source) } : comment));
  yield* emit({ article: undefined, records: [], pointer: "" }, placed, file, "1");
  return 1;
}
