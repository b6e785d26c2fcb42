/** How often each signal shows on human comments: the base rates that reports print. */
import { buildCorpus } from "../../src/corpus.js";
import { DETECTORS } from "../../src/detectors/registry.js";
import type { Thread } from "../../src/model.js";
import type { TrainingData, TrainingRow } from "./corpus.js";

/** Sites whose threads are whole enough to compare comments with each other. */
const WITH_THREADS = new Set(["haacked", "nyt", "reddit_news", "rumoureval"]);

export interface BaseRates {
  readonly rates: ReadonlyMap<string, number>;
  readonly comments: number;
}

export function measureBaseRates(data: TrainingData): BaseRates {
  const humans = data.rows.filter(
    (row) =>
      row.label === "human" &&
      (WITH_THREADS.has(row.source) || row.source === "ucc") &&
      !/^haacked$/iu.test(row.author ?? ""),
  );
  const counts = new Map<string, number>();
  for (const thread of group(humans, data)) {
    const corpus = buildCorpus([thread]);
    const prepared = DETECTORS.map((detector) => detector.prepare(corpus));
    for (const view of corpus.threads[0]?.comments ?? []) {
      for (const { assess } of prepared) {
        const result = assess(view);
        if (result.state !== "scored") continue;
        for (const signal of new Set(
          result.observations.filter(({ strength }) => strength > 0).map((observation) => observation.signal),
        ))
          counts.set(signal, (counts.get(signal) ?? 0) + 1);
      }
    }
  }
  const digits = (value: number) => Number(value.toPrecision(2));
  const ids = DETECTORS.flatMap(({ signals }) => signals.map(({ id }) => id));
  return {
    rates: new Map(ids.map((id) => [id, digits((counts.get(id) ?? 0) / humans.length)])),
    comments: humans.length,
  };
}

function group(rows: readonly TrainingRow[], data: TrainingData): Thread[] {
  const byThread = new Map<string, TrainingRow[]>();
  for (const row of rows) {
    const key = row.thread ?? `${row.source}-${Math.floor(row.index / 50)}`;
    const list = byThread.get(key);
    if (list === undefined) byThread.set(key, [row]);
    else list.push(row);
  }
  return [...byThread].map(([id, members]) => {
    const article = data.articles.get(id);
    return {
      id,
      article: { title: article?.title ?? "", body: article?.text ?? "" },
      comments: members.map((row) => ({
        id: String(row.index),
        parentId: null,
        text: row.text,
        ...(row.author === undefined ? {} : { author: { name: row.author } }),
      })),
    };
  });
}
