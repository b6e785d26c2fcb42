/**
 * Generic or machine-like phrasing: how a comment is worded, whether it says anything that would
 * not stand under any other article, and what speaks for a person having written it.
 */
import type { ArticleView, CommentView, ThreadView } from "../../corpus.js";
import { FUNCTION_WORDS } from "../../text/function-words.js";
import type { Evidence, Observation, Reason } from "../../model.js";
import type { Token } from "../../text/tokens.js";
import { notApplicable, scored, type Detector, type DetectorResult, type ThreadFacts } from "../detector.js";
import { findSpecifics, measureEcho, nearestSentence } from "./echo.js";
import { sampleOf, sharedPhrases, sharedSkeletonRate, sharedTrigramRate } from "./homogeneity.js";
import { findIrregularities } from "./irregularity.js";
import languageModelData from "./language-model/weights.json" with { type: "json" };
import { LanguageModel, type Judgement, type LanguageModelData } from "./language-model/model.js";
import { stockPhrases } from "./lexicon/lexicon.js";
import { describeMoves } from "./moves.js";
import { GENERIC_SIGNALS } from "./signals.js";

/** Under this many words wording says nothing: see docs/model/CARD.md, table by length. */
export const MIN_WORDS = 8;
const MAX_CARRIERS = 4;
/** A headline repeated by less than this share is its topic, not an echo. */
const ECHO_HEADLINE = 0.6;
const ECHO_OVERLAP = 0.75;

export function createGenericPhrasingDetector(data: LanguageModelData): Detector {
  let model: LanguageModel | undefined;
  const load = () => (model ??= new LanguageModel(data));
  return {
    id: "generic-phrasing",
    title: "Generic or machine-like phrasing",
    axis: "generic",
    signals: GENERIC_SIGNALS,
    prepare: () => {
      const judge = rememberJudgements(load);
      return {
        assess: (comment) => assess(comment, judge),
        describeThread: (thread) => describeThread(thread, judge),
      };
    },
  };
}

/** Undefined where wording says nothing: another language, or too few words. */
type Judge = (comment: CommentView) => Judgement | undefined;

/** Each comment is judged once, for itself and for its thread. */
function rememberJudgements(load: () => LanguageModel): Judge {
  const known = new Map<CommentView, Judgement>();
  return (comment) => {
    const judged = known.get(comment);
    if (judged !== undefined || whyNotJudged(comment) !== undefined) return judged;
    const { article } = comment.thread;
    const fresh = load().judge(comment.analysed, comment.tokens, (first, last) =>
      isArticlesOwn(comment, article, first, last),
    );
    known.set(comment, fresh);
    return fresh;
  };
}

function whyNotJudged(comment: CommentView): string | undefined {
  if (comment.language !== "eng" && comment.language !== "und") {
    return `the text is not English (${comment.language}); only language-free signals are looked for`;
  }
  return comment.words.length < MIN_WORDS ? `under ${MIN_WORDS} words, wording tells nothing` : undefined;
}

export const genericPhrasingDetector: Detector = createGenericPhrasingDetector(languageModelData);

function assess(comment: CommentView, judge: Judge): DetectorResult {
  const judgement = judge(comment);
  if (judgement === undefined) return notApplicable(whyNotJudged(comment) ?? "not judged");
  const { article } = comment.thread;
  return scored([
    describeWording(comment, judgement),
    ...describeMoves(comment, stockPhrases, "generic-phrasing"),
    ...describeEcho(comment, article),
    ...describeCounterEvidence(comment, article),
  ]);
}

/** A phrase that the article itself uses is its topic, not a tell; function words are nobody's. */
function isArticlesOwn(comment: CommentView, article: ArticleView, first: number, last: number): boolean {
  const tokens = comment.tokens.slice(first, last + 1);
  if (!tokens.some((token) => token.kind === "word" && !FUNCTION_WORDS.has(token.norm))) return false;
  return article.contains(tokens.map(({ norm }) => norm));
}

function describeWording(comment: CommentView, judgement: Judgement): Observation {
  const quotes = judgement.carriers
    .slice(0, MAX_CARRIERS)
    .sort((a, b) => a.first - b.first)
    .flatMap(({ first, last }): Evidence[] => {
      const run = comment.tokens.slice(first, last + 1);
      const [from, to] = [run.find(isSpoken), run.findLast(isSpoken)];
      return from === undefined || to === undefined ? [] : [{ kind: "quote", ...comment.span(from.start, to.end) }];
    });
  const figure: Evidence = { kind: "fact", name: "log-likelihood ratio", value: round(judgement.logRatio) };
  return {
    signal: "generic-phrasing/wording",
    strength: judgement.logRatio,
    data: {
      logRatio: round(judgement.logRatio),
      byExpert: judgement.byExpert.map(round),
      words: comment.words.length,
      rhythm: judgement.style.map(({ name }) => name),
    },
    evidence: quotes.length > 0 ? quotes : [figure],
  };
}

