/** Reading fields of unknown JSON objects: own properties of the right type, or nothing. */
import type { Author } from "../model.js";
import { isObject, own, type JsonObject } from "./json.js";

export function stringAt(object: JsonObject, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = own(object, key);
    if (typeof value === "string" && value !== "") return value;
  }
  return undefined;
}

/** An id as text: numbers are written out, and what stands for "none" is none. */
export function idAt(object: JsonObject, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = own(object, key);
    if (typeof value === "string" && value !== "" && value !== "0" && value !== "root") return value;
    if (typeof value === "number" && Number.isFinite(value) && value !== 0) return String(value);
  }
  return undefined;
}

export function objectAt(object: JsonObject, ...path: readonly string[]): JsonObject | undefined {
  let value: unknown = object;
  for (const key of path) value = isObject(value) ? own(value, key) : undefined;
  return isObject(value) ? value : undefined;
}

export function listAt(object: JsonObject, ...path: readonly string[]): readonly unknown[] | undefined {
  const parent = path.length > 1 ? objectAt(object, ...path.slice(0, -1)) : object;
  const value = parent === undefined ? undefined : own(parent, path.at(-1) ?? "");
  return Array.isArray(value) ? value : undefined;
}

export function objectsOf(list: readonly unknown[] | undefined): readonly JsonObject[] {
  return (list ?? []).filter(isObject);
}

export function isTrue(object: JsonObject, key: string): boolean {
  return own(object, key) === true || own(object, key) === 1;
}

/** ISO 8601 UTC; numbers are seconds below 1e11, else milliseconds. What is no date is none. */
export function isoDate(value: unknown): string | undefined {
  const number = typeof value === "string" && /^\d{9,13}(?:\.\d+)?$/u.test(value) ? Number(value) : value;
  if (typeof number === "number") {
    if (!Number.isFinite(number) || number <= 0) return undefined;
    const date = new Date(number < 1e11 ? number * 1000 : number);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  }
  if (typeof value !== "string" || !/^[1-9]\d{3}-\d\d-\d\d/u.test(value) || /^0*1-/u.test(value)) return undefined;
  // "2024-05-01 10:01:00" and "2024-05-01T10:01:00" are UTC in every export that writes them so.
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/u.test(value)
    ? value
    : `${value.replace(" ", "T")}${value.length > 10 ? "Z" : ""}`;
  const date = new Date(zoned);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1990 ? undefined : date.toISOString();
}

const NO_NAME = new Set(["", "anonymous", "guest", "[deleted]", "deleted", "a guest"]);

/** An author, or undefined when nothing is known. */
export function authorOf(parts: { [Key in keyof Author]: Author[Key] | undefined }): Author | undefined {
  const { name, id, url, isArticleAuthor, isStaff } = parts;
  const author: Author = {
    ...(name === undefined || NO_NAME.has(name.trim().toLowerCase()) ? {} : { name: name.trim() }),
    ...(id === undefined ? {} : { id }),
    ...(url === undefined || url === "" ? {} : { url }),
    ...(isArticleAuthor === true ? { isArticleAuthor } : {}),
    ...(isStaff === true ? { isStaff } : {}),
  };
  return Object.keys(author).length === 0 ? undefined : author;
}
