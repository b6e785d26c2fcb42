/** The names that people's exports use for the fields of a comment, an article and an author. */
import type { Article, Author } from "../../model.js";
import { isObject, own, type JsonObject } from "../json.js";

/** In order of preference; names are compared without case, blanks, `_` and `-`. */
export const ALIASES = {
  text: ["text", "body", "content", "message", "comment"],
  id: ["id", "cid", "uuid"],
  parentId: ["parentid", "parent", "replyto", "replytoid", "inreplyto", "inreplytoid"],
  author: ["author", "user", "username", "name", "authorname", "displayname", "nickname", "commenter"],
  createdAt: ["createdat", "created", "date", "timestamp", "time", "publishedat", "published", "datetime"],
  replies: ["replies", "children"],
} as const;

export type Field = keyof typeof ALIASES;

/** Records of one file have the same few names, over and over. */
const folded = new Map<string, string>();
const MAX_FOLDED = 1_000;

/** Case, blanks, `_`, `-` and a leading "comment" do not tell names apart. */
function fold(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const plain = foldName(name);
  if (folded.size < MAX_FOLDED) folded.set(name, plain);
  return plain;
}

function foldName(name: string): string {
  const plain = name.toLowerCase().replace(/[\s_-]/gu, "");
  return plain.length > 7 && plain.startsWith("comment") ? plain.slice(7) : plain;
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && (typeof value !== "string" || value.trim() !== "");
}

/** The record's own key for a field, or undefined. An empty field does not hide a full one of another name. */
export function keyOf(record: JsonObject, field: Field): string | undefined {
  const keys = Object.keys(record);
  let empty: string | undefined;
  for (const alias of ALIASES[field]) {
    const key = keys.find((candidate) => fold(candidate) === alias);
    if (key === undefined) continue;
    if (isFilled(own(record, key))) return key;
    empty ??= key;
  }
  return empty;
}

export function valueOf(record: JsonObject, field: Field): unknown {
  const key = keyOf(record, field);
  return key === undefined ? undefined : own(record, key);
}

/** Ids are strings; a number is written out, anything else is no id. */
export function readId(value: unknown): string | undefined {
  if (typeof value === "string" && value !== "") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return undefined;
}

export function readParentId(value: unknown): string | null {
  return readId(isObject(value) ? valueOf(value, "id") : value) ?? null;
}

const NO_NAME = new Set(["", "anonymous", "guest", "[deleted]", "deleted"]);

/** An author given as a name or as an object. Unknown is absent. */
export function readAuthor(value: unknown): Author | undefined {
  if (typeof value === "string") return NO_NAME.has(value.trim().toLowerCase()) ? undefined : { name: value };
  if (!isObject(value)) return undefined;
  const name = [
    own(value, "name"),
    own(value, "username"),
    own(value, "login"),
    own(value, "displayName"),
    own(value, "display_name"),
  ].find(
    (candidate): candidate is string => typeof candidate === "string" && !NO_NAME.has(candidate.trim().toLowerCase()),
  );
  const id = readId(own(value, "id"));
  const url = own(value, "url");
  const author: Author = {
    ...(name === undefined ? {} : { name }),
    ...(id === undefined ? {} : { id }),
    ...(typeof url === "string" && url !== "" ? { url } : {}),
    ...(own(value, "isArticleAuthor") === true ? { isArticleAuthor: true } : {}),
    ...(own(value, "isStaff") === true ? { isStaff: true } : {}),
  };
  return Object.keys(author).length === 0 ? undefined : author;
}

/** ISO 8601 as it stands; numbers are seconds below 1e11, else milliseconds. */
export function readDate(value: unknown): string | undefined {
  if (typeof value === "string" && !Number.isNaN(Date.parse(value))) return value;
  if (typeof value !== "number" || !Number.isFinite(value) || value <= 0) return undefined;
  const date = new Date(value < 1e11 ? value * 1000 : value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

const TITLES = ["title", "headline", "name"];
const BODIES = ["body", "text", "content", "description"];

/** An article given as an object or as its bare text; undefined when it has neither title nor body. */
export function readArticle(value: unknown): Article | undefined {
  if (typeof value === "string" && value.trim() !== "") return { title: "", body: value };
  if (!isObject(value)) return undefined;
  const pick = (names: readonly string[]) =>
    names.map((name) => own(value, name)).find((candidate): candidate is string => typeof candidate === "string");
  const title = pick(TITLES);
  const body = pick(BODIES);
  if (title === undefined && body === undefined) return undefined;
  const author = readAuthor(own(value, "author"))?.name;
  const url = pick(["url", "link", "permalink"]);
  const publishedAt = readDate(own(value, "publishedAt") ?? own(value, "date") ?? own(value, "published_at"));
  return {
    title: title ?? "",
    body: body ?? "",
    ...(author === undefined ? {} : { author }),
    ...(url === undefined ? {} : { url }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}
