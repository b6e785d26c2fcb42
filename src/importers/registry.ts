/** All formats, and which of them a text is. Readers are loaded when a file of theirs is met. */
import { UserError } from "../errors.js";
import type { Comment, Diagnostic, Thread } from "../model.js";
import { decodeText } from "./decode.js";
import { parseDocuments, type Documents } from "./documents.js";
import { DEFAULT_STATUSES, type Status } from "./statuses.js";
import { FORMATS } from "./formats.js";
import { HEAD_LENGTH, type Draft, type Importer, type Reader } from "./importer.js";
import { joinSources, type Source } from "./join.js";
import { isObject } from "./json.js";
import type { Unlinked } from "./link.js";
import { withPlaces } from "./places.js";

export const IMPORTERS: readonly Importer[] = FORMATS;

export interface ReadOptions {
  readonly inputFormat?: string;
  readonly statuses?: ReadonlySet<Status>;
  readonly map?: ReadonlyMap<string, string>;
}

/** What one file holds; its drafts are linked when all files of the run are read. */
export interface ReadSource extends Source {
  readonly threads: readonly Thread[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReadFile {
  readonly format: string;
  readonly threads: readonly Thread[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Below this, what a text looks like is a guess. */
const SURE = 0.4;
const HINT = "comment-audit formats lists what is read; comment-audit schema input shows the JSON form";

interface Chosen {
  readonly importer: Importer;
  readonly reader: Reader;
  readonly documents: Documents | undefined;
}

/** The importer that is surest of this text; `wanted` overrides recognition. */
export async function chooseImporter(text: string, file: string, options: ReadOptions = {}): Promise<Chosen> {
  const { inputFormat: wanted } = options;
  const named = wanted === undefined ? undefined : IMPORTERS.find((importer) => importer.id === wanted);
  if (wanted !== undefined && named === undefined)
    throw new UserError("usage/input-format", `there is no input format "${wanted}".`, {
      hint: `known: ${IMPORTERS.map(({ id }) => id).join(", ")}`,
    });
  if (text.trim() === "") throw new UserError("input/empty", `${file} is empty.`, { hint: HINT, where: { file } });
  const documents = parseDocuments(text);
  if (isOwnReport(text, documents))
    throw new UserError("input/report", `${file} is a report of comment-audit, not an export.`, {
      hint: "look at it: comment-audit render FILE; compare two: comment-audit diff OLD NEW",
      where: { file },
    });
  if (named !== undefined) return { importer: named, reader: await named.load(), documents };
  const head = text.slice(0, HEAD_LENGTH);
  const mapped = (options.map?.size ?? 0) > 0;
  const clues = { head, keys: documents === undefined ? undefined : keysOf(documents) };
  const candidates: { importer: Importer; reader: Reader; confidence: number }[] = [];
  for (const importer of IMPORTERS) {
    if (!importer.mayBe(clues) && !(mapped && importer.id === "records")) continue;
    const reader = await importer.load();
    const confidence =
      documents === undefined || reader.recognise === undefined
        ? surer(importer.id, file, mapped, reader.sniff?.(head) ?? 0)
        : importer.id === "records" && mapped
          ? 0.97
          : recognised(reader.recognise, documents);
    if (confidence > 0) candidates.push({ importer, reader, confidence });
  }
  candidates.sort((a, b) => b.confidence - a.confidence);
  const [best, second] = candidates;
  if (best === undefined || best.confidence < SURE) throw unknown(head, file, candidates);
  if (second !== undefined && second.confidence === best.confidence)
    throw new UserError(
      "input/ambiguous",
      `${file} looks like ${best.importer.title} and like ${second.importer.title}.`,
      {
        hint: `say which: --input-format ${best.importer.id} or --input-format ${second.importer.id}`,
        where: { file },
      },
    );
  return { importer: best.importer, reader: best.reader, documents };
}

/** What this program wrote would be audited as comments, with everything in it a copy. */
function isOwnReport(text: string, documents: Documents | undefined): boolean {
  const first = documents?.documents[0]?.value;
  if (isObject(first)) {
    const { tool, fingerprint, axes } = first;
    if (isObject(tool) && tool["name"] === "comment-audit") return true;
    return typeof fingerprint === "string" && isObject(axes);
  }
  return documents === undefined && OWN_PAGES.test(text.slice(0, 1_000));
}

const OWN_PAGES =
  /^(?:\uFEFF?thread,article,comment,answers,author,|<!DOCTYPE html>\s[\s\S]{0,900}<title>Comment audit: )/u;

/** What looks faintly like a table is one when its name or the user says so. */
function surer(id: string, file: string, mapped: boolean, confidence: number): number {
  const table = id === "csv" && (mapped || /\.(?:csv|tsv)(?:\.gz)?$/iu.test(file));
  return table && confidence > 0 ? Math.max(confidence, 0.6) : confidence;
}

/** The first values decide; a backup's first line may be its table of contents. */
function recognised(recognise: NonNullable<Reader["recognise"]>, { documents }: Documents): number {
  return Math.max(...documents.slice(0, 3).map(({ value }) => recognise(value)));
}

const MAX_KEYS = 400;

/** Keys of the first values, of what they hold and of the first record of each list. */
function keysOf({ documents }: Documents): ReadonlySet<string> {
  const keys = new Set<string>();
  const stack: { value: unknown; depth: number }[] = documents.slice(0, 3).map(({ value }) => ({ value, depth: 0 }));
  for (let next = stack.pop(); next !== undefined && keys.size < MAX_KEYS; next = stack.pop()) {
    const { value, depth } = next;
    if (Array.isArray(value)) stack.push({ value: (value as unknown[])[0], depth });
    else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        keys.add(key);
        if (depth < 3) stack.push({ value: inner, depth: depth + 1 });
      }
    }
  }
  return keys;
}

function unknown(
  head: string,
  file: string,
  candidates: readonly { importer: Importer; confidence: number }[],
): UserError {
  const looks = candidates
    .slice(0, 3)
    .map(({ importer, confidence }) => `${importer.title} ${confidence.toFixed(1)}`)
    .join(", ");
  const message =
    looks === ""
      ? `${file} is in no format that is known: it starts with ${JSON.stringify(head.trim().slice(0, 12))}.`
      : `${file} looked like ${looks}, which is too little to be sure.`;
  return new UserError("input/unknown-format", message, { hint: HINT, where: { file, line: 1, column: 1 } });
}

/** Decodes, recognises and reads one file or text. Throws a UserError when nothing in it can be audited. */
export async function readThreads(
  content: Uint8Array | string,
  file: string,
  options: ReadOptions = {},
): Promise<ReadFile> {
  const source = await readSource(content, file, options);
  const joined = joinSources([source]);
  const threads = [...source.threads, ...joined.threads];
  if (threads.length === 0) throw noComments(source);
  return { format: source.format, threads, diagnostics: [...source.diagnostics, ...joined.diagnostics] };
}

/** The same without linking: for files that belong together. */
export async function readSource(
  content: Uint8Array | string,
  file: string,
  options: ReadOptions = {},
): Promise<ReadSource> {
  const diagnostics: Diagnostic[] = [];
  const text = typeof content === "string" ? content : decodeText(content, file, (found) => diagnostics.push(found));
  const { importer, reader, documents } = await chooseImporter(text, file, options);
  const threads: Thread[] = [];
  const drafts: Draft[] = [];
  // Who does not say what is wrong with the lines reads whole documents, or reads the text itself.
  const isWhole = documents !== undefined && documents.broken.length === 0 && !documents.cutOff;
  if (documents !== undefined && reader.recognise !== undefined) diagnostics.push(...brokenLines(documents, file));
  const input = {
    file,
    text,
    ...(documents !== undefined && (isWhole || reader.recognise !== undefined)
      ? { documents: documents.documents }
      : {}),
    statuses: options.statuses ?? DEFAULT_STATUSES,
    map: options.map ?? new Map<string, string>(),
  };
  for await (const item of reader.read(input)) {
    if (item.kind === "thread") threads.push(item.thread);
    else if (item.kind === "draft") drafts.push(item.draft);
    else diagnostics.push(item.diagnostic);
  }
  const source = { file, format: importer.id, ...withLines(threads, drafts, text), diagnostics };
  return reader.settle === undefined ? source : { ...source, settle: reader.settle };
}

/** One pass over the text for all threads of the file. */
function withLines(threads: readonly Thread[], drafts: readonly Draft[], text: string) {
  const placed = withPlaces(
    [...threads, ...drafts].flatMap(({ comments }) => comments as Unlinked[]),
    text,
  );
  let next = 0;
  const own = (count: number) => placed.slice(next, (next += count));
  return {
    threads: threads.map((thread) => ({ ...thread, comments: own(thread.comments.length) as Comment[] })),
    drafts: drafts.map((draft) => ({ ...draft, comments: own(draft.comments.length) })),
  };
}

export function noComments({ file, format, diagnostics }: ReadSource): UserError {
  const title = IMPORTERS.find(({ id }) => id === format)?.title ?? format;
  const leftOut = diagnostics.filter(({ code }) => code === "record/left-out").map(({ message }) => message);
  return new UserError("input/no-comments", `${file} (${title}) holds no comments that are read.`, {
    hint: leftOut.length > 0 ? `${leftOut.join("; ")}; --status names what is kept` : HINT,
    where: { file },
  });
}

function brokenLines({ broken, cutOff }: Documents, file: string): Diagnostic[] {
  return broken.map((line, i): Diagnostic => {
    const cut = cutOff && i === broken.length - 1;
    return {
      severity: cut ? "error" : "warning",
      code: cut ? "input/cut-off" : "record/json",
      message: cut
        ? "the last line is cut off; what came before it was read"
        : "this line is not valid JSON and was left out",
      where: { file, line },
      dropsRecord: true,
    };
  });
}
