/** Commento exports. */
import { Gathering, UNNAMED } from "./gather.js";
import type { Status } from "./statuses.js";
import { htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own } from "./json.js";
import { authorOf, idAt, isoDate, isTrue, listAt, objectsOf, stringAt } from "./values.js";

export function recogniseCommento(value: unknown): number {
  const [first] = isObject(value) ? (listAt(value, "comments") ?? []) : [];
  return isObject(first) && own(first, "commentHex") !== undefined ? 0.98 : 0;
}

const COMMENTO_STATUS: ReadonlyMap<string, Status> = new Map([
  ["approved", "approved"],
  ["unapproved", "pending"],
  ["flagged", "spam"],
]);

export function* readCommento(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    if (!isObject(value)) continue;
    const commenters = new Map(
      objectsOf(listAt(value, "commenters")).map((each) => [idAt(each, "commenterHex"), each]),
    );
    for (const comment of objectsOf(listAt(value, "comments"))) {
      const key = stringAt(comment, "url") ?? UNNAMED;
      const hex = idAt(comment, "commenterHex");
      const commenter = commenters.get(hex) ?? {};
      gathering.article(key, { url: key });
      gathering.comment(key, {
        id: idAt(comment, "commentHex"),
        parentId: idAt(comment, "parentHex") ?? null,
        text: stringAt(comment, "markdown") ?? htmlToText(stringAt(comment, "html") ?? ""),
        author: authorOf({
          name: stringAt(commenter, "name"),
          id: hex === "anonymous" ? undefined : hex,
          url: stringAt(commenter, "link"),
        }),
        createdAt: isoDate(own(comment, "creationDate")),
        status: isTrue(comment, "deleted")
          ? "deleted"
          : (COMMENTO_STATUS.get(stringAt(comment, "state") ?? "approved") ?? "approved"),
        source: { line },
      });
    }
  }
  yield* gathering.items();
}
