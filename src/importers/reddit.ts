/** Reddit: listings as `/comments/ID.json` gives them, and the rows of the monthly dumps. */
import { Gathering, UNNAMED } from "./gather.js";
import type { Status } from "./statuses.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";
import { authorOf, idAt, isoDate, isTrue, listAt, objectAt, stringAt } from "./values.js";

export function recogniseListing(value: unknown): number {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  return isObject(first) && stringAt(first, "kind") === "Listing" ? 0.98 : 0;
}

export function recogniseDump(value: unknown): number {
  const [first] = isObject(value) && Array.isArray(own(value, "data")) ? (own(value, "data") as unknown[]) : [value];
  if (!isObject(first)) return 0;
  const comment = own(first, "link_id") !== undefined && own(first, "body") !== undefined;
  const submission = own(first, "subreddit") !== undefined && own(first, "selftext") !== undefined;
  return comment || submission ? 0.95 : 0;
}

/** Listings nest; the rows of a dump do not. */
export function* readReddit(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  const reader = new RedditReader(gathering);
  for (const { value, line } of input.documents) reader.read(value, line);
  reader.finish();
  yield* gathering.items();
}

class RedditReader {
  #more = 0;

  constructor(readonly gathering: Gathering) {}

  read(value: unknown, line: number): void {
    const stack: unknown[] = Array.isArray(value) ? [...(value as unknown[])].reverse() : [value];
    while (stack.length > 0) {
      const node = stack.pop();
      if (!isObject(node)) {
        if (node !== "") this.gathering.leave(undefined, { id: undefined, parentId: null }, "no object");
        continue;
      }
      const kind = stringAt(node, "kind");
      const data = objectAt(node, "data");
      if (kind === "Listing" && data !== undefined) stack.push(...[...(listAt(data, "children") ?? [])].reverse());
      else if (kind === "t3" && data !== undefined) this.#submission(data);
      else if (kind === "t1" && data !== undefined) {
        this.#comment(data, line);
        const replies = own(data, "replies");
        if (isObject(replies)) stack.push(replies);
      } else if (kind === "more") this.#more += Number(own(data ?? {}, "count") ?? 0) || 0;
      else if (kind === undefined && Array.isArray(own(node, "data")))
        stack.push(...[...(listAt(node, "data") ?? [])].reverse());
      else if (own(node, "body") !== undefined && own(node, "link_id") !== undefined) this.#comment(node, line);
      else if (own(node, "selftext") !== undefined) this.#submission(node);
      else this.gathering.leave(undefined, { id: undefined, parentId: null }, "neither a comment nor a submission");
    }
  }

  finish(): void {
    if (this.#more > 0)
      this.gathering.note("input/incomplete", `${this.#more} comments are behind “load more” and not in this file`);
  }

  #submission(data: JsonObject): void {
    const url = stringAt(data, "permalink");
    const date = isoDate(own(data, "created_utc"));
    const author = stringAt(data, "author");
    const body = unescape_(stringAt(data, "selftext") ?? "");
    this.gathering.article(idAt(data, "id") ?? UNNAMED, {
      title: unescape_(stringAt(data, "title") ?? ""),
      body: /^\[(?:deleted|removed)\]$/u.test(body) ? "" : body,
      ...(author === undefined || author === "[deleted]" ? {} : { author }),
      ...(url === undefined ? {} : { url: url.startsWith("/") ? `https://www.reddit.com${url}` : url }),
      ...(date === undefined ? {} : { publishedAt: date }),
    });
  }

  #comment(data: JsonObject, line: number): void {
    const link = idAt(data, "link_id");
    const key = link?.replace(/^t3_/u, "") ?? UNNAMED;
    const parent = idAt(data, "parent_id");
    const title = stringAt(data, "link_title") ?? titleFromPermalink(stringAt(data, "permalink"));
    if (title !== undefined) this.gathering.article(key, { title: unescape_(title) });
    this.gathering.comment(key, {
      id: idAt(data, "id"),
      parentId: parent?.startsWith("t1_") === true ? parent.slice(3) : null,
      text: unescape_(stringAt(data, "body") ?? ""),
      author: authorOf({
        name: stringAt(data, "author"),
        id: stringAt(data, "author_fullname"),
        isArticleAuthor: isTrue(data, "is_submitter"),
        isStaff: stringAt(data, "distinguished") !== undefined,
      }),
      createdAt: isoDate(own(data, "created_utc")),
      status: statusOf(data),
      source: { line },
    });
  }
}

function statusOf(data: JsonObject): Status {
  return isTrue(data, "spam") ? "spam" : "approved";
}

/** Bodies are escaped for HTML in old rows and in listings without raw_json: these three, once. */
function unescape_(text: string): string {
  return text.replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

/** "/r/pics/comments/abc/a_title/def/" */
function titleFromPermalink(permalink: string | undefined): string | undefined {
  const slug = permalink === undefined ? undefined : /\/comments\/[^/]+\/([^/]+)\//u.exec(permalink)?.[1];
  return slug?.replaceAll("_", " ");
}
