/** Reads the files named on the command line into threads with unique ids. */
import { UserError } from "../errors.js";
import { sha256 } from "../hash.js";
import { readThreads } from "../importers/registry.js";
import type { Io } from "../io.js";
import type { AuditInput } from "../audit.js";
import type { Diagnostic, InputFile, Thread } from "../model.js";
import { attachArticle, parseArticle } from "./article.js";

export interface ReadOptions {
  readonly inputFormat?: string;
  readonly article?: string;
}

/** Throws the first UserError when no file can be read; else a failed file is a diagnostic and the audit not complete. */
export async function readInputs(
  paths: readonly string[],
  options: ReadOptions,
  io: Io,
): Promise<Required<AuditInput>> {
  let threads: Thread[] = [];
  const inputs: InputFile[] = [];
  let diagnostics: Diagnostic[] = [];
  const failures: UserError[] = [];
  for (const path of paths) {
    try {
      const bytes = path === "-" ? await io.readStdin() : await readFile(path, io, COMMENTS_HINT);
      const read = await readThreads(bytes, path === "-" ? "standard input" : path, options.inputFormat);
      threads = threads.concat(read.threads.map((thread) => ({ ...thread, file: path })));
      diagnostics = diagnostics.concat(read.diagnostics);
      inputs.push({
        path,
        format: read.format,
        threads: read.threads.length,
        comments: read.threads.reduce((sum, { comments }) => sum + comments.length, 0),
        sha256: sha256(bytes),
      });
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
  const [first] = failures;
  if (first !== undefined && threads.length === 0) throw first;
  const unique = withUniqueIds(threads);
  const complete = failures.length === 0 && !diagnostics.some(({ code }) => code === "input/cut-off");
  if (options.article === undefined) return { threads: unique, inputs, diagnostics, complete };
  const article = await parseArticle(await readFile(options.article, io, ARTICLE_HINT), options.article);
  return {
    threads: attachArticle(unique, article, options.article),
    inputs: inputs.map((input) => ({ ...input, article: options.article ?? "" })),
    diagnostics: diagnostics.filter(({ code }) => code !== "thread/no-article"),
    complete,
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
