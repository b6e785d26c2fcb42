/**
 * All domain types; no logic. Every report is built from these and renders from these alone.
 * The types of the input are inferred from its schema, so the two cannot drift apart.
 */
import type { Article, Author, NativeComment } from "./schema/input.js";

// ---------------------------------------------------------------------------------------- input

export type { Article, Author };

/** Where a record stands in the file it was read from. */
export interface Source {
  readonly file: string;
  /** JSON pointer (RFC 6901). */
  readonly pointer?: string;
  /** 1-based line on which the record starts. */
  readonly line?: number;
  /** 1-based column in UTF-16 code units, where the format is not line-oriented. */
  readonly column?: number;
}

/** The raw text is exactly what will be published; all spans are ranges of it. */
export type Comment = Omit<NativeComment, "parentId"> & {
  readonly parentId: string | null;
  readonly source?: Source;
};

export interface Thread {
  readonly id: string;
  /** Path of the file it was read from. */
  readonly file?: string;
  readonly article: Article;
  readonly comments: readonly Comment[];
}

export type Severity = "info" | "warning" | "error";

/** Something about the input or the run that a person should know; never a crash. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly where?: Partial<Source>;
  /** True when a record of the input did not become a comment because of this. */
  readonly dropsRecord?: boolean;
  /** How many records this speaks of, where that is not one. */
  readonly records?: number;
}

export interface InputFile {
  readonly path: string;
  readonly format: string;
  readonly threads: number;
  readonly comments: number;
  readonly sha256: string;
  /** The file that --article named, where one was given. */
  readonly article?: string;
}

// ------------------------------------------------------------------------------------- evidence

/** Half-open range in UTF-16 code units with the text it covers. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export type Evidence =
  /** A span of the comment itself. */
  | ({ readonly kind: "quote" } & Span)
  /** A span of the article: of its body, or of its title where `part` says so. */
  | ({ readonly kind: "article"; readonly part: "title" | "body" } & Span)
  /** A span of another comment. */
  | ({ readonly kind: "comment"; readonly thread: string; readonly comment: string } & Span)
  /** A named value, such as a similarity or the name of an author. */
  | { readonly kind: "fact"; readonly name: string; readonly value: string | number };

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a detector says: one signal, seen at one place. It knows nothing of weights. */
export interface Observation {
  readonly signal: string;
  /**
   * How strongly the signal shows. 1 for a signal that is simply there; for a measured signal the
   * measured value in the signal's own unit (its docstring says which).
   */
  readonly strength: number;
  readonly data: Readonly<Record<string, Json>>;
  readonly evidence: readonly Evidence[];
}

/** An observation with its share in the score. */
export interface Finding {
  readonly signal: string;
  /** Log-odds (nats) that this finding adds to the comment's total, or takes from it. */
  readonly contribution: number;
  readonly data: Readonly<Record<string, Json>>;
  readonly evidence: readonly Evidence[];
  /** Hash of the signal and the comment's text; survives re-export, re-ordering and edits elsewhere. */
  readonly fingerprint: string;
}

export type Outcome =
  | { readonly state: "scored" }
  | { readonly state: "not-applicable"; readonly reason: string }
  /** Made by the engine only, when a detector threw. */
  | { readonly state: "failed"; readonly reason: string };

// --------------------------------------------------------------------------------------- report

export const BANDS = ["high", "elevated", "ordinary", "insufficient"] as const;
export type Band = (typeof BANDS)[number];

export const AXES = ["generic", "template", "duplicate", "impersonation", "artifact"] as const;
export type Axis = (typeof AXES)[number];

export interface Assessment {
  readonly id: string;
  readonly parentId: string | null;
  readonly author?: Author;
  readonly text: string;
  readonly createdAt?: string;
  /** Where the record stands in the file it was read from. */
  readonly source?: Source;
  /** Hash of the text. Not of an id or a place: those change when a thread is exported anew. */
  readonly fingerprint: string;
  /** Against the baseline, where one was given. */
  readonly state?: State;
  /** Why gates look past this comment: a suppression or an allowed author. */
  readonly suppressed?: string;
  /** 1-based place in the ranking of its thread. */
  readonly rank: number;
  /** 0..100, monotone in `logOdds`; null when there is not enough text or a detector failed. */
  readonly score: number | null;
  /** Sum of the contributions of all findings and of the prior, in nats; null with the score. */
  readonly logOdds: number | null;
  readonly band: Band;
  /** Share of human reference comments of this length that score at least this; null with the score. */
  readonly humanRate: number | null;
  /** Share of false alarms to expect in this thread when it and all rarer comments are called (Benjamini-Hochberg). */
  readonly falseDiscoveryRate: number | null;
  /** Evidence per question, 0..100; null = the question does not apply to this comment. */
  readonly axes: Readonly<Record<Axis, number | null>>;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly findings: readonly Finding[];
}

