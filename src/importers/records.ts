/** JSON records of any keys that say which thread they belong to: rows of a crawler or a data set. */
import { describeMapping, mapColumns, readRow, type Mapping } from "./columns.js";
import { Gathering } from "./gather.js";
import { isEscaped } from "./escaped.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";

/** Flat records with a text and a thread, or with texts that are HTML; the native reader has the rest. */
export function recogniseRecords(value: unknown): number {
  const rows = rowsOf(value);
  const [first] = rows;
  if (!isObject(first) || Object.values(first).some((each) => Array.isArray(each))) return 0;
  const { text, thread, author } = mappingOf(first);
  if (text === undefined || author === undefined) return 0;
  if (thread !== undefined) return 0.85;
  const texts = rows.slice(0, 100).map((row) => (isObject(row) ? (valueAt(row, text) ?? "") : ""));
  return isEscaped(texts) ? 0.85 : 0;
}

function rowsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  if (!isObject(value)) return [];
  // The rows of Hugging Face's viewer: {"rows":[{"row":{…}}]}
  const rows = own(value, "rows");
  if (Array.isArray(rows)) return (rows as unknown[]).map((row) => (isObject(row) ? (own(row, "row") ?? row) : row));
  return [value];
}

function mappingOf(record: JsonObject): Mapping {
  return mapColumns(keysOf(record), new Map(), "");
}

/** Keys, and those of objects inside: `user.name`. */
function keysOf(record: JsonObject): string[] {
  return Object.entries(record).flatMap(([key, value]) =>
    isObject(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key],
  );
}

export function* readRecords(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  const all = input.documents.flatMap(({ value, line }) => {
    const rows = rowsOf(value);
    return rows.map((row, i) => ({ row, place: rows.length > 1 ? { pointer: `/${i}` } : { line } }));
  });
  // A key that the first record lacks (no parent) may be in the next.
  const keys = all.slice(0, JUDGED).flatMap(({ row }) => (isObject(row) ? keysOf(row) : []));
  const mapping = mapColumns([...new Set(keys)], input.map, input.file);
  gathering.note("input/guessed-fields", `read ${describeMapping(mapping)}`);
  for (const { row, place } of all) {
    if (isObject(row)) readRow((name) => valueAt(row, name), mapping, gathering, place);
    else gathering.leave(undefined, { id: undefined, parentId: null }, "no object");
  }
  yield* gathering.items();
}

/** Records by whose keys the mapping is made. */
const JUDGED = 200;

function valueAt(record: JsonObject, name: string): string | undefined {
  let value: unknown = Object.hasOwn(record, name) ? record[name] : undefined;
  if (value === undefined && name.includes(".")) {
    value = record;
    for (const key of name.split(".")) value = isObject(value) ? own(value, key) : undefined;
  }
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
