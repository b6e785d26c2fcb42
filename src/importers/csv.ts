/** CSV and TSV of any columns, and the bulk download of regulations.gov. */
import { parse } from "csv-parse/sync";
import { UserError } from "../errors.js";
import { describeMapping, mapColumns, readRow, type Mapping } from "./columns.js";
import { Gathering } from "./gather.js";
import type { ImportInput, ImportItem } from "./importer.js";

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Records by which a delimiter is judged. */
const JUDGED = 50;
const REGULATIONS = "Comment on Document ID";
/** Excel cuts a cell here. */
const EXCEL_LIMIT = 32_767;

interface Row {
  readonly record: readonly string[];
  readonly line: number;
}

/** 0.85 with a column of a known name for the text, 0.3 for steady columns of other names. */
export function sniffCsv(head: string): number {
  if (/^\s*[<{[]/u.test(head)) return 0;
  const delimiter = delimiterOf(head) ?? headerDelimiter(head);
  if (delimiter === undefined) return 0;
  if (headerDelimiter(head) === delimiter) return 0.85;
  const [header] = rowsOf(firstRecords(head), delimiter, 1);
  return mapColumns(header?.record ?? [], new Map(), "").text === undefined ? 0.3 : 0.85;
}

export function* readCsv(input: ImportInput): Generator<ImportItem> {
  const { file } = input;
  const text = input.text.replace(/^sep=.\r?\n/iu, "");
  const delimiter = delimiterOf(text.slice(0, 1 << 16)) ?? headerDelimiter(text) ?? ",";
  const [header, ...rows] = rowsOf(text, delimiter);
  if (header === undefined) throw new UserError("input/empty", `${file} is empty.`, { where: { file } });
  const columns = header.record.map((name) => name.replace(/^\uFEFF/u, "").trim());
  const gathering = new Gathering(input);
  const mapping = columns.includes(REGULATIONS)
    ? regulationsMapping(columns)
    : withText(mapColumns(columns, input.map, file), columns, rows, input);
  const offset = text === input.text ? 0 : 1;
  gathering.note("input/guessed-fields", `read ${describeMapping(mapping)}`);
  const index = new Map(columns.map((name, i) => [name, i]));
  let uneven = 0;
  for (const { record, line } of rows) {
    if (record.length !== columns.length) uneven++;
    const value = (name: string) => record[index.get(name) ?? -1];
    const place = { line: line + offset };
    if (mapping.thread === REGULATIONS) readRegulation(value, mapping, gathering, place);
    else readRow(value, mapping, gathering, place);
    if (record.some((cell) => cell.length === EXCEL_LIMIT))
      gathering.note("record/cut", "a cell of exactly 32,767 characters: a spreadsheet has cut it", place);
  }
  if (uneven > 0)
    gathering.note(
      "record/uneven",
      `${uneven} row${uneven === 1 ? " has" : "s have"} more or fewer fields than the header`,
      {},
      { severity: "warning" },
    );
  yield* gathering.items();
}

/** Without a known name the column of the longest texts is taken, and said. */
function withText(mapping: Mapping, columns: readonly string[], rows: readonly Row[], { file }: ImportInput): Mapping {
  if (mapping.text !== undefined) return mapping;
  const means = columns.map((_, i) =>
    rows.slice(0, 1000).reduce((sum, { record }) => sum + (record[i]?.length ?? 0), 0),
  );
  const longest = means.indexOf(Math.max(...means));
  const text = columns[longest];
  if (text === undefined || rows.length === 0)
    throw new UserError("input/no-text", `${file} has no column with the text of the comments.`, {
      hint: `name it: --map text=${columns[0] ?? "COLUMN"}`,
      where: { file },
    });
  const others = Object.fromEntries(Object.entries(mapping).filter(([, column]) => column !== text));
  return { ...others, text };
}

function regulationsMapping(columns: readonly string[]): Mapping {
  const known = { text: "Comment", id: "Document ID", date: "Posted Date", thread: REGULATIONS, title: "Title" };
  return Object.fromEntries(Object.entries(known).filter(([, column]) => columns.includes(column)));
}

/** A row without a document that it comments on is a document itself. */
function readRegulation(
  value: (name: string) => string | undefined,
  mapping: Mapping,
  gathering: Gathering,
  place: { readonly line: number },
): void {
  const document = value(REGULATIONS)?.trim() ?? "";
  const id = value("Document ID")?.trim() ?? "";
  if (document === "") {
    gathering.article(id, { title: value("Title") ?? "", body: value("Abstract") ?? "" });
    return;
  }
  const comment = value("Comment") ?? "";
  if (/^\s*see attached/iu.test(comment)) {
    gathering.leave(document, { id, parentId: null }, "only an attachment");
    return;
  }
  const name = [value("First Name"), value("Last Name")].filter((part) => part !== undefined && part !== "").join(" ");
  const withName = (column: string) => (column === "\u0000name" ? name || value("Organization Name") : value(column));
  const rest = Object.fromEntries(Object.entries(mapping).filter(([field]) => field !== "title"));
  readRow(withName, { ...rest, author: "\u0000name" }, gathering, place);
}

/** Whole records at the start of a text, for judging. */
function firstRecords(text: string): string {
  const end = text.lastIndexOf("\n");
  return text.length < 1 << 15 || end <= 0 ? text : text.slice(0, end);
}

/** The delimiter by which the first records have the same number of fields, two or more. */
function delimiterOf(head: string): string | undefined {
  const sample = firstRecords(head);
  let best: { delimiter: string; share: number; fields: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const counts = rowsOf(sample, delimiter, JUDGED).map(({ record }) => record.length);
    const [fields = 0] = counts;
    if (fields < 2 || counts.length < 2) continue;
    const share = counts.filter((count) => count === fields).length / counts.length;
    const better = best === undefined || share > best.share || (share === best.share && fields > best.fields);
    if (share >= 0.7 && better) best = { delimiter, share, fields };
  }
  return best?.delimiter;
}

/** By the first line alone, where a cell is longer than what is looked at: it must have a known name for the text. */
function headerDelimiter(text: string): string | undefined {
  const end = text.indexOf("\n");
  const line = text
    .slice(0, Math.min(end === -1 ? text.length : end, 4096))
    .replace(/^\uFEFF/u, "")
    .trim();
  return DELIMITERS.find(
    (delimiter) => line.includes(delimiter) && mapColumns(line.split(delimiter), new Map(), "").text !== undefined,
  );
}

function rowsOf(text: string, delimiter: string, to?: number): Row[] {
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      info: true,
      columns: false,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      ...(to === undefined ? {} : { to }),
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // `lines` is where a record ends.
    return rows.map(({ record, info }) => ({ record, line: info.lines - newlinesIn(record) }));
  } catch {
    return [];
  }
}

function newlinesIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\n/gu)?.length ?? 0), 0);
}
