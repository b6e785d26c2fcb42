/** YouTube Data API: commentThreads, comments and videos. */
import { Gathering, UNNAMED } from "./gather.js";
import type { Status } from "./statuses.js";
import { htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";
import { authorOf, idAt, isoDate, listAt, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseYouTubeApi(value: unknown): number {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (!isObject(first)) return 0;
  return /^youtube#(?:comment|video)/u.test(stringAt(first, "kind") ?? "") ? 0.98 : 0;
}

const MODERATION: ReadonlyMap<string, Status> = new Map([
  ["heldForReview", "pending"],
  ["likelySpam", "spam"],
  ["rejected", "deleted"],
]);

export function* readYouTubeApi(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    if (isObject(value) && stringAt(value, "nextPageToken") !== undefined)
      gathering.note("input/incomplete", "there are further pages that are not in this file", { line });
    const items = isObject(value)
      ? (listAt(value, "items") ?? [value])
      : Array.isArray(value)
        ? (value as unknown[])
        : [];
    for (const item of items) {
      if (!isObject(item)) gathering.leave(undefined, { id: undefined, parentId: null }, "no object");
      else readItem(item, gathering, line);
    }
  }
  yield* gathering.items();
}

function readItem(item: JsonObject, gathering: Gathering, line: number): void {
  const kind = stringAt(item, "kind") ?? "";
  const snippet = objectAt(item, "snippet") ?? {};
  if (kind === "youtube#video") {
    gathering.article(idAt(item, "id") ?? UNNAMED, {
      title: stringAt(snippet, "title") ?? "",
      body: stringAt(snippet, "description") ?? "",
    });
    return;
  }
  if (kind === "youtube#commentThread") {
    const video = idAt(snippet, "videoId");
    const top = objectAt(snippet, "topLevelComment");
    const replies = objectsOf(listAt(item, "replies", "comments"));
    if (top !== undefined) readComment(top, video, gathering, line);
    for (const reply of replies) readComment(reply, video, gathering, line, idAt(item, "id"));
    const total = own(snippet, "totalReplyCount");
    if (typeof total === "number" && total > replies.length)
      gathering.note(
        "input/incomplete",
        `comment ${idAt(item, "id") ?? ""} has ${total} replies, ${replies.length} of them in the file`,
        { line },
      );
    return;
  }
  readComment(item, undefined, gathering, line);
}

function readComment(
  comment: JsonObject,
  video: string | undefined,
  gathering: Gathering,
  line: number,
  thread?: string,
): void {
  const snippet = objectAt(comment, "snippet") ?? {};
  const id = idAt(comment, "id");
  const channel = objectAt(snippet, "authorChannelId");
  const plain = stringAt(snippet, "textOriginal");
  gathering.comment(idAt(snippet, "videoId") ?? video ?? UNNAMED, {
    id,
    parentId: idAt(snippet, "parentId") ?? (thread === id ? null : (thread ?? null)),
    text: plain ?? htmlToText(stringAt(snippet, "textDisplay") ?? ""),
    author: authorOf({
      name: stringAt(snippet, "authorDisplayName"),
      id: channel === undefined ? idAt(snippet, "authorChannelId") : idAt(channel, "value"),
      url: stringAt(snippet, "authorChannelUrl"),
    }),
    createdAt: isoDate(own(snippet, "publishedAt")),
    status: MODERATION.get(stringAt(snippet, "moderationStatus") ?? "") ?? "approved",
    source: { line },
  });
}
