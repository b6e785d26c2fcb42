/** Finds and loads a configuration: a part of io that few runs need. */
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
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
  const explorer = lilconfig("comment-audit", {
    searchPlaces: PLACES,
    loaders: Object.fromEntries(
      Object.entries(LOADERS).map(([ending, load]) => [
        ending,
        (path: string, text: string) => named(path, () => load(path, text)),
      ]),
    ),
  });
  const found = path === undefined ? await explorer.search() : await explorer.load(path);
  if (found === null) return undefined;
  return { path: shortest(found.filepath), value: found.isEmpty === true ? {} : (found.config as unknown) };
}

type Load = (path: string, text: string) => Promise<unknown>;

const yaml: Load = async (_, text) => (await import("./parse-yaml.js")).parseYaml(text);
const json: Load = (_, text) => Promise.resolve(JSON.parse(text) as unknown);
const module: Load = async (path) => ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;

/** Without an ending it may be JSON or YAML, and JSON is YAML. */
const LOADERS: Readonly<Record<string, Load>> = {
  ".yaml": yaml,
  ".yml": yaml,
  noExt: yaml,
  ".json": json,
  ".js": module,
  ".mjs": module,
  ".cjs": module,
};

/** An error says which of the places it comes from. */
async function named(path: string, load: () => Promise<unknown>): Promise<unknown> {
  try {
    return await load();
  } catch (error) {
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { filepath: shortest(path) });
  }
}

/** As a person would write it from the working folder. */
function shortest(path: string): string {
  const beside = relative(process.cwd(), path);
  return beside.length < path.length ? beside : path;
}
