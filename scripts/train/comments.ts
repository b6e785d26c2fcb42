/** Experts per fold, and what the product's own detector says of every text it has not been fitted on. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { buildCorpus } from "../../src/corpus.js";
import { createGenericPhrasingDetector } from "../../src/detectors/generic-phrasing/index.js";
import type { LanguageModelData } from "../../src/detectors/generic-phrasing/language-model/model.js";
import { cutAtRate } from "../../src/evaluation/metrics.js";
import type { Observation, Thread } from "../../src/model.js";
import { ARTICLE_FOLDS, balancedWeights, FOLDS, type TrainingData, type TrainingRow } from "./corpus.js";
import {
  encode,
  fitExpert,
  rawLogit,
  styleScaling,
  toModelData,
  type Anchors,
  type Encoded,
  type RawExpert,
} from "./experts.js";

export const BITS = 18;
export const EXPERTS = ["general", "current"] as const;

interface FoldModel {
  readonly experts: readonly RawExpert[];
  readonly scaling: ReturnType<typeof styleScaling>;
}

export interface CommentStage {
  /**
   * Observations of the generic-phrasing detector by row. Human texts: from a model that knows their
   * site but not their article or author, as the shipped one does. Machine texts: from a model that
   * knows neither their writer nor their site.
   */
  readonly observations: ReadonlyMap<number, readonly Observation[]>;
  /** For all rows, from a model that knows neither their writer nor their site. */
  readonly strict: ReadonlyMap<number, readonly Observation[]>;
  /** The model fitted on everything, which ships. */
  readonly languageModel: LanguageModelData;
}

/** Keeps the slow first stage in a file, for work on what comes after it: `--keep <file>`. */
export function keptCommentStage(
  data: TrainingData,
  file: string | undefined,
  log: (line: string) => void,
): CommentStage {
  if (file !== undefined && existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, "utf8")) as Kept;
    log(`first stage read from ${file}`);
    return {
      observations: new Map(kept.observations),
      strict: new Map(kept.strict),
      languageModel: kept.languageModel,
    };
  }
  const stage = runCommentStage(data, log);
  if (file !== undefined) {
    const slim = (map: ReadonlyMap<number, readonly Observation[]>): Kept["observations"] =>
      [...map].map(([index, list]) => [index, list.map((each) => ({ ...each, evidence: [] }))]);
    const kept: Kept = {
      observations: slim(stage.observations),
      strict: slim(stage.strict),
      languageModel: stage.languageModel,
    };
    writeFileSync(file, JSON.stringify(kept));
  }
  return stage;
}

interface Kept {
  readonly observations: [number, Observation[]][];
  readonly strict: [number, Observation[]][];
  readonly languageModel: LanguageModelData;
}

function runCommentStage(data: TrainingData, log: (line: string) => void): CommentStage {
  const encoded = data.rows.map(({ text }) => encode(text.slice(0, 2_000), BITS));
  const trained = data.rows.filter((row) => row.fold >= 0);
  const articleModels = Array.from({ length: ARTICLE_FOLDS }, (_, fold) => {
    log(`fitting without article fold ${fold}`);
    return fitFold(
      trained.filter((row) => row.articleFold !== fold),
      encoded,
    );
  });
  const anchors = meanAnchors(
    articleModels.map((model, fold) =>
      foldAnchors(
        model,
        trained.filter((row) => row.articleFold === fold && row.label === "human"),
        encoded,
      ),
    ),
  );
  const ready = (model: FoldModel) => toModelData(model.experts, anchors, model.scaling, BITS);
  const observations = new Map<number, readonly Observation[]>();
  articleModels.forEach((model, fold) =>
    observe(
      data,
      trained.filter((row) => row.articleFold === fold && row.label === "human"),
      ready(model),
      observations,
    ),
  );
  const strict = new Map<number, readonly Observation[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    log(`fitting without writers and sites of fold ${fold}`);
    observe(
      data,
      trained.filter((row) => row.fold === fold),
      ready(
        fitFold(
          trained.filter((row) => row.fold !== fold),
          encoded,
        ),
      ),
      strict,
    );
  }
  log("fitting on everything");
  const languageModel = ready(fitFold(trained, encoded));
  observe(
    data,
    data.rows.filter((row) => row.fold === -1),
    languageModel,
    strict,
  );
  for (const row of data.rows) {
    const seen = strict.get(row.index);
    if (seen !== undefined && !observations.has(row.index)) observations.set(row.index, seen);
  }
  return { observations, strict, languageModel };
}

