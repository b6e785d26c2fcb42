/** Columns of a terminal: width by cells, not by characters. */
import stringWidth from "string-width";

/** Cuts to `width` cells, the last one an ellipsis where something is missing. */
export function truncate(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let cut = "";
  let cells = 0;
  for (const { segment } of new Intl.Segmenter("en").segment(text.slice(0, width * 8))) {
    const next = stringWidth(segment);
    if (cells + next > width - 1) break;
    cut += segment;
    cells += next;
  }
  return `${cut.trimEnd()}…`;
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
  const words = text.split(" ");
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    const candidate = line === "" ? word : `${line} ${word}`;
    if (stringWidth(candidate) <= width || line === "") {
      line = candidate;
      continue;
    }
    if (wrapped.length === lines - 1) return [...wrapped, truncate(`${line} ${words.slice(i).join(" ")}`, width)];
    wrapped.push(line);
    line = word;
  }
  return [...wrapped, truncate(line, width)];
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of `width` cells for a value of 0..1, in eighths of a cell. */
export function bar(value: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, value)) * width * 8);
  return padEnd("█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? ""), width);
}
