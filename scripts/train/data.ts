/** Reads the labelled NDJSON files that training and evaluation use. They are never committed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export interface Row {
  readonly source: string;
  readonly id: string;
  readonly thread?: string;
  readonly author?: string;
  readonly text: string;
  readonly label: "human" | "llm" | "spam" | "template";
  readonly generator?: string;
  readonly seed?: string;
  readonly recipe?: string;
  readonly parent?: string;
}

export interface ArticleRow {
  readonly source: string;
  readonly thread: string;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
}

export function readNdjson<T>(path: string): T[] {
  const bytes = readFileSync(path);
  const text = path.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

/** All labelled rows of a folder whose file name starts with human_, llm_ or mixed_. */
export function readRows(folder: string): Row[] {
  return readdirSync(folder)
    .filter((name) => /^(?:human|llm|mixed)_.*\.ndjson(?:\.gz)?$/u.test(name))
    .sort()
    .flatMap((name) => readNdjson<Row>(join(folder, name)));
}

export function readArticles(folder: string): ArticleRow[] {
  return readNdjson<ArticleRow>(join(folder, "articles.ndjson.gz"));
}
