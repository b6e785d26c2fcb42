/** GitHub issue comments (utterances) and discussions (giscus). */
import { Gathering, UNNAMED } from "./gather.js";
import type { Status } from "./statuses.js";
import { htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";
import { authorOf, idAt, isoDate, isTrue, listAt, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseGitHub(value: unknown): number {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (!isObject(first)) return 0;
  if (own(first, "author_association") !== undefined && own(first, "html_url") !== undefined) return 0.95;
  return discussionsOf(first).length > 0 ? 0.95 : 0;
}

const STAFF = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);

export function* readGitHub(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    for (const record of objectsOf(Array.isArray(value) ? (value as unknown[]) : [value])) {
      const discussions = discussionsOf(record);
      if (discussions.length > 0) for (const discussion of discussions) readDiscussion(discussion, gathering, line);
      else if (own(record, "issue_url") === undefined) readIssue(record, gathering);
      else readIssueComment(record, gathering, line);
    }
  }
  yield* gathering.items();
}

function readIssue(issue: JsonObject, gathering: Gathering): void {
  const url = stringAt(issue, "html_url");
  const author = stringAt(objectAt(issue, "user") ?? {}, "login");
  gathering.article(stringAt(issue, "url") ?? UNNAMED, {
    title: stringAt(issue, "title") ?? "",
    body: stringAt(issue, "body") ?? "",
    ...(url === undefined ? {} : { url }),
    ...(author === undefined ? {} : { author }),
  });
}

function readIssueComment(comment: JsonObject, gathering: Gathering, line: number): void {
  const user = objectAt(comment, "user") ?? {};
  gathering.comment(stringAt(comment, "issue_url") ?? UNNAMED, {
    id: idAt(comment, "id"),
    parentId: null,
    text: stringAt(comment, "body") ?? "",
    author: authorOf({
      name: stringAt(user, "login"),
      id: idAt(user, "id"),
      url: stringAt(user, "html_url"),
      isStaff: STAFF.has(stringAt(comment, "author_association") ?? ""),
    }),
    createdAt: isoDate(own(comment, "created_at")),
    source: { line },
  });
}

function discussionsOf(value: JsonObject): readonly JsonObject[] {
  const one = objectAt(value, "data", "repository", "discussion") ?? objectAt(value, "discussion");
  const several =
    listAt(value, "data", "search", "nodes") ?? listAt(value, "data", "repository", "discussions", "nodes");
  return [...(one === undefined ? [] : [one]), ...objectsOf(several)].filter(
    (each) => own(each, "comments") !== undefined,
  );
}

function readDiscussion(discussion: JsonObject, gathering: Gathering, line: number): void {
  const key = idAt(discussion, "id") ?? stringAt(discussion, "url") ?? UNNAMED;
  const url = stringAt(discussion, "url");
  gathering.article(key, {
    title: stringAt(discussion, "title") ?? "",
    body: bodyOf(discussion),
    ...(url === undefined ? {} : { url }),
  });
  for (const comment of nodesOf(discussion, "comments")) {
    readDiscussionComment(comment, null, key, gathering, line);
    for (const reply of nodesOf(comment, "replies"))
      readDiscussionComment(reply, idAt(comment, "id") ?? null, key, gathering, line);
  }
}

function nodesOf(object: JsonObject, key: string): readonly JsonObject[] {
  return objectsOf(listAt(object, key, "nodes") ?? listAt(object, key));
}

function readDiscussionComment(
  comment: JsonObject,
  parentId: string | null,
  key: string,
  gathering: Gathering,
  line: number,
): void {
  const author = objectAt(comment, "author") ?? {};
  gathering.comment(key, {
    id: idAt(comment, "id"),
    parentId,
    text: bodyOf(comment),
    author: authorOf({
      name: stringAt(author, "login"),
      url: stringAt(author, "url"),
      isStaff: STAFF.has(stringAt(comment, "authorAssociation") ?? ""),
    }),
    createdAt: isoDate(own(comment, "createdAt")),
    status: statusOf(comment),
    source: { line },
  });
}

function bodyOf(object: JsonObject): string {
  return stringAt(object, "body", "bodyText") ?? htmlToText(stringAt(object, "bodyHTML") ?? "");
}

function statusOf(comment: JsonObject): Status {
  if (stringAt(comment, "deletedAt") !== undefined) return "deleted";
  return isTrue(comment, "isMinimized") ? "spam" : "approved";
}
