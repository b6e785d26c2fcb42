/**
 * Article echo: a comment that restates the headline or a sentence of the article and adds nothing.
 * Specificity is the opposite: what the comment brings that the article does not have.
 */
import { isContentWord, TextView, type ArticleView, type CommentView } from "../../corpus.js";
import type { Span } from "../../model.js";
import { intersectionSize } from "../../text/similarity.js";

export interface Echo {
  /** Share of the comment's content stems that the article also uses, 0..1. */
  readonly overlap: number;
  /** Share of the headline's content stems that the comment repeats, 0..1. */
  readonly headline: number;
}

/** Undefined where article or comment have too few content words to compare. */
export function measureEcho(comment: CommentView, article: ArticleView): Echo | undefined {
  const stems = comment.contentStems;
  const headlineStems = article.title.contentStems;
  if (stems.size < 5 || headlineStems.size < 3) return undefined;
  return {
    overlap: intersectionSize(stems, article.contentStems) / stems.size,
    headline: intersectionSize(headlineStems, stems) / headlineStems.size,
  };
}

/** The article sentence nearest to the comment by shared stems. O(article), so only for what is shown. */
export function nearestSentence(comment: CommentView, article: ArticleView): Span | undefined {
  let best: { span: Span; shared: number } | undefined;
  for (const span of article.body.sentences) {
    const stems = new TextView(span.quote).contentStems;
    const shared = intersectionSize(stems, comment.contentStems);
    if (shared >= 3 && (best === undefined || shared > best.shared)) best = { span, shared };
  }
  return best?.span;
}

const FIRST_PERSON_PAST =
  /^(?:was|were|had|went|lived|worked|grew|moved|bought|saw|used|drove|took|got|tried|told|asked|spent|remember|remembered|studied|served|married|paid|lost|found|met|visited|watched|taught|started|stopped|made|called|wrote)$/u;
const KIN =
  /^(?:wife|husband|son|daughter|mom|mother|dad|father|grandfather|grandmother|grandma|grandpa|brother|sister|uncle|aunt|neighbor|neighbour|boss|dog|cat|kid|kids|cousin|buddy|roommate|coworker|colleague|landlord|doctor)$/u;

/** Places where the comment tells of something first-hand, or gives a number or name that is new. */
export function findSpecifics(
  comment: CommentView,
  article: ArticleView,
): { kind: "experience" | "number" | "name"; span: Span }[] {
  const found: { kind: "experience" | "number" | "name"; span: Span }[] = [];
  const { tokens } = comment;
  const { authorNorms } = comment.thread;
  const isKnown = (norm: string) => article.norms.has(norm) || authorNorms.has(norm);
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    const after = tokens[i + 2];
    if (token.norm === "i" && next !== undefined && FIRST_PERSON_PAST.test(next.norm)) {
      found.push({ kind: "experience", span: comment.span(token.start, (after ?? next).end) });
    } else if (token.norm === "my" && next !== undefined && KIN.test(next.norm)) {
      found.push({ kind: "experience", span: comment.span(token.start, next.end) });
    } else if (token.kind === "number" && !isKnown(token.norm) && token.norm.length < 12) {
      found.push({ kind: "number", span: comment.span(token.start, token.end) });
    } else if (isNewName(comment, i, isKnown)) {
      found.push({ kind: "name", span: comment.span(token.start, token.end) });
    }
  });
  return found;
}

/** A capitalised word inside a sentence that the article does not use. */
function isNewName(comment: CommentView, index: number, isKnown: (norm: string) => boolean): boolean {
  const token = comment.tokens[index];
  const previous = comment.tokens[index - 1];
  if (token === undefined || previous === undefined || !isContentWord(token)) return false;
  const raw = comment.raw.slice(token.start, token.end);
  return previous.kind === "word" && /^\p{Lu}\p{Ll}{2,}/u.test(raw) && !isKnown(token.norm);
}
