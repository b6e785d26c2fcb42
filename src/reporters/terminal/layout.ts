/** Columns of a terminal: width by cells, not by characters. */
import truncatedWidth from "fast-string-truncated-width";

/** Cells that a text takes. */
function stringWidth(text: string): number {
  return truncatedWidth(text).width;
}

/** Cuts to `width` cells, the last one an ellipsis where something is missing. */
export function truncate(text: string, width: number): string {
  if (!truncatedWidth(text, { limit: width }).truncated) return text;
  let cut = text.slice(0, truncatedWidth(text, { limit: width - 1 }).index);
  // Its index may lie one wide character too far.
  while (stringWidth(cut) > width - 1) cut = cut.slice(0, -1);
  return ellipsised(cut.toWellFormed().replace(/\uFFFD$/u, ""));
}

function ellipsised(cut: string): string {
  const kept = cut.trimEnd();
  return kept.endsWith("…") ? kept : `${kept}…`;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - stringWidth(text))) + text;
}

/** Breaks at blanks into at most `lines` lines; the rest is cut. */
export function wrap(text: string, width: number, lines: number): string[] {
  const wrapped: string[] = [];
  let line = "";
  let used = 0;
  const words = text.split(" ");
  for (const [i, word] of words.entries()) {
    const cells = stringWidth(word);
    if (line === "" || used + 1 + cells <= width) {
      used += (line === "" ? 0 : 1) + cells;
      line = line === "" ? word : `${line} ${word}`;
      continue;
    }
    // Enough of the rest to fill the line that is cut.
    if (wrapped.length === lines - 1)
      return [...wrapped, truncate(`${line} ${words.slice(i, i + width).join(" ")}`, width)];
    wrapped.push(line);
    line = word;
    used = cells;
  }
  return [...wrapped, truncate(line, width)];
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of `width` cells for a value of 0..1, in eighths of a cell. */
export function bar(value: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, value)) * width * 8);
  return padEnd("█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? ""), width);
}
