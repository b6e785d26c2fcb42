import fc from "fast-check";
import { foldText } from "../src/text/fold.js";
import { detectLanguage } from "../src/text/language.js";
import { jaroWinkler, stem } from "../src/text/natural.js";
import { quotedRanges } from "../src/text/quotation.js";
import { splitSentences } from "../src/text/sentences.js";
import { intersectionSize, lcsRatio, letterPairDice } from "../src/text/similarity.js";
import { tokenize } from "../src/text/tokens.js";

const norms = (text: string) => tokenize(text).map(({ norm }) => norm);

describe("tokenize", () => {
  test("keeps letters of every script, apostrophes and numbers whole", () => {
    expect(norms("Naïve café’s 1,200 – мост!")).toEqual(["naïve", "café's", "1,200", "-", "мост", "!"]);
  });

  test("knows addresses, mentions and hashtags", () => {
    expect(tokenize("@ana see https://a.example/x?y=1 #bridge").map(({ kind }) => kind)).toEqual([
      "mention",
      "word",
      "url",
      "hashtag",
    ]);
  });

  test("ranges slice out of the text, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let last = 0;
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("foldText", () => {
  test.each([
    ["br\u200bidge", "bridge"],
    ["ｂｒｉｄｇｅ", "bridge"],
    ["раypal", "paypal"],
    ["café", "cafe"],
    ["𝐛𝐫𝐢𝐝𝐠𝐞", "bridge"],
    ["b\u202Eridge", "bridge"],
    ["мост", "мост"],
  ])("%j reads %j", (raw, folded) => {
    expect(foldText(raw).text.toLowerCase()).toBe(folded);
  });

  test("maps every range back into the raw text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (raw) => {
        const folded = foldText(raw);
        for (const { start, end } of tokenize(folded.text)) {
          const range = folded.toRaw(start, end);
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(raw.length);
        }
      }),
    );
  });
});

describe("splitSentences", () => {
  test("does not stop at abbreviations and initials", () => {
    expect(
      splitSentences("Mr. Lind of the U.S. Navy left at 5 p.m. today. Why? Nobody knows").map(({ quote }) => quote),
    ).toEqual(["Mr. Lind of the U.S. Navy left at 5 p.m. today.", "Why?", "Nobody knows"]);
  });

  test("sentences slice out of the text as their quotes", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "B", ".", "!", "?", " ", "\n", "”", "…") }), (text) => {
        for (const { start, end, quote } of splitSentences(text)) expect(text.slice(start, end)).toBe(quote);
      }),
    );
  });
});

test("quotedRanges finds quotation marks and > lines, not apostrophes", () => {
  const text = "> they said\nI don't think it's “fine, really” at all";
  expect(quotedRanges(text).map(({ start, end }) => text.slice(start, end))).toEqual(["> they said", "“fine, really”"]);
});

test.each([
  ["lol no", "und"],
  ["This is great and I like it a lot", "eng"],
  ["Das ist ein sehr schöner Artikel, vielen Dank dafür und weiter so", "deu"],
  ["Это очень плохо для всех нас", "rus"],
])("detectLanguage(%j) is %s", (text, language) => {
  expect(
    detectLanguage(
      text,
      tokenize(text).filter(({ kind }) => kind === "word"),
    ),
  ).toBe(language);
});

test("similarities are 0 for nothing in common, 1 for the same, and never NaN on empty input", () => {
  expect(intersectionSize(new Set(["x", "y"]), new Set(["y", "z", "w"]))).toBe(1);
  expect([lcsRatio([], []), letterPairDice("", "")]).toEqual([0, 0]);
  expect(lcsRatio(["a", "b", "c"], ["a", "x", "c"])).toBeCloseTo(2 / 3);
  expect(letterPairDice("The bridge", "the bridge")).toBe(1);
});

test("natural gives stems and name similarity", () => {
  expect([stem("supporting"), stem("supports")]).toEqual(["support", "support"]);
  expect(jaroWinkler("danielle", "daniele")).toBeGreaterThan(0.95);
});
