/** Columns of a terminal: width by cells, not by characters. */
import fullWidth from "string-width";

const ASCII = /^[\u0020-\u007E]*$/u;

/** Cells that a text takes. Most texts are plain, and the full answer needs a segmenter. */
function stringWidth(text: string): number {
  return ASCII.test(text) ? text.length : fullWidth(text);
}

/** Cuts to `width` cells, the last one an ellipsis where something is missing. */
export function truncate(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  // Characters of one cell each need no segmenter, whose data is slow to load.
  if (ASCII.test(text)) return ellipsised(text.slice(0, width - 1));
  let cut = "";
  let cells = 0;
  for (const { segment } of new Intl.Segmenter("en").segment(text.slice(0, width * 8))) {
    const next = stringWidth(segment);
    if (cells + next > width - 1) break;
    cut += segment;
    cells += next;
  }
  return ellipsised(cut);
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
