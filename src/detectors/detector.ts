/**
 * The contract of a detector: one question asked of every comment.
 *
 * Work that needs the whole corpus is done in `prepare`; what it returns is pure. Detectors know
 * nothing of weights, bands or reports: they say what they saw, and where.
 */
import type { CommentView, Corpus, ThreadView } from "../corpus.js";
import type { Axis, Cluster, Likeness, Observation, Reason } from "../model.js";

export interface SignalMeta {
  readonly id: string;
  /** A few words for a heading: "speaks as a person the article quotes". */
  readonly title: string;
  /** What it means, in a sentence or two. */
  readonly meaning: string;
  /** Raises the score, lowers it, or only informs. */
  readonly direction: "raises" | "lowers" | "informs";
  readonly example: string;
  /** Looks alike and must not fire. */
  readonly nearMiss: string;
  /** Where the idea or the figure comes from. */
  readonly source: string;
}

export type DetectorResult =
  | { readonly state: "scored"; readonly observations: readonly Observation[] }
  | { readonly state: "not-applicable"; readonly reason: string };

export interface ThreadFacts {
  /** Named statistics of the whole thread, for the thread model. */
  readonly statistics: Readonly<Record<string, number>>;
  readonly reasons: readonly Reason[];
  readonly likeness?: Likeness;
}

export interface Prepared {
  readonly assess: (comment: CommentView) => DetectorResult;
  readonly clusters?: readonly Cluster[];
  readonly describeThread?: (thread: ThreadView) => ThreadFacts;
}

export interface Detector {
  readonly id: string;
  readonly title: string;
  readonly axis: Axis;
  readonly signals: readonly SignalMeta[];
  prepare(corpus: Corpus): Prepared;
}

export function notApplicable(reason: string): DetectorResult {
  return { state: "not-applicable", reason };
}

export function scored(observations: readonly Observation[]): DetectorResult {
  return { state: "scored", observations };
}
