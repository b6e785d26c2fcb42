/** One JSON value, in the native form or in one that people have, to threads and diagnostics. */
import { UserError } from "../../errors.js";
import type { Article, Diagnostic } from "../../model.js";
import type { ImportItem } from "../importer.js";
import { isObject, pointerTo } from "../json.js";
import { linkComments } from "../link.js";
import { listsLeftOut, locateThreads, type Located } from "./locate.js";
import { readRecords } from "./records.js";

const NO_ARTICLE: Article = { title: "", body: "" };
export const FORMAT_HINT = "the form that is read: comment-audit schema input";

/** The threads of one JSON value. Throws a UserError when nothing in it can be audited. */
export function* readDocument(value: unknown, file: string, firstLine = 1): Generator<ImportItem> {
  const located = locateThreads(value);
  if (located.length === 0) throw noComments(file, value);
  for (const { pointer, items } of listsLeftOut(value, located[0]?.pointer ?? "")) {
    yield problem("input/list-left-out", `a second list of ${items} records was not read`, { file, pointer });
  }
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

export function* emit(
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

export function noComments(file: string, value?: unknown): UserError {
  const found = value === undefined ? "" : `; found ${describeValue(value)}`;
  return new UserError(
    "input/no-comments",
    `${file} holds no comments: expected { "article": …, "comments": […] } or a list of comments${found}.`,
    { hint: FORMAT_HINT, where: { file } },
  );
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list of something else";
  if (!isObject(value)) return value === null ? "null" : `a ${typeof value}`;
  const keys = Object.keys(value)
    .slice(0, 6)
    .map((key) => JSON.stringify(key));
  return keys.length === 0 ? "an empty object" : `an object with ${keys.join(", ")}`;
}

export function problem(
  code: string,
  message: string,
  where: NonNullable<Diagnostic["where"]>,
  severity: Diagnostic["severity"] = "warning",
): ImportItem {
  return {
    kind: "diagnostic",
    diagnostic: {
      severity,
      code,
      message,
      where,
      ...(code === "record/json" || code === "input/cut-off" ? { dropsRecord: true } : {}),
    },
  };
}
