/** Whether a text is English, as far as that can be told from it. */
import { francAll } from "franc-min";
import { FUNCTION_WORDS } from "./function-words.js";
import type { Token } from "./tokens.js";

/** ISO 639-3, or `und` where the text is too short to tell. */
export type Language = string;

/** English running text is 40-60 % function words; other Latin-script languages share few of them. */
const ENGLISH_SHARE = 0.22;
const FOREIGN_SHARE = 0.08;
/** Below this many words both tests guess. */
const MIN_WORDS = 6;
const MAX_CHARACTERS = 2_000;

/** Cheap test first; the trigram library only where that is unsure. Too short is `und`, never foreign. */
export function detectLanguage(text: string, words: readonly Token[]): Language {
  const latin = /\p{Script=Latin}/u.test(text);
  if (!latin && words.length > 0) return topGuess(text, "und");
  if (words.length < MIN_WORDS) return "und";
  const share = words.filter((word) => FUNCTION_WORDS.has(word.norm)).length / words.length;
  if (share >= ENGLISH_SHARE) return "eng";
  if (share > FOREIGN_SHARE && words.length < 2 * MIN_WORDS) return "eng";
  return topGuess(text, share > FOREIGN_SHARE ? "eng" : "und");
}

/** The library's best guess, or `fallback` where English is nearly as good. */
function topGuess(text: string, fallback: Language): Language {
  const guesses = francAll(text.slice(0, MAX_CHARACTERS), { minLength: 12 });
  const [best] = guesses;
  if (best === undefined || best[0] === "und") return fallback;
  const english = guesses.find(([code]) => code === "eng");
  return english !== undefined && english[1] > 0.85 ? "eng" : best[0];
}
