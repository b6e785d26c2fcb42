import type { SignalMeta } from "../detector.js";

export const NEAR_DUPLICATE_SIGNALS: readonly SignalMeta[] = [
  {
    id: "near-duplicate/copy",
    title: "copy of another comment",
    meaning:
      "The same words as another comment, whatever the case, the spacing, the marks, look-alike letters or invisible characters. Texts under eight words never count, and a person who posts twice is told apart.",
    direction: "raises",
    example: "“The old bridge should have stayed closed until June.” posted by two accounts",
    nearMiss: "“RIP” posted by forty people",
    source: "exact match after folding (Unicode NFKC, UTS #39)",
  },
  {
    id: "near-duplicate/edited",
    title: "light edit of another comment",
    meaning:
      "At least 60 % of the words of the longer text stand in the other in the same order, or most of its three-word shingles do.",
    direction: "raises",
    example: "“The old bridge should have been closed until July.” beside the same with June",
    nearMiss: "two people who quote the same sentence of the article",
    source: "MinHash-LSH (Broder 1997), verified by longest common subsequence",
  },
  {
    id: "near-duplicate/paraphrase",
    title: "says the same in other words",
    meaning:
      "Most of the rare content words are shared and stand in the same order, though the wording differs. Compared inside one thread only, against how much its other comments share.",
    direction: "raises",
    example:
      "“Is there any proof for the cost overrun, or only rumours?” and “Is there proof of a cost overrun, or is it only rumour?”",
    nearMiss: "two people who complain about the same detour",
    source: "stems weighted by inverse document frequency in the thread; Dice ≥ 0.6 and order ≥ 0.4",
  },
  {
    id: "near-duplicate/from-article",
    title: "copied from the article",
    meaning:
      "A run of eight or more words of the article makes up at least half of the comment, without quotation marks.",
    direction: "raises",
    example: "a sentence of the article posted as one's own comment",
    nearMiss: "“> the bridge will reopen in May” followed by an answer",
    source: "longest common run over an index of word 5-grams",
  },
  {
    id: "near-duplicate/from-parent",
    title: "copied from the comment it answers",
    meaning:
      "A run of eight or more words of the parent comment makes up at least half of the reply, without quotation marks.",
    direction: "raises",
    example: "a reply that repeats the question it answers word for word",
    nearMiss: "a reply that quotes the question on a > line",
    source: "longest common run over an index of word 5-grams",
  },
  {
    id: "near-duplicate/sibling",
    title: "unusually close to two siblings",
    meaning:
      "The mean likeness to its two nearest siblings, over letter 5-grams. Comments of one writer or one model share more than their topic; how much is usual for people was measured.",
    direction: "raises",
    example: "three comments built from the same stock sentences",
    nearMiss: "three people who mention the same place",
    source: "Jaccard of character 5-grams, mean of the two nearest",
  },
];
