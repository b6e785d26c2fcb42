/** Every signal fires on its hits, with the words it claims, and on none of its near misses. */
import { buildCorpus } from "../src/corpus.js";
import type { Detector } from "../src/detectors/detector.js";
import { phraseData } from "../src/detectors/generic-phrasing/lexicon/lexicon.js";
import { DETECTORS } from "../src/detectors/registry.js";
import type { Article, Comment, Observation } from "../src/model.js";
import { readFixture } from "./support/fixtures.js";

interface Case {
  readonly text: string;
  readonly quote?: string;
  readonly author?: string;
  readonly authorId?: string;
  readonly sameAuthor?: readonly string[];
  readonly article?: Article;
  readonly others?: readonly string[];
  readonly parent?: string;
}

type Cases = Readonly<Record<string, { readonly hits: readonly Case[]; readonly nearMisses: readonly Case[] }>>;

const NO_ARTICLE: Article = { title: "", body: "" };

function casesOf(detector: Detector): { cases: Cases; article: Article } {
  const raw = readFixture(`detectors/${detector.id}.json`) as Cases & { article?: Article; signals?: Cases };
  const fromFile = raw.signals ?? raw;
  const article = raw.article ?? NO_ARTICLE;
  if (detector.id !== "generic-phrasing") return { cases: fromFile, article };
  // The phrase lexicon carries its own hits and near misses.
  const padding = " The rest of this comment is here so that it has enough words.";
  const pad = (text: string): Case => ({ text: `${text}${padding}` });
  const moves = phraseData.moves.map(({ id, phrases }): [string, Cases[string]] => [
    `generic-phrasing/${id}`,
    { hits: phrases.flatMap(({ hits }) => hits.map(pad)), nearMisses: [] },
  ]);
  return {
    cases: {
      ...Object.fromEntries(moves.map(([id, value]) => [id, { hits: value.hits, nearMisses: value.nearMisses }])),
      ...fromFile,
    },
    article,
  };
}

function observe(detector: Detector, test: Case, article: Article): readonly Observation[] {
  const comment: Comment = {
    id: "0",
    parentId: test.parent === undefined ? null : "parent",
    text: test.text,
    ...(test.author === undefined ? {} : { author: { name: test.author } }),
    ...(test.authorId === undefined ? {} : { author: { id: test.authorId } }),
  };
  const more = (test.sameAuthor ?? []).map((text, i): Comment => ({
    id: `more-${i}`,
    parentId: null,
    text,
    author: { id: test.authorId ?? "" },
  }));
  const others = (test.others ?? []).map((text, i): Comment => ({ id: String(i + 1), parentId: null, text }));
  const parent: Comment[] = test.parent === undefined ? [] : [{ id: "parent", parentId: null, text: test.parent }];
  const corpus = buildCorpus([
    { id: "t", article: test.article ?? article, comments: [comment, ...parent, ...others, ...more] },
  ]);
  const view = corpus.threads[0]?.byId.get("0");
  if (view === undefined) throw new Error("no comment");
  const result = detector.prepare(corpus).assess(view);
  return result.state === "scored" ? result.observations : [];
}

describe.each(DETECTORS.map((detector) => [detector.id, detector] as const))("%s", (_, detector) => {
  const { cases, article } = casesOf(detector);

  test("has cases for every signal and for no other", () => {
    expect(Object.keys(cases).sort()).toEqual(detector.signals.map(({ id }) => id).sort());
  });

  test.each(detector.signals.map(({ id }) => id))("%s has a hit and a near miss", (id) => {
    expect(cases[id]?.hits.length).toBeGreaterThan(0);
    const inLexicon = phraseData.moves.some((move) => `generic-phrasing/${move.id}` === id);
    if (!inLexicon) expect(cases[id]?.nearMisses.length).toBeGreaterThan(0);
  });

  const hits = Object.entries(cases).flatMap(([id, { hits: list }]) =>
    list.map((each) => [id, each.text, each] as const),
  );
  test.each(hits)("%s fires on %j", (id, _text, each) => {
    const found = observe(detector, each, article).find(({ signal }) => signal === id);
    expect(found).toBeDefined();
    if (each.quote !== undefined) {
      expect(found?.evidence).toContainEqual(expect.objectContaining({ kind: "quote", quote: each.quote }));
    }
  });

  // The lexicon's own near misses belong to single phrases: checked in lexicon.test.ts.
  const misses = Object.entries(cases).flatMap(([id, { nearMisses }]) =>
    nearMisses.map((each) => [id, each.text, each] as const),
  );
  test.each(misses)("%s does not fire on %j", (id, _text, each) => {
    expect(observe(detector, each, article).map(({ signal }) => signal)).not.toContain(id);
  });
});
