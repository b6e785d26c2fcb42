/** Verified pairs to families, and for every member the twin that shows it best. */
import type { CommentView, ThreadView } from "../../corpus.js";
import { sha256 } from "../../hash.js";
import type { Cluster } from "../../model.js";
import { letterPairDice } from "../../text/similarity.js";
import { findCandidates, groupEqual } from "./candidates.js";
import { starClusters, type Edge, type Star } from "./clusters.js";
import type { Document } from "./document.js";
import { stemWeights, verifyPair, type Verified } from "./verify.js";

export interface Twin {
  readonly kind: Verified["kind"];
  readonly other: CommentView;
  readonly members: number;
  /** True when nobody else posted it: a person who posts twice is no campaign. */
  readonly sameAuthor: boolean;
}

interface Member {
  readonly view: CommentView;
  /** Document whose text it has: itself, or the first of its copies. */
  readonly text: number;
}

/** Members whose likeness to the medoid is computed for show; the lowest of very many is no news. */
const MAX_COMPARED = 200;

export function findFamilies(documents: readonly Document[]): { twins: Map<CommentView, Twin>; clusters: Cluster[] } {
  const groups = groupEqual(documents);
  const copies = new Map(groups.map((group) => [group[0] ?? -1, group]));
  const grouped = new Set(groups.flatMap((group) => group.slice(1)));
  const representatives = documents.map((_, i) => i).filter((i) => !grouped.has(i));
  const stars = starClusters(verifiedEdges(documents, representatives));
  const inStar = new Set(stars.flatMap(({ medoid, neighbours }) => [medoid, ...neighbours.map(({ index }) => index)]));
  const lone = groups
    .filter((group) => !inStar.has(group[0] ?? -1))
    .map((group): Star => ({ medoid: group[0] ?? 0, neighbours: [] }));
  const twins = new Map<CommentView, Twin>();
  const clusters = [...stars, ...lone].map((star) => {
    const members = [star.medoid, ...star.neighbours.map(({ index }) => index)]
      .flatMap((text) => (copies.get(text) ?? [text]).map((index) => ({ index, text })))
      .sort((a, b) => a.index - b.index)
      .flatMap(({ index, text }): Member[] => {
        const view = documents[index]?.view;
        return view === undefined ? [] : [{ view, text }];
      });
    for (const [view, twin] of chooseTwins(star, members)) twins.set(view, twin);
    return toCluster(star, members);
  });
  return { twins, clusters: clusters.sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1)) };
}

function verifiedEdges(documents: readonly Document[], representatives: readonly number[]): Edge[] {
  const byThread = new Map<ThreadView, Document[]>();
  for (const document of documents) {
    const list = byThread.get(document.view.thread);
    if (list === undefined) byThread.set(document.view.thread, [document]);
    else list.push(document);
  }
  const weights = new Map<ThreadView, (word: string) => number>();
  const weightOf = (thread: ThreadView) => {
    const weight = weights.get(thread) ?? stemWeights(thread, byThread.get(thread) ?? []);
    weights.set(thread, weight);
    return weight;
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
  return edges;
}

/** A copy by somebody else before any copy, a copy before an edit, the medoid before other members. */
function chooseTwins(star: Star, members: readonly Member[]): Map<CommentView, Twin> {
  const edges = new Map(star.neighbours.map(({ index, edge }) => [index, edge]));
  const authors = new Map<string | undefined, number>();
  for (const { view } of members) authors.set(authorOf(view), (authors.get(authorOf(view)) ?? 0) + 1);
  const firsts = firstByText(members);
  return new Map(
    members.map(({ view, text }): [CommentView, Twin] => {
      const author = authorOf(view);
      const sameAuthor = author !== undefined && authors.get(author) === members.length;
      const among = (candidates: readonly CommentView[]) => {
        const others = candidates.filter((candidate) => candidate !== view);
        return others.find((candidate) => author === undefined || authorOf(candidate) !== author) ?? others[0];
      };
      const copy = among(firsts.get(text) ?? []);
      if (copy !== undefined) return [view, { kind: "copy", other: copy, members: members.length, sameAuthor }];
      const [nearest] = star.neighbours;
      const partner = text === star.medoid ? (nearest?.index ?? text) : star.medoid;
      const edge = edges.get(text) ?? nearest?.edge;
      const other = among(firsts.get(partner) ?? []) ?? view;
      return [view, { kind: edge?.kind ?? "copy", other, members: members.length, sameAuthor }];
    }),
  );
}

/** The first few members of each text: enough to find one by another author, whatever their number. */
function firstByText(members: readonly Member[]): ReadonlyMap<number, readonly CommentView[]> {
  const firsts = new Map<number, CommentView[]>();
  for (const { view, text } of members) {
    const list = firsts.get(text) ?? [];
    const author = authorOf(view);
    if (list.length < 2 || (list.length < 4 && list.every((known) => authorOf(known) !== author))) list.push(view);
    firsts.set(text, list);
  }
  return firsts;
}

function toCluster(star: Star, members: readonly Member[]): Cluster {
  const medoid = members.find(({ text }) => text === star.medoid)?.view;
  const compared = medoid === undefined ? [] : members.filter(({ view }) => view !== medoid).slice(0, MAX_COMPARED);
  const lowest = compared.reduce(
    (low, { view }) => Math.min(low, letterPairDice(medoid?.analysed ?? "", view.analysed)),
    1,
  );
  const kinds = new Set(star.neighbours.map(({ edge }) => edge.kind));
  const places = members.map(({ view }) => ({ thread: view.thread.thread.id, comment: view.comment.id }));
  const names = members.map(({ view }) => authorOf(view));
  return {
    id: sha256(places.map(({ thread, comment }) => `${thread}\n${comment}`).join("\n")).slice(0, 12),
    kind: kinds.has("paraphrase") ? "paraphrase" : kinds.has("edited") ? "edited" : "copy",
    members: places,
    similarity: lowest,
    authors: names.some((name) => name === undefined) ? null : new Set(names).size,
    template: null,
  };
}

function authorOf({ comment: { author } }: CommentView): string | undefined {
  return author?.id ?? author?.name;
}
