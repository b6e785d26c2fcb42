/** Coral: rows of its collections (mongoexport), and what its GraphQL API answers. */
import { Gathering, UNNAMED } from "./gather.js";
import { htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own, type JsonObject } from "./json.js";
import type { Status } from "./statuses.js";
import { authorOf, idAt, isoDate, listAt, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseCoral(value: unknown): number {
  if (!isObject(value)) return 0;
  if (isComment(value)) return 0.95;
  const [edge] = objectsOf(listAt(value, "data", "story", "comments", "edges"));
  return edge !== undefined && isObject(own(edge, "node")) ? 0.95 : 0;
}

const CORAL_STATUS: ReadonlyMap<string, Status> = new Map([
  ["NONE", "approved"],
  ["APPROVED", "approved"],
  ["PREMOD", "pending"],
  ["SYSTEM_WITHHELD", "pending"],
  ["REJECTED", "deleted"],
]);

export function* readCoral(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  const users = new Map<string | undefined, JsonObject>();
  for (const { value } of input.documents) if (isObject(value) && isUser(value)) users.set(idAt(value, "id"), value);
  for (const { value, line } of input.documents) {
    if (!isObject(value)) continue;
    const story = objectAt(value, "data", "story");
    if (story !== undefined) readStory(story, gathering, line);
    else if (isComment(value)) readRow(value, users, gathering, line);
    else if (!isUser(value)) noteStory(value, gathering);
  }
  yield* gathering.items();
}

function isComment(value: JsonObject): boolean {
  return own(value, "storyID") !== undefined && Array.isArray(own(value, "revisions"));
}

function isUser(value: JsonObject): boolean {
  return own(value, "username") !== undefined && own(value, "revisions") === undefined;
}

/** Of the revisions of a comment the last is what stood there. */
function readRow(
  row: JsonObject,
  users: ReadonlyMap<string | undefined, JsonObject>,
  gathering: Gathering,
  line: number,
): void {
  const id = idAt(row, "authorID");
  const user = users.get(id) ?? {};
  const role = stringAt(user, "role") ?? "COMMENTER";
  const revision = objectsOf(listAt(row, "revisions")).at(-1) ?? {};
  gathering.comment(idAt(row, "storyID") ?? UNNAMED, {
    id: idAt(row, "id"),
    parentId: idAt(row, "parentID") ?? null,
    text: htmlToText(stringAt(revision, "body") ?? ""),
    author: authorOf({ name: stringAt(user, "username"), id, isStaff: role !== "COMMENTER" && role !== "MEMBER" }),
    createdAt: isoDate(own(objectAt(row, "createdAt") ?? row, "$date") ?? own(row, "createdAt")),
    status: CORAL_STATUS.get(stringAt(row, "status") ?? "NONE") ?? "approved",
    source: { line },
  });
}

function noteStory(story: JsonObject, gathering: Gathering): void {
  const id = idAt(story, "id");
  const url = stringAt(story, "url");
  if (id === undefined) return;
  const title = stringAt(objectAt(story, "metadata") ?? {}, "title") ?? "";
  gathering.article(id, { title, ...(url === undefined ? {} : { url }) });
}

function readStory(story: JsonObject, gathering: Gathering, line: number): void {
  noteStory(story, gathering);
  const key = idAt(story, "id") ?? stringAt(story, "url") ?? UNNAMED;
  const nodes = (of: JsonObject, ...path: readonly string[]) =>
    [...objectsOf(listAt(of, ...path, "edges"))].reverse().map((edge): JsonObject => objectAt(edge, "node") ?? {});
  const stack = nodes(story, "comments").map((node) => ({ node, parentId: null as string | null }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node } = next;
    const id = idAt(node, "id");
    const author = objectAt(node, "author") ?? {};
    gathering.comment(key, {
      id,
      parentId: idAt(objectAt(node, "parent") ?? {}, "id") ?? next.parentId,
      text: htmlToText(stringAt(node, "body") ?? ""),
      author: authorOf({ name: stringAt(author, "username"), id: idAt(author, "id") }),
      createdAt: isoDate(own(node, "createdAt")),
      status: CORAL_STATUS.get(stringAt(node, "status") ?? "NONE") ?? "approved",
      source: { line },
    });
    stack.push(...nodes(node, "replies").map((reply) => ({ node: reply, parentId: id ?? null })));
  }
}
