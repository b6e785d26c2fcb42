/** Near-duplicate text: copies, edits and paraphrases of other comments, and text lifted from the article. */
import type { CommentView, Corpus, ThreadView } from "../../corpus.js";
import type { Evidence, Observation } from "../../model.js";
import { letterPairDice } from "../../text/similarity.js";
import {
  notApplicable,
  scored,
  type Detector,
  type DetectorResult,
  type Prepared,
  type ThreadFacts,
} from "../detector.js";
import { toDocument } from "./document.js";
import { findFamilies, type Twin } from "./families.js";
import { RunIndex, type Lifted } from "./lifted.js";
import { compareSiblings, MIN_SIBLING_WORDS, type SiblingTable } from "./siblings.js";
import { NEAR_DUPLICATE_SIGNALS } from "./signals.js";

/** Shorter texts ("lol", "RIP", "first!") are repeated by people all the time. */
const MIN_WORDS = 8;
/** A run shorter than this share of the comment is a quotation without marks, not a copy. */
const MIN_LIFTED_SHARE = 0.5;

export const nearDuplicateDetector: Detector = {
  id: "near-duplicate",
  title: "Near-duplicate text",
  axis: "duplicate",
  signals: NEAR_DUPLICATE_SIGNALS,
  prepare: (corpus) => prepare(corpus),
};

function prepare(corpus: Corpus): Prepared {
  const documents = corpus.threads.flatMap(({ comments }) =>
    comments
      .filter(({ isAllowedText }) => !isAllowedText)
      .map(toDocument)
      .filter(({ length }) => length >= MIN_WORDS),
  );
  const searched = new Set(documents.map(({ view }) => view));
  const { twins, clusters } = findFamilies(documents);
  const siblings = new Map<ThreadView, SiblingTable>(corpus.threads.map((thread) => [thread, compareSiblings(thread)]));
  const articles = new Map<ThreadView, RunIndex>();
  const articleOf = (thread: ThreadView) => {
    const known = articles.get(thread);
    if (known !== undefined) return known;
    const index = new RunIndex(thread.article.body);
    articles.set(thread, index);
    return index;
  };
  return {
    clusters,
    assess: (comment) =>
      searched.has(comment)
        ? assess(comment, twins.get(comment), articleOf, siblings.get(comment.thread))
        : notApplicable(
            comment.isAllowedText
              ? "a text that this site allows"
              : `under ${MIN_WORDS} words of its own, people repeat each other`,
          ),
    describeThread: (thread) => describeThread(siblings.get(thread)),
  };
}

function assess(
  comment: CommentView,
  twin: Twin | undefined,
  articleOf: (thread: ThreadView) => RunIndex,
  siblings: SiblingTable | undefined,
): DetectorResult {
  const observations: Observation[] = [];
  if (twin !== undefined) observations.push(describeTwin(comment, twin));
  const fromArticle = articleOf(comment.thread).longestRun(comment);
  if (fromArticle !== undefined && fromArticle.share >= MIN_LIFTED_SHARE)
    observations.push(describeLifted("near-duplicate/from-article", fromArticle, articleEvidence(fromArticle)));
  const { parent } = comment;
  const fromParent = parent === undefined ? undefined : new RunIndex(parent).longestRun(comment);
  if (
    parent !== undefined &&
    fromParent !== undefined &&
    fromParent.share >= MIN_LIFTED_SHARE &&
    twin?.other !== parent
  ) {
    observations.push(describeLifted("near-duplicate/from-parent", fromParent, commentEvidence(parent, fromParent)));
  }
  const near = siblings?.nearness.get(comment);
  if (near !== undefined && comment.words.length >= MIN_SIBLING_WORDS && near.nearest.length === 2) {
    observations.push({
      signal: "near-duplicate/sibling",
      strength: near.similarity,
      data: { similarity: round(near.similarity), nearest: near.nearest.map((view) => view.comment.id) },
      evidence: [
        { kind: "fact", name: "likeness to its two nearest siblings", value: round(near.similarity) },
        ...near.nearest.map((view) => wholeComment(view)),
      ],
    });
  }
  return scored(observations);
}

function describeTwin(comment: CommentView, twin: Twin): Observation {
  const { sameAuthor } = twin;
  return {
    signal: `near-duplicate/${twin.kind}`,
    strength: sameAuthor ? 0 : 1,
    data: {
      comment: twin.other.comment.id,
      thread: twin.other.thread.thread.id,
      similarity: letterPairDice(comment.analysed, twin.other.analysed),
      members: twin.members,
      sameAuthor,
    },
    evidence: [{ kind: "quote", ...firstSpan(comment) }, wholeComment(twin.other)],
  };
}

function describeLifted(signal: string, lifted: Lifted, there: Evidence): Observation {
  return {
    signal,
    strength: lifted.share,
    data: { words: lifted.run, share: round(lifted.share) },
    evidence: [{ kind: "quote", ...lifted.here }, there],
  };
}

function articleEvidence(lifted: Lifted): Evidence {
  return { kind: "article", part: "body", ...lifted.there };
}

function commentEvidence(view: CommentView, lifted: Lifted): Evidence {
  return { kind: "comment", thread: view.thread.thread.id, comment: view.comment.id, ...lifted.there };
}

function wholeComment(view: CommentView): Evidence {
  return { kind: "comment", thread: view.thread.thread.id, comment: view.comment.id, ...firstSpan(view) };
}

/** The first sentence: enough to recognise a comment by. */
function firstSpan(view: CommentView): { start: number; end: number; quote: string } {
  return view.sentences[0] ?? view.span(0, Math.min(view.raw.length, 200));
}

function describeThread(siblings: SiblingTable | undefined): ThreadFacts {
  const values = [...(siblings?.nearness.values() ?? [])].map(({ similarity }) => similarity).sort((a, b) => b - a);
  const mean = values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  const statistics = { "sibling mean": siblings?.mean ?? 0, "nearest sibling mean": mean };
  return { statistics, reasons: [], ...(siblings === undefined ? {} : { likeness: siblings.likeness }) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
