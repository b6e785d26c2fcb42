/** Finds the threads in a JSON value, in the native form or in one that people have. */
import type { Article } from "../../model.js";
import { isObject, own, pointerTo, type JsonObject } from "../json.js";
import { keyOf, readArticle } from "./fields.js";

export interface Located {
  readonly id?: string;
  readonly article: Article | undefined;
  readonly records: readonly unknown[];
  /** JSON pointer of the array of records. */
  readonly pointer: string;
}

const THREAD_LISTS = ["threads", "data", "items", "results", "articles", "posts"];
/** `comments` nested in `data` in `items`, and one more for good measure. */
const MAX_DEPTH = 5;

/** The threads of a document in order; empty when nothing in it looks like comments. */
export function locateThreads(value: unknown, pointer = "", depth = 0): Located[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return locateInArray(value, pointer, depth);
  if (!isObject(value)) return [];
  const direct = locateInObject(value, pointer, depth);
  if (direct.length > 0) return direct;
  for (const name of ["article", ...THREAD_LISTS]) {
    const found = locateThreads(own(value, name), pointerTo(pointer, name), depth + 1);
    if (found.length > 0) {
      const article = readArticle(own(value, "article"));
      return found.map((thread) =>
        thread.article === undefined && article !== undefined ? { ...thread, article } : thread,
      );
    }
  }
  return [];
}

function locateInObject(value: JsonObject, pointer: string, depth: number): Located[] {
  const comments = own(value, "comments");
  const at = pointerTo(pointer, "comments");
  const id = own(value, "id");
  const own_ = {
    ...(typeof id === "string" && id !== "" ? { id } : {}),
    article: readArticle(own(value, "article")) ?? (hasArticleShape(value) ? readArticle(value) : undefined),
  };
  if (Array.isArray(comments)) return [{ ...own_, records: comments, pointer: at }];
  if (!isObject(comments)) return [];
  return locateThreads(comments, at, depth + 1).map((thread) => ({
    ...thread,
    article: thread.article ?? own_.article,
  }));
}

function locateInArray(value: readonly unknown[], pointer: string, depth: number): Located[] {
  if (value.some(isThread)) {
    return value.flatMap((item, i) => locateThreads(item, pointerTo(pointer, i), depth + 1));
  }
  return value.some(looksLikeComment) ? [{ article: undefined, records: value, pointer }] : [];
}

/** A thread has comments and an article; a comment that nests its replies as `comments` has a text and no title. */
function isThread(item: unknown): boolean {
  if (!isObject(item) || own(item, "comments") === undefined) return false;
  return (
    isObject(own(item, "article")) ||
    hasArticleShape(item) ||
    keyOf(item, "text") === "comments" ||
    !looksLikeComment(item)
  );
}

function hasArticleShape(item: JsonObject): boolean {
  return typeof own(item, "title") === "string" || typeof own(item, "headline") === "string";
}

function looksLikeComment(item: unknown): boolean {
  if (typeof item === "string") return true;
  if (!isObject(item)) return false;
  const key = keyOf(item, "text");
  return key !== undefined && typeof own(item, key) === "string";
}
