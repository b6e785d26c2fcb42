/**
 * Unicode tokenizer with offsets into the raw text.
 *
 * natural's tokenizers know ASCII only ("naïve café" comes out as na, ve, caf), and none of them
 * keeps offsets, which every piece of evidence needs.
 */

export type TokenKind = "word" | "number" | "url" | "mention" | "hashtag" | "punct";

export interface Token {
  readonly kind: TokenKind;
  /** Lower-cased, straight apostrophes, no combining marks lost. Comparable between texts. */
  readonly norm: string;
  /** Half-open range in UTF-16 code units of the text that was tokenized. */
  readonly start: number;
  readonly end: number;
}

// Alternatives are tried in order; none nests a quantifier, so the scan is linear in the text.
const TOKEN =
  /(?<url>\b(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/|[Ww][Ww][Ww]\.)[^\s<>"]+|\b[\p{L}\p{N}-]{1,63}\.(?:com|net|org|info|xyz|online|site|shop|store|club|ru|cn|io|co|me|link|example)\/[^\s<>"]*)|(?<mention>@[\p{L}\p{N}_]+)|(?<hashtag>#[\p{L}_][\p{L}\p{N}_]*)|(?<number>\p{N}+(?:[.,:]\p{N}+)*)|(?<word>[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*)|(?<punct>\.{2,}|[^\s\p{L}\p{M}\p{N}])/gu;

const PUNCT_FORMS: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "—": "-",
  "–": "-",
  "…": "...",
};

/** Splits a text into words, numbers, addresses, mentions and single punctuation marks. O(n). */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    const groups = match.groups as Partial<Record<TokenKind, string>>;
    const start = match.index;
    const end = start + raw.length;
    if (groups.word !== undefined) {
      if (UNSPACED.test(raw)) pushSegments(tokens, raw, start);
      else tokens.push({ kind: "word", norm: foldWord(raw), start, end });
    } else if (groups.punct !== undefined) {
      const norm = raw.startsWith("..") ? "..." : (PUNCT_FORMS[raw] ?? raw);
      tokens.push({ kind: "punct", norm, start, end });
    } else {
      const kind = (["number", "url", "mention", "hashtag"] as const).find((name) => groups[name] !== undefined);
      if (kind === undefined) continue;
      tokens.push({ kind, norm: raw.toLowerCase(), start, end });
    }
  }
  return tokens;
}

/** Scripts that are written without blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
let segmenter: Intl.Segmenter | undefined;
/** The segmenter is slow, and what is longer than this is no run of words. */
const MAX_SEGMENTED = 5_000;

function pushSegments(tokens: Token[], raw: string, start: number): void {
  segmenter ??= new Intl.Segmenter("und", { granularity: "word" });
  for (const { segment, index } of segmenter.segment(raw.slice(0, MAX_SEGMENTED))) {
    tokens.push({ kind: "word", norm: foldWord(segment), start: start + index, end: start + index + segment.length });
  }
}

/** Lower case with straight apostrophes: the form in which words are compared. */
export function foldWord(word: string): string {
  return word.toLowerCase().replace(/[’ʼ]/gu, "'");
}
