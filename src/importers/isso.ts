/** Isso: the API, rows of its database, its generic import form. */
import { Gathering, UNNAMED } from "./gather.js";
import type { Status } from "./statuses.js";
import { decodeEntities, htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own } from "./json.js";
import { authorOf, idAt, isoDate, listAt, objectsOf, stringAt } from "./values.js";

export function recogniseIsso(value: unknown): number {
  if (isObject(value))
    return own(value, "hidden_replies") !== undefined && Array.isArray(own(value, "replies")) ? 0.95 : 0;
  const [first] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!isObject(first)) return 0;
  if (own(first, "tid") !== undefined && own(first, "mode") !== undefined && own(first, "text") !== undefined)
    return 0.95;
  const [comment] = objectsOf(listAt(first, "comments"));
  const generic =
    comment !== undefined && own(comment, "remote_addr") !== undefined && own(comment, "text") !== undefined;
  return generic && own(first, "id") !== undefined ? 0.9 : 0;
}

export function* readIsso(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    if (isObject(value)) readReplies(listAt(value, "replies"), UNNAMED, gathering, line, false);
    for (const record of objectsOf(Array.isArray(value) ? (value as unknown[]) : [])) {
      const thread = listAt(record, "comments");
      const key =
        (thread === undefined ? (stringAt(record, "uri") ?? idAt(record, "tid")) : stringAt(record, "id")) ?? UNNAMED;
      const title = stringAt(record, thread === undefined ? "thread_title" : "title");
      gathering.article(key, { title: title === undefined ? "" : decodeEntities(urlDecoded(title)), url: key });
      readReplies(thread ?? [record], key, gathering, line, true);
    }
  }
  yield* gathering.items();
}

const ISSO_MODE: Readonly<Record<number, Status>> = { 1: "approved", 2: "pending", 4: "deleted" };

/** The API gives HTML, the database and the generic form what was typed. */
function readReplies(
  list: readonly unknown[] | undefined,
  key: string,
  gathering: Gathering,
  line: number,
  typed: boolean,
): void {
  const stack = [...objectsOf(list)].reverse();
  for (let comment = stack.pop(); comment !== undefined; comment = stack.pop()) {
    stack.push(...[...objectsOf(listAt(comment, "replies"))].reverse());
    const text = stringAt(comment, "text") ?? "";
    gathering.comment(key, {
      id: idAt(comment, "id"),
      parentId: idAt(comment, "parent") ?? null,
      text: typed && !/<[a-z][^>]*>/iu.test(text) ? text : htmlToText(text),
      author: authorOf({ name: stringAt(comment, "author"), url: stringAt(comment, "website") }),
      createdAt: isoDate(own(comment, "created")),
      status: ISSO_MODE[Number(own(comment, "mode") ?? 1)] ?? "approved",
      source: { line },
    });
  }
}

function urlDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
