/** Hacker News: Algolia items and search hits, Firebase items. */
import { Gathering, UNNAMED } from "./gather.js";
import { htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";
import { authorOf, idAt, isoDate, isTrue, listAt, objectsOf, stringAt } from "./values.js";

export function recogniseHackerNews(value: unknown): number {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (!isObject(first)) return 0;
  if (Array.isArray(own(first, "hits")) && own(first, "nbHits") !== undefined) return 0.95;
  if (own(first, "_tags") !== undefined && own(first, "objectID") !== undefined) return 0.95;
  if (Array.isArray(own(first, "children")) && own(first, "created_at_i") !== undefined) return 0.95;
  const firebase = ["by", "type", "id", "time"].every((key) => own(first, key) !== undefined);
  return firebase && /^(?:story|comment|job|poll|pollopt|ask)$/u.test(stringAt(first, "type") ?? "") ? 0.9 : 0;
}

export function* readHackerNews(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  const flat: { item: JsonObject; line: number }[] = [];
  for (const { value, line } of input.documents) {
    if (isObject(value) && Array.isArray(own(value, "hits"))) {
      const pages = own(value, "nbPages");
      if (typeof pages === "number" && pages > 1)
        gathering.note("input/incomplete", `this is one page of ${pages}`, { line });
      for (const hit of objectsOf(listAt(value, "hits"))) readHit(hit, gathering, line);
      continue;
    }
    for (const item of objectsOf(Array.isArray(value) ? (value as unknown[]) : [value])) {
      if (own(item, "_tags") !== undefined) readHit(item, gathering, line);
      else if (Array.isArray(own(item, "children"))) readTree(item, gathering, line);
      else flat.push({ item, line });
    }
  }
  readFirebase(flat, gathering);
  yield* gathering.items();
}

function readTree(root: JsonObject, gathering: Gathering, line: number): void {
  const isStory = stringAt(root, "type") !== "comment";
  const key = (isStory ? idAt(root, "id") : idAt(root, "story_id")) ?? UNNAMED;
  if (isStory) readStory(root, key, gathering, "text");
  const stack = isStory ? [...objectsOf(listAt(root, "children"))].reverse() : [root];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    stack.push(...[...objectsOf(listAt(item, "children"))].reverse());
    const parent = idAt(item, "parent_id");
    gathering.comment(key, {
      id: idAt(item, "id"),
      parentId: parent === key || parent === undefined ? null : parent,
      text: htmlToText(stringAt(item, "text") ?? ""),
      author: authorOf({ name: stringAt(item, "author") }),
      createdAt: isoDate(own(item, "created_at_i")) ?? isoDate(own(item, "created_at")),
      source: { line },
    });
  }
}

function readStory(story: JsonObject, key: string, gathering: Gathering, textKey: string): void {
  const url = stringAt(story, "url", "story_url");
  const author = stringAt(story, "author", "by");
  gathering.article(key, {
    title: htmlToText(stringAt(story, "title", "story_title") ?? ""),
    body: htmlToText(stringAt(story, textKey) ?? ""),
    ...(url === undefined ? {} : { url }),
    ...(author === undefined ? {} : { author }),
  });
}

function readHit(hit: JsonObject, gathering: Gathering, line: number): void {
  const comment = stringAt(hit, "comment_text");
  const key = idAt(hit, "story_id") ?? idAt(hit, "objectID") ?? UNNAMED;
  if (comment === undefined) {
    readStory(hit, idAt(hit, "objectID") ?? key, gathering, "story_text");
    return;
  }
  // The hit's author wrote the comment.
  const story = Object.fromEntries(Object.entries(hit).filter(([name]) => name !== "author"));
  readStory(story, key, gathering, "story_text");
  const parent = idAt(hit, "parent_id");
  gathering.comment(key, {
    id: idAt(hit, "objectID"),
    parentId: parent === key ? null : (parent ?? null),
    text: htmlToText(comment),
    author: authorOf({ name: stringAt(hit, "author") }),
    createdAt: isoDate(own(hit, "created_at_i")),
    source: { line },
  });
}

/** The story of a comment is found by following its parents. */
function readFirebase(flat: readonly { item: JsonObject; line: number }[], gathering: Gathering): void {
  const parents = new Map(flat.map(({ item }) => [idAt(item, "id") ?? "", idAt(item, "parent")]));
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    for (let next = parents.get(at); next !== undefined && !seen.has(at); next = parents.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  };
  for (const { item, line } of flat) {
    const id = idAt(item, "id");
    if (id === undefined) gathering.leave(undefined, { id, parentId: null }, "no item");
    else if (stringAt(item, "type") !== "comment") {
      if (stringAt(item, "type") === "pollopt") gathering.leave(undefined, { id, parentId: null }, "poll option");
      else readStory(item, id, gathering, "text");
    } else {
      const key = rootOf(id);
      const parent = idAt(item, "parent") ?? null;
      gathering.comment(key, {
        id,
        parentId: parent === key ? null : parent,
        text: htmlToText(stringAt(item, "text") ?? ""),
        author: authorOf({ name: stringAt(item, "by") }),
        createdAt: isoDate(own(item, "time")),
        status: isTrue(item, "deleted") ? "deleted" : isTrue(item, "dead") ? "spam" : "approved",
        source: { line },
      });
    }
  }
}
