/**
 * The only door to `natural`.
 *
 * Its main entry prints adverts, reads `./.env` and loads 1,269 modules; these deep paths are
 * silent and load in milliseconds.
 */
import JaroWinklerDistance from "natural/lib/natural/distance/jaro-winkler_distance.js";
import PorterStemmer from "natural/lib/natural/stemmers/porter_stemmer.js";

/** Bounds the stem cache: English comments use far fewer distinct words per run. */
const CACHE_LIMIT = 50_000;
const stems = new Map<string, string>();

/** Porter stem of a lower-case English word (Porter 1980). */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const value = word.length > 40 ? word : PorterStemmer.stem(word);
  if (stems.size >= CACHE_LIMIT) stems.clear();
  stems.set(word, value);
  return value;
}

/** Jaro-Winkler similarity, 0..1 (Winkler 1990). Case matters: fold both names first. */
export function jaroWinkler(a: string, b: string): number {
  return JaroWinklerDistance(a, b, {});
}
