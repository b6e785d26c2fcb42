/** Every signal that a report can show, with the text a reader needs. */
import { DETECTORS } from "./registry.js";
import type { SignalMeta } from "./detector.js";

const THREAD_SIGNALS: readonly SignalMeta[] = [
  {
    id: "thread/context",
    title: "stands in a thread that looks machine-written",
    meaning:
      "The other comments of the thread are evidence too: what is odd alone is less odd, or more, beside its siblings. Nothing is added in a thread that looks like people's.",
    direction: "raises",
    example: "a smooth comment among twelve smooth comments",
    nearMiss: "the same comment in a thread of people",
    source: "logistic regression over held-out threads; at most 3 nats",
  },
  {
    id: "thread/wording",
    title: "the comments read like machine-written ones",
    meaning:
      "The mean log-odds of the wording of all comments, against threads of people. Thirty words are noise, four hundred are evidence.",
    direction: "raises",
    example: "thirteen comments of which each is a little too smooth",
    nearMiss: "one smooth comment in a lively thread",
    source: "mean of the comments' log-odds; human quantiles in scoring/model.json",
  },
  {
    id: "thread/evenness",
    title: "the comments are even: alike in length, hardly a slip",
    meaning:
      "Lengths vary little, nearly all end in a full stop, and hardly one is typed in a hurry. People's threads are uneven.",
    direction: "raises",
    example: "thirteen comments of two tidy sentences each",
    nearMiss: "a moderated debate with a few typing slips",
    source: "coefficient of variation of length and share of comments with an irregularity",
  },
  {
    id: "thread/near-siblings",
    title: "the comments resemble each other",
    meaning: "How close each comment stands to its two nearest siblings, on average over the thread.",
    direction: "raises",
    example: "comments assembled from the same few sentences",
    nearMiss: "people who agree with each other in their own words",
    source: "Jaccard of character 5-grams",
  },
  {
    id: "thread/stock-phrasing",
    title: "stock phrases pile up",
    meaning: "Stock moves per 100 words over the whole thread.",
    direction: "raises",
    example: "“It is crucial …” in five of thirteen comments",
    nearMiss: "one politician's phrase in a long thread",
    source: "the phrase lexicon; human quantiles in scoring/model.json",
  },
  {
    id: "thread/shared-wording",
    title: "word sequences return from comment to comment",
    meaning: "Word 3-grams that another comment has too and the article has not, per 100 words.",
    direction: "raises",
    example: "“must be held accountable” in four comments",
    nearMiss: "the name of a place in four comments",
    source: "repeated 3-grams with the article masked",
  },
  {
    id: "thread/shared-skeletons",
    title: "sentences are built alike",
    meaning:
      "Sequences of function words and endings that another comment has too, per 100 words: the same build with other content words.",
    direction: "raises",
    example: "“It is X to see the Y of Z” again and again",
    nearMiss: "“I don't think that …” in two comments",
    source: "repeated skeleton 5-grams",
  },
  {
    id: "thread/shared-phrases",
    title: "phrases shared by three or more comments",
    meaning:
      "The longest phrases with two or more content words that at least three comments share and the article does not have.",
    direction: "informs",
    example: "“hold those responsible accountable”",
    nearMiss: "a phrase from the headline",
    source: "word n-grams of 3 to 7 words",
  },
  {
    id: "thread/claims",
    title: "who the comments claim to be",
    meaning: "Every claim to be somebody in the thread, those that match the article and mere credentials alike.",
    direction: "informs",
    example: "“As the head of the Harbour Trust” and “As a nurse” in one list",
    nearMiss: "“As a taxpayer”",
    source: "the impersonation detector",
  },
  {
    id: "thread/families",
    title: "families of near-duplicates",
    meaning: "How many comments of the thread belong to a cluster of copies, edits or paraphrases.",
    direction: "informs",
    example: "two comments that ask one question",
    nearMiss: "two people who say “RIP”",
    source: "near-duplicate search",
  },
];

export const SIGNALS: readonly SignalMeta[] = [...DETECTORS.flatMap(({ signals }) => signals), ...THREAD_SIGNALS];
