/**
 * Marks of a text typed in a hurry. Their presence speaks for a person; their absence says little:
 * only a quarter to a third of human comments of 20 to 80 words have any.
 */
import type { CommentView } from "../../corpus.js";
import type { Span } from "../../model.js";

export type IrregularityKind =
  | "lower-case start"
  | "lower-case i"
  | "no final mark"
  | "repeated marks"
  | "spacing"
  | "slang"
  | "missing apostrophe"
  | "repeated letters"
  | "capitals"
  | "lower-case sentence";

const SLANG = new Set(
  "lol lmao rofl wtf omg yeah yep yup nope gonna wanna gotta kinda sorta ur u r im haha hahaha hehe btw imo imho tbh idk dude bro crap shit bullshit fuck fucking damn dang hell ass asshole cuz thru tho pls plz thx hmm meh ya y'all ain't smh nah welp ugh yikes dont wont".split(
    " ",
  ),
);
const UNMARKED = new Set(
  "im ive dont cant didnt doesnt isnt wasnt wouldnt couldnt shouldnt wont thats whats youre theyre arent havent hasnt".split(
    " ",
  ),
);

const PATTERNS: readonly { kind: IrregularityKind; pattern: RegExp }[] = [
  { kind: "repeated marks", pattern: /[!?]{2,}|\.{4,}/u },
  { kind: "spacing", pattern: /\p{L} [,.!?](?=\s|$)|\p{Ll}[,!?]\p{L}/u },
  { kind: "repeated letters", pattern: /(\p{L})\1{2}/u },
  { kind: "lower-case sentence", pattern: /\p{Ll}[.!?] +\p{Ll}/u },
];

/** One entry per kind that occurs. */
export function findIrregularities(comment: CommentView): { kind: IrregularityKind; span: Span }[] {
  const text = comment.analysed;
  const found: { kind: IrregularityKind; span: Span }[] = [];
  const add = (kind: IrregularityKind, start: number, end: number) =>
    found.push({ kind, span: comment.span(start, end) });
  const [firstToken] = comment.tokens;
  if (firstToken?.kind === "word" && /^\p{Ll}/u.test(text.slice(firstToken.start)))
    add("lower-case start", firstToken.start, firstToken.end);
  for (const { kind, pattern } of PATTERNS) {
    const match = pattern.exec(text);
    if (match !== null) add(kind, match.index, match.index + match[0].length);
  }
  const lastWord = comment.words.at(-1);
  if (lastWord !== undefined && text.slice(lastWord.end).trim() === "" && comment.words.length >= 6)
    add("no final mark", lastWord.start, lastWord.end);
  const word = (kind: IrregularityKind, test: (norm: string, raw: string) => boolean) => {
    const token = comment.words.find(({ norm, start, end }) => test(norm, text.slice(start, end)));
    if (token !== undefined) add(kind, token.start, token.end);
  };
  word("lower-case i", (_, raw) => raw === "i");
  word("slang", (norm) => SLANG.has(norm));
  word("missing apostrophe", (norm) => UNMARKED.has(norm));
  word("capitals", (_, raw) => raw.length > 4 && /^\p{Lu}+$/u.test(raw));
  return found;
}
