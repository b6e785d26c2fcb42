/** Sentence boundaries with offsets, for English prose of any care. */
import type { Span } from "../model.js";

const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sgt|Sen|Rep|Gov|Lt|Col|Capt|Cpl|Rev|Hon|St|Jr|Sr|vs|etc|No|Inc|Ltd|Co|Corp|e\.g|i\.e|a\.m|p\.m|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|(?:\b\p{Lu}\.)*\b\p{Lu})\.$/u;
/** A run of marks is consumed at once, boundary or not: the scan stays linear. */
const BREAK = /[.!?…]+["'”’)\]]*|\n/gu;
/** Longest piece before a boundary that an abbreviation test needs to see. */
const LOOK_BACK = 16;

/** Sentences in order, trimmed; every one slices out of the text as its quote. O(n). */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    const end = match.index + match[0].length;
    const mark = match[0];
    if (mark !== "\n" && end < text.length && !/\s/u.test(text.charAt(end))) continue;
    if (mark === "." && ABBREVIATION.test(text.slice(Math.max(start, match.index - LOOK_BACK), match.index + 1)))
      continue;
    push(spans, text, start, end);
    start = end;
  }
  push(spans, text, start, text.length);
  return spans;
}

function push(spans: Span[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = to - (piece.length - piece.trimEnd().length);
  if (end > start) spans.push({ start, end, quote: text.slice(start, end) });
}
