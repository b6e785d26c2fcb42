/** The first mistake that a schema finds, in the user's words. */
import * as z from "zod";
import { pointerTo } from "../importers/json.js";
import { letterPairDice } from "../text/similarity.js";

/** Keys less alike than this are no suggestion. */
const MIN_LIKENESS = 0.4;

export function describeIssue(
  error: z.ZodError,
  knownKeys: readonly string[] = [],
): { readonly message: string; readonly pointer: string } {
  const [issue] = error.issues;
  const pointer = (issue?.path ?? []).reduce<string>((base, key) => pointerTo(base, String(key)), "");
  if (issue?.code !== "unrecognized_keys") return { message: `${issue?.message ?? "not valid"}.`, pointer };
  const [key = ""] = issue.keys;
  const nearest = knownKeys
    .map((known) => ({ known, likeness: letterPairDice(key.toLowerCase(), known.toLowerCase()) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  const suggestion =
    nearest !== undefined && nearest.likeness >= MIN_LIKENESS ? ` Did you mean "${nearest.known}"?` : "";
  return { message: `there is no setting "${key}".${suggestion}`, pointer };
}

/** Every key that a schema knows, at any depth. */
export function keysOf(schema: z.ZodType): string[] {
  const keys = new Set<string>();
  const visit = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    const { properties } = node as { properties?: object };
    for (const key of Object.keys(properties ?? {})) keys.add(key);
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  return [...keys];
}
