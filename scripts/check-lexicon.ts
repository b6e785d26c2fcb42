/** Run by the build: every phrase must match its hits and none of its near misses. */
import { checkLexicon, phraseData } from "../src/detectors/generic-phrasing/lexicon/lexicon.js";
import { tokenize } from "../src/text/tokens.js";

export const problems: readonly string[] = checkLexicon(phraseData, tokenize);
