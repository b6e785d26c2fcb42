/** The labelled rows as training sees them: cleaned, weighted and assigned to folds. */
import { hashString } from "../../src/hash.js";
import { readArticles, readRows, type ArticleRow, type Row } from "./data.js";

export interface TrainingRow extends Row {
  readonly index: number;
  readonly words: number;
  /** Held-out group: site, generator and article fall into the same fold. -1 = never trained on. */
  readonly fold: number;
  /** Held-out group within a site: article, author and source text fall into the same one. */
  readonly articleFold: number;
  /** `human:<site>` or the generator. */
  readonly writer: string;
  /** Written for this purpose by a current model, under articles of the same folder. */
  readonly isOwn: boolean;
}

export const FOLDS = 6;
export const ARTICLE_FOLDS = 5;
const MIN_WORDS = 6;
/** Machine texts that open with the same three words teach the opening, not the writing. */
const MAX_SAME_OPENING = 25;
/** Pre-2022 generators: training on them lowered every figure and tripled false alarms on non-native writers. */
const NOT_TRAINED = new Set(["tweepfake", "gpt2reviews"]);

const FOLD_OF: Readonly<Record<string, number>> = {
  haacked: 0,
  hcvar: 0,
  detectrl: 0,
  nyt: 1,
  reddit_news: 2,
  rumoureval: 3,
  parrot: 3,
  tweepfake: 3,
  gpt2reviews: 3,
  synthmod: 4,
  grid: 4,
  tubespam: 4,
  inspaired: 5,
  llmprivacy: 5,
  maideup: 5,
};
const FOLD_OF_ARTICLES: Readonly<Record<string, number>> = { haacked: 0, nyt: 1, reddit_news: 2 };

export interface TrainingData {
  readonly rows: readonly TrainingRow[];
  readonly articles: ReadonlyMap<string, ArticleRow>;
}

export function loadTrainingData(folder: string): TrainingData {
  const articles = new Map(readArticles(folder).map((article) => [article.thread, article]));
  const openings = new Map<string, number>();
  const rows: TrainingRow[] = [];
  for (const row of readRows(folder)) {
    if (row.label !== "human" && row.label !== "llm") continue;
    const words = row.text.match(/\p{L}[\p{L}'’]*/gu) ?? [];
    if (words.length < MIN_WORDS) continue;
    const isOwn = row.source.startsWith("own-dev");
    if (row.label === "llm") {
      if (NOT_TRAINED.has(row.source)) continue;
      const opening = `${row.source} ${words.slice(0, 3).join(" ").toLowerCase()}`;
      const seen = openings.get(opening) ?? 0;
      openings.set(opening, seen + 1);
      if (!isOwn && seen >= MAX_SAME_OPENING) continue;
    }
    const articleSource = articles.get(row.thread ?? "")?.source ?? "";
    rows.push({
      ...row,
      index: rows.length,
      words: words.length,
      fold: (isOwn ? FOLD_OF_ARTICLES[articleSource] : FOLD_OF[row.source]) ?? -1,
      articleFold: hashString(row.thread ?? row.seed ?? row.author ?? row.id) % ARTICLE_FOLDS,
      writer:
        row.label === "human" ? `human:${row.source}` : isOwn ? row.source : `${row.source}:${row.generator ?? ""}`,
      isOwn,
    });
  }
  return { rows, articles };
}

/** Each writer weighs the root of its size, each class half. Sums to the number of rows. */
export function balancedWeights(rows: readonly TrainingRow[]): number[] {
  const sizes = new Map<string, number>();
  for (const { writer } of rows) sizes.set(writer, (sizes.get(writer) ?? 0) + 1);
  const raw = rows.map(({ writer }) => 1 / Math.sqrt(sizes.get(writer) ?? 1));
  const sum = (label: Row["label"]) =>
    raw.reduce((total, weight, i) => total + (rows[i]?.label === label ? weight : 0), 0);
  const totals = { human: sum("human"), llm: sum("llm") };
  return raw.map((weight, i) => ((weight / (rows[i]?.label === "llm" ? totals.llm : totals.human)) * rows.length) / 2);
}
