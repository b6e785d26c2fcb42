/** Remark42: native backups and the API's trees. */
import { Gathering, UNNAMED } from "./gather.js";
import { htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own } from "./json.js";
import { authorOf, idAt, isoDate, isTrue, listAt, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseRemark42(value: unknown): number {
  if (
    isObject(value) &&
    own(value, "version") !== undefined &&
    Array.isArray(own(value, "users")) &&
    Array.isArray(own(value, "posts"))
  )
    return 0.95;
  const list = Array.isArray(value)
    ? (value as unknown[])
    : isObject(value)
      ? (listAt(value, "comments") ?? [value])
      : [];
  const [first] = list;
  const comment = isObject(first) ? (objectAt(first, "comment") ?? first) : undefined;
  return comment !== undefined && objectAt(comment, "locator") !== undefined && own(comment, "pid") !== undefined
    ? 0.95
    : 0;
}

export function* readRemark42(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    // The first line of a backup names users and posts.
    if (isObject(value) && Array.isArray(own(value, "posts"))) continue;
    const list = Array.isArray(value)
      ? (value as unknown[])
      : isObject(value)
        ? (listAt(value, "comments") ?? [value])
        : [];
    const stack = [...objectsOf(list)].reverse();
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      stack.push(...[...objectsOf(listAt(node, "replies"))].reverse());
      const comment = objectAt(node, "comment") ?? node;
      const user = objectAt(comment, "user") ?? {};
      const url = stringAt(objectAt(comment, "locator") ?? {}, "url");
      const key = url ?? UNNAMED;
      const title = stringAt(comment, "title");
      gathering.article(key, { ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) });
      gathering.comment(key, {
        id: idAt(comment, "id"),
        parentId: idAt(comment, "pid") ?? null,
        text: stringAt(comment, "orig") ?? htmlToText(stringAt(comment, "text") ?? ""),
        author: authorOf({ name: stringAt(user, "name"), id: idAt(user, "id"), isStaff: isTrue(user, "admin") }),
        createdAt: isoDate(own(comment, "time")),
        status: isTrue(comment, "delete") ? "deleted" : "approved",
        source: { line },
      });
    }
  }
  yield* gathering.items();
}
