/** yt-dlp's `.info.json`, written with `--write-comments`. */
import { Gathering, UNNAMED } from "./gather.js";
import { htmlToText } from "./html.js";
import type { ImportItem, JsonInput } from "./importer.js";
import { isObject, own } from "./json.js";
import { authorOf, idAt, isoDate, listAt, stringAt } from "./values.js";

export function recogniseYtDlp(value: unknown): number {
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    return isObject(first) &&
      own(first, "author_id") !== undefined &&
      own(first, "parent") !== undefined &&
      own(first, "text") !== undefined
      ? 0.8
      : 0;
  }
  if (!isObject(value)) return 0;
  const marks = ["extractor", "webpage_url", "formats", "format_id", "extractor_key"].filter(
    (key) => own(value, key) !== undefined,
  );
  return marks.length >= 2 && own(value, "title") !== undefined ? 0.9 : 0;
}

export function* readYtDlp(input: JsonInput): Generator<ImportItem> {
  const gathering = new Gathering(input);
  for (const { value, line } of input.documents) {
    const video = isObject(value) ? value : {};
    const key = idAt(video, "id") ?? UNNAMED;
    const url = stringAt(video, "webpage_url");
    gathering.article(key, {
      title: stringAt(video, "title") ?? "",
      body: stringAt(video, "description") ?? "",
      ...(url === undefined ? {} : { url }),
    });
    const comments = Array.isArray(value) ? (value as unknown[]) : listAt(video, "comments");
    if (comments === undefined)
      gathering.note(
        "input/no-comments",
        "the file was written without comments: yt-dlp --write-comments",
        { line },
        { severity: "warning" },
      );
    comments?.forEach((comment, i) => {
      if (!isObject(comment)) return gathering.leave(key, { id: undefined, parentId: null }, "no object");
      const html = stringAt(comment, "html");
      return gathering.comment(key, {
        id: idAt(comment, "id"),
        parentId: idAt(comment, "parent") ?? null,
        text: stringAt(comment, "text") ?? htmlToText(html ?? ""),
        author: authorOf({
          name: stringAt(comment, "author"),
          id: idAt(comment, "author_id"),
          url: stringAt(comment, "author_url"),
          isArticleAuthor: own(comment, "author_is_uploader") === true,
        }),
        createdAt: isoDate(own(comment, "timestamp")),
        source: { pointer: Array.isArray(value) ? `/${i}` : `/comments/${i}` },
      });
    });
  }
  yield* gathering.items();
}
