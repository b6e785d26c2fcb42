/**
 * Dense style features: rhythm, punctuation, person and word classes of a comment.
 * Each is bounded, so that no single oddity of a text can carry a verdict.
 */
import { FUNCTION_WORDS } from "../../../text/function-words.js";
import type { Token } from "../../../text/tokens.js";

const FIRST_PERSON = new Set(["i", "me", "my", "mine", "i'm", "i've", "i'll", "i'd"]);
const SECOND_PERSON = new Set(["you", "your", "you're", "yours"]);
const INFORMAL = new Set(
  "lol lmao wtf omg yeah yep nope gonna wanna gotta kinda u ur im dont cant didnt doesnt isnt wont thats whats ive youre theyre aint haha hahaha btw imo imho tbh idk dude bro crap shit fuck fucking damn hell ass cuz thru tho pls plz thx hmm meh ya yup ok".split(
    " ",
  ),
);

export const STYLE_FEATURES = [
  "length",
  "word length",
  "sentence length",
  "sentence variety",
  "single sentence",
  "commas",
  "exclamation marks",
  "question marks",
  "ellipsis",
  "parentheses",
  "quotation marks",
  "numbers",
  "capitals",
  "lower-case start",
  "no final mark",
  "lower-case i",
  "informal words",
  "repeated marks",
  "spacing slips",
  "repeated letters",
  "distinct words",
  "first person",
  "second person",
  "function words",
  "-ly words",
  "-ing words",
  "abstract nouns",
  "dashes",
  "colons",
  "emoji",
  "contractions",
  "very short sentence",
  "lower-case sentence",
] as const;

/** One value per entry of STYLE_FEATURES. `text` is what the tokens are ranges of. */
export function styleFeatures(text: string, tokens: readonly Token[]): number[] {
  const words = tokens.filter(({ kind }) => kind === "word");
  const count = Math.max(1, words.length);
  const raws = words.map(({ start, end }) => text.slice(start, end));
  const marks = new Map<string, number>();
  for (const { kind, norm } of tokens) if (kind === "punct") marks.set(norm, (marks.get(norm) ?? 0) + 1);
  const mark = (norm: string) => marks.get(norm) ?? 0;
  const share = (test: (word: Token) => boolean) => words.filter(test).length / count;
  const suffixShare = (pattern: RegExp) => share(({ norm }) => norm.length > 4 && pattern.test(norm));
  const flag = (value: boolean) => (value ? 1 : 0);
  const lengths = sentenceLengths(tokens, text);
  const mean = lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, lengths.length);
  const deviation = Math.sqrt(lengths.reduce((sum, n) => sum + (n - mean) ** 2, 0) / Math.max(1, lengths.length));
  const trimmed = text.trim();
  return [
    Math.log(count),
    raws.reduce((sum, raw) => sum + Math.min(20, raw.length), 0) / count,
    Math.log1p(mean),
    Math.log1p(deviation),
    flag(lengths.length === 1),
    mark(",") / count,
    Math.min(3, mark("!")),
    Math.min(3, mark("?")),
    flag(mark("...") > 0),
    mark("(") / count,
    Math.min(4, mark('"')),
    Math.min(4, tokens.filter(({ kind }) => kind === "number").length) / Math.sqrt(count),
    raws.filter((raw) => raw.length > 1 && raw === raw.toUpperCase()).length / count,
    flag(/^\p{Ll}/u.test(trimmed)),
    flag(!/[.!?"'”’)\]]$/u.test(trimmed)),
    flag(raws.includes("i")),
    Math.min(3, words.filter(({ norm }) => INFORMAL.has(norm)).length),
    flag(/[!?]{2,}/u.test(text)),
    flag(/\s[,.!?]|[,.!?]\p{L}/u.test(text)),
    flag(/(\p{L})\1\1/u.test(text)),
    new Set(words.map(({ norm }) => norm)).size / count,
    share(({ norm }) => FIRST_PERSON.has(norm)),
    share(({ norm }) => SECOND_PERSON.has(norm)),
    share(({ norm }) => FUNCTION_WORDS.has(norm)),
    suffixShare(/ly$/u),
    suffixShare(/ing$/u),
    suffixShare(/(?:tion|sion|ment|ness|ity|ance|ence)$/u),
    mark("-") / count,
    (mark(":") + mark(";")) / count,
    flag(/\p{Emoji_Presentation}/u.test(text)),
    share(({ norm }) => /'(?:[sdm]|re|ve|ll)$|n't$/u.test(norm)),
    flag(lengths.some((n) => n <= 3)),
    flag(/\p{Ll}[.!?]\s+\p{Ll}/u.test(text)),
  ];
}

/** Words per sentence, by the marks and line breaks alone. */
function sentenceLengths(tokens: readonly Token[], text: string): number[] {
  const lengths: number[] = [];
  let current = 0;
  let previousEnd = 0;
  const close = () => {
    if (current > 0) lengths.push(current);
    current = 0;
  };
  for (const token of tokens) {
    if (text.slice(previousEnd, token.start).includes("\n")) close();
    if (token.kind === "word") current++;
    else if (/^[.!?]/u.test(token.norm)) close();
    previousEnd = token.end;
  }
  close();
  return lengths;
}
