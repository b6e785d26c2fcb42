/** Finds the threads in a JSON value, in the native form or in one that people have. */
import type { Article } from "../../model.js";
import { isObject, own, pointerTo, type JsonObject } from "../json.js";
import { keyOf, readArticle, readId } from "./fields.js";

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
    ...(readId(id) === undefined ? {} : { id: readId(id) ?? "" }),
    article: articleBeside(value) ?? (hasArticleShape(value) ? readArticle(value) : undefined),
  };
  if (Array.isArray(comments)) return [{ ...own_, records: comments, pointer: at }];
  if (!isObject(comments)) return [];
  return locateThreads(comments, at, depth + 1).map((thread) => ({
    ...thread,
    article: thread.article ?? own_.article,
  }));
}

const ARTICLE_NAMES = ["article", "post", "story", "page", "submission", "video", "topic"];

function articleBeside(value: JsonObject): Article | undefined {
  for (const name of ARTICLE_NAMES) {
    const beside = own(value, name);
    if (Array.isArray(beside)) continue;
    const article = readArticle(beside);
    if (article !== undefined) return article;
  }
  return undefined;
}

/** Lists beside the one that was taken, whose items look like comments as well: the reader is told. */
export function listsLeftOut(value: unknown, taken: string): { pointer: string; items: number }[] {
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const list = own(value, key);
    const pointer = pointerTo("", key);
    if (!Array.isArray(list) || taken === pointer || taken.startsWith(`${pointer}/`) || !list.some(looksLikeComment))
      return [];
    return [{ pointer, items: list.length }];
  });
}

function locateInArray(value: readonly unknown[], pointer: string, depth: number): Located[] {
  if (value.some(isThread)) {
    const loose = value.filter((item) => !isThread(item) && looksLikeComment(item));
    const threads = value.flatMap((item, i) =>
      isThread(item) ? locateThreads(item, pointerTo(pointer, i), depth + 1) : [],
    );
    // Comments beside threads belong to no article, but they are comments.
    return loose.length === 0 ? threads : [...threads, { article: undefined, records: loose, pointer }];
  }
  return value.some(looksLikeComment) ? [{ article: undefined, records: value, pointer }] : [];
}

/** A thread has comments and an article; a comment that nests its replies as `comments` has a text and no title. */
function isThread(item: unknown): boolean {
  if (!isObject(item) || own(item, "comments") === undefined) return false;
  return isObject(own(item, "article")) || hasArticleShape(item) || !looksLikeComment(item);
}

function hasArticleShape(item: JsonObject): boolean {
  return typeof own(item, "title") === "string" || typeof own(item, "headline") === "string";
}

export function looksLikeComment(item: unknown): boolean {
  if (typeof item === "string") return true;
  if (!isObject(item)) return false;
  const key = keyOf(item, "text");
  return key !== undefined && typeof own(item, key) === "string";
}
