/** Staticman: one YAML (or front-matter) file a comment, in the folder of its post. */
import { parse } from "yaml";
import { UserError } from "../errors.js";
import { Gathering, UNNAMED } from "./gather.js";
import type { ImportInput, ImportItem } from "./importer.js";
import { compareText } from "../ids.js";
import { isObject } from "./json.js";
import type { Unlinked } from "./link.js";
import { authorOf, idAt, isoDate, stringAt } from "./values.js";

export function sniffStaticman(head: string): number {
  const start = head.startsWith("---") ? head.slice(3) : head;
  const keys = ["_id", "name", "email", "date"].filter((key) => new RegExp(`^${key}:`, "mu").test(start));
  return keys.length >= 2 && (/^message:/mu.test(start) || head.startsWith("---")) ? 0.9 : 0;
}

/** The folder is the thread; `replying_to` is an id, or the place in the order of the dates. */
export function* readStaticman(input: ImportInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  const matter = /^---\r?\n([\s\S]*?)\n---\r?\n?([\s\S]*)$/u.exec(input.text);
  let record: unknown;
  try {
    // Every scalar stays text: ids such as 1e10 and 010 are no numbers.
    record = parse(matter?.[1] ?? input.text, { schema: "failsafe", logLevel: "silent" });
  } catch (cause) {
    throw new UserError("input/yaml", `${input.file} is not valid YAML.`, { where: { file: input.file }, cause });
  }
  if (!isObject(record))
    throw new UserError("input/no-comments", `${input.file} holds no comment.`, { where: { file: input.file } });
  const folder = input.file.replaceAll("\\", "/").split("/").at(-2);
  const key = stringAt(record, "_parent") ?? folder ?? UNNAMED;
  gathering.article(key, key.startsWith("/") || key.startsWith("http") ? { url: key } : {});
  gathering.comment(key, {
    id: idAt(record, "_id", "id"),
    parentId: idAt(record, "replying_to", "parent", "replyToId") ?? null,
    text: stringAt(record, "message", "comment", "body") ?? matter?.[2]?.trim() ?? "",
    author: authorOf({ name: stringAt(record, "name"), url: stringAt(record, "url") }),
    createdAt: isoDate(stringAt(record, "date")),
    source: {},
  });
  yield* gathering.items();
}

/** `replying_to` is often the place of the answered comment in the order of dates, from 1. */
export function settleStaticman(comments: readonly Unlinked[]): readonly Unlinked[] {
  const ids = new Set(comments.map(({ id }) => id));
  const byDate = [...comments].sort((a, b) => compareText(a.createdAt ?? "", b.createdAt ?? ""));
  return comments.map((comment) => {
    const { parentId } = comment;
    if (parentId === null || ids.has(parentId) || !/^\d{1,4}$/u.test(parentId)) return comment;
    return { ...comment, parentId: byDate[Number(parentId) - 1]?.id ?? null };
  });
}
