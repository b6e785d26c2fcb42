/**
 * Fits everything that ships: the language model, the weights of the signals, the thread model and
 * the human references, and writes the model card.
 *
 *   npm run train -- <folder of labelled NDJSON>      (default ../shared/data)
 *
 * Deterministic: the same data gives the same bytes.
 */
import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { sha256 } from "../../src/hash.js";
import type { ScoringModel } from "../../src/scoring/model.js";
import { contextNats } from "../../src/scoring/context.js";
import { scoreComment } from "../../src/scoring/score.js";
import { likenessOf } from "../../src/scoring/thread.js";
import type { Observation } from "../../src/model.js";
import { writeCard } from "./card.js";
import { keptCommentStage } from "./comments.js";
import { isotonic } from "./isotonic.js";
import { loadTrainingData, type TrainingRow } from "./corpus.js";
import { measureBaseRates } from "./rates.js";
import { buildReference, weightedQuantiles, type HumanValue } from "./references.js";
import { fitSignals, type SiblingWeight } from "./signals.js";
import { fitContext, fitThreads, LIKENESS, statisticsOf, THREAD_FEATURES } from "./thread-model.js";
import { buildThreads, type TrainingThread } from "./threads.js";

const SEED = 20_261_124;
const COMMENT_EDGES = [0, 12, 25, 50, 81, Infinity];
const THREAD_EDGES = [0, 8, 13, 20, 40, Infinity];
const BANDS = { high: 0.005, elevated: 0.02 };
/** Sites whose comments stand for "a person's comment"; reviews and pre-2022 posts do not. */
const REFERENCE_SITES = new Set([
  "haacked",
  "nyt",
  "reddit_news",
  "rumoureval",
  "grid",
  "inspaired",
  "tubespam",
  "parrot",
]);
const OWNER = /^haacked$/iu;

