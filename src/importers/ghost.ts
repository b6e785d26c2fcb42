/** Ghost: the members' comments API. */
import { Gathering, UNNAMED } from "./gather.js";
import type { Status } from "./statuses.js";
import { htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own } from "./json.js";
import { authorOf, idAt, isoDate, listAt, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseGhost(value: unknown): number {
  const [first] = isObject(value) ? (listAt(value, "comments") ?? []) : [];
  return isObject(first) &&
    typeof own(first, "html") === "string" &&
    (own(first, "member") !== undefined || own(first, "status") !== undefined)
    ? 0.9
    : 0;
}

const GHOST_STATUS: ReadonlyMap<string, Status> = new Map([
  ["published", "approved"],
  ["hidden", "pending"],
  ["deleted", "deleted"],
]);

export function* readGhost(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    const stack = isObject(value) ? [...objectsOf(listAt(value, "comments"))].reverse() : [];
    for (let comment = stack.pop(); comment !== undefined; comment = stack.pop()) {
      const id = idAt(comment, "id");
      for (const reply of [...objectsOf(listAt(comment, "replies"))].reverse()) stack.push({ parent_id: id, ...reply });
      const member = objectAt(comment, "member") ?? {};
      gathering.comment(idAt(comment, "post_id") ?? UNNAMED, {
        id,
        parentId: idAt(comment, "in_reply_to_id", "parent_id") ?? null,
        text: htmlToText(stringAt(comment, "html") ?? ""),
        author: authorOf({ name: stringAt(member, "name"), id: idAt(member, "id") }),
        createdAt: isoDate(own(comment, "created_at")),
        status: GHOST_STATUS.get(stringAt(comment, "status") ?? "published") ?? "approved",
        source: { line },
      });
    }
  }
  yield* gathering.items();
}
