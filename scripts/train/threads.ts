/** Threads for fitting and reference: people's, machines', and both under one article. */
import { buildCorpus } from "../../src/corpus.js";
import { genericPhrasingDetector } from "../../src/detectors/generic-phrasing/index.js";
import { nearDuplicateDetector } from "../../src/detectors/near-duplicate/index.js";
import type { Observation } from "../../src/model.js";
import { toThread } from "./comments.js";
import type { TrainingData, TrainingRow } from "./corpus.js";
import { sample, seeded } from "./random.js";

export interface TrainingThread {
  readonly site: string;
  readonly fold: number;
  /** Share of machine-written comments, 0..1. */
  readonly share: number;
  /** `gathered`: comments of one source that share no article; for fitting only. */
  readonly kind: "human" | "open-llm" | "current" | "mixed" | "gathered-human" | "gathered-llm";
  readonly rows: readonly TrainingRow[];
  readonly statistics: Readonly<Record<string, number>>;
  /** near-duplicate/sibling observations by row index. */
  readonly siblings: ReadonlyMap<number, Observation>;
}

const SIZES = [5, 8, 13, 20, 40];
const MIXED_SHARES = [0.3, 0.5, 0.75];
const SITES: Readonly<Record<string, number>> = { haacked: 0, nyt: 1, reddit_news: 2, rumoureval: 3, synthmod: 4 };
/** The blog's owner answers every post; the tool knows article authors, the reference leaves them out. */
const OWNER = /^haacked$/iu;

export function buildThreads(data: TrainingData, seed: number, log: (line: string) => void): TrainingThread[] {
  const random = seeded(seed);
  const byThread = new Map<string, { human: TrainingRow[]; machine: TrainingRow[] }>();
  for (const row of data.rows) {
    if (row.thread === undefined || row.words < 8 || (row.source === "haacked" && OWNER.test(row.author ?? "")))
      continue;
    if (!(row.source in SITES) && !row.isOwn) continue;
    const entry = byThread.get(row.thread) ?? { human: [], machine: [] };
    (row.label === "human" ? entry.human : entry.machine).push(row);
    byThread.set(row.thread, entry);
  }
  const threads: TrainingThread[] = [];
  const add = (kind: TrainingThread["kind"], id: string, rows: readonly TrainingRow[]) =>
    threads.push(describe(kind, id, rows, data));
  for (const [id, { human, machine }] of [...byThread].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const synth = machine.filter((row) => row.source === "synthmod");
    const own = machine.filter((row) => row.isOwn);
    if (human.length >= 5 && human[0]?.source !== "synthmod") {
      const fitting = SIZES.filter((size) => size <= human.length);
      for (const size of human[0]?.source === "haacked" ? sample(fitting, 1, random) : fitting)
        add("human", id, sample(human, size, random));
    }
    if (synth.length >= 5) {
      const size =
        sample(
          SIZES.filter((value) => value <= synth.length),
          1,
          random,
        )[0] ?? 5;
      add("open-llm", id, sample(synth, size, random));
    }
    if (own.length >= 5)
      for (const size of SIZES.filter((value) => value <= own.length)) add("current", id, sample(own, size, random));
    if (own.length >= 9 && human.length >= 9) {
      for (const share of MIXED_SHARES) {
        const machines = Math.round(12 * share);
        add("mixed", id, [...sample(own, machines, random), ...sample(human, 12 - machines, random)]);
      }
    }
  }
  for (const rows of gather(data.rows)) {
    const kind = rows[0]?.label === "llm" ? "gathered-llm" : "gathered-human";
    for (let k = 0; k < GATHERED; k++)
      add(kind, "", sample(rows, sample(SIZES.slice(0, 4), 1, random)[0] ?? 8, random));
  }
  log(`${threads.length} threads`);
  return threads;
}

/** Threads made of each writer of a source that has none, so that more than two writers shape the thread model. */
const GATHERED = 100;
const GATHERED_SOURCES: Readonly<Record<string, number>> = { grid: 4, parrot: 3, inspaired: 1, maideup: 2 };

function gather(rows: readonly TrainingRow[]): TrainingRow[][] {
  const byWriter = new Map<string, TrainingRow[]>();
  for (const row of rows) {
    if (!(row.source in GATHERED_SOURCES) || row.words < 8 || row.words > 120) continue;
    const key = `${row.source} ${row.writer}`;
    const list = byWriter.get(key);
    if (list === undefined) byWriter.set(key, [row]);
    else list.push(row);
  }
  return [...byWriter].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list);
}

function describe(
  kind: TrainingThread["kind"],
  id: string,
  rows: readonly TrainingRow[],
  data: TrainingData,
): TrainingThread {
  const corpus = buildCorpus([toThread(id, rows, data)]);
  const [thread] = corpus.threads;
  if (thread === undefined) throw new Error("a thread without comments");
  const near = nearDuplicateDetector.prepare(corpus);
  const generic = genericPhrasingDetector.prepare(corpus);
  const siblings = new Map<number, Observation>();
  thread.comments.forEach((view) => {
    const result = near.assess(view);
    const observation =
      result.state === "scored"
        ? result.observations.find(({ signal }) => signal === "near-duplicate/sibling")
        : undefined;
    if (observation !== undefined) siblings.set(Number(view.comment.id), observation);
  });
  const first = rows[0];
  const site = data.articles.get(id)?.source ?? first?.source ?? "";
  return {
    site,
    fold: SITES[site] ?? GATHERED_SOURCES[site] ?? 4,
    share: rows.filter(({ label }) => label === "llm").length / rows.length,
    kind,
    rows,
    statistics: { ...generic.describeThread?.(thread).statistics, ...near.describeThread?.(thread).statistics },
    siblings,
  };
}
