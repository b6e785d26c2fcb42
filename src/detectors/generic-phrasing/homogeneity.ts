/**
 * What the comments of one thread share beyond their topic.
 *
 * n-grams of the article do not count, nor does a phrase that one comment repeats. In long threads a
 * fixed sample is taken, so that the figures do not grow with the length of the thread.
 */
import { isContentWord, type CommentView, type ThreadView } from "../../corpus.js";
import { hashString } from "../../hash.js";
import { compareText } from "../../ids.js";
import type { Evidence } from "../../model.js";
import { FUNCTION_WORDS } from "../../text/function-words.js";
import { overlapsAny } from "../../text/quotation.js";
import type { Token } from "../../text/tokens.js";

const SAMPLE = 60;
const SHORTEST = 3;
const LONGEST = 7;
const SKELETON_N = 5;
const MIN_PHRASE_SUPPORT = 3;
const MAX_SHOWN = 6;

export interface SharedPhrase {
  readonly text: string;
  /** Comments that have it. */
  readonly support: number;
  readonly evidence: readonly Evidence[];
}

/** A fixed choice of comments, the same whatever the order of arrival. */
export function sampleOf(thread: ThreadView): readonly CommentView[] {
  if (thread.comments.length <= SAMPLE) return thread.comments;
  return [...thread.comments]
    .sort((a, b) => hashString(a.comment.id) - hashString(b.comment.id) || (a.comment.id < b.comment.id ? -1 : 1))
    .slice(0, SAMPLE);
}

function ownWords(comment: CommentView): readonly Token[] {
  return comment.quoted.length === 0
    ? comment.words
    : comment.words.filter((word) => !overlapsAny(comment.quoted, word));
}

/** Share of word 3-grams that another comment has too and the article has not, per 100 words. */
export function sharedTrigramRate(comments: readonly CommentView[], thread: ThreadView): number {
  return repeatedRate(
    comments,
    (comment) =>
      ngrams(
        ownWords(comment).map(({ norm }) => norm),
        3,
      ),
    (gram) => !thread.article.contains(gram.split(" ")),
  );
}

/** The same for 5-grams of the skeleton: function words as they are, other words by their suffix. */
export function sharedSkeletonRate(comments: readonly CommentView[]): number {
  return repeatedRate(comments, (comment) => ngrams(ownWords(comment).map(skeletonOf), SKELETON_N));
}

const SUFFIXES = [
  "tion",
  "sion",
  "ment",
  "ness",
  "ity",
  "ance",
  "ence",
  "ing",
  "ed",
  "ly",
  "ous",
  "ive",
  "ful",
  "able",
  "ible",
  "al",
  "ic",
  "est",
  "er",
  "s",
];

function skeletonOf({ norm }: Token): string {
  if (FUNCTION_WORDS.has(norm)) return norm;
  return `-${norm.length > 4 ? (SUFFIXES.find((suffix) => norm.endsWith(suffix)) ?? "") : ""}`;
}

function repeatedRate(
  comments: readonly CommentView[],
  gramsOf: (comment: CommentView) => readonly string[],
  counts: (gram: string) => boolean = () => true,
): number {
  const support = new Map<string, number>();
  const lists = comments.map((comment) => gramsOf(comment));
  for (const list of lists) for (const gram of new Set(list)) support.set(gram, (support.get(gram) ?? 0) + 1);
  const repeated = new Set([...support].filter(([gram, count]) => count > 1 && counts(gram)).map(([gram]) => gram));
  const words = comments.reduce((sum, comment) => sum + comment.words.length, 0);
  const hits = lists.reduce((sum, list) => sum + list.filter((gram) => repeated.has(gram)).length, 0);
  return words === 0 ? 0 : (100 * hits) / words;
}

function ngrams(items: readonly string[], n: number): string[] {
  const grams: string[] = [];
  for (let i = 0; i + n <= items.length; i++) grams.push(items.slice(i, i + n).join(" "));
  return grams;
}

interface Place {
  readonly comment: CommentView;
  readonly first: Token;
  readonly last: Token;
}

/** The longest phrases with at least two content words that three or more comments share, most shared first. */
export function sharedPhrases(thread: ThreadView): SharedPhrase[] {
  const texts = sampleOf(thread).map((comment) => ({ comment, words: ownWords(comment) }));
  const frequent = frequentTrigrams(texts);
  if (frequent.size === 0) return [];
  const places = new Map<string, Place[]>();
  for (const { comment, words } of texts) {
    for (let i = 0; i + SHORTEST <= words.length; i++) {
      // A phrase is shared only if the three words it starts with are.
      if (!frequent.has(keyOf(words, i, SHORTEST))) continue;
      for (let n = SHORTEST; n <= LONGEST && i + n <= words.length; n++) note(places, comment, words, i, n);
    }
  }
  const shared = [...places].filter(
    ([key, list]) => list.length >= MIN_PHRASE_SUPPORT && !thread.article.contains(key.split(" ")),
  );
  return chooseLongest(shared).map(([text, list]) => ({
    text,
    support: list.length,
    evidence: list.map(({ comment, first, last }): Evidence => ({
      kind: "comment",
      thread: thread.thread.id,
      comment: comment.comment.id,
      ...comment.span(first.start, last.end),
    })),
  }));
}

function keyOf(words: readonly Token[], from: number, n: number): string {
  let key = words[from]?.norm ?? "";
  for (let i = from + 1; i < from + n; i++) key += ` ${words[i]?.norm ?? ""}`;
  return key;
}

function frequentTrigrams(texts: readonly { readonly words: readonly Token[] }[]): ReadonlySet<string> {
  const support = new Map<string, number>();
  for (const { words } of texts) {
    const keys = new Set<string>();
    for (let i = 0; i + SHORTEST <= words.length; i++) keys.add(keyOf(words, i, SHORTEST));
    for (const key of keys) support.set(key, (support.get(key) ?? 0) + 1);
  }
  return new Set([...support].filter(([, count]) => count >= MIN_PHRASE_SUPPORT).map(([key]) => key));
}

function note(
  places: Map<string, Place[]>,
  comment: CommentView,
  words: readonly Token[],
  from: number,
  n: number,
): void {
  const run = words.slice(from, from + n);
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.filter(isContentWord).length < 2) return;
  const key = keyOf(words, from, n);
  const known = places.get(key);
  if (known === undefined) places.set(key, [{ comment, first, last }]);
  else if (known.at(-1)?.comment !== comment) known.push({ comment, first, last });
}

/** Of phrases that contain or overlap each other the one with the most words in most comments. */
function chooseLongest(shared: readonly [string, Place[]][]): [string, Place[]][] {
  const weight = ([key, list]: readonly [string, readonly Place[]]) => list.length * key.length;
  const kept: [string, Place[]][] = [];
  for (const [key, list] of [...shared].sort((a, b) => weight(b) - weight(a) || compareText(a[0], b[0]))) {
    if (kept.some(([other]) => other.includes(key) || key.includes(other) || overlapsAtEdge(key, other))) continue;
    kept.push([key, list]);
    if (kept.length === MAX_SHOWN) break;
  }
  return kept.sort((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]));
}

/** "hold those responsible" and "those responsible accountable" are one phrase seen twice. */
function overlapsAtEdge(a: string, b: string): boolean {
  const [x, y] = [a.split(" "), b.split(" ")];
  const meets = (left: string[], right: string[]) =>
    [2, 3, 4].some(
      (k) => k <= left.length && k <= right.length && left.slice(-k).join(" ") === right.slice(0, k).join(" "),
    );
  return meets(x, y) || meets(y, x);
}
