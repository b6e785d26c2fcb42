/** Cusdis: rows of its database, joined with their pages (sqlite3 -json). */
import { Gathering, UNNAMED } from "./gather.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own } from "./json.js";
import { authorOf, idAt, isoDate, isTrue, objectsOf, stringAt } from "./values.js";

export function recogniseCusdis(value: unknown): number {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  return isObject(first) && own(first, "by_nickname") !== undefined && own(first, "content") !== undefined ? 0.97 : 0;
}

export function* readCusdis(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    for (const row of objectsOf(Array.isArray(value) ? (value as unknown[]) : [value])) {
      const key = idAt(row, "pageId", "page_id", "slug") ?? UNNAMED;
      const url = stringAt(row, "url");
      gathering.article(key, { title: stringAt(row, "title") ?? "", ...(url === undefined ? {} : { url }) });
      const deleted = own(row, "deletedAt") ?? own(row, "deleted_at");
      gathering.comment(key, {
        id: idAt(row, "id"),
        parentId: idAt(row, "parentId", "parent_id") ?? null,
        text: stringAt(row, "content") ?? "",
        author: authorOf({
          name: stringAt(row, "by_nickname"),
          isStaff: idAt(row, "moderatorId", "moderator_id") !== undefined,
        }),
        createdAt: isoDate(own(row, "created_at") ?? own(row, "createdAt")),
        status:
          deleted !== undefined && deleted !== null && deleted !== ""
            ? "deleted"
            : own(row, "approved") === undefined || isTrue(row, "approved")
              ? "approved"
              : "pending",
        source: { line },
      });
    }
  }
  yield* gathering.items();
}
