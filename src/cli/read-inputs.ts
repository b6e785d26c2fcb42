/** Reads the files named on the command line into threads with unique ids. */
import { UserError } from "../errors.js";
import { sha256 } from "../hash.js";
import { decodeText } from "../importers/decode.js";
import { joinSources } from "../importers/join.js";
import { noComments, readSource, type ReadOptions as SourceOptions, type ReadSource } from "../importers/registry.js";
import { STATUSES, type Status } from "../importers/statuses.js";
import type { Io } from "../io.js";
import type { AuditInput } from "../audit.js";
import type { Diagnostic, InputFile, Thread } from "../model.js";
import { attachArticle, attachArticles, parseArticle } from "./article.js";

export interface ReadOptions {
  readonly inputFormat?: string;
  readonly article?: string;
  readonly articles?: string;
  /** "approved,pending" */
  readonly status?: string;
  /** "text=review,author=user.name" */
  readonly map?: string;
}

/** Throws the first UserError when no file can be read; else a failed file is a diagnostic and the audit not complete. */
export async function readInputs(
  paths: readonly string[],
  options: ReadOptions,
  io: Io,
): Promise<Required<AuditInput>> {
  const reading = readingOptions(options);
  const sources: { source: ReadSource; bytes: Uint8Array }[] = [];
  const diagnostics: Diagnostic[] = [];
  const failures: UserError[] = [];
  for (const path of await expandFolders(paths, io)) {
    try {
      const stored = path === "-" ? await io.readStdin() : await readFile(path, io, COMMENTS_HINT);
      const bytes = isGzip(stored) ? await unpack(stored, path, io) : stored;
      const source = await readSource(bytes, path === "-" ? "standard input" : path, reading);
      sources.push({ source: { ...source, file: path }, bytes: stored });
      diagnostics.push(...source.diagnostics);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
      diagnostics.push({
        severity: "error",
        code: error.code,
        message: error.message,
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
  const inputs = sources.map(({ source, bytes }): InputFile => {
    const own = threads.filter(({ file }) => file === source.file);
    const comments = own.reduce((sum, thread) => sum + thread.comments.length, 0);
    return { path: source.file, format: source.format, threads: own.length, comments, sha256: sha256(bytes) };
  });
  const all = [...diagnostics, ...joined.diagnostics];
  const unique = withUniqueIds(threads);
  const complete = failures.length === 0 && !all.some(({ code }) => code === "input/cut-off");
  if (options.articles !== undefined) {
    const text = decodeText(await readFile(options.articles, io, ARTICLE_HINT), options.articles);
    const joinedArticles = attachArticles(unique, text, options.articles);
    const lacking = joinedArticles.some(({ article }) => article.title === "" && article.body === "");
    const notes = lacking ? all : all.filter(({ code }) => code !== "thread/no-article");
    return { threads: joinedArticles, inputs, diagnostics: notes, complete };
  }
  if (options.article === undefined) return { threads: unique, inputs, diagnostics: all, complete };
  const article = await parseArticle(await readFile(options.article, io, ARTICLE_HINT), options.article);
  return {
    threads: attachArticle(unique, article, options.article),
    inputs: inputs.map((input) => ({ ...input, article: options.article ?? "" })),
    diagnostics: all.filter(({ code }) => code !== "thread/no-article"),
    complete,
  };
}

/** A folder stands for the files in it. */
async function expandFolders(paths: readonly string[], io: Io): Promise<string[]> {
  const expanded: string[] = [];
  for (const path of paths) {
    const files = path === "-" ? undefined : await io.listFolder(path);
    if (files?.length === 0)
      throw new UserError("input/empty", `${path} is an empty folder.`, { where: { file: path } });
    expanded.push(...(files ?? [path]));
  }
  return expanded;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function unpack(bytes: Uint8Array, path: string, io: Io): Promise<Uint8Array> {
  try {
    return await io.gunzip(bytes);
  } catch (cause) {
    throw new UserError("input/gzip", `${path} is gzip-compressed and damaged.`, {
      hint: "what can be saved: gunzip -c FILE | comment-audit -",
      where: { file: path },
      cause,
    });
  }
}

function readingOptions({ inputFormat, status, map }: ReadOptions): SourceOptions {
  const statuses = status?.split(",").map((name) => name.trim());
  const unknown = statuses?.find((name) => !(STATUSES as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UserError("usage/status", `"${unknown}" is no status.`, { hint: `known: ${STATUSES.join(", ")}` });
  const pairs = (map ?? "").split(",").filter((pair) => pair.trim() !== "");
  const wanted = new Map(
    pairs.map((pair) => {
      const [field = "", column = ""] = pair.split(/=(.*)/su).map((part) => part.trim());
      if (field === "" || column === "")
        throw new UserError("usage/map", `"${pair}" maps nothing.`, { hint: "write --map text=COLUMN,author=COLUMN" });
      return [field, column] as const;
    }),
  );
  return {
    ...(inputFormat === undefined ? {} : { inputFormat }),
    ...(statuses === undefined ? {} : { statuses: new Set(statuses as Status[]) }),
    ...(wanted.size === 0 ? {} : { map: wanted }),
  };
}

const COMMENTS_HINT = "give a file of comments, or - for standard input; comment-audit schema input shows the form";
const ARTICLE_HINT = "give the article as .json, .txt, .md or .html";

async function readFile(path: string, io: Io, hint: string): Promise<Uint8Array> {
  try {
    return await io.readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT"
        ? "there is no such file"
        : code === "EISDIR"
          ? "it is a folder"
          : code === "EACCES"
            ? "reading it is not allowed"
            : `it cannot be read (${code ?? String(cause)})`;
    throw new UserError("input/unreadable", `${path}: ${reason}.`, {
      hint,
      where: { file: path },
      cause,
    });
  }
}

function withUniqueIds(threads: readonly Thread[]): Thread[] {
  const seen = new Map<string, number>();
  return threads.map((thread) => {
    const count = (seen.get(thread.id) ?? 0) + 1;
    seen.set(thread.id, count);
    return count === 1 ? thread : { ...thread, id: `${thread.id}~${count}` };
  });
}
