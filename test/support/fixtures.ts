import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const FIXTURES = join(ROOT, "fixtures");

export function readFixture(path: string): unknown {
  return JSON.parse(readFileSync(join(FIXTURES, path), "utf8")) as unknown;
}

/** Real data that is never committed; tests that use it skip where it is absent. */
export const SHARED_DATA = process.env["COMMENT_AUDIT_DATA"] ?? join(ROOT, "..", "shared", "data");
export const hasSharedData = existsSync(join(SHARED_DATA, "README.md"));
