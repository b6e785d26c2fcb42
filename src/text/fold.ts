/**
 * The comparable form of a text, with a map back to the raw text.
 *
 * Removes what a reader cannot see (zero-width, bidi, tag and variation characters), undoes
 * compatibility forms (NFKC: fullwidth, ligatures, mathematical letters), drops accents on Latin
 * letters, and reads look-alike letters as Latin where they are mixed into Latin words.
 * A skeleton is for comparing and never shown (Unicode UTS #39, section 4).
 */
// The table alone: the package makes a pattern of its six thousand entries before anybody asks.
import confusables from "unhomoglyph/data.json" with { type: "json" };

export interface FoldedText {
  readonly text: string;
  /** Maps a half-open range of `text` to the range of the raw text that it came from. */
  toRaw(start: number, end: number): { start: number; end: number };
}

/** Invisible in running text; bidi controls, zero-width, tag and variation characters are among them. */
export const HIDDEN = /\p{Default_Ignorable_Code_Point}/u;

const PLAIN = /^[\t\n\r\u0020-\u007E’‘“”–—…]*$/u;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const LATIN = /\p{Script=Latin}/u;
const LOOKALIKE_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const skeleton: Readonly<Record<string, string | undefined>> = confusables;
const WORD = /[\p{L}\p{N}]+/gu;

/** Folds a text. O(n). */
export function foldText(raw: string): FoldedText {
  if (PLAIN.test(raw)) {
    return { text: raw, toRaw: (start, end) => ({ start, end }) };
  }
  const pieces: string[] = [];
  const origin: number[] = [];
  for (const match of raw.matchAll(CLUSTER)) {
    for (const form of foldCluster(match[0])) {
      for (let i = 0; i < form.length; i++) origin.push(match.index);
      pieces.push(form);
    }
  }
  const text = readLookalikes(pieces.join(""));
  return {
    text,
    toRaw: (start, end) => {
      const from = origin[start] ?? raw.length;
      const last = origin[end - 1];
      return last === undefined || end <= start
        ? { start: from, end: from }
        : { start: from, end: clusterEnd(raw, last) };
    },
  };
}

function foldCluster(cluster: string): string[] {
  const [base = ""] = cluster;
  if (HIDDEN.test(base)) return [""];
  if (/^[’‘“”–—…]$/u.test(cluster)) return [cluster];
  const composed = cluster.normalize("NFKC");
  if (!LATIN.test(composed)) return [composed];
  return [composed.normalize("NFKD").replace(/\p{M}+/gu, "")];
}

function clusterEnd(raw: string, start: number): number {
  CLUSTER.lastIndex = start;
  const match = CLUSTER.exec(raw);
  CLUSTER.lastIndex = 0;
  return match === null ? raw.length : match.index + match[0].length;
}

/** Same length as its input: only letters with a single Latin look-alike are exchanged. */
function readLookalikes(text: string): string {
  if (!LATIN.test(text) || !LOOKALIKE_SCRIPT.test(text)) return text;
  return text.replace(WORD, (word) => {
    if (!LATIN.test(word) || !LOOKALIKE_SCRIPT.test(word)) return word;
    return Array.from(word, (letter) => {
      if (!LOOKALIKE_SCRIPT.test(letter)) return letter;
      const latin = skeleton[letter] ?? letter;
      return latin.length === letter.length ? latin : letter;
    }).join("");
  });
}

/** Letters that are no accented ones, as others write them. */
const SPELLINGS: Readonly<Record<string, string>> = {
  þ: "th",
  ð: "d",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ł: "l",
  đ: "d",
  ı: "i",
};

/** "bjørn" as "bjorn": for names, in small letters and without accents. */
export function spellPlainly(text: string): string {
  return text.replace(/[þðøæœßłđı]/gu, (letter) => SPELLINGS[letter] ?? letter);
}
