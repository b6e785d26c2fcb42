/** A comment as the duplicate search sees it: its own words, without what it quotes. */
import { isContentWord, type CommentView } from "../../corpus.js";
import { hashString } from "../../hash.js";
import { stem } from "../../text/natural.js";
import { overlapsAny } from "../../text/quotation.js";

/** Words of one comment that take part; a longer text is compared by its beginning. */
const MAX_WORDS = 400;
const SHINGLE = 3;

export interface Document {
  readonly view: CommentView;
  /** Folded words outside quotations. */
  readonly words: readonly string[];
  /** Stems of the content words, in order. */
  readonly stems: readonly string[];
  readonly stemSet: ReadonlySet<string>;
  /** Letters and digits only, joined: equal for texts that differ in case, spacing or marks. */
  readonly key: string;
  readonly shingles: ReadonlySet<number>;
  /** Words, an address counting as several: nobody repeats one by chance. */
  readonly length: number;
}

const WORDS_OF_AN_ADDRESS = 5;

export function toDocument(view: CommentView): Document {
  const spoken = view.tokens.filter(
    ({ kind, start, end }) =>
      (kind === "word" || kind === "number" || kind === "url") && !overlapsAny(view.quoted, { start, end }),
  );
  const own = spoken.filter(({ kind }) => kind !== "url").slice(0, MAX_WORDS);
  const words = own.map(({ norm }) => norm);
  const stems = own.filter(isContentWord).map(({ norm }) => stem(norm));
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) shingles.add(hashString(words.slice(i, i + SHINGLE).join(" ")));
  const addresses = spoken.filter(({ kind }) => kind === "url").length;
  return {
    view,
    words,
    stems,
    stemSet: new Set(stems),
    key: spoken
      .map(({ norm }) => norm)
      .join("")
      .replaceAll("'", ""),
    shingles,
    length: words.length + WORDS_OF_AN_ADDRESS * addresses,
  };
}
