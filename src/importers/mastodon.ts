/** Mastodon: the context of a post, and posts alone as articles. */
import { Gathering, UNNAMED } from "./gather.js";
import { htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";
import { authorOf, idAt, isoDate, listAt, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseMastodon(value: unknown): number {
  if (!isObject(value)) return 0;
  if (Array.isArray(own(value, "ancestors")) && Array.isArray(own(value, "descendants"))) return 0.95;
  return isStatus(value) ? 0.85 : 0;
}

function isStatus(value: JsonObject): boolean {
  return (
    typeof own(value, "content") === "string" &&
    objectAt(value, "account") !== undefined &&
    own(value, "visibility") !== undefined
  );
}

/** The root post is in neither list: it may be a file of its own. */
export function* readMastodon(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    if (!isObject(value)) continue;
    if (isStatus(value)) {
      gathering.article(idAt(value, "id") ?? UNNAMED, { body: textOf(value), ...urlOf(value) });
      continue;
    }
    const descendants = objectsOf(listAt(value, "descendants"));
    const own_ = new Set(descendants.map((status) => idAt(status, "id")));
    const roots = descendants.map((status) => idAt(status, "in_reply_to_id")).filter((id) => !own_.has(id));
    const key = roots[0] ?? UNNAMED;
    const ancestors = objectsOf(listAt(value, "ancestors"));
    const [first] = ancestors;
    if (first !== undefined) gathering.article(key, { body: textOf(first), ...urlOf(first) });
    for (const status of descendants) {
      const account = objectAt(status, "account") ?? {};
      const parent = idAt(status, "in_reply_to_id");
      gathering.comment(key, {
        id: idAt(status, "id"),
        parentId: parent === key ? null : (parent ?? null),
        text: textOf(status),
        author: authorOf({
          name: stringAt(account, "display_name", "acct"),
          id: idAt(account, "id"),
          url: stringAt(account, "url"),
        }),
        createdAt: isoDate(own(status, "created_at")),
        source: { line },
      });
    }
  }
  yield* gathering.items();
}

/** Without the mentions that every reply opens with, and without the parts of addresses that readers do not see. */
function textOf(status: JsonObject): string {
  const html = (stringAt(status, "content") ?? "").replace(/<span class="invisible">[^<]*<\/span>/gu, "");
  return htmlToText(html).replace(/^(?:@[\w.@-]+\s+)+/u, "");
}

function urlOf(status: JsonObject): { url?: string } {
  const url = stringAt(status, "url");
  return url === undefined ? {} : { url };
}
