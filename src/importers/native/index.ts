/** The native JSON form and the JSON that people really have: see locate.ts and fields.ts. */
import { UserError } from "../../errors.js";
import type { Article, Diagnostic } from "../../model.js";
import type { ImportInput, ImportItem, Importer } from "../importer.js";
import { parseJson, pointerTo } from "../json.js";
import { linkComments } from "../link.js";
import { locateThreads, type Located } from "./locate.js";
import { readRecords } from "./records.js";

const NO_ARTICLE: Article = { title: "", body: "" };
const FORMAT_HINT = "the form that is read: comment-audit schema input";

/** One JSON document: a thread, several threads, or a bare list of comments. */
export const nativeImporter: Importer = {
  id: "native",
  title: "JSON",
  origin: "your own export: an article and its comments as JSON; comment-audit schema input shows the form",
  sniff: (head) => (/^\s*[[{]/u.test(head) ? 0.5 : 0),
  read: ({ file, text }) => readDocument(parseJson(text, file), file, "", 1),
};

/** NDJSON: one thread a line. */
export const ndjsonImporter: Importer = {
  id: "ndjson",
  title: "NDJSON",
  origin: "one thread a line, as jq -c writes it",
  sniff: (head) => {
    const lines = head.split("\n", 3).map((line) => line.trim());
    return lines.filter((line) => isWholeObject(line)).length >= 2 ? 0.8 : 0;
  },
  read: ({ file, text }) => readLines(text, file),
};

function isWholeObject(line: string): boolean {
  if (!/^\{.*\}$/u.test(line)) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function* readLines(text: string, file: string): Generator<ImportItem> {
  const loose: { value: unknown; line: number }[] = [];
  let line = 0;
  let read = 0;
  for (const raw of text.split("\n")) {
    line++;
    if (raw.trim() === "") continue;
    let value: unknown;
    try {
      value = parseJson(raw, file, line);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      yield problem("record/json", `this line is not valid JSON and was left out`, { file, line });
      continue;
    }
    read++;
    if (locateThreads(value).length > 0) yield* readDocument(value, file, "", line);
    else loose.push({ value, line });
  }
  if (loose.length > 0) yield* readLooseComments(loose, file);
  if (read === 0)
    throw new UserError("input/json", `${file} has no line of valid JSON.`, { hint: FORMAT_HINT, where: { file } });
}

/** Lines that are comments rather than threads make one thread together. */
function* readLooseComments(loose: readonly { value: unknown; line: number }[], file: string): Generator<ImportItem> {
  const { comments, diagnostics } = readRecords(
    loose.map(({ value }) => value),
    "",
    file,
  );
  const lineOf = (pointer: string | undefined) => loose[Number(pointer?.split("/")[1])]?.line;
  const atLine = <T extends { readonly pointer?: string }>(place: T): T => {
    const line = lineOf(place.pointer);
    return line === undefined ? place : { ...place, line };
  };
  for (const diagnostic of diagnostics) {
    yield {
      kind: "diagnostic",
      diagnostic: diagnostic.where ? { ...diagnostic, where: atLine(diagnostic.where) } : diagnostic,
    };
  }
  if (comments.length === 0) throw noComments(file);
  const placed = comments.map((comment) => (comment.source ? { ...comment, source: atLine(comment.source) } : comment));
  yield* emit({ article: undefined, records: [], pointer: "" }, placed, file, "1");
}

function* readDocument(value: unknown, file: string, base: string, firstLine: number): Generator<ImportItem> {
  const located = locateThreads(value, base);
  if (located.length === 0) throw noComments(file);
  let readable = 0;
  for (const [index, thread] of located.entries()) {
    const { comments, diagnostics, guessed } = readRecords(thread.records, thread.pointer, file);
    for (const diagnostic of diagnostics) yield { kind: "diagnostic", diagnostic };
    readable += comments.length;
    if (guessed.size > 0) {
      const names = [...guessed].map(([field, key]) => `${field} from "${key}"`).join(", ");
      yield problem("input/guessed-fields", `read ${names}`, { file, pointer: thread.pointer }, "info");
    }
    if (comments.length === 0) {
      yield problem(
        "thread/no-comments",
        "a thread without comments was left out",
        { file, pointer: thread.pointer },
        "info",
      );
      continue;
    }
    yield* emit(thread, comments, file, String(firstLine + index));
  }
  if (readable === 0 && located.some((thread) => thread.records.length > 0)) {
    const pointer = pointerTo(located[0]?.pointer ?? "", 0);
    throw new UserError(
      "input/no-text",
      "no record has a text: expected a string under text, body, content, message or comment.",
      {
        hint: FORMAT_HINT,
        where: { file, pointer },
      },
    );
  }
  if (readable === 0) throw noComments(file);
}

function* emit(
  thread: Located,
  unlinked: Parameters<typeof linkComments>[0],
  file: string,
  fallbackId: string,
): Generator<ImportItem> {
  const { comments, diagnostics } = linkComments(unlinked, file);
  for (const diagnostic of diagnostics) yield { kind: "diagnostic", diagnostic };
  const article = thread.article ?? NO_ARTICLE;
  if (article.title === "" && article.body === "") {
    yield problem(
      "thread/no-article",
      "no article beside these comments: add one with --article FILE, or what compares with it is not applicable",
      { file },
      "info",
    );
  }
  yield { kind: "thread", thread: { id: thread.id ?? article.url ?? fallbackId, article, comments } };
}

function noComments(file: string): UserError {
  return new UserError(
    "input/no-comments",
    `${file} holds no comments: expected { "article": …, "comments": […] } or a list of comments.`,
    {
      hint: FORMAT_HINT,
      where: { file },
    },
  );
}

function problem(
  code: string,
  message: string,
  where: NonNullable<Diagnostic["where"]>,
  severity: Diagnostic["severity"] = "warning",
): ImportItem {
  return {
    kind: "diagnostic",
    diagnostic: { severity, code, message, where, ...(code === "record/json" ? { dropsRecord: true } : {}) },
  };
}

export type { ImportInput };
