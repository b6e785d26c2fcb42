/** What several files of one run say of the same threads, put together and linked. */
import { plainUrl } from "../ids.js";
import type { Article, Diagnostic, Thread } from "../model.js";
import { UNNAMED } from "./gather.js";
import type { Draft } from "./importer.js";
import { linkComments, type Unlinked } from "./link.js";

export interface Source {
  readonly file: string;
  readonly format: string;
  readonly drafts: readonly Draft[];
  readonly settle?: (comments: readonly Unlinked[]) => readonly Unlinked[];
}

interface Joined {
  readonly id: string;
  readonly file: string;
  readonly format: string;
  readonly settle: Source["settle"];
  article: Article;
  comments: readonly Unlinked[];
}

/**
 * Drafts of one format and id are one thread: pages of a topic, posts and their comments. An article
 * that no thread has by id goes to the threads of its address. Comments that two pages share count once.
 */
export function joinSources(sources: readonly Source[]): {
  threads: Thread[];
  diagnostics: Diagnostic[];
  /** The first file of each thread. */
  files: [Thread, string][];
} {
  const joined = new Map<string, Joined>();
  for (const { file, format, drafts, settle } of sources) {
    for (const { id, article, comments } of drafts) {
      const key = JSON.stringify(id === UNNAMED ? [format, id, file] : [format, id]);
      const known = joined.get(key);
      if (known === undefined) joined.set(key, { id, file, format, settle, article, comments });
      // Two sites number their posts alike.
      else if (differ(known.article, article))
        joined.set(JSON.stringify([format, id, file]), { id, file, format, settle, article, comments });
      else {
        known.article = richer(known.article, article);
        known.comments = [...known.comments, ...comments];
      }
    }
  }
  const all = [...joined.values()];
  const byUrl = new Map(
    all
      .filter(({ article }) => article.body !== "" && article.url !== undefined)
      .map(({ article }) => [plainUrl(article.url ?? ""), article]),
  );
  const diagnostics: Diagnostic[] = [];
  const files: [Thread, string][] = [];
  const threads = all
    .filter(({ comments }) => comments.length > 0)
    .map(({ id, file, settle, article, comments }): Thread => {
      const elsewhere = article.body === "" && article.url !== undefined ? byUrl.get(plainUrl(article.url)) : undefined;
      const linked = linkComments(settle?.(withoutRepeats(comments)) ?? withoutRepeats(comments), file);
      diagnostics.push(...summarised(linked.diagnostics));
      const whole = elsewhere === undefined ? article : richer(article, elsewhere);
      if (whole.title === "" && whole.body === "") diagnostics.push(noArticle(file));
      const thread = { id, article: whole, comments: linked.comments };
      files.push([thread, file]);
      return thread;
    });
  return { threads, diagnostics, files };
}

function noArticle(file: string): Diagnostic {
  return {
    severity: "info",
    code: "thread/no-article",
    message:
      "no article beside these comments: add one with --article FILE, or what compares with it is not applicable",
    where: { file },
  };
}

/** Whether both name an article, and not the same one. */
function differ(a: Article, b: Article): boolean {
  if (a.url !== undefined && b.url !== undefined) return plainUrl(a.url) !== plainUrl(b.url);
  return a.title !== "" && b.title !== "" && a.title !== b.title;
}

/** What one has and the other lacks. */
function richer(a: Article, b: Article): Article {
  return { ...b, ...a, title: a.title === "" ? b.title : a.title, body: a.body === "" ? b.body : a.body };
}

function withoutRepeats(comments: readonly Unlinked[]): Unlinked[] {
  const seen = new Set<string>();
  return comments.filter(({ id, text }) => {
    if (id === undefined) return true;
    const key = JSON.stringify([id, text]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Many replies to comments that are not in the file are one line. */
function summarised(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unknown = diagnostics.filter(({ code }) => code === "thread/unknown-parent");
  const [first] = unknown;
  if (first === undefined || unknown.length === 1) return [...diagnostics];
  const rest = diagnostics.filter(({ code }) => code !== "thread/unknown-parent");
  const message = `${unknown.length} comments answer comments that are not in the file; they are read as top-level comments`;
  return [...rest, { ...first, message }];
}
