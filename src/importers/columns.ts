/** Which column or key of a record holds what: by name, or as the user says. */
import { UserError } from "../errors.js";
import { UNNAMED, type Gathering } from "./gather.js";
import type { Status } from "./statuses.js";
import { authorOf, isoDate } from "./values.js";

/** In order of preference; case, blanks, `_`, `-` and a leading "comment" do not tell names apart. */
const NAMES = {
  text: "text body comment content message review reviewtext raw textoriginal textdisplay",
  id: "id cid uuid",
  author: "author authorname user username name nickname screenname displayname commenter",
  authorId: "authorid userid authorchannelid",
  date: "date createdat created createdutc timestamp time published publishedat datetime",
  parent: "parent parentid replyto replytoid inreplyto inreplytoid replyingto",
  thread:
    "thread threadid article articleid postid linkid storyid videoid topicid submissionid statusid url page pageurl articleurl",
  title: "title articletitle headline posttitle videotitle",
  article: "articlebody articletext",
  status: "status state approved isdeleted isspam",
} as const;

export type Column = keyof typeof NAMES;
export const COLUMNS = Object.keys(NAMES) as readonly Column[];

function fold(name: string): string {
  const plain = name.toLowerCase().replace(/[\s_.-]/gu, "");
  return plain.length > 7 && plain.startsWith("comment") ? plain.slice(7) : plain;
}

export type Mapping = Readonly<Partial<Record<Column, string>>>;

/** The mapping by name. `wanted` (`text` → "review") overrides; a name that is no column is an error. */
export function mapColumns(columns: readonly string[], wanted: ReadonlyMap<string, string>, file: string): Mapping {
  const mapping: Partial<Record<Column, string>> = {};
  for (const column of COLUMNS) {
    const found = NAMES[column]
      .split(" ")
      .map((name) =>
        columns.find((candidate) => fold(candidate) === name && !Object.values(mapping).includes(candidate)),
      )
      .find((candidate) => candidate !== undefined);
    if (found !== undefined) mapping[column] = found;
  }
  for (const [field, name] of wanted) {
    if (!(COLUMNS as readonly string[]).includes(field))
      throw new UserError("usage/map", `--map knows no field "${field}".`, { hint: `known: ${COLUMNS.join(", ")}` });
    const column = columns.includes(name) ? name : columns[Number(name) - 1];
    if (column === undefined)
      throw new UserError("usage/map", `${file} has no column "${name}".`, {
        hint: `its columns: ${columns.slice(0, 20).join(", ")}`,
        where: { file },
      });
    mapping[field as Column] = column;
  }
  return mapping;
}

/** "text from CONTENT, author from AUTHOR". */
export function describeMapping(mapping: Mapping): string {
  return Object.entries(mapping)
    .map(([field, column]) => `${field} from "${column}"`)
    .join(", ");
}

const EMPTY = new Set(["", "null", "nan", "none", "\\n", "n/a"]);

/** One record to a comment of its thread. Values are text; what stands for nothing is nothing. */
export function readRow(
  value: (column: string) => string | undefined,
  mapping: Mapping,
  gathering: Gathering,
  source: { readonly line?: number; readonly pointer?: string },
): void {
  const at = (column: Column): string | undefined => {
    const name = mapping[column];
    const text = name === undefined ? undefined : value(name);
    return text === undefined || EMPTY.has(text.trim().toLowerCase()) ? undefined : text;
  };
  const key = at("thread") ?? UNNAMED;
  const [title, body] = [at("title"), at("article")];
  if (title !== undefined || body !== undefined)
    gathering.article(key, { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) });
  gathering.comment(key, {
    id: at("id"),
    parentId: at("parent") ?? null,
    text: at("text") ?? "",
    author: authorOf({ name: at("author"), id: at("authorId") }),
    createdAt: isoDate(at("date")),
    status: statusOf(mapping.status, at("status")),
    source,
  });
}

const STATUSES: readonly (readonly [RegExp, Status])[] = [
  [/^(?:spam|likelyspam|flagged)$/u, "spam"],
  [/^(?:deleted|removed|trash|rejected|hidden)$/u, "deleted"],
  [/^(?:pending|hold|held|unapproved|heldforreview|waiting)$/u, "pending"],
];

function statusOf(column: string | undefined, value: string | undefined): Status {
  if (column === undefined || value === undefined) return "approved";
  const [name, text] = [fold(column), value.trim().toLowerCase()];
  const yes = /^(?:1|true|yes|[yt])$/u.test(text);
  if (name === "isdeleted") return yes ? "deleted" : "approved";
  if (name === "isspam") return yes ? "spam" : "approved";
  if (name === "approved")
    return /^(?:0|false|no|[nf])$/u.test(text)
      ? "pending"
      : (STATUSES.find(([pattern]) => pattern.test(text))?.[1] ?? "approved");
  return STATUSES.find(([pattern]) => pattern.test(text))?.[1] ?? "approved";
}
