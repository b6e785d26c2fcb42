/** regulations.gov API v4: comments in detail. Lists have no text. */
import { Gathering, UNNAMED } from "./gather.js";
import { htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own } from "./json.js";
import { authorOf, idAt, isoDate, isTrue, objectAt, objectsOf, stringAt } from "./values.js";

export function recogniseRegulations(value: unknown): number {
  const [first] = dataOf(value);
  if (first === undefined) return 0;
  const attributes = objectAt(first, "attributes") ?? {};
  return own(attributes, "documentType") !== undefined && own(attributes, "agencyId") !== undefined ? 0.95 : 0;
}

function dataOf(value: unknown) {
  const data = isObject(value) ? own(value, "data") : undefined;
  return objectsOf(Array.isArray(data) ? (data as unknown[]) : [data]);
}

export function* readRegulations(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    for (const record of dataOf(value)) {
      const attributes = objectAt(record, "attributes") ?? {};
      const id = idAt(record, "id");
      const key = stringAt(attributes, "commentOnDocumentId", "docketId") ?? UNNAMED;
      if (stringAt(record, "type") === "documents") {
        gathering.article(id ?? key, {
          title: stringAt(attributes, "title") ?? "",
          body: htmlToText(stringAt(attributes, "docAbstract") ?? ""),
        });
        continue;
      }
      const text = htmlToText(stringAt(attributes, "comment") ?? "");
      if (text === "" || /^see attached/iu.test(text)) {
        gathering.leave(key, { id, parentId: null }, text === "" ? "without text" : "only an attachment");
        continue;
      }
      const name = [stringAt(attributes, "firstName"), stringAt(attributes, "lastName")]
        .filter((part) => part !== undefined)
        .join(" ");
      gathering.comment(key, {
        id,
        parentId: null,
        text,
        author: authorOf({ name: name === "" ? stringAt(attributes, "organization") : name }),
        createdAt: isoDate(own(attributes, "postedDate")) ?? isoDate(own(attributes, "receiveDate")),
        status: isTrue(attributes, "withdrawn") ? "deleted" : "approved",
        source: { line },
      });
    }
  }
  yield* gathering.items();
}
