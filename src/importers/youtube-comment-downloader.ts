/** youtube-comment-downloader: a comment a line, or all under `comments`. */
import { Gathering, UNNAMED } from "./gather.js";
import { decodeEntities } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own } from "./json.js";
import { authorOf, idAt, isoDate, listAt, stringAt } from "./values.js";

export function recogniseDownloader(value: unknown): number {
  const inner =
    isObject(value) && Array.isArray(own(value, "comments")) ? (own(value, "comments") as unknown[]) : [value];
  const [first] = inner;
  return isObject(first) && own(first, "cid") !== undefined && own(first, "votes") !== undefined ? 0.95 : 0;
}

/** One video, whose name is at best in the name of the file. */
export function* readDownloader(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    const inner = isObject(value) ? listAt(value, "comments") : undefined;
    for (const comment of inner ?? [value]) {
      if (!isObject(comment)) {
        gathering.leave(UNNAMED, { id: undefined, parentId: null }, "no object");
        continue;
      }
      const id = idAt(comment, "cid");
      const dot = id?.lastIndexOf(".") ?? -1;
      gathering.comment(UNNAMED, {
        id,
        parentId: id !== undefined && dot > 0 ? id.slice(0, dot) : null,
        text: stringAt(comment, "text") ?? "",
        author: authorOf({ name: decodeEntities(stringAt(comment, "author") ?? ""), id: idAt(comment, "channel") }),
        createdAt: isoDate(own(comment, "time_parsed")),
        source: { line },
      });
    }
  }
  yield* gathering.items();
}
