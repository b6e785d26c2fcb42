/** Facebook Graph API: the comments edge of a post. */
import { Gathering, UNNAMED } from "./gather.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own } from "./json.js";
import { authorOf, idAt, isoDate, listAt, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseFacebook(value: unknown): number {
  const [first] = isObject(value) ? (listAt(value, "data") ?? []) : [];
  return isObject(first) && own(first, "created_time") !== undefined && own(first, "message") !== undefined ? 0.9 : 0;
}

export function* readFacebook(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    const roots = isObject(value) ? objectsOf(listAt(value, "data")) : [];
    const stack = [...roots].reverse().map((comment) => ({ comment, parentId: null as string | null }));
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { comment, parentId } = next;
      const id = idAt(comment, "id");
      for (const reply of [...objectsOf(listAt(comment, "comments", "data"))].reverse())
        stack.push({ comment: reply, parentId: id ?? null });
      const from = objectAt(comment, "from") ?? {};
      // "POST_COMMENT": what stands before the last underscore is the post.
      gathering.comment(id?.includes("_") === true ? id.slice(0, id.lastIndexOf("_")) : UNNAMED, {
        id,
        parentId: idAt(objectAt(comment, "parent") ?? {}, "id") ?? parentId,
        text: stringAt(comment, "message") ?? "",
        author: authorOf({ name: stringAt(from, "name"), id: idAt(from, "id") }),
        createdAt: isoDate(own(comment, "created_time")),
        source: { line },
      });
    }
  }
  yield* gathering.items();
}
