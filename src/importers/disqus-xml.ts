/** Disqus exports: a flat list of threads and posts, joined by the `dsq:id` attributes. */
import { Gathering, UNNAMED } from "./gather.js";
import type { Status } from "./statuses.js";
import { decodeEntities, htmlToText } from "./html.js";
import type { ImportInput, ImportItem } from "./importer.js";
import { authorOf, isoDate } from "./values.js";
import { childOf, childText, XmlReader, type XmlNode } from "./xml.js";
import { noteXmlProblems } from "./xml-notes.js";

/** Posts of all threads are mixed, so the threads are complete when the file is. */
export async function* readDisqusXml(input: ImportInput): AsyncGenerator<ImportItem> {
  const gathering = new Gathering(input);
  const xml = new XmlReader(new Set(["thread", "post"]), "</disqus>");
  for await (const node of xml.elements(input.chunks ?? [input.text])) {
    if (node.name === "thread") readThread(node, gathering);
    else readPost(node, gathering);
  }
  noteXmlProblems(gathering, xml);
  // Most threads of an export never had a comment.
  for (const item of gathering.items()) if (item.kind !== "draft" || item.draft.comments.length > 0) yield item;
}

function readThread(node: XmlNode, gathering: Gathering): void {
  const id = node.attributes["dsq:id"];
  if (id === undefined) return;
  const link = childText(node, "link");
  const date = isoDate(childText(node, "createdAt"));
  gathering.article(id, {
    title: decodeEntities(childText(node, "title") ?? ""),
    body: htmlToText(childText(node, "message") ?? ""),
    ...(link === undefined ? {} : { url: link }),
    ...(date === undefined ? {} : { publishedAt: date }),
  });
}

function readPost(node: XmlNode, gathering: Gathering): void {
  const author = childOf(node, "author");
  const anonymous = author !== undefined && childText(author, "isAnonymous") === "true";
  const createdAt = childText(node, "createdAt");
  if (createdAt !== undefined && isoDate(createdAt) === undefined)
    gathering.note("record/date", `"${createdAt.slice(0, 40)}" is no date; the comment was read without one`, {
      line: node.line,
    });
  gathering.comment(childOf(node, "thread")?.attributes["dsq:id"] ?? UNNAMED, {
    id: node.attributes["dsq:id"],
    parentId: childOf(node, "parent")?.attributes["dsq:id"] ?? null,
    text: htmlToText(childText(node, "message") ?? ""),
    author: authorOf({
      name: author === undefined ? undefined : decodeEntities(childText(author, "name") ?? ""),
      id: author === undefined || anonymous ? undefined : childText(author, "username"),
    }),
    createdAt: isoDate(createdAt),
    status: statusOf(node),
    source: { line: node.line },
  });
}

function statusOf(node: XmlNode): Status {
  if (childText(node, "isSpam") === "true") return "spam";
  return childText(node, "isDeleted") === "true" ? "deleted" : "approved";
}
