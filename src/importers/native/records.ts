/** Records of a located thread to comments; what cannot become one becomes a diagnostic. */
import type { Comment, Diagnostic } from "../../model.js";
import { commentSchema } from "../../schema/input.js";
import { isObject, own, pointerTo, type JsonObject } from "../json.js";
import { ALIASES, keyOf, readAuthor, readDate, readId, readParentId, valueOf, type Field } from "./fields.js";

/** What a record must come to, whatever its fields were called. */
const recordSchema = commentSchema.omit({ id: true });

export interface ReadRecords {
  readonly comments: readonly (Omit<Comment, "id"> & { readonly id: string | undefined })[];
  readonly diagnostics: readonly Diagnostic[];
  /** For each field, the key that was taken where it is not the native name. */
  readonly guessed: ReadonlyMap<string, string>;
}

interface Pending {
  readonly record: unknown;
  readonly pointer: string;
  readonly parentId: string | null;
}

/** Flattens replies without recursion, so that depth is bounded by memory alone. */
export function readRecords(records: readonly unknown[], pointer: string, file: string): ReadRecords {
  const comments: (Omit<Comment, "id"> & { id: string | undefined })[] = [];
  const diagnostics: Diagnostic[] = [];
  const guessed = new Map<string, string>();
  const stack: Pending[] = records
    .map((record, i) => ({ record, pointer: pointerTo(pointer, i), parentId: null }))
    .reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { record, pointer: at, parentId } = next;
    const drop = (code: string, message: string) =>
      diagnostics.push({ severity: "warning", code, message, where: { file, pointer: at }, dropsRecord: true });
    if (typeof record === "string") {
      if (record.trim() === "") drop("record/empty-text", "a comment without text was left out");
      else comments.push({ id: undefined, parentId, text: record, source: { file, pointer: at } });
      continue;
    }
    if (!isObject(record)) {
      drop("record/no-comment", `a record is ${describe(record)}, not a comment, and was left out`);
      continue;
    }
    const id = readId(valueOf(record, "id"));
    const nested = nestedReplies(record);
    for (let i = nested.length - 1; i >= 0; i--) {
      const reply = nested[i];
      if (reply !== undefined)
        stack.push({ record: reply.record, pointer: `${at}${reply.pointer}`, parentId: id ?? parentId });
    }
    const author = readAuthor(valueOf(record, "author"));
    const label = own(record, "label");
    const createdAt = readDate(valueOf(record, "createdAt"));
    const candidate = recordSchema.safeParse({
      text: valueOf(record, "text"),
      parentId: readParentId(valueOf(record, "parentId")) ?? parentId,
      ...(author === undefined ? {} : { author }),
      ...(createdAt === undefined ? {} : { createdAt }),
      ...(typeof label === "string" ? { label } : {}),
    });
    if (!candidate.success) {
      drop(
        "record/no-text",
        `a record has no text (looked for ${ALIASES.text.slice(0, 5).join(", ")}) and was left out`,
      );
    } else if (candidate.data.text.trim() === "") {
      drop("record/empty-text", "a comment without text was left out");
    } else {
      noteGuesses(record, guessed);
      comments.push({
        ...candidate.data,
        parentId: candidate.data.parentId ?? null,
        id,
        source: { file, pointer: at },
      });
    }
  }
  return { comments, diagnostics, guessed };
}

/** Replies under `replies`, `children` or `comments`: a list, or a list inside an object. A count is none. */
function nestedReplies(record: JsonObject): { record: unknown; pointer: string }[] {
  for (const name of [...ALIASES.replies, "comments"]) {
    const value = own(record, name);
    const inner = isObject(value)
      ? ["data", "items", "comments", "nodes"].find((key) => Array.isArray(own(value, key)))
      : undefined;
    const list = inner === undefined ? value : own(value as JsonObject, inner);
    if (!Array.isArray(list)) continue;
    const base = inner === undefined ? pointerTo("", name) : pointerTo(pointerTo("", name), inner);
    return list.map((item, i) => ({ record: item as unknown, pointer: pointerTo(base, i) }));
  }
  return [];
}

function noteGuesses(record: JsonObject, guessed: Map<string, string>): void {
  for (const field of Object.keys(ALIASES) as Field[]) {
    const key = keyOf(record, field);
    if (key !== undefined && key !== field && field !== "replies") guessed.set(field, key);
  }
}

function describe(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
