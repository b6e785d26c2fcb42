/**
 * Clusters around a medoid that every member resembles.
 *
 * Union-find over similar pairs chains unrelated texts: a ~ b and b ~ c say nothing of a and c.
 * So the document with the most verified edges takes its direct neighbours, and so on.
 */
import type { Verified } from "./verify.js";

export interface Edge extends Verified {
  readonly a: number;
  readonly b: number;
}

export interface Star {
  readonly medoid: number;
  /** Neighbours of the medoid, ascending; the medoid is not among them. */
  readonly neighbours: readonly { readonly index: number; readonly edge: Edge }[];
}

/** Disjoint stars, largest first; ties by the smaller index. O(edges log edges). */
export function starClusters(edges: readonly Edge[]): Star[] {
  const neighbours = new Map<number, Map<number, Edge>>();
  const link = (from: number, to: number, edge: Edge) => {
    const known = neighbours.get(from);
    if (known === undefined) neighbours.set(from, new Map([[to, edge]]));
    else known.set(to, edge);
  };
  for (const edge of edges) {
    link(edge.a, edge.b, edge);
    link(edge.b, edge.a, edge);
  }
  const order = [...neighbours].sort((x, y) => y[1].size - x[1].size || strength(y[1]) - strength(x[1]) || x[0] - y[0]);
  const taken = new Set<number>();
  const stars: Star[] = [];
  for (const [medoid, edgesOf] of order) {
    if (taken.has(medoid)) continue;
    const free = [...edgesOf].filter(([index]) => !taken.has(index)).map(([index, edge]) => ({ index, edge }));
    if (free.length === 0) continue;
    taken.add(medoid);
    for (const { index } of free) taken.add(index);
    stars.push({ medoid, neighbours: free.sort((x, y) => x.index - y.index) });
  }
  return stars;
}

function strength(edges: ReadonlyMap<number, Edge>): number {
  let sum = 0;
  for (const { similarity } of edges.values()) sum += similarity;
  return sum;
}