/** `known` = the baseline has it, no less bot-like; what is worse than it was is new. */
export type State = "new" | "known";

export interface Reason {
  readonly signal: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly evidence: readonly Evidence[];
}

export interface ThreadVerdict {
  readonly band: Band;
  /** Share of human reference threads of this size that are at least this bot-like. */
  readonly humanRate: number | null;
  /** Share of false alarms to expect in this run when it and all rarer threads are called (Benjamini-Hochberg). */
  readonly falseDiscoveryRate: number | null;
  readonly logOdds: number | null;
  /** Estimated share of bot-like comments with a 95 % interval; null when there is no verdict. */
  readonly share: { readonly low: number; readonly estimate: number; readonly high: number } | null;
  readonly reasons: readonly Reason[];
}

export type ClusterKind = "copy" | "edited" | "template" | "paraphrase";

export interface Cluster {
  readonly id: string;
  readonly kind: ClusterKind;
  /** Members in reading order; the first is the medoid's earliest member. */
  readonly members: readonly CommentRef[];
  /** Lowest string-similarity (Dice over letter pairs, 0..1) between the medoid and a member. */
  readonly similarity: number;
  /** Number of distinct authors, where the input names them. */
  readonly authors: number | null;
  readonly template: string | null;
}

export interface AuditedThread {
  readonly id: string;
  readonly file?: string;
  readonly article: Article;
  readonly verdict: ThreadVerdict;
  /** Against the baseline, where one was given. */
  readonly state?: State;
  /** How alike its comments are in pairs, where they are few enough to be drawn. */
  readonly likeness?: Likeness;
  /** In the order of their rank. */
  readonly comments: readonly Assessment[];
}

/** Jaccard of character 5-grams of all pairs, in whole per cent. */
export interface Likeness {
  /** Ids of the comments compared. */
  readonly comments: readonly string[];
  /** Upper triangle by rows: (0,1), (0,2) … (1,2) … */
  readonly percent: readonly number[];
}

/** A `--fail-on` gate and what reached it. */
export interface GateResult {
  readonly gate: string;
  readonly reached: boolean;
  /** What reached it, in a few words; null when nothing did. */
  readonly reason: string | null;
  /** The comments that reached it, worst first; empty for gates on threads. */
  readonly comments: readonly CommentRef[];
}

export interface CommentRef {
  readonly thread: string;
  readonly comment: string;
}

/** What became of a baseline. */
export interface Baseline {
  readonly path: string;
  readonly new: number;
  readonly known: number;
  /** Comments that were elevated or high and are so no more, or are gone. */
  readonly resolved: readonly (CommentRef & { readonly fingerprint: string; readonly band: Band })[];
}

/** What a reader needs to know of a signal; a saved report renders without the program that made it. */
export interface SignalInfo {
  readonly title: string;
  readonly meaning: string;
  readonly direction: "raises" | "lowers" | "informs";
  /** Share of human reference comments that show it; null where it is a measured value. */
  readonly humanRate: number | null;
}

export interface Report {
  readonly schemaVersion: "1";
  readonly tool: { readonly name: string; readonly version: string; readonly model: string };
  readonly inputs: readonly InputFile[];
  /** The signals that this report mentions, by id. */
  readonly signals: Readonly<Record<string, SignalInfo>>;
  readonly threads: readonly AuditedThread[];
  readonly clusters: readonly Cluster[];
  readonly gates: readonly GateResult[];
  readonly baseline?: Baseline;
  /** True when authors were replaced by pseudonyms and addresses taken out. */
  readonly redacted?: true;
  readonly diagnostics: readonly Diagnostic[];
  readonly totals: {
    readonly threads: number;
    readonly comments: number;
    readonly bands: Readonly<Record<Band, number>>;
    /** Records of the input that did not become comments; each has its diagnostic. */
    readonly dropped: number;
  };
  /** False when a detector failed or an input could not be read to its end. */
  readonly complete: boolean;
}
