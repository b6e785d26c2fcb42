/** `comment-audit formats` */
import { IMPORTERS } from "../importers/registry.js";
import type { Io } from "../io.js";
import { wrap } from "../reporters/terminal/layout.js";

const INDENT = "    ";
const MAX_LINES = 12;

export async function formatsCommand(flags: { readonly width?: number }, io: Io): Promise<0> {
  const width = flags.width ?? Math.min(120, io.columns ?? 80);
  const lines = IMPORTERS.flatMap(({ id, title, origin }) => [
    `${title}  (--input-format ${id})`,
    ...wrap(origin, width - INDENT.length, MAX_LINES).map((line) => INDENT + line),
  ]);
  await io.out(`${lines.join("\n")}\n`);
  return 0;
}
