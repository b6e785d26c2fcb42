/** Near-duplicate text: copies, edits and paraphrases of other comments, and text lifted from the article. */
import type { CommentView, Corpus, ThreadView } from "../../corpus.js";
import { sha256 } from "../../hash.js";
import type { Cluster, Evidence, Observation } from "../../model.js";
import { letterPairDice } from "../../text/similarity.js";
import {
  notApplicable,
  scored,
  type Detector,
  type DetectorResult,
  type Prepared,
  type ThreadFacts,
} from "../detector.js";
import { findCandidates, groupEqual } from "./candidates.js";
import { starClusters, type Edge, type Star } from "./clusters.js";
import { toDocument, type Document } from "./document.js";
import { RunIndex, type Lifted } from "./lifted.js";
import { compareSiblings, MIN_SIBLING_WORDS, type SiblingTable } from "./siblings.js";
import { NEAR_DUPLICATE_SIGNALS } from "./signals.js";
import { stemWeights, verifyPair, type Verified } from "./verify.js";

/** Shorter texts ("lol", "RIP", "first!") are repeated by people all the time. */
const MIN_WORDS = 8;
/** A run shorter than this share of the comment is a quotation without marks, not a copy. */
const MIN_LIFTED_SHARE = 0.5;

interface Twin extends Verified {
  readonly other: CommentView;
  readonly members: number;
}

export const nearDuplicateDetector: Detector = {
  id: "near-duplicate",
  title: "Near-duplicate text",
  axis: "duplicate",
  signals: NEAR_DUPLICATE_SIGNALS,
  prepare: (corpus) => prepare(corpus),
};

function prepare(corpus: Corpus): Prepared {
  const documents = corpus.threads.flatMap(({ comments }) =>
    comments.map(toDocument).filter(({ words }) => words.length >= MIN_WORDS),
  );
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
    assess: (comment) => assess(comment, twins.get(comment), articleOf, siblings.get(comment.thread)),
    describeThread: (thread) => describeThread(siblings.get(thread)),
  };
}

function findFamilies(documents: readonly Document[]): { twins: Map<CommentView, Twin>; clusters: Cluster[] } {
  const groups = groupEqual(documents);
  const copies = new Map(groups.map((group) => [group[0] ?? -1, group]));
  const grouped = new Set(groups.flatMap((group) => group.slice(1)));
  const representatives = documents.map((_, i) => i).filter((i) => !grouped.has(i));
  const weights = new Map<ThreadView, (word: string) => number>();
  const weightOf = (thread: ThreadView) => {
    const known = weights.get(thread);
    if (known !== undefined) return known;
    const fresh = stemWeights(
      thread,
      documents.filter(({ view }) => view.thread === thread),
    );
    weights.set(thread, fresh);
    return fresh;
  };
  const edges: Edge[] = [];
  for (const [a, b] of findCandidates(documents, representatives)) {
    const [x, y] = [documents[a], documents[b]];
    if (x === undefined || y === undefined) continue;
    // A reply that repeats its parent is looked at as text taken from it.
    if (x.view.parent === y.view || y.view.parent === x.view) continue;
    const verified = verifyPair(x, y, weightOf(x.view.thread));
    if (verified !== undefined) edges.push({ a, b, ...verified });
  }
  const stars = starClusters(edges);
  const inStar = new Set(stars.flatMap(({ medoid, neighbours }) => [medoid, ...neighbours.map(({ index }) => index)]));
  const lone = groups
    .filter((group) => !inStar.has(group[0] ?? -1))
    .map((group): Star => ({ medoid: group[0] ?? 0, neighbours: [] }));
  const twins = new Map<CommentView, Twin>();
  const clusters = [...stars, ...lone].map((star) => toCluster(star, copies, documents, twins));
  return { twins, clusters: clusters.sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1)) };
}

function toCluster(
  star: Star,
  copies: ReadonlyMap<number, readonly number[]>,
  documents: readonly Document[],
  twins: Map<CommentView, Twin>,
): Cluster {
  const withCopies = (index: number) => copies.get(index) ?? [index];
  const all = [star.medoid, ...star.neighbours.map(({ index }) => index)].flatMap(withCopies).sort((a, b) => a - b);
  const views = all.map((i) => documents[i]?.view).filter((view) => view !== undefined);
  const kinds = new Map<number, Verified>(star.neighbours.map(({ index, edge }) => [index, edge]));
  const medoid = documents[star.medoid];
  let lowest = 1;
  for (const index of [star.medoid, ...kinds.keys()]) {
    const edge = kinds.get(index);
    for (const [place, copy] of withCopies(index).entries()) {
      const view = documents[copy]?.view;
      if (view === undefined || medoid === undefined) continue;
      const isMedoid = copy === star.medoid;
      const other = isMedoid ? views.find((candidate) => candidate !== view) : medoid.view;
      const verified: Verified =
        edge ?? (place > 0 || star.neighbours.length === 0 ? { kind: "copy", similarity: 1 } : firstEdge(star));
      if (other !== undefined) twins.set(view, { ...verified, other, members: views.length });
      if (!isMedoid) lowest = Math.min(lowest, letterPairDice(medoid.view.analysed, view.analysed));
    }
  }
  const members = views.map((view) => ({ thread: view.thread.thread.id, comment: view.comment.id }));
  const kindsPresent = new Set([...kinds.values()].map(({ kind }) => kind));
  return {
    id: sha256(members.map(({ thread, comment }) => `${thread}\n${comment}`).join("\n")).slice(0, 12),
    kind: kindsPresent.has("paraphrase") ? "paraphrase" : kindsPresent.has("edited") ? "edited" : "copy",
    members,
    similarity: lowest,
    authors: countAuthors(views),
    template: null,
  };
}

function firstEdge(star: Star): Verified {
  return star.neighbours[0]?.edge ?? { kind: "copy", similarity: 1 };
}

function countAuthors(views: readonly CommentView[]): number | null {
  const names = views.map(({ comment }) => comment.author?.id ?? comment.author?.name);
  return names.some((name) => name === undefined) ? null : new Set(names).size;
}

function assess(
  comment: CommentView,
  twin: Twin | undefined,
  articleOf: (thread: ThreadView) => RunIndex,
  siblings: SiblingTable | undefined,
): DetectorResult {
  if (comment.words.length < MIN_WORDS) return notApplicable(`under ${MIN_WORDS} words, people repeat each other`);
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
  const sameAuthor = isSameAuthor(comment, twin.other);
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

/** A person who posts twice is no campaign; where no author is known, nothing is assumed. */
function isSameAuthor(a: CommentView, b: CommentView): boolean {
  const key = ({ comment: { author } }: CommentView) => author?.id ?? author?.name;
  return key(a) !== undefined && key(a) === key(b);
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
  return { statistics: { "sibling mean": siblings?.mean ?? 0, "nearest sibling mean": mean }, reasons: [] };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
