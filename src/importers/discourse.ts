/** Discourse topics: `/t/ID.json`, chunks of `/t/ID/posts.json`, `/posts.json`. */
import { Gathering, UNNAMED } from "./gather.js";
import type { Status } from "./statuses.js";
import { decodeEntities, htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";
import { authorOf, idAt, isoDate, isTrue, listAt, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseDiscourse(value: unknown): number {
  if (!isObject(value)) return 0;
  if (objectAt(value, "post_stream") !== undefined) return 0.98;
  return Array.isArray(own(value, "latest_posts")) ? 0.95 : 0;
}

const REGULAR = 1;
const MODERATOR = 2;

export function* readDiscourse(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    if (!isObject(value)) continue;
    const posts = objectsOf(listAt(value, "post_stream", "posts") ?? listAt(value, "latest_posts"));
    const stream = listAt(value, "post_stream", "stream");
    if (stream !== undefined && stream.length > posts.length)
      gathering.note(
        "input/incomplete",
        `the file has ${posts.length} of ${stream.length} posts`,
        { line },
        { severity: "warning" },
      );
    const numbers = new Map(
      posts.map((post) => [keyOf(value, post) + String(own(post, "post_number")), idAt(post, "id")]),
    );
    const topicTitle = stringAt(value, "title");
    for (const post of posts) {
      const key = keyOf(value, post);
      const title = topicTitle ?? stringAt(post, "topic_title");
      if (title !== undefined) gathering.article(key, { title: decodeEntities(title) });
      readPost(post, key, numbers, gathering, line);
    }
  }
  yield* gathering.items();
}

function keyOf(topic: JsonObject, post: JsonObject): string {
  return idAt(post, "topic_id") ?? idAt(topic, "id") ?? UNNAMED;
}

function readPost(
  post: JsonObject,
  key: string,
  numbers: ReadonlyMap<string, string | undefined>,
  gathering: Gathering,
  line: number,
): void {
  const id = idAt(post, "id");
  const text = stringAt(post, "raw") ?? htmlToText(stringAt(post, "cooked") ?? "");
  if (own(post, "post_number") === 1) {
    const author = stringAt(post, "username");
    const date = isoDate(own(post, "created_at"));
    const original = /companion discussion topic for the original entry at\s*(https?:\/\/\S+)/iu.exec(text)?.[1];
    gathering.article(key, {
      body: text,
      ...(author === undefined ? {} : { author }),
      ...(original === undefined ? {} : { url: original }),
      ...(date === undefined ? {} : { publishedAt: date }),
    });
    return;
  }
  const answered = own(post, "reply_to_post_number");
  const parentId = typeof answered === "number" && answered > 1 ? (numbers.get(`${key}${answered}`) ?? null) : null;
  const type = own(post, "post_type");
  if (type !== undefined && type !== REGULAR && type !== MODERATOR) {
    gathering.leave(key, { id, parentId }, "system message");
    return;
  }
  gathering.comment(key, {
    id,
    parentId,
    text,
    author: authorOf({
      name: stringAt(post, "name", "username"),
      id: idAt(post, "user_id", "username"),
      isStaff: isTrue(post, "staff"),
    }),
    createdAt: isoDate(own(post, "created_at")),
    status: statusOf(post),
    source: { line },
  });
}

function statusOf(post: JsonObject): Status {
  if (isTrue(post, "user_deleted") || stringAt(post, "deleted_at") !== undefined) return "deleted";
  return isTrue(post, "hidden") ? "pending" : "approved";
}
