/** A diagnostic as a line on standard error. */
import { formatWhere } from "../errors.js";
import type { Diagnostic } from "../model.js";

/** The place, unless the message begins with its file; untrusted parts are not escaped here. */
export function noteLine({ severity, message, where }: Diagnostic): string {
  const repeats = where?.file !== undefined && message.startsWith(where.file);
  const place = repeats ? "" : formatWhere(where);
  return `${severity}: ${place === "" ? "" : `${place}: `}${message}`;
}
