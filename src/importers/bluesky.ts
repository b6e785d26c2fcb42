/** Bluesky: `getPostThread`, nested and flat. */
import { Gathering, UNNAMED } from "./gather.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";
import { authorOf, isoDate, listAt, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseBluesky(value: unknown): number {
  if (!isObject(value)) return 0;
  const thread = own(value, "thread");
  const [first] = Array.isArray(thread) ? (thread as unknown[]) : [thread];
  if (!isObject(first)) return 0;
  const type = stringAt(first, "$type") ?? stringAt(objectAt(first, "value") ?? {}, "$type") ?? "";
  if (type.startsWith("app.bsky.")) return 0.98;
  return objectAt(first, "post", "record") !== undefined ? 0.9 : 0;
}

export function* readBluesky(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    const thread = isObject(value) ? own(value, "thread") : undefined;
    // Version 2 is a flat list with the posts under `value`.
    const nodes = Array.isArray(thread)
      ? objectsOf(thread).map((node) => objectAt(node, "value") ?? node)
      : objectsOf([thread]);
    const [root] = nodes;
    const post = root === undefined ? undefined : objectAt(root, "post");
    if (root === undefined || post === undefined) continue;
    const key = stringAt(post, "uri") ?? UNNAMED;
    gathering.article(key, { body: stringAt(objectAt(post, "record") ?? {}, "text") ?? "" });
    const stack = [...nodes.slice(1), ...objectsOf(listAt(root, "replies"))].reverse();
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      stack.push(...[...objectsOf(listAt(node, "replies"))].reverse());
      const reply = objectAt(node, "post");
      if (reply === undefined) gathering.leave(key, { id: stringAt(node, "uri"), parentId: null }, "deleted");
      else readReply(reply, key, gathering, line);
    }
  }
  yield* gathering.items();
}

function readReply(post: JsonObject, key: string, gathering: Gathering, line: number): void {
  const record = objectAt(post, "record") ?? {};
  const author = objectAt(post, "author") ?? {};
  const parent = stringAt(objectAt(record, "reply", "parent") ?? {}, "uri");
  gathering.comment(key, {
    id: stringAt(post, "uri"),
    parentId: parent === key ? null : (parent ?? null),
    text: stringAt(record, "text") ?? "",
    author: authorOf({ name: stringAt(author, "displayName", "handle"), id: stringAt(author, "did") }),
    createdAt: isoDate(own(post, "indexedAt")) ?? isoDate(own(record, "createdAt")),
    source: { line },
  });
}