function fitFold(rows: readonly TrainingRow[], encoded: readonly Encoded[]): FoldModel {
  const scaling = styleScaling(rows.map(({ index }) => encoded[index]).filter((value) => value !== undefined));
  const experts = EXPERTS.map((id) => {
    const chosen = rows.filter((row) => row.label === "human" || row.isOwn === (id === "current"));
    const weights = balancedWeights(chosen);
    const examples = chosen.map((row, i) => ({
      encoded: encoded[row.index] ?? { hashes: new Int32Array(), style: [] },
      y: row.label === "llm" ? (1 as const) : (0 as const),
      weight: weights[i] ?? 0,
    }));
    return fitExpert(id, examples, scaling, BITS);
  });
  return { experts, scaling };
}

/** Median and 99 % quantile on unseen humans of 12 to 80 words, sites weighted equally. */
function foldAnchors(model: FoldModel, humans: readonly TrainingRow[], encoded: readonly Encoded[]): Anchors[] {
  const sites = [...new Set(humans.map(({ source }) => source))];
  return model.experts.map((expert) => {
    const perSite = sites
      .map((site) =>
        humans
          .filter((row) => row.source === site && row.words >= 12 && row.words <= 80)
          .map(({ index }) =>
            rawLogit(expert, encoded[index] ?? { hashes: new Int32Array(), style: [] }, model.scaling),
          ),
      )
      .filter((logits) => logits.length >= 200);
    const mean = (rate: number) =>
      perSite.reduce((sum, logits) => sum + cutAtRate(logits, rate), 0) / Math.max(1, perSite.length);
    return { median: mean(0.5), top: mean(0.01) };
  });
}

function meanAnchors(anchors: readonly (readonly Anchors[])[]): Anchors[] {
  return EXPERTS.map((_, e) => ({
    median: anchors.reduce((sum, list) => sum + (list[e]?.median ?? 0), 0) / anchors.length,
    top: anchors.reduce((sum, list) => sum + (list[e]?.top ?? 0), 0) / anchors.length,
  }));
}

/** Runs the product's detector over rows, with their article where there is one. */
function observe(
  data: TrainingData,
  rows: readonly TrainingRow[],
  model: LanguageModelData,
  into: Map<number, readonly Observation[]>,
): void {
  const byThread = new Map<string, TrainingRow[]>();
  for (const row of rows) {
    const key = data.articles.has(row.thread ?? "") ? (row.thread ?? "") : "";
    const list = byThread.get(key);
    if (list === undefined) byThread.set(key, [row]);
    else list.push(row);
  }
  const detector = createGenericPhrasingDetector(model);
  for (const [key, members] of byThread) {
    const corpus = buildCorpus([toThread(key, members, data)]);
    const { assess } = detector.prepare(corpus);
    corpus.threads[0]?.comments.forEach((view, i) => {
      const result = assess(view);
      const row = members[i];
      if (row !== undefined && result.state === "scored") into.set(row.index, result.observations);
    });
  }
}

export function toThread(id: string, rows: readonly TrainingRow[], data: TrainingData): Thread {
  const article = data.articles.get(id);
  return {
    id,
    article: { title: article?.title ?? "", body: article?.text ?? "" },
    comments: rows.map((row) => ({ id: String(row.index), parentId: null, text: row.text.slice(0, 2_000) })),
  };
}
