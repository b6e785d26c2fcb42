/** Reads the files named on the command line into threads with unique ids. */
import { UserError } from "../errors.js";
import { sha256 } from "../hash.js";
import { UniqueIds } from "../ids.js";
import { decodeText } from "../importers/decode.js";
import { joinSources } from "../importers/join.js";
import { noComments, readSource, type ReadOptions as SourceOptions, type ReadSource } from "../importers/registry.js";
import { STATUSES, type Status } from "../importers/statuses.js";
import type { Io } from "../io.js";
import type { AuditInput } from "../audit.js";
import type { Diagnostic, InputFile, Thread } from "../model.js";
import { readBytes } from "./read-bytes.js";
import { attachArticle, attachArticles, parseArticle } from "./article.js";

/** How one file is read. */
export interface Reading {
  readonly inputFormat?: string | undefined;
  readonly status?: readonly string[] | undefined;
  /** Column or key by field: text, author … */
  readonly map?: Readonly<Record<string, string>> | undefined;
}

export interface ReadOptions {
  readonly article?: string | undefined;
  readonly articles?: string | undefined;
  readonly readingOf: (path: string) => Reading;
}

/** Throws the first UserError when no file can be read; else a failed file is a diagnostic and the audit not complete. */
export async function readInputs(
  paths: readonly string[],
  options: ReadOptions,
  io: Io,
): Promise<Required<AuditInput>> {
  const sources: { source: ReadSource; bytes: Uint8Array }[] = [];
  const diagnostics: Diagnostic[] = [];
  const failures: UserError[] = [];
  for (const { path, isFound } of await expandFolders(paths, io)) {
    try {
      const stored = path === "-" ? await io.readStdin() : await readBytes(path, io, COMMENTS_HINT);
      const bytes = await unpack(stored, path, io);
      const source = await readSource(
        bytes,
        path === "-" ? "standard input" : path,
        sourceOptions(options.readingOf(path)),
      );
      sources.push({ source: { ...source, file: path }, bytes: stored });
      diagnostics.push(...source.diagnostics);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // A folder may hold other things than exports; a file that was named is meant.
      const isStray = isFound && STRAY.has(error.code);
      if (!isStray) failures.push(error);
      diagnostics.push({
        severity: isStray ? "warning" : "error",
        code: error.code,
        message: isStray ? `${error.message.replace(/\.$/u, "")}; it was left out` : error.message,
        ...(error.where === undefined ? {} : { where: error.where }),
      });
    }
  }
  const joined = joinSources(sources.map(({ source }) => source));
  const fileOf = new Map(joined.files);
  const threads = [
    ...sources.flatMap(({ source }) => source.threads.map((thread) => ({ ...thread, file: source.file }))),
    ...joined.threads.map((thread) => ({ ...thread, file: fileOf.get(thread) ?? "" })),
  ];
  const [first] = failures;
  if (first !== undefined && threads.length === 0) throw first;
  const [only] = sources;
  if (threads.length === 0 && only !== undefined) throw noComments(only.source);
  if (threads.length === 0)
    throw new UserError("input/no-comments", "none of these files is an export that is read.", { hint: COMMENTS_HINT });
  const inputs = sources.map(({ source, bytes }): InputFile => {
    const own = threads.filter(({ file }) => file === source.file);
    const comments = own.reduce((sum, thread) => sum + thread.comments.length, 0);
    return { path: source.file, format: source.format, threads: own.length, comments, sha256: sha256(bytes) };
  });
  const all = [...diagnostics, ...joined.diagnostics];
  const unique = withUniqueIds(threads);
  const complete = failures.length === 0 && !all.some(({ code }) => code === "input/cut-off");
  if (options.articles !== undefined) {
    const text = decodeText(await readBytes(options.articles, io, ARTICLE_HINT), options.articles);
    const joinedArticles = attachArticles(unique, text, options.articles);
    const lacking = joinedArticles.some(({ article }) => article.title === "" && article.body === "");
    const notes = lacking ? all : all.filter(({ code }) => code !== "thread/no-article");
    return { threads: joinedArticles, inputs, diagnostics: notes, complete };
  }
  if (options.article === undefined) return { threads: unique, inputs, diagnostics: all, complete };
  const article = await parseArticle(await readBytes(options.article, io, ARTICLE_HINT), options.article);
  return {
    threads: attachArticle(unique, article, options.article),
    inputs: inputs.map((input) => ({ ...input, article: options.article ?? "" })),
    diagnostics: all.filter(({ code }) => code !== "thread/no-article"),
    complete,
  };
}

/** What a file is that nobody would call a broken export. */
const STRAY = new Set(["input/report", "input/unknown-format", "input/not-text", "input/empty"]);

/** A folder stands for the files in it. */
async function expandFolders(paths: readonly string[], io: Io): Promise<{ path: string; isFound: boolean }[]> {
  const expanded: { path: string; isFound: boolean }[] = [];
  for (const path of paths) {
    const files = path === "-" ? undefined : await io.listFolder(path);
    if (files?.length === 0)
      throw new UserError("input/empty", `${path} is an empty folder.`, { where: { file: path } });
    expanded.push(...(files?.map((file) => ({ path: file, isFound: true })) ?? [{ path, isFound: false }]));
  }
  return expanded;
}

async function unpack(bytes: Uint8Array, path: string, io: Io): Promise<Uint8Array> {
  try {
    return await io.unpack(bytes);
  } catch (cause) {
    throw new UserError("input/gzip", `${path} is compressed and damaged.`, {
      hint: "what can be saved: gunzip -c FILE | comment-audit -, or zstd -dc FILE | comment-audit -",
      where: { file: path },
      cause,
    });
  }
}

/** `--status approved,pending` and `--map text=review` as settings. */
export function parseReading(flags: {
  readonly inputFormat?: string | undefined;
  readonly status?: string | undefined;
  readonly map?: string | undefined;
}): Reading {
  const pairs = flags.map?.split(",").filter((pair) => pair.trim() !== "");
  const map = pairs?.map((pair): [string, string] => {
    const [field = "", column = ""] = pair.split(/=(.*)/su).map((part) => part.trim());
    if (field === "" || column === "")
      throw new UserError("usage/map", `"${pair}" maps nothing.`, { hint: "write --map text=COLUMN,author=COLUMN" });
    return [field, column];
  });
  return {
    ...(flags.inputFormat === undefined ? {} : { inputFormat: flags.inputFormat }),
    ...(flags.status === undefined ? {} : { status: flags.status.split(",").map((name) => name.trim()) }),
    ...(map === undefined ? {} : { map: Object.fromEntries(map) }),
  };
}

export function sourceOptions({ inputFormat, status, map }: Reading): SourceOptions {
  const unknown = status?.find((name) => !(STATUSES as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UserError("usage/status", `"${unknown}" is no status.`, { hint: `known: ${STATUSES.join(", ")}` });
  return {
    ...(inputFormat === undefined ? {} : { inputFormat }),
    ...(status === undefined ? {} : { statuses: new Set(status as Status[]) }),
    ...(map === undefined ? {} : { map: new Map(Object.entries(map)) }),
  };
}

const COMMENTS_HINT = "give a file of comments, or - for standard input; comment-audit schema input shows the form";
const ARTICLE_HINT = "give the article as .json, .txt, .md or .html";

function withUniqueIds(threads: readonly Thread[]): Thread[] {
  const ids = new UniqueIds();
  return threads.map((thread) => ({ ...thread, id: ids.of(thread.id) }));
}
