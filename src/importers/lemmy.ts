/** Lemmy: `comment/list`. */
import { Gathering, UNNAMED } from "./gather.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own } from "./json.js";
import { authorOf, idAt, isoDate, isTrue, listAt, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseLemmy(value: unknown): number {
  const list = isObject(value) ? (listAt(value, "comments") ?? listAt(value, "items")) : undefined;
  const [first] = list ?? [];
  return isObject(first) &&
    stringAt(objectAt(first, "comment") ?? {}, "path") !== undefined &&
    objectAt(first, "creator") !== undefined
    ? 0.95
    : 0;
}

export function* readLemmy(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    const list = isObject(value) ? (listAt(value, "comments") ?? listAt(value, "items")) : undefined;
    for (const item of objectsOf(list)) {
      const comment = objectAt(item, "comment") ?? {};
      const creator = objectAt(item, "creator") ?? {};
      const post = objectAt(item, "post") ?? {};
      const key = idAt(comment, "post_id") ?? UNNAMED;
      const url = stringAt(post, "ap_id", "url");
      gathering.article(key, {
        title: stringAt(post, "name") ?? "",
        body: stringAt(post, "body") ?? "",
        ...(url === undefined ? {} : { url }),
      });
      const path = (stringAt(comment, "path") ?? "").split(".");
      const parent = path.at(-2);
      gathering.comment(key, {
        id: idAt(comment, "id"),
        parentId: parent === undefined || parent === "0" ? null : parent,
        text: stringAt(comment, "content") ?? "",
        author: authorOf({
          name: stringAt(creator, "display_name", "name"),
          id: stringAt(creator, "actor_id", "ap_id") ?? idAt(creator, "id"),
        }),
        createdAt: isoDate(own(comment, "published_at") ?? own(comment, "published")),
        status: isTrue(comment, "deleted") || isTrue(comment, "removed") ? "deleted" : "approved",
        source: { line },
      });
    }
  }
  yield* gathering.items();
}
