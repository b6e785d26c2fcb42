/** JSON or YAML against a schema; JSON is YAML. */
import { parseDocument } from "yaml";
import type { ZodType } from "zod";
import { UserError } from "../errors.js";
import { describeIssue } from "./schema-issue.js";

/** Throws a UserError with the line of a syntax error, or the pointer of what does not fit. */
export function parseYamlFile<T>(
  text: string,
  file: string,
  schema: ZodType<T>,
  keys: readonly string[],
  hint: string,
): T {
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem !== undefined) {
    const [line] = problem.message.split("\n");
    throw new UserError("config/syntax", `this is neither JSON nor YAML: ${line ?? ""}`, {
      hint,
      where: { file, ...(problem.linePos === undefined ? {} : { line: problem.linePos[0].line }) },
    });
  }
  // Aliases are counted, so that a small file cannot become a large one.
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (parsed.success) return parsed.data;
  const { message, pointer } = describeIssue(parsed.error, keys);
  throw new UserError("config/invalid", message, { hint, where: { file, pointer } });
}
