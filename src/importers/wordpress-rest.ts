/** WordPress REST API: `wp/v2/comments`, and `wp/v2/posts` for the articles. */
import { Gathering, UNNAMED } from "./gather.js";
import type { Status } from "./statuses.js";
import { decodeEntities, htmlToText, postToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";
import { authorOf, idAt, isoDate, listAt, objectAt, objectsOf, stringAt } from "./values.js";

const STATUS: ReadonlyMap<string, Status> = new Map([
  ["approved", "approved"],
  ["hold", "pending"],
  ["spam", "spam"],
  ["trash", "deleted"],
]);

export function recogniseWordPressRest(value: unknown): number {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (!isObject(first)) return 0;
  if (isComment(first)) return 0.95;
  return isPost(first) ? 0.9 : 0;
}

function isComment(record: JsonObject): boolean {
  return isRendered(record, "content") && own(record, "author_name") !== undefined;
}

function isPost(record: JsonObject): boolean {
  return isRendered(record, "content") && isRendered(record, "title");
}

function isRendered(record: JsonObject, key: string): boolean {
  const field = objectAt(record, key);
  return field !== undefined && typeof own(field, "rendered") === "string";
}

export function* readWordPressRest(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    const records = Array.isArray(value) ? (value as unknown[]) : [value];
    records.forEach((record, i) => {
      const pointer = Array.isArray(value) ? `/${i}` : "";
      if (!isObject(record)) gathering.leave(undefined, { id: undefined, parentId: null }, "no object");
      else if (isComment(record)) readComment(record, gathering, pointer, line);
      else if (isPost(record)) readPost(record, gathering);
      else gathering.leave(undefined, { id: undefined, parentId: null }, "neither a comment nor a post");
    });
  }
  yield* gathering.items();
}

function readPost(post: JsonObject, gathering: Gathering): void {
  const key = idAt(post, "id") ?? stringAt(post, "link") ?? UNNAMED;
  const url = stringAt(post, "link");
  const date = isoDate(own(post, "date_gmt"));
  gathering.article(key, {
    title: htmlToText(stringAt(objectAt(post, "title") ?? {}, "rendered") ?? ""),
    body: postToText(stringAt(objectAt(post, "content") ?? {}, "rendered") ?? ""),
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { publishedAt: date }),
  });
  const replies = listAt(post, "_embedded", "replies") ?? [];
  for (const reply of objectsOf(replies.flat())) readComment({ ...reply, post: key }, gathering, "", 1);
}

function readComment(comment: JsonObject, gathering: Gathering, pointer: string, line: number): void {
  const key = idAt(comment, "post") ?? UNNAMED;
  const id = idAt(comment, "id");
  const parentId = idAt(comment, "parent") ?? null;
  const type = stringAt(comment, "type") ?? "comment";
  if (type !== "comment" && type !== "review") {
    gathering.leave(key, { id, parentId }, type);
    return;
  }
  const [up] = objectsOf(listAt(comment, "_embedded", "up"));
  if (up !== undefined) {
    const url = stringAt(up, "link");
    gathering.article(key, {
      title: htmlToText(stringAt(objectAt(up, "title") ?? {}, "rendered") ?? ""),
      ...(url === undefined ? {} : { url }),
    });
  }
  const content = objectAt(comment, "content") ?? {};
  gathering.comment(key, {
    id,
    parentId,
    text: htmlToText(stringAt(content, "rendered", "raw") ?? ""),
    author: authorOf({
      name: decodeEntities(stringAt(comment, "author_name") ?? ""),
      id: idAt(comment, "author"),
      url: stringAt(comment, "author_url"),
    }),
    createdAt: isoDate(own(comment, "date_gmt")) ?? isoDate(own(comment, "date")),
    status: STATUS.get(stringAt(comment, "status") ?? "approved") ?? "approved",
    source: { pointer, line },
  });
}
