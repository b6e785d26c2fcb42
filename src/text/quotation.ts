/** Parts of a comment that are somebody else's words. */
import type { Span } from "../model.js";

const QUOTED_LINE = /^[ \t]*(?:>|&gt;).*$/gmu;
/** Paired double quotes, up to a page long; an apostrophe is never taken for a quotation mark. */
const QUOTED_RUN = /["“«][^"“”«»]{1,2000}["”»]/gu;

/** "RT @name …" and an opening quotation mark before a name, to the end of the line: a passed-on post. */
const PASSED_ON = /(?:\bRT ?@|["“]@)\w[^\n]*/gu;

/** Ranges inside quotation marks or on `>` lines, in order, overlaps merged. O(n). */
export function quotedRanges(text: string): { start: number; end: number }[] {
  const ranges = [QUOTED_LINE, QUOTED_RUN, PASSED_ON]
    .flatMap((pattern) => [...text.matchAll(pattern)])
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

/** Whether a span meets any of the ranges, which are in order and disjoint. O(log ranges). */
export function overlapsAny(
  ranges: readonly { start: number; end: number }[],
  span: Pick<Span, "start" | "end">,
): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start < span.end;
}