function train(from: string, keep: string | undefined): void {
  const started = Date.now();
  const log = (line: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  const data = loadTrainingData(from);
  log(`${data.rows.length} texts`);
  const { observations, strict, languageModel } = keptCommentStage(data, keep, log);
  writeFileSync("src/detectors/generic-phrasing/language-model/weights.json", `${JSON.stringify(languageModel)}\n`);
  const threads = buildThreads(data, SEED, log);
  const baseRates = measureBaseRates(data);
  log("base rates measured");

  const sibling = weighSiblings(threads);
  const signals = fitSignals(data.rows, observations, baseRates.rates, sibling);
  const draft: ScoringModel = {
    ...EMPTY,
    signals,
    axisBounds: { generic: { min: -6, max: 6 }, duplicate: { min: 0, max: 6.5 } },
  };
  const score = (from: ReadonlyMap<number, readonly Observation[]>) =>
    memo((index) => {
      const seen = from.get(index);
      return seen === undefined
        ? undefined
        : scoreComment(
            seen.map((observation) => ({ observation, axis: "generic" })),
            data.rows[index]?.words ?? 0,
            draft,
          ).logOdds;
    });
  const genericOf = score(observations);
  const expertsOf = (index: number) =>
    observations.get(index)?.find(({ signal }) => signal === "generic-phrasing/wording")?.data["byExpert"] as
      readonly number[] | undefined;
  const statistics = threads.map((thread) => statisticsOf(thread, genericOf, expertsOf));
  const humanThreads = threads.flatMap((item, i) => (item.kind === "human" ? [{ item, i }] : []));
  const statisticReference = Object.fromEntries(
    [...THREAD_FEATURES, ...LIKENESS].map((name) => [
      name,
      buildReference(
        humanThreads.map(({ item, i }) => ({
          site: item.site,
          size: item.rows.length,
          value: statistics[i]?.[name] ?? 0,
        })),
        [0, Infinity],
        1,
      ),
    ]),
  );
  const likeness = { statistics: LIKENESS, fromRate: 0.05, weight: 0.7 };
  const { model: thread, heldOut: styleOnly } = fitThreads(threads, statistics);
  const heldOut = styleOnly.map(
    (value, i) => value + likenessOf(statistics[i] ?? {}, { likeness, statisticReference }),
  );
  log("threads fitted");
  const threadValues = humanThreads.map(({ item, i }): HumanValue => ({
    site: item.site,
    size: item.rows.length,
    value: heldOut[i] ?? 0,
  }));
  const context = fitContext(threads, heldOut, genericOf);
  const [quiet = 0] = weightedQuantiles(threadValues, [BANDS.elevated]);
  const lifted = { ...context, bias: Number((-context.weight * quiet).toPrecision(4)) };

  const finalBy = (generic: typeof genericOf, item: TrainingThread, i: number, row: TrainingRow) => {
    const own = generic(row.index);
    const near = item.siblings.get(row.index);
    if (own === undefined) return undefined;
    const duplicate =
      near === undefined ? 0 : scoreComment([{ observation: near, axis: "duplicate" }], row.words, draft).logOdds;
    return own + duplicate + contextNats(heldOut[i] ?? 0, own + duplicate, lifted);
  };
  const finalOf = (item: TrainingThread, i: number, row: TrainingRow) => finalBy(genericOf, item, i, row);
  // The bands must hold on sites that nobody has seen: their reference is people on unseen sites.
  const strictOf = score(strict);
  const commentValues: HumanValue[] = humanThreads.flatMap(({ item, i }) =>
    item.rows.flatMap((row) => {
      const value = finalBy(strictOf, item, i, row);
      return value === undefined ? [] : [{ site: item.site, size: row.words, value }];
    }),
  );
  for (const row of data.rows) {
    const value = strictOf(row.index);
    if (
      row.label !== "human" ||
      value === undefined ||
      !REFERENCE_SITES.has(row.source) ||
      OWNER.test(row.author ?? "")
    )
      continue;
    commentValues.push({ site: `${row.source}, alone`, size: row.words, value });
  }
  const commentReference = buildReference(commentValues, COMMENT_EDGES, 2_000, { floor: true });
  const [usual = -1] = weightedQuantiles(commentValues, [0.5]);
  const elevatedCut = commentReference.buckets[2]?.values[commentReference.rates.indexOf(BANDS.elevated)] ?? 1;

  const model: ScoringModel = {
    ...draft,
    id: "",
    // 50 where the upper bands begin, 10 for a typical comment of a person; flatter above, where evidence piles up.
    score: {
      centre: elevatedCut,
      below: Number(((elevatedCut - usual) / Math.log(9)).toPrecision(4)),
      above: Number((((elevatedCut - usual) / Math.log(9)) * 2).toPrecision(4)),
    },
    commentReference,
    thread,
    threadReference: buildReference(threadValues, THREAD_EDGES, 300),
    likeness,
    statisticReference,
    context: lifted,
    share: densityRatio(data.rows, genericOf),
    bands: BANDS,
  };
  const id = sha256(JSON.stringify(model) + JSON.stringify(languageModel)).slice(0, 12);
  writeFileSync("src/scoring/model.json", `${JSON.stringify({ ...model, id }, null, 1)}\n`);
  writeCard({
    data,
    threads,
    heldOut,
    genericOf,
    strictOf,
    finalOf,
    model: { ...model, id },
    baseRates,
    threadValues,
  });
  log(`wrote model ${id}`);
}

/**
 * Nearest-sibling likeness: nothing up to what 1 in 50 human comments shows, then 1.5 nats for every
 * doubling of that. Fitted over all writers it came to nothing: models that were told to be many
 * people are no more alike than people; those that were not are, and that is what it is for.
 */
function weighSiblings(threads: readonly TrainingThread[]): SiblingWeight {
  const humans = threads
    .filter(({ kind, rows }) => kind === "human" && rows.length >= 8)
    .flatMap((thread) =>
      thread.rows.flatMap((row): HumanValue[] => {
        const observation = thread.siblings.get(row.index);
        return observation === undefined ? [] : [{ site: thread.site, size: row.words, value: observation.strength }];
      }),
    );
  const [usual = 0.1] = weightedQuantiles(humans, [0.02]);
  return { weight: Number((1.5 / usual).toPrecision(4)), bias: -1.5, min: 0, max: 1.5 };
}

/** Machine against human densities of the log-odds in bins, monotone, for the share of a thread. */
function densityRatio(
  rows: readonly TrainingRow[],
  genericOf: (index: number) => number | undefined,
): ScoringModel["share"] {
  const edges = Array.from({ length: 16 }, (_, i) => -6 + i * 0.75);
  const count = (label: TrainingRow["label"]) => {
    const bins = Array.from({ length: edges.length + 1 }, () => 1);
    for (const row of rows) {
      const value = row.label === label && row.words >= 12 ? genericOf(row.index) : undefined;
      if (value === undefined) continue;
      const bin = edges.findIndex((edge) => value < edge);
      const index = bin === -1 ? edges.length : bin;
      bins[index] = (bins[index] ?? 0) + 1;
    }
    const sum = bins.reduce((a, b) => a + b, 0);
    return bins.map((value) => value / sum);
  };
  const [human, machine] = [count("human"), count("llm")];
  const raw = machine.map((value, i) => Math.max(-4, Math.min(4, Math.log(value / (human[i] ?? 1)))));
  const weights = machine.map((value, i) => value + (human[i] ?? 0));
  const logRatios = isotonic(raw, weights).map((value) => Number(value.toFixed(3)));
  return { edges, logRatios };
}

function memo(compute: (index: number) => number | undefined): (index: number) => number | undefined {
  const known = new Map<number, number | undefined>();
  return (index) => {
    if (!known.has(index)) known.set(index, compute(index));
    return known.get(index);
  };
}

const EMPTY: ScoringModel = {
  id: "",
  signals: {},
  axisBounds: {},
  ramp: { fromWords: 8, toWords: 20 },
  score: { centre: 0, below: 1, above: 1 },
  commentReference: { rates: [], buckets: [] },
  thread: { features: [], mean: [], deviation: [], weights: [], bias: 0 },
  threadReference: { rates: [], buckets: [] },
  likeness: { statistics: [], fromRate: 1, weight: 0 },
  statisticReference: {},
  context: { weight: 0, bias: 0, min: 0, max: 0, ownFrom: 0, ownTo: 1 },
  share: { edges: [], logRatios: [0] },
  bands: BANDS,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: "string" } } });
const folder = positionals[0] ?? "../shared/data";
if (!existsSync(folder)) {
  console.log(`skipped: there is no data in ${folder}`);
} else {
  train(folder, values.keep);
}
