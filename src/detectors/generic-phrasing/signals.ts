import type { SignalMeta } from "../detector.js";
import { phraseData } from "./lexicon/lexicon.js";

const WORDING: SignalMeta = {
  id: "generic-phrasing/wording",
  title: "reads like machine-written comments",
  meaning:
    "How much likelier these words, their order and the rhythm of the text are among machine-written comments than among people's, by a model fitted on both. The quoted places carry most of it. It lowers the score where the wording is more like people's.",
  direction: "raises",
  example: "“It is disheartening to see such negligence. We must ensure that lessons are learned.”",
  nearMiss: "“Disheartening, but who's surprised? They cut the inspectors in 2019.”",
  source: "mixture of logistic regressions over word 1- to 3-grams and style; docs/model/CARD.md",
};

const ECHO: SignalMeta = {
  id: "generic-phrasing/article-echo",
  title: "restates the headline and adds nothing",
  meaning:
    "Most of the headline's words return, and nearly everything the comment says is in the article: no name, number or experience of its own.",
  direction: "raises",
  example: "“So the old bridge will reopen in May after the repairs, as the council said.”",
  nearMiss: "“The old bridge reopens in May? My bus was promised for March.”",
  source: "share of content stems; the complaint that readers make most often about such comments",
};

const SPECIFIC: SignalMeta = {
  id: "generic-phrasing/specific-detail",
  title: "first-hand or new detail",
  meaning:
    "Experience in the first person, a relative, a name or a number that the article does not have. Speaks for a person.",
  direction: "lowers",
  example: "“I worked on that bridge in 1994 with my brother.”",
  nearMiss: "“The bridge is important to many people.”",
  source: "first-hand detail stands in 0.8–8 % of human comments and in hardly any machine-written ones",
};

const IRREGULARITY: SignalMeta = {
  id: "generic-phrasing/irregularity",
  title: "typed in a hurry",
  meaning:
    "Slang, lower-case starts, doubled marks, missing apostrophes, capitals. Speaks for a person; that they are missing says little.",
  direction: "lowers",
  example: "“lol they cant even paint it right!!”",
  nearMiss: "“They cannot even paint it right.”",
  source: "a quarter to a third of human comments of 20–80 words have one",
};

const FROM_MOVES: readonly SignalMeta[] = phraseData.moves.map(({ id, title, meaning, phrases, tell }) => ({
  id: `generic-phrasing/${id}`,
  title,
  meaning,
  direction: id === "hedged-opener" ? "informs" : "raises",
  example: `“${phrases[0]?.hits[0] ?? ""}”`,
  nearMiss: `“${phrases[0]?.nearMisses[0] ?? ""}”`,
  source: `stock move ${tell}; ${phrases[0]?.note ?? ""}`,
}));

export const GENERIC_SIGNALS: readonly SignalMeta[] = [WORDING, ...FROM_MOVES, ECHO, SPECIFIC, IRREGULARITY];
