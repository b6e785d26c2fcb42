/** Workshop remains: prompt leaks, unfilled templates, hidden characters, praise with a link. */
import type { CommentView } from "../../corpus.js";
import type { Observation } from "../../model.js";
import { overlapsAny } from "../../text/quotation.js";
import { scored, type Detector, type DetectorResult } from "../detector.js";
import { stockPhrases } from "../generic-phrasing/lexicon/lexicon.js";
import { ARTIFACT_KINDS, PRAISE_WITH_LINK } from "./kinds.js";

/** With more words of its own, a comment with a link is a comment. */
const MAX_DROP_WORDS = 30;

export const artifactDetector: Detector = {
  id: "artifact",
  title: "Workshop remains",
  axis: "artifact",
  signals: [...ARTIFACT_KINDS, PRAISE_WITH_LINK].map(
    ({ id, title, meaning, direction, example, nearMiss, source }) => ({
      id,
      title,
      meaning,
      direction,
      example,
      nearMiss,
      source,
    }),
  ),
  prepare: () => ({ assess }),
};

function assess(comment: CommentView): DetectorResult {
  const observations: Observation[] = [];
  for (const { id, pattern, needs, unquotedOnly } of ARTIFACT_KINDS) {
    if (needs?.test(comment.analysed) === false) continue;
    const found = [...comment.analysed.matchAll(pattern)]
      .map((match) => comment.span(match.index, match.index + match[0].length))
      .find((span) => !unquotedOnly || !overlapsAny(comment.quoted, span));
    if (found === undefined) continue;
    observations.push({ signal: id, strength: 1, data: {}, evidence: [{ kind: "quote", ...found }] });
  }
  const drop = praiseWithLink(comment);
  if (drop !== undefined) observations.push(drop);
  return scored(observations);
}

function praiseWithLink(comment: CommentView): Observation | undefined {
  const link = comment.tokens.find(({ kind }) => kind === "url");
  if (link === undefined || comment.words.length > MAX_DROP_WORDS) return undefined;
  const praise = stockPhrases.find(comment.tokens).find(({ move }) => move === "generic-praise");
  if (praise === undefined) return undefined;
  return {
    signal: PRAISE_WITH_LINK.id,
    strength: 1,
    data: {},
    evidence: [
      { kind: "quote", ...comment.span(praise.start, praise.end) },
      { kind: "quote", ...comment.span(link.start, link.end) },
    ],
  };
}
