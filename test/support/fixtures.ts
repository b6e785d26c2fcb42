import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Thread } from "../../src/model.js";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const FIXTURES = join(ROOT, "fixtures");

export function readFixture(path: string): unknown {
  return JSON.parse(readFileSync(join(FIXTURES, path), "utf8")) as unknown;
}

/** A thread in the native form, with the parents that its schema leaves optional. */
export function withParents(value: unknown, id = "t"): Thread {
  const raw = value as Omit<Thread, "id">;
  return {
    ...raw,
    id,
    comments: raw.comments.map((each) => ({ ...each, parentId: (each.parentId as string | null | undefined) ?? null })),
  };
}

/** Real data that is never committed; tests that use it skip where it is absent. */
export const SHARED_DATA = process.env["COMMENT_AUDIT_DATA"] ?? join(ROOT, "..", "shared", "data");
export const hasSharedData = existsSync(join(SHARED_DATA, "README.md"));
