/** Finds and loads a configuration: a part of io that few runs need. */
import { relative } from "node:path";
import { lilconfig } from "lilconfig";

const PLACES = [
  "comment-audit.config.json",
  "comment-audit.config.yaml",
  "comment-audit.config.yml",
  "comment-audit.config.js",
  "comment-audit.config.mjs",
  "comment-audit.config.cjs",
  ".comment-auditrc",
  ".comment-auditrc.json",
  ".comment-auditrc.yaml",
  ".comment-auditrc.yml",
  "package.json",
];

/** The file at `path`, or the first of the known places from the working folder upwards. */
export async function findConfig(path: string | undefined): Promise<{ path: string; value: unknown } | undefined> {
  const yaml = async (_: string, text: string) => (await import("./parse-yaml.js")).parseYaml(text);
  const explorer = lilconfig("comment-audit", {
    searchPlaces: PLACES,
    // Without an ending it may be either, and JSON is YAML.
    loaders: { ".yaml": yaml, ".yml": yaml, noExt: yaml },
  });
  const found = path === undefined ? await explorer.search() : await explorer.load(path);
  if (found === null) return undefined;
  return { path: shortest(found.filepath), value: found.isEmpty === true ? {} : (found.config as unknown) };
}

/** As a person would write it from the working folder. */
function shortest(path: string): string {
  const beside = relative(process.cwd(), path);
  return beside.length < path.length ? beside : path;
}
