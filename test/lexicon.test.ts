import { checkLexicon, Lexicon, phraseData } from "../src/detectors/generic-phrasing/lexicon/lexicon.js";
import { compilePattern } from "../src/text/pattern.js";
import { tokenize } from "../src/text/tokens.js";

test("every phrase matches its hits and none of its near misses", () => {
  expect(phraseData.moves.length).toBeGreaterThanOrEqual(15);
  expect(checkLexicon(phraseData, tokenize)).toEqual([]);
});

test("a phrase whose near miss fires is refused by name", () => {
  const bad = { pattern: "the bridge", note: "", source: "", hits: ["the bridge"], nearMisses: ["the bridge again"] };
  const move = { id: "bad", tell: "", title: "", meaning: "", reliability: "weak", phrases: [bad] };
  expect(checkLexicon({ classes: {}, moves: [move] }, tokenize)).toEqual([
    'bad: "the bridge" fires on the near miss "the bridge again"',
  ]);
});

test("a phrase without a near miss is refused", () => {
  const move = {
    id: "bare",
    tell: "",
    title: "",
    meaning: "",
    reliability: "weak",
    phrases: [{ pattern: "x", note: "", source: "", hits: ["x"], nearMisses: [] }],
  };
  expect(checkLexicon({ classes: {}, moves: [move] }, tokenize)).toEqual(['bare: "x" needs a hit and a near miss']);
});

test.each([
  ["..9 x", /gap of 9/u],
  ["~nothing", /unknown word class/u],
  ["^ $", /names no word/u],
  ["a||b", /empty choice/u],
])("the pattern %j is refused", (source, message) => {
  expect(() => compilePattern(source, {})).toThrow(message);
});

test("a gap does not cross the end of a sentence", () => {
  const phrase = {
    pattern: "hold ..3 accountable",
    note: "",
    source: "",
    hits: ["hold them accountable"],
    nearMisses: ["Hold on. We are accountable."],
  };
  const lexicon = {
    classes: {},
    moves: [{ id: "m", tell: "", title: "", meaning: "", reliability: "weak", phrases: [phrase] }],
  };
  expect(checkLexicon(lexicon, tokenize)).toEqual([]);
  expect(new Lexicon(lexicon).find(tokenize("hold them accountable"))).toHaveLength(1);
});
