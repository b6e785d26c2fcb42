/** The stock moves of machine-written comments: data in phrases.json, compiled here. */
import data from "./phrases.json" with { type: "json" };
import type { Token } from "../../../text/tokens.js";
import { compilePattern, matchWords, PatternIndex } from "../../../text/pattern.js";

export interface Phrase {
  readonly pattern: string;
  readonly note: string;
  readonly source: string;
  /** Sentences in which the pattern must match. */
  readonly hits: readonly string[];
  /** Sentences that look alike, in which it must not. */
  readonly nearMisses: readonly string[];
}

export interface Move {
  readonly id: string;
  /** Its number in the catalogue of tells. */
  readonly tell: string;
  readonly title: string;
  readonly meaning: string;
  readonly reliability: string;
  readonly phrases: readonly Phrase[];
}

export interface LexiconData {
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly moves: readonly Move[];
}

export interface MoveHit {
  readonly move: string;
  readonly start: number;
  readonly end: number;
  /** Matched words, folded. */
  readonly norms: readonly string[];
}

export class Lexicon {
  readonly moves: readonly Move[];
  readonly #patterns = new PatternIndex<string>();
  /** Several detectors and statistics ask for the same text. */
  readonly #found = new WeakMap<readonly Token[], readonly MoveHit[]>();

  constructor(lexicon: LexiconData) {
    this.moves = lexicon.moves;
    for (const move of lexicon.moves) {
      for (const phrase of move.phrases) this.#patterns.add(compilePattern(phrase.pattern, lexicon.classes), move.id);
    }
  }

  /** Every place where a phrase stands, in reading order; of overlapping hits of one move the longest. */
  find(tokens: readonly Token[]): readonly MoveHit[] {
    const known = this.#found.get(tokens);
    if (known !== undefined) return known;
    const hits = this.#search(tokens);
    this.#found.set(tokens, hits);
    return hits;
  }

  #search(tokens: readonly Token[]): MoveHit[] {
    const words = matchWords(tokens);
    const hits = this.#patterns.search(words).map(({ value, from, to }): MoveHit => {
      const range = words.slice(from, to);
      return {
        move: value,
        start: range[0]?.start ?? 0,
        end: range.at(-1)?.end ?? 0,
        norms: range.map(({ norm }) => norm),
      };
    });
    return withoutOverlaps(hits);
  }
}

function withoutOverlaps(hits: readonly MoveHit[]): MoveHit[] {
  const kept: MoveHit[] = [];
  const byLength = [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const hit of byLength) {
    if (!kept.some((other) => other.move === hit.move && hit.start < other.end && other.start < hit.end))
      kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end || (a.move < b.move ? -1 : 1));
}

/**
 * Hits that a phrase misses and near misses that it fires on; empty when the lexicon is sound.
 * `complete` asks for at least one of each.
 */
export function checkLexicon(
  lexicon: LexiconData,
  tokens: (text: string) => readonly Token[],
  complete = true,
): string[] {
  const problems: string[] = [];
  for (const move of lexicon.moves) {
    for (const phrase of move.phrases) {
      const alone = new Lexicon({ classes: lexicon.classes, moves: [{ ...move, phrases: [phrase] }] });
      if (complete && (phrase.hits.length === 0 || phrase.nearMisses.length === 0))
        problems.push(`${move.id}: "${phrase.pattern}" needs a hit and a near miss`);
      for (const hit of phrase.hits)
        if (alone.find(tokens(hit)).length === 0) problems.push(`${move.id}: "${phrase.pattern}" misses "${hit}"`);
      for (const miss of phrase.nearMisses)
        if (alone.find(tokens(miss)).length > 0)
          problems.push(`${move.id}: "${phrase.pattern}" fires on the near miss "${miss}"`);
    }
  }
  return problems;
}

export const phraseData: LexiconData = data;
export const stockPhrases = new Lexicon(phraseData);
