/** Evidence spans of a text as marks, each with its reasons. */
import { html, type Html } from "./markup.js";

export interface Highlight {
  readonly start: number;
  readonly end: number;
  /** The reason in words, shown on hover and on focus. */
  readonly reason: string;
  /** Which question it answers: generic, duplicate, impersonation, artifact. */
  readonly axis: string;
  /** Id of the element that tells the whole finding. */
  readonly about: string;
}

/** More marks than this tell nobody anything. */
const MAX_MARKS = 200;

/** Spans may overlap: the text is cut at every boundary, and a piece carries all that cover it. */
export function highlight(text: string, highlights: readonly Highlight[]): Html {
  const valid = highlights.filter(({ start, end }) => start < end && end <= text.length).slice(0, MAX_MARKS);
  const cuts = [...new Set([0, text.length, ...valid.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const pieces = cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? text.length;
    const covering = valid.filter(({ start, end }) => start <= from && to <= end);
    const piece = text.slice(from, to);
    const [first] = covering;
    if (first === undefined) return html`${piece}`;
    const reasons = [...new Set(covering.map(({ reason }) => reason))].join(" · ");
    const about = [...new Set(covering.map((each) => each.about))].join(" ");
    const strongest = covering.find(({ axis }) => axis === "impersonation") ?? first;
    return html`<mark class="${strongest.axis}" tabindex="0" data-reason="${reasons}" aria-describedby="${about}"
      >${piece}</mark
    >`;
  });
  return html`${pieces}`;
}
