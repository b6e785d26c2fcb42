/** Disqus API 3.0: `threads/listPosts`, `posts/list`, `posts/details`, `threads/list`. */
import { UserError } from "../errors.js";
import { Gathering, UNNAMED } from "./gather.js";
import type { Status } from "./statuses.js";
import { decodeEntities, htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";
import { authorOf, idAt, isoDate, isTrue, objectAt, stringAt } from "./values.js";

export function recogniseDisqusApi(value: unknown): number {
  if (isObject(value) && own(value, "response") !== undefined && typeof own(value, "code") === "number") return 0.95;
  const [first] = recordsOf(value);
  return isObject(first) && (own(first, "raw_message") !== undefined || isThread(first)) ? 0.8 : 0;
}

function recordsOf(value: unknown): readonly unknown[] {
  const inner = isObject(value) ? own(value, "response") : value;
  return Array.isArray(inner) ? (inner as unknown[]) : isObject(inner) ? [inner] : [];
}

function isThread(record: JsonObject): boolean {
  return Array.isArray(own(record, "identifiers")) && own(record, "feed") !== undefined;
}

export function* readDisqusApi(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    const code = isObject(value) ? own(value, "code") : 0;
    if (isObject(value) && typeof code === "number" && code !== 0)
      throw new UserError(
        "input/api-error",
        `Disqus answered with error ${code}: ${String(own(value, "response")).slice(0, 200)}.`,
        {
          where: { file: input.file, line },
        },
      );
    if (isObject(value) && isTrue(objectAt(value, "cursor") ?? {}, "hasNext"))
      gathering.note("input/incomplete", "there are further pages that are not in this file", { line });
    for (const record of recordsOf(value)) {
      if (!isObject(record)) gathering.leave(undefined, { id: undefined, parentId: null }, "no object");
      else if (isThread(record)) readThread(record, gathering);
      else readPost(record, gathering, line);
    }
  }
  yield* gathering.items();
}

function readThread(thread: JsonObject, gathering: Gathering): void {
  const url = stringAt(thread, "link");
  gathering.article(idAt(thread, "id") ?? UNNAMED, {
    title: decodeEntities(stringAt(thread, "clean_title", "title") ?? ""),
    ...(url === undefined ? {} : { url }),
  });
}

function readPost(post: JsonObject, gathering: Gathering, line: number): void {
  const thread = objectAt(post, "thread");
  if (thread !== undefined) readThread(thread, gathering);
  const key = (thread === undefined ? idAt(post, "thread") : idAt(thread, "id")) ?? UNNAMED;
  const author = objectAt(post, "author") ?? {};
  const raw = stringAt(post, "raw_message");
  gathering.comment(key, {
    id: idAt(post, "id"),
    parentId: idAt(post, "parent") ?? null,
    text: raw ?? htmlToText(stringAt(post, "message") ?? ""),
    author: authorOf({
      name: stringAt(author, "name"),
      id: isTrue(author, "isAnonymous") ? undefined : idAt(author, "id", "username"),
      url: stringAt(author, "profileUrl"),
    }),
    createdAt: isoDate(own(post, "createdAt")),
    status: statusOf(post),
    source: { line },
  });
}

function statusOf(post: JsonObject): Status {
  if (isTrue(post, "isSpam")) return "spam";
  if (isTrue(post, "isDeleted")) return "deleted";
  return own(post, "isApproved") === false ? "pending" : "approved";
}
