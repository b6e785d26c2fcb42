/** Parts of a comment that are somebody else's words. */
import type { Span } from "../model.js";

const QUOTED_LINE = /^[ \t]*(?:>|&gt;).*$/gmu;
/** Paired double quotes, up to a page long; an apostrophe is never taken for a quotation mark. */
const QUOTED_RUN = /["“«][^"“”«»]{1,2000}["”»]/gu;

/** Ranges inside quotation marks or on `>` lines, in order, overlaps merged. O(n). */
export function quotedRanges(text: string): { start: number; end: number }[] {
  const ranges = [...text.matchAll(QUOTED_LINE), ...text.matchAll(QUOTED_RUN)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: { start: number; end: number }[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

export function overlapsAny(
  ranges: readonly { start: number; end: number }[],
  span: Pick<Span, "start" | "end">,
): boolean {
  return ranges.some((range) => span.start < range.end && range.start < span.end);
}
