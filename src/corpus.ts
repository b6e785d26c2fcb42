/**
 * Derived views of the texts, computed once per run and shared by all detectors.
 * A view is lazy: what no detector asks for is never computed.
 */
import type { Article, Comment, Span, Thread } from "./model.js";
import { foldText, type FoldedText } from "./text/fold.js";
import { FUNCTION_WORDS } from "./text/function-words.js";
import { detectLanguage, type Language } from "./text/language.js";
import { stem } from "./text/natural.js";
import { quotedRanges } from "./text/quotation.js";
import { RunFinder } from "./text/runs.js";
import { splitSentences } from "./text/sentences.js";
import { tokenize, type Token } from "./text/tokens.js";

/** What is looked at of one very long text; the rest is never read for style or similarity. */
export const MAX_ANALYSED_CHARACTERS = 20_000;
/** An article names people up to its last line. */
const MAX_ARTICLE_CHARACTERS = 1_000_000;

/** One text with its lazily derived forms. Token ranges are ranges of the raw text. */
export class TextView {
  readonly analysed: string;
  #folded: FoldedText | undefined;
  #tokens: readonly Token[] | undefined;
  #words: readonly Token[] | undefined;
  #sentences: readonly Span[] | undefined;
  #stems: ReadonlySet<string> | undefined;
  #quoted: readonly { start: number; end: number }[] | undefined;

  constructor(
    readonly raw: string,
    limit = MAX_ANALYSED_CHARACTERS,
  ) {
    this.analysed = raw.length > limit ? raw.slice(0, limit) : raw;
  }

  get folded(): FoldedText {
    return (this.#folded ??= foldText(this.analysed));
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??= tokenize(this.folded.text).map((token) => ({
      ...token,
      ...this.folded.toRaw(token.start, token.end),
    })));
  }

