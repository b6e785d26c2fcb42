/** WordPress export files (WXR 1.0–1.2), and the RSS of that shape that Disqus imports. */
import { Gathering } from "./gather.js";
import type { Status } from "./statuses.js";
import { decodeEntities, looseHtmlToText, postToText } from "./html.js";
import type { ImportInput, ImportItem } from "./importer.js";
import { authorOf, isoDate } from "./values.js";
import { childText, XmlReader, type XmlNode } from "./xml.js";
import { noteXmlProblems } from "./xml-notes.js";

const STATUS: ReadonlyMap<string, Status> = new Map([
  ["1", "approved"],
  ["approved", "approved"],
  ["0", "pending"],
  ["hold", "pending"],
  ["spam", "spam"],
  ["trash", "deleted"],
  ["post-trashed", "deleted"],
]);
const COMMENT_TYPES = new Set(["", "comment", "review"]);

/** Items are whole, one post with its comments, so each leaves as soon as it is read. */
export async function* readWxr(input: ImportInput): AsyncGenerator<ImportItem> {
  const gathering = new Gathering(input);
  const accounts = new Map<string, string>();
  const xml = new XmlReader(new Set(["item", "wp:author"]), "</rss>");
  for await (const node of xml.elements(input.chunks ?? [input.text])) {
    if (node.name === "wp:author") {
      const [login, id] = [childText(node, "wp:author_login"), childText(node, "wp:author_id")];
      if (login !== undefined && id !== undefined) accounts.set(login, id);
    } else {
      readItem(node, gathering, accounts);
      yield* gathering.drafts();
    }
  }
  noteXmlProblems(gathering, xml);
  yield* gathering.items();
}

function readItem(item: XmlNode, gathering: Gathering, accounts: ReadonlyMap<string, string>): void {
  const type = childText(item, "wp:post_type") ?? "post";
  if (/^(?:attachment|nav_menu_item|revision|wp_.*)$/u.test(type)) return;
  const comments = item.children.filter(({ name }) => name === "wp:comment");
  if (comments.length === 0) return;
  const link = childText(item, "link");
  const key = childText(item, "wp:post_id") ?? childText(item, "dsq:thread_identifier") ?? link ?? `line ${item.line}`;
  const login = childText(item, "dc:creator");
  const date = isoDate(childText(item, "wp:post_date_gmt"));
  gathering.article(key, {
    title: decodeEntities(childText(item, "title") ?? ""),
    body: postToText(childText(item, "content:encoded") ?? ""),
    ...(login === undefined ? {} : { author: login }),
    ...(link === undefined ? {} : { url: link }),
    ...(date === undefined ? {} : { publishedAt: date }),
  });
  const creator = login === undefined ? undefined : accounts.get(login);
  for (const comment of comments) readComment(comment, key, gathering, creator);
}

function readComment(node: XmlNode, key: string, gathering: Gathering, creator: string | undefined): void {
  const id = childText(node, "wp:comment_id");
  const parent = childText(node, "wp:comment_parent");
  const parentId = parent === undefined || parent === "0" ? null : parent;
  const type = childText(node, "wp:comment_type") ?? "";
  if (!COMMENT_TYPES.has(type)) {
    gathering.leave(key, { id, parentId }, type);
    return;
  }
  const user = childText(node, "wp:comment_user_id");
  const account = user === undefined || user === "0" ? undefined : user;
  const name = childText(node, "wp:comment_author");
  gathering.comment(key, {
    id,
    parentId,
    text: looseHtmlToText(childText(node, "wp:comment_content") ?? ""),
    author: authorOf({
      name: name === undefined ? undefined : decodeEntities(name),
      id: account,
      url: childText(node, "wp:comment_author_url"),
      isArticleAuthor: account !== undefined && account === creator,
    }),
    createdAt: isoDate(childText(node, "wp:comment_date_gmt")) ?? isoDate(childText(node, "wp:comment_date")),
    status: STATUS.get(childText(node, "wp:comment_approved") ?? "1") ?? "approved",
    source: { line: node.line },
  });
}
