/** `--article`: the article for an export that has none. */
import { UserError } from "../errors.js";
import { decodeText } from "../importers/decode.js";
import { isObject, own, parseJson } from "../importers/json.js";
import { plainUrl } from "../ids.js";
import { readArticle, readId } from "../importers/native/fields.js";
import type { Article, Thread } from "../model.js";

/** Reads an article by the ending of its name: JSON, HTML, else plain text or Markdown. */
export async function parseArticle(bytes: Uint8Array, file: string): Promise<Article> {
  const text = decodeText(bytes, file);
  if (text.trim() === "") throw new UserError("input/empty", `the article ${file} is empty.`, { where: { file } });
  if (/\.json$/iu.test(file)) {
    const value = parseJson(text, file);
    const inner = isObject(value) ? own(value, "article") : undefined;
    const article = readArticle(isObject(inner) ? inner : value);
    if (article === undefined)
      throw new UserError("input/article", `${file} has neither a title nor a body.`, {
        hint: 'expected { "title": "…", "body": "…" }',
        where: { file },
      });
    return article;
  }
  return /\.html?$/iu.test(file) ? parseHtml(text) : parsePlain(text);
}

/** The first line is the title; a Markdown heading mark is dropped. */
function parsePlain(text: string): Article {
  const frontMatter = /^---\r?\n[\s\S]{0,10000}?\n---\r?\n/u.exec(text);
  const fromMatter = /^title:[ \t]*["']?([^"'\r\n]+)/mu.exec(frontMatter?.[0] ?? "")?.[1];
  if (frontMatter !== null && fromMatter !== undefined)
    return { title: fromMatter.trim(), body: text.slice(frontMatter[0].length).trim() };
  const [title = "", ...rest] = text
    .slice(frontMatter?.[0].length ?? 0)
    .trim()
    .split(/\r?\n/u);
  return { title: title.replace(/^#+\s*/u, "").trim(), body: rest.join("\n").trim() };
}

async function parseHtml(html: string): Promise<Article> {
  const { convert } = await import("html-to-text");
  const skip = ["script", "style", "nav", "header", "footer", "aside", "form", "figure", "img"].map((selector) => ({
    selector,
    format: "skip",
  }));
  const plain = {
    wordwrap: false as const,
    selectors: [
      ...skip,
      { selector: "a", options: { ignoreHref: true } },
      ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  };
  const heading = convert(html, {
    ...plain,
    baseElements: { selectors: ["h1", "title"], returnDomByDefault: false },
  }).trim();
  const body = convert(html, {
    ...plain,
    baseElements: { selectors: ["article", "main", "body"], returnDomByDefault: true },
  }).trim();
  const title = heading.split("\n")[0] ?? "";
  return { title, body: body.startsWith(title) ? body.slice(title.length).trim() : body };
}

/** Puts the article beside the one thread that has none. */
export function attachArticle(threads: readonly Thread[], article: Article, file: string): Thread[] {
  const without = threads.filter(({ article: own }) => own.title === "" && own.body === "");
  const targets = without.length > 0 ? without : threads.length === 1 ? threads : [];
  if (targets.length !== 1) {
    throw new UserError(
      "usage/article",
      `--article fits one thread, and ${without.length === 0 ? "all threads have an article of their own" : `${without.length} threads have none`}.`,
      {
        hint: "put the article into the thread: comment-audit schema input shows where",
        where: { file },
      },
    );
  }
  return threads.map((thread) => (thread === targets[0] ? { ...thread, article } : thread));
}

/**
 * `--articles`: many articles, one a line, put beside the threads without a body by the thread's id or
 * address. Throws a UserError when a line is no article or none of them fits.
 */
export function attachArticles(threads: readonly Thread[], text: string, file: string): Thread[] {
  const byKey = new Map<string, Article>();
  for (const [index, raw] of text.split("\n").entries()) {
    if (raw.trim() === "") continue;
    const value = parseJson(raw, file, index + 1);
    const article = readArticle(value);
    if (!isObject(value) || article === undefined)
      throw new UserError("input/article", "this line has neither a title nor a body.", {
        hint: 'expected { "url": "…", "title": "…", "body": "…" }',
        where: { file, line: index + 1 },
      });
    const id = readId(own(value, "id"));
    if (id !== undefined) byKey.set(id, article);
    if (article.url !== undefined) byKey.set(plainUrl(article.url), article);
  }
  let fitting = 0;
  const joined = threads.map((thread) => {
    if (thread.article.body !== "") return thread;
    const article = byKey.get(thread.id) ?? byKey.get(plainUrl(thread.article.url ?? thread.id));
    if (article === undefined) return thread;
    fitting++;
    return { ...thread, article: { ...thread.article, ...article } };
  });
  if (fitting === 0)
    throw new UserError("usage/articles", `no article of ${file} fits a thread by id or address.`, {
      hint: 'each line needs "id" (of the thread) or "url"; comment-audit convert shows the ids',
      where: { file },
    });
  return joined;
}