/** A quote starts and ends with a word or a figure, not with a comma. */
function isSpoken({ kind }: Token): boolean {
  return kind !== "punct";
}

function describeEcho(comment: CommentView, article: ArticleView): Observation[] {
  const echo = measureEcho(comment, article);
  if (
    echo === undefined ||
    echo.headline < ECHO_HEADLINE ||
    echo.overlap < ECHO_OVERLAP ||
    findSpecifics(comment, article).length > 0
  )
    return [];
  const evidence: Evidence[] = [{ kind: "article", part: "title", ...article.title.span(0, article.title.raw.length) }];
  const nearest = nearestSentence(comment, article);
  if (nearest !== undefined) evidence.push({ kind: "article", part: "body", ...nearest });
  return [
    {
      signal: "generic-phrasing/article-echo",
      strength: 1,
      data: { headline: round(echo.headline), overlap: round(echo.overlap) },
      evidence,
    },
  ];
}

function describeCounterEvidence(comment: CommentView, article: ArticleView): Observation[] {
  const observations: Observation[] = [];
  const specifics = findSpecifics(comment, article);
  if (specifics.length > 0) {
    observations.push({
      signal: "generic-phrasing/specific-detail",
      strength: Math.min(3, specifics.length),
      data: { kinds: [...new Set(specifics.map(({ kind }) => kind))] },
      evidence: specifics.slice(0, MAX_CARRIERS).map(({ span }) => ({ kind: "quote", ...span })),
    });
  }
  const irregularities = findIrregularities(comment);
  if (irregularities.length > 0) {
    observations.push({
      signal: "generic-phrasing/irregularity",
      strength: Math.min(3, irregularities.length),
      data: { kinds: irregularities.map(({ kind }) => kind) },
      evidence: irregularities.slice(0, MAX_CARRIERS).map(({ span }) => ({ kind: "quote", ...span })),
    });
  }
  return observations;
}

function describeThread(thread: ThreadView, judge: Judge): ThreadFacts {
  const sample = sampleOf(thread).filter(({ words }) => words.length > 0);
  const phrases = sharedPhrases(thread);
  const reasons: Reason[] =
    phrases.length === 0
      ? []
      : [
          {
            signal: "thread/shared-phrases",
            data: { phrases: phrases.map(({ text, support }) => ({ text, comments: support })) },
            evidence: phrases.flatMap(({ evidence }) => evidence),
          },
        ];
  const judged = thread.comments.map((comment) => judge(comment)?.byExpert).filter((ratios) => ratios !== undefined);
  return { statistics: { ...threadStatistics(sample, thread), ...expertStatistics(judged) }, reasons };
}

/**
 * The thread by whichever expert it speaks to most: one writer speaks to one expert throughout, where
 * the mixture takes for each comment whoever is loudest. The experts share one scale.
 */
export function expertStatistics(judged: readonly (readonly number[])[]): Record<string, number> {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const experts = Array.from({ length: judged[0]?.length ?? 0 }, (_, e) => {
    const ratios = judged.map((each) => each[e] ?? 0).sort((a, b) => b - a);
    return { all: mean(ratios), top: mean(ratios.slice(0, Math.max(1, Math.round(ratios.length / 3)))) };
  });
  if (experts.length === 0) return {};
  return Object.fromEntries(
    experts.flatMap(({ all, top }, e) => [
      [`expert ${e + 1} mean`, all],
      [`expert ${e + 1} top third`, top],
    ]),
  );
}

/** Figures of a thread that no single comment shows; their reference values are in scoring/model.json. */
function threadStatistics(sample: readonly CommentView[], thread: ThreadView): Record<string, number> {
  const lengths = sample.map(({ words }) => words.length);
  const mean = lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, lengths.length);
  const deviation = Math.sqrt(lengths.reduce((sum, n) => sum + (n - mean) ** 2, 0) / Math.max(1, lengths.length));
  const share = (test: (comment: CommentView) => boolean) => sample.filter(test).length / Math.max(1, sample.length);
  const words = lengths.reduce((sum, n) => sum + n, 0);
  const moves = sample.reduce(
    (sum, comment) =>
      sum +
      stockPhrases.find(comment.tokens).filter(({ move }) => move !== "hedged-opener" && move !== "generic-praise")
        .length,
    0,
  );
  return {
    "irregular share": share((comment) => findIrregularities(comment).length > 0),
    "length variation": mean === 0 ? 0 : deviation / mean,
    "log mean length": Math.log(Math.max(1, mean)),
    "full stop share": share(({ analysed }) => /[.!][”"')]?\s*$/u.test(analysed)),
    "question share": share(({ analysed }) => analysed.includes("?")),
    "stock phrases per 100 words": words === 0 ? 0 : (100 * moves) / words,
    "shared trigrams per 100 words": sharedTrigramRate(sample, thread),
    "shared skeletons per 100 words": sharedSkeletonRate(sample),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
