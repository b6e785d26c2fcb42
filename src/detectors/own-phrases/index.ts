/** Phrases that a site adds to ours: the same patterns, matched by the same linear engine. */
import type { PhraseList } from "../../schema/config.js";
import { tokenize } from "../../text/tokens.js";
import { scored, type Detector, type SignalMeta } from "../detector.js";
import { checkLexicon, Lexicon, type LexiconData } from "../generic-phrasing/lexicon/lexicon.js";
import { describeMoves } from "../generic-phrasing/moves.js";

const FAMILY = "phrases";

export interface OwnPhrases {
  readonly detector: Detector;
  /** Log-odds by signal. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Throws an Error that names the pattern that does not compile, misses a hit or fires on a near miss. */
export function createOwnPhrases(lists: readonly PhraseList[]): OwnPhrases {
  const moves = lists.flatMap((list) => list.moves);
  const twice = moves.find(({ id }, i) => moves.findIndex((other) => other.id === id) < i);
  if (twice !== undefined) throw new Error(`two moves have the id ${twice.id}`);
  const lexicons = lists.map((list) => {
    const data = lexiconData(list);
    const lexicon = new Lexicon(data);
    const [problem] = checkLexicon(data, tokenize, false);
    if (problem !== undefined) throw new Error(problem);
    return lexicon;
  });
  return {
    detector: {
      id: FAMILY,
      title: "Phrases of this site's own list",
      axis: "generic",
      signals: moves.map(({ id, title, meaning, phrases }): SignalMeta => ({
        id: `${FAMILY}/${id}`,
        title,
        meaning: meaning ?? `A phrase of this site's own list: ${title}.`,
        direction: "raises",
        example: phrases[0]?.hits?.[0] ?? phrases[0]?.pattern ?? "",
        nearMiss: phrases[0]?.nearMisses?.[0] ?? "",
        source: phrases[0]?.source ?? "the configuration",
      })),
      prepare: () => ({
        assess: (comment) => scored(lexicons.flatMap((lexicon) => describeMoves(comment, lexicon, FAMILY))),
      }),
    },
    weights: Object.fromEntries(moves.map(({ id, weight }) => [`${FAMILY}/${id}`, weight])),
  };
}

function lexiconData({ classes, moves }: PhraseList): LexiconData {
  return {
    classes: classes ?? {},
    moves: moves.map(({ id, title, meaning, phrases }) => ({
      id,
      tell: "own",
      title,
      meaning: meaning ?? title,
      reliability: "own",
      phrases: phrases.map(({ pattern, note, source, hits, nearMisses }) => ({
        pattern,
        note: note ?? "",
        source: source ?? "",
        hits: hits ?? [],
        nearMisses: nearMisses ?? [],
      })),
    })),
  };
}
