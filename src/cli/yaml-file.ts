/** JSON or YAML against a schema; JSON is YAML. */
import { parseDocument } from "yaml";
import type { ZodType } from "zod";
import { UserError } from "../errors.js";
import { describeIssue, keysOf } from "./schema-issue.js";

/**
 * `allText` reads every scalar as text: a fingerprint of digits is no number.
 * Throws a UserError with the line of a syntax error, or the pointer of what does not fit.
 */
export function parseYamlFile<T>(text: string, file: string, schema: ZodType<T>, hint: string, allText = false): T {
  const document = parseDocument(text, allText ? { schema: "failsafe" } : {});
  const [problem] = document.errors;
  if (problem !== undefined) {
    const [line] = problem.message.split("\n");
    throw new UserError("config/syntax", `this is neither JSON nor YAML: ${line ?? ""}`, {
      hint,
      where: { file, ...(problem.linePos === undefined ? {} : { line: problem.linePos[0].line }) },
    });
  }
  // Aliases are counted, so that a small file cannot become a large one.
  const parsed = schema.safeParse(valueOf(document, file, hint));
  if (parsed.success) return parsed.data;
  const { message, pointer } = describeIssue(parsed.error, keysOf(schema));
  throw new UserError("config/invalid", message, { hint, where: { file, pointer } });
}

function valueOf(document: ReturnType<typeof parseDocument>, file: string, hint: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError("config/syntax", `this YAML cannot be read: ${reason}.`, { hint, where: { file }, cause });
  }
}
