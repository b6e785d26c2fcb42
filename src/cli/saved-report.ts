/** Reads a report that was saved as JSON; one of a newer form is refused by name. */
import { UserError } from "../errors.js";
import { decodeText } from "../importers/decode.js";
import { isObject, parseJson } from "../importers/json.js";
import type { Io } from "../io.js";
import type { Report } from "../model.js";
import { readBytes } from "./read-bytes.js";
import { describeIssue } from "./schema-issue.js";

const HINT = "write one with: comment-audit thread.json -f json=report.json";

export async function readReport(path: string, io: Io): Promise<Report> {
  const bytes = path === "-" ? await io.readStdin() : await readBytes(path, io, HINT);
  const name = path === "-" ? "standard input" : path;
  const value = parseJson(decodeText(bytes, name), name);
  const version = isObject(value) ? value["schemaVersion"] : undefined;
  if (typeof version !== "string")
    throw new UserError("report/unknown", `${name} is no report of comment-audit.`, {
      hint: HINT,
      where: { file: name },
    });
  const { reportSchema } = await import("../schema/report.js");
  if (version !== "1")
    throw new UserError("report/version", `${name} is a report of form ${version}; this version reads form 1.`, {
      hint: "update comment-audit, or write the report anew with this version",
      where: { file: name },
    });
  const parsed = checked(() => reportSchema.safeParse(value), name);
  if (parsed.success) return value as Report;
  const { message, pointer } = describeIssue(parsed.error);
  throw new UserError("report/invalid", `${name} is no whole report: ${message}`, {
    hint: "its form: comment-audit schema report",
    where: { file: name, pointer },
  });
}

/** A report that is nested without end is nobody's. */
function checked<T>(check: () => T, file: string): T {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UserError("report/invalid", `${file} is no whole report: it is nested too deeply.`, {
      where: { file },
      cause,
    });
  }
}
