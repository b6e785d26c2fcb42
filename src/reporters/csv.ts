import { stringify } from "csv-stringify/sync";
import { AXES, type Report } from "../model.js";
import { cellText } from "./escape.js";
import { commentsFrom, reasonsInShort, type Located } from "./reasons.js";

const COLUMNS = [
  "thread",
  "article",
  "comment",
  "answers",
  "author",
  "createdAt",
  "rank",
  "score",
  "band",
  "humanRate",
  ...AXES,
  "signals",
  "reasons",
  "text",
  "file",
  "line",
  "state",
  "suppressed",
  "fingerprint",
] as const;

/** RFC 4180 with a byte order mark, without which spreadsheets guess the encoding wrong. */
export function* renderCsv(report: Report): Generator<string> {
  yield `\uFEFF${row([...COLUMNS])}`;
  for (const located of commentsFrom(report, "insufficient")) yield row(cells(located, report));
}

function cells({ thread, comment }: Located, report: Report): (string | number | null)[] {
  return [
    thread.id,
    thread.article.title,
    comment.id,
    comment.parentId,
    comment.author?.name ?? null,
    comment.createdAt ?? null,
    comment.rank,
    comment.score,
    comment.band,
    comment.humanRate,
    ...AXES.map((axis) => comment.axes[axis]),
    comment.findings.map(({ signal }) => signal).join(" "),
    reasonsInShort(comment, report),
    comment.text,
    comment.source?.file ?? thread.file ?? null,
    comment.source?.line ?? null,
    comment.state ?? null,
    comment.suppressed ?? null,
    comment.fingerprint,
  ];
}

function row(values: readonly (string | number | null)[]): string {
  const safe = values.map((value) => (typeof value === "string" ? cellText(value) : value));
  return stringify([safe], { record_delimiter: "windows", quoted_match: /[\r\n\t;]/u });
}
