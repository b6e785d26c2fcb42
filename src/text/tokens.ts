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
  /(?<url>\b(?:https?:\/\/|www\.)[^\s<>"]+)|(?<mention>@[\p{L}\p{N}_]+)|(?<hashtag>#[\p{L}_][\p{L}\p{N}_]*)|(?<number>\p{N}+(?:[.,:]\p{N}+)*)|(?<word>[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*)|(?<punct>\.{2,}|[^\s\p{L}\p{M}\p{N}])/gu;

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
      tokens.push({ kind: "word", norm: foldWord(raw), start, end });
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

/** Lower case with straight apostrophes: the form in which words are compared. */
export function foldWord(word: string): string {
  return word.toLowerCase().replace(/[’ʼ]/gu, "'");
}

/** The word tokens only, in order. */
export function wordsOf(tokens: readonly Token[]): Token[] {
  return tokens.filter((token) => token.kind === "word");
}
