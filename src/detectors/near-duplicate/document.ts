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
}

export function toDocument(view: CommentView): Document {
  const own = view.tokens
    .filter((token) => (token.kind === "word" || token.kind === "number") && !overlapsAny(view.quoted, token))
    .slice(0, MAX_WORDS);
  const words = own.map(({ norm }) => norm);
  const stems = own.filter(isContentWord).map(({ norm }) => stem(norm));
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) shingles.add(hashString(words.slice(i, i + SHINGLE).join(" ")));
  return { view, words, stems, stemSet: new Set(stems), key: words.join("").replaceAll("'", ""), shingles };
}
