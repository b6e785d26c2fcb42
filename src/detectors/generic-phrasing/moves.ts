/** The stock moves of one comment. */
import type { CommentView } from "../../corpus.js";
import type { Evidence, Observation } from "../../model.js";
import { overlapsAny } from "../../text/quotation.js";
import type { Lexicon } from "./lexicon/lexicon.js";

/**
 * One observation per move, as `family/move`. A phrase that the article itself uses, that is quoted
 * or that the site allows is no tell.
 */
export function describeMoves(comment: CommentView, lexicon: Lexicon, family: string): Observation[] {
  const { article } = comment.thread;
  const byMove = new Map<string, Evidence[]>();
  for (const hit of lexicon.find(comment.tokens)) {
    const words = comment.words
      .filter(({ start, end }) => start >= hit.start && end <= hit.end)
      .map(({ norm }) => norm);
    if (overlapsAny(comment.quoted, hit) || overlapsAny(comment.allowed, hit)) continue;
    if (words.length > 1 && article.contains(words)) continue;
    const quotes = byMove.get(hit.move) ?? [];
    quotes.push({ kind: "quote", ...comment.span(hit.start, hit.end) });
    byMove.set(hit.move, quotes);
  }
  return [...byMove].map(([move, evidence]) => ({
    signal: `${family}/${move}`,
    strength: 1,
    data: { count: evidence.length },
    evidence,
  }));
}