  get words(): readonly Token[] {
    return (this.#words ??= this.tokens.filter(({ kind }) => kind === "word"));
  }

  get sentences(): readonly Span[] {
    return (this.#sentences ??= splitSentences(this.analysed));
  }

  /** Stems of the content words. */
  get contentStems(): ReadonlySet<string> {
    return (this.#stems ??= new Set(this.words.filter(isContentWord).map(({ norm }) => stem(norm))));
  }

  /** Ranges in quotation marks or on `>` lines: somebody else's words. */
  get quoted(): readonly { start: number; end: number }[] {
    return (this.#quoted ??= quotedRanges(this.analysed));
  }

  span(start: number, end: number): Span {
    return { start, end, quote: this.raw.slice(start, end) };
  }
}

/** An allowed text is recognised when it makes up so much of a comment. */
const MOST = 0.8;

export function isContentWord(token: Token): boolean {
  return token.kind === "word" && token.norm.length > 2 && !FUNCTION_WORDS.has(token.norm);
}

export class CommentView extends TextView {
  #language: Language | undefined;
  #allowed: readonly { start: number; end: number }[] | undefined;

  constructor(
    readonly comment: Comment,
    readonly thread: ThreadView,
  ) {
    super(comment.text);
  }

  get language(): Language {
    return (this.#language ??= detectLanguage(this.analysed, this.words));
  }

  /** Ranges of phrases that the site allows. */
  get allowed(): readonly { start: number; end: number }[] {
    return (this.#allowed ??= this.thread.allowedPhrases.find(this.words));
  }

  /** Whether most of it is a text that people repeat for fun and the site allows. */
  get isAllowedText(): boolean {
    const { allowedTexts } = this.thread;
    if (allowedTexts.isEmpty) return false;
    const least = MOST * (this.words.at(-1)?.end ?? 0);
    return allowedTexts.find(this.words).some(({ start, end }) => end - start >= least);
  }

  get parent(): CommentView | undefined {
    return this.comment.parentId === null ? undefined : this.thread.byId.get(this.comment.parentId);
  }
}

/** Stands in no text, so that no run of words goes across it. */
const BARRIER: Token = { kind: "punct", norm: "\u0000", start: 0, end: 0 };

/** What a site says is no tell: its own phrases, and texts that people repeat for fun. */
export interface Allowances {
  readonly phrases?: readonly string[];
  readonly texts?: readonly string[];
}

export class ArticleView {
  readonly title: TextView;
  readonly body: TextView;
  #stems: ReadonlySet<string> | undefined;
  #norms: ReadonlySet<string> | undefined;
  #runs: string | undefined;
  #trigrams: ReadonlySet<string> | undefined;

  constructor(
    readonly article: Article,
    /** Phrases that are masked as if the article had them. */
    readonly alsoOwn: readonly (readonly Token[])[] = [],
  ) {
    this.title = new TextView(article.title);
    this.body = new TextView(article.body, MAX_ARTICLE_CHARACTERS);
  }

  get isEmpty(): boolean {
    return this.title.words.length + this.body.words.length === 0;
  }

  get contentStems(): ReadonlySet<string> {
    return (this.#stems ??= new Set([...this.title.contentStems, ...this.body.contentStems]));
  }

  /** Whether the article has these folded tokens in a row. */
  contains(norms: readonly string[]): boolean {
    for (const norm of norms) if (!this.norms.has(norm)) return false;
    if (norms.length === 1) return true;
    // Its 3-grams settle most questions; only what passes them is looked for in the text.
    const trigrams = (this.#trigrams ??= this.#readTrigrams());
    for (let i = 0; i + 3 <= norms.length; i++) {
      if (!trigrams.has(`${norms[i] ?? ""} ${norms[i + 1] ?? ""} ${norms[i + 2] ?? ""}`)) return false;
    }
    if (norms.length === 3) return true;
    if (norms.length === 2) return trigrams.has(norms.join(" "));
    this.#runs ??= ` ${this.#tokens.map(({ norm }) => norm).join(" ")} `;
    return this.#runs.includes(` ${norms.join(" ")} `);
  }

  get #tokens(): readonly Token[] {
    return [...this.title.tokens, ...this.body.tokens, ...this.alsoOwn.flatMap((phrase) => [BARRIER, ...phrase])];
  }

  #readTrigrams(): ReadonlySet<string> {
    const grams = new Set<string>();
    let [before, last] = ["", ""];
    for (const { norm } of this.#tokens) {
      if (last !== "") grams.add(`${last} ${norm}`);
      if (before !== "") grams.add(`${before} ${last} ${norm}`);
      [before, last] = [last, norm];
    }
    return grams;
  }

  /** Every token of the article, folded. */
  get norms(): ReadonlySet<string> {
    return (this.#norms ??= new Set(this.#tokens.map(({ norm }) => norm)));
  }
}

export class ThreadView {
  readonly article: ArticleView;
  readonly comments: readonly CommentView[];
  readonly byId: ReadonlyMap<string, CommentView>;
  readonly allowedPhrases: RunFinder;
  readonly allowedTexts: RunFinder;

  /** Words of the commenters' names: to address one another is no new detail. */
  readonly authorNorms: ReadonlySet<string>;

  constructor(
    readonly thread: Thread,
    allowances: Allowances = {},
  ) {
    this.authorNorms = new Set(
      thread.comments.flatMap(({ author }) => tokenize(author?.name ?? "").flatMap(({ norm }) => [norm, `${norm}'s`])),
    );
    const phrases = (allowances.phrases ?? []).map((phrase) => new TextView(phrase).words);
    this.allowedPhrases = new RunFinder(phrases.map(normsOf));
    this.allowedTexts = new RunFinder((allowances.texts ?? []).map((text) => normsOf(new TextView(text).words)));
    this.article = new ArticleView(thread.article, phrases);
    this.comments = thread.comments.map((comment) => new CommentView(comment, this));
    this.byId = new Map(this.comments.map((view) => [view.comment.id, view]));
  }
}

export interface Corpus {
  readonly threads: readonly ThreadView[];
}

export function buildCorpus(threads: readonly Thread[], allow?: (thread: Thread) => Allowances): Corpus {
  return { threads: threads.map((thread) => new ThreadView(thread, allow?.(thread))) };
}

function normsOf(words: readonly Token[]): string[] {
  return words.map(({ norm }) => norm);
}
