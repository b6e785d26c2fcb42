/** The pages of docs/signals by file name. Pure, so that a test can compare. */
import { readFileSync } from "node:fs";
import { SIGNALS } from "../src/detectors/catalogue.js";
import type { SignalMeta } from "../src/detectors/detector.js";
import { phraseData } from "../src/detectors/generic-phrasing/lexicon/lexicon.js";
import { oneIn } from "../src/reporters/wording.js";
import { scoringModel } from "../src/scoring/shipped.js";

export function signalPages(): ReadonlyMap<string, string> {
  const pages = new Map(SIGNALS.map((signal) => [fileOf(signal.id), page(signal)]));
  pages.set("README.md", index());
  return pages;
}

function fileOf(id: string): string {
  return `${id.replaceAll("/", "-")}.md`;
}

function index(): string {
  const rows = SIGNALS.map(
    (signal) => `| [${signal.id}](${fileOf(signal.id)}) | ${signal.title} | ${rateOf(signal.id)} |`,
  );
  return [
    "# Signals",
    "",
    "What comment-audit looks for. `comment-audit signals <id>` prints the same.",
    "",
    "| signal | in words | on human comments |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function page(signal: SignalMeta): string {
  const weight = scoringModel.signals[signal.id];
  const most = weight === undefined ? 0 : weight.weight < 0 ? weight.min : weight.max;
  const effect =
    weight === undefined
      ? "It belongs to the verdict on the thread."
      : weight.basis === "none"
        ? "It is shown and changes no score."
        : `It ${most < 0 ? "takes" : "adds"} at most ${Math.abs(most)} nats of log-odds${weight.weak === true ? ", and never decides a band" : ""}; the weight is ${weight.basis === "fitted" ? "fitted on labelled comments" : "chosen with its rarity on human comments in view"}.`;
  return [
    `# ${signal.id}`,
    "",
    `**${signal.title}**`,
    "",
    signal.meaning,
    "",
    `- Fires on: ${signal.example}`,
    `- Not on: ${signal.nearMiss}`,
    `- On human comments: ${rateOf(signal.id)}`,
    `- Effect: ${effect}`,
    `- Source: ${signal.source}`,
    "",
    ...phrasesOf(signal.id),
    ...casesOf(signal.id),
  ].join("\n");
}

function rateOf(id: string): string {
  const rate = scoringModel.signals[id]?.humanRate;
  if (rate === undefined || rate === null) return "a measured value, compared with people's";
  return rate === 0 ? "none of those measured" : oneIn(rate);
}

/** The patterns of a stock move, with what each must and must not match. */
function phrasesOf(id: string): string[] {
  const move = phraseData.moves.find((candidate) => `generic-phrasing/${candidate.id}` === id);
  if (move === undefined) return [];
  const rows = move.phrases.map(
    ({ pattern, note, hits, nearMisses }) =>
      `| \`${pattern.replaceAll("|", "\\|")}\` | ${note} | ${hits.join(" · ")} | ${nearMisses.join(" · ")} |`,
  );
  return ["## Phrases", "", "| pattern | note | matches | does not match |", "| --- | --- | --- | --- |", ...rows, ""];
}

interface Cases {
  readonly hits: readonly { readonly text: string }[];
  readonly nearMisses: readonly { readonly text: string }[];
}

const DETECTOR_FIXTURES = ["artifact", "impersonation", "near-duplicate"].map((id) => {
  const url = new URL(`../fixtures/detectors/${id}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as Record<string, Cases> & { readonly signals?: Record<string, Cases> };
});

/** What the tests hold the signal to: texts it must and must not fire on. */
function casesOf(id: string): string[] {
  const cases = DETECTOR_FIXTURES.map((fixture) => (fixture.signals ?? fixture)[id]).find(
    (found) => found !== undefined,
  );
  if (cases === undefined) return [];
  const list = (items: Cases["hits"]) => items.map(({ text }) => `- ${JSON.stringify(text)}`);
  return ["## Fires on", "", ...list(cases.hits), "", "## Does not fire on", "", ...list(cases.nearMisses), ""];
}
