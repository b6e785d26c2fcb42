/** JSON text to a value, with the place of a mistake in the user's own terms. */
import { parseTree, printParseErrorCode, type ParseError } from "jsonc-parser";
import { UserError } from "../errors.js";

/** Parses a whole document; `firstLine` is the line of the file on which `text` starts. */
export function parseJson(text: string, file: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const { offset, problem } = locate(text);
    const before = text.slice(0, offset);
    const line = firstLine + (before.match(/\n/gu)?.length ?? 0);
    const column = offset - (before.lastIndexOf("\n") + 1) + 1;
    const rest = text.slice(offset).trim();
    const cut = rest === "" || (/end of string/u.test(problem) && !rest.includes("\n"));
    throw new UserError(
      "input/json",
      cut ? `the JSON ends too early: it looks cut off.` : `this is not valid JSON: ${problem}.`,
      { hint: "the form that is read: comment-audit schema input", where: { file, line, column }, cause },
    );
  }
}

function locate(text: string): { offset: number; problem: string } {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  } catch (error) {
    // Its parser recurses; a text nested beyond the stack has no better place than its start.
    if (!(error instanceof RangeError)) throw error;
  }
  const [first] = errors;
  if (first === undefined) return { offset: 0, problem: "it could not be parsed" };
  const problem = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/gu, "$1 $2")
    .toLowerCase();
  return { offset: first.offset, problem };
}

/** Appends to a JSON pointer, escaping as RFC 6901 asks. */
export function pointerTo(base: string, key: string | number): string {
  return `${base}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own property only: `__proto__` and inherited names are never data. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
