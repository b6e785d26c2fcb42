/** The model card: what was measured, on texts whose site and writer the model had not seen. */
import { writeFileSync } from "node:fs";
import {
  auroc,
  cutAtRate,
  expectedCalibrationError,
  shareAbove,
  tprAtFpr,
  wilson,
} from "../../src/evaluation/metrics.js";
import type { ScoringModel } from "../../src/scoring/model.js";
import { exceedance } from "../../src/scoring/reference.js";
import type { TrainingData, TrainingRow } from "./corpus.js";
import type { BaseRates } from "./rates.js";
import { buildReference, type HumanValue } from "./references.js";
import type { TrainingThread } from "./threads.js";

export interface CardInput {
  readonly data: TrainingData;
  readonly threads: readonly TrainingThread[];
  readonly heldOut: readonly number[];
  readonly genericOf: (index: number) => number | undefined;
  /** From a model that knows neither writer nor site. */
  readonly strictOf: (index: number) => number | undefined;
  readonly finalOf: (thread: TrainingThread, index: number, row: TrainingRow) => number | undefined;
  readonly model: ScoringModel;
  readonly baseRates: BaseRates;
  readonly threadValues: readonly HumanValue[];
}

const LENGTHS: readonly (readonly [number, number])[] = [
  [8, 12],
  [12, 25],
  [25, 50],
  [50, 81],
  [81, 10_000],
];

export function writeCard(input: CardInput): void {
  const lines = [
    "# Model card",
    "",
    `Model \`${input.model.id}\`. Written by \`npm run train\`; every figure is measured on texts whose site **and** writer (and, for comments under an article, whose article) the fitted part had not seen, unless a line says otherwise. Human texts date from before November 2022.`,
    "",
    ...commentTable(input),
    ...lengthTable(input),
    ...siteTable(input),
    ...threadTable(input),
    ...contextTable(input),
    ...impersonationTable(input),
    ...rateTable(input),
    ...KNOWN_LIMITS,
  ];
  writeFileSync("docs/model/CARD.md", `${lines.join("\n")}\n`);
}

function valuesOf(input: CardInput, test: (row: TrainingRow) => boolean): number[] {
  return input.data.rows.flatMap((row) => {
    const value = test(row) ? input.strictOf(row.index) : undefined;
    return value === undefined ? [] : [value];
  });
}

const typical = (row: TrainingRow) => row.words >= 20 && row.words <= 80;
const f3 = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(3));
const pct = (value: number, digits = 1) => (Number.isNaN(value) ? "–" : `${(100 * value).toFixed(digits)} %`);

function commentTable(input: CardInput): string[] {
  const writers = [
    ...new Set(input.data.rows.filter((row) => row.label === "llm" && row.fold >= 0).map(({ writer }) => writer)),
  ].sort();
  const rows = writers.flatMap((writer) => {
    const fold = input.data.rows.find((row) => row.writer === writer)?.fold ?? 0;
    const folds = new Set(input.data.rows.filter((row) => row.writer === writer).map((row) => row.fold));
    const parts = [...folds].map((each) => {
      const human = valuesOf(input, (row) => typical(row) && row.label === "human" && row.fold === each);
      const machine = valuesOf(input, (row) => typical(row) && row.writer === writer && row.fold === each);
      return { n: machine.length, auc: auroc(human, machine), tpr: tprAtFpr(human, machine, 0.01) };
    });
    const n = parts.reduce((sum, part) => sum + part.n, 0);
    if (n < 20 || fold < 0) return [];
    const mean = (pick: (part: (typeof parts)[number]) => number) =>
      parts.reduce((sum, part) => sum + (part.n === 0 ? 0 : pick(part) * part.n), 0) / n;
    return [{ writer, n, auc: mean((part) => part.auc), tpr: mean((part) => part.tpr) }];
  });
  const average = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + pick(row), 0) / rows.length;
  return [
    "## A comment alone, 20–80 words",
    "",
    "Against human comments of unseen sites. Rows `own-dev-*` are comments written for this purpose by one current model under operators' prompts; the model has seen that writer under other articles and other recipes.",
    "",
    "| writer | texts | AUROC | TPR at 1 % FPR |",
    "|---|---|---|---|",
    ...rows.map(({ writer, n, auc, tpr }) => `| ${writer} | ${n} | ${f3(auc)} | ${tpr.toFixed(2)} |`),
    `| **mean / worst** | | **${f3(average((row) => row.auc))} / ${f3(Math.min(...rows.map((row) => row.auc)))}** | **${average((row) => row.tpr).toFixed(2)} / ${Math.min(...rows.map((row) => row.tpr)).toFixed(2)}** |`,
    "",
  ];
}

function lengthTable(input: CardInput): string[] {
  return [
    "## By length, all writers together",
    "",
    "| words | human | machine | AUROC | TPR at 1 % FPR |",
    "|---|---|---|---|---|",
    ...LENGTHS.map(([from, to]) => {
      const inside = (row: TrainingRow) => row.fold >= 0 && row.words >= from && row.words < to;
      const human = valuesOf(input, (row) => inside(row) && row.label === "human");
      const machine = valuesOf(input, (row) => inside(row) && row.label === "llm");
      return `| ${from}–${to > 1000 ? "" : to - 1} | ${human.length} | ${machine.length} | ${f3(auroc(human, machine))} | ${tprAtFpr(human, machine, 0.01).toFixed(2)} |`;
    }),
    "",
  ];
}

function siteTable(input: CardInput): string[] {
  const { model } = input;
  const sites = [...new Set(input.data.rows.filter((row) => row.label === "human").map(({ source }) => source))].sort();
  const rows = sites.map((site) => {
    const members = input.data.rows.filter(
      (row) => row.source === site && row.label === "human" && input.strictOf(row.index) !== undefined,
    );
    const rate = (row: TrainingRow) => exceedance(model.commentReference, row.words, input.strictOf(row.index) ?? 0);
    const high = members.filter((row) => rate(row) <= model.bands.high).length;
    const both = members.filter((row) => rate(row) <= model.bands.elevated).length;
    const interval = wilson(high, members.length);
    return `| ${site} | ${members.length} | ${pct(high / members.length, 2)} (${pct(interval.low, 2)}–${pct(interval.high, 2)}) | ${pct(both / members.length, 2)} |`;
  });
  const labelled = input.data.rows.filter(
    (row) => row.fold >= 0 && typical(row) && input.strictOf(row.index) !== undefined,
  );
  const balance = labelled.filter((row) => row.label === "llm").length / labelled.length;
  const probabilities = labelled.map(
    (row) => 1 / (1 + (Math.exp(-(input.strictOf(row.index) ?? 0)) * (1 - balance)) / balance),
  );
  return [
    "## People in the upper bands",
    "",
    `Share of human comments of each site that would be called \`high\` (aim: ${pct(model.bands.high, 1)}) and \`high\` or \`elevated\` (aim: ${pct(model.bands.elevated, 0)}) by their wording alone. The language model had not seen the site; the reference quantiles mix all sites equally, this one included where it is a reference site. \`toefl\`: essays of non-native writers. \`us8\`: school children. Neither they nor \`ucc\` are in any training.`,
    "",
    "| site | comments | high (95 % interval) | high or elevated |",
    "|---|---|---|---|",
    ...rows,
    "",
    `Expected calibration error of the log-odds read as probabilities, 20–80 words: ${f3(
      expectedCalibrationError(
        probabilities,
        labelled.map((row) => (row.label === "llm" ? 1 : 0)),
      ),
    )}.`,
    "",
  ];
}

function threadTable(input: CardInput): string[] {
  const { threads, heldOut, threadValues } = input;
  const human = threadValues.map(({ value }) => value);
  const perSite = [...new Set(threadValues.map(({ site }) => site))].map((site) => {
    const others = buildReference(
      threadValues.filter((value) => value.site !== site),
      [0, 8, 13, 20, 40, Infinity],
      200,
    );
    const mine = threadValues.filter((value) => value.site === site);
    const high = mine.filter(({ size, value }) => exceedance(others, size, value) <= input.model.bands.high).length;
    const both = mine.filter(({ size, value }) => exceedance(others, size, value) <= input.model.bands.elevated).length;
    return `| ${site} | ${mine.length} | ${pct(high / mine.length, 2)} | ${pct(both / mine.length, 2)} |`;
  });
  const cut = cutAtRate(human, 0.01);
  const row = (title: string, test: (thread: TrainingThread) => boolean) => {
    const values = heldOut.filter((_, i) => {
      const thread = threads[i];
      return thread !== undefined && test(thread);
    });
    return values.length === 0
      ? []
      : [`| ${title} | ${values.length} | ${f3(auroc(human, values))} | ${shareAbove(values, cut).toFixed(2)} |`];
  };
  const sizes = [5, 8, 13, 20];
  return [
    "## Threads",
    "",
    "| threads | number | AUROC | TPR at 1 % of human threads |",
    "|---|---|---|---|",
    ...sizes.flatMap((n) =>
      row(`open models, n = ${n}`, (thread) => thread.kind === "open-llm" && thread.rows.length === n),
    ),
    ...sizes.flatMap((n) =>
      row(`current model, n = ${n}`, (thread) => thread.kind === "current" && thread.rows.length === n),
    ),
    ...sizes
      .slice(0, 3)
      .flatMap((n) =>
        row(
          `gathered comments of four older sources, n = ${n}`,
          (thread) => thread.kind === "gathered-llm" && thread.rows.length === n,
        ),
      ),
    ...[0.3, 0.5, 0.75].flatMap((share) =>
      row(
        `mixed, 12 comments, machine share ${share}`,
        (thread) => thread.kind === "mixed" && Math.abs(thread.share - share) < 0.06,
      ),
    ),
    "",
    "Human threads by site, each held against the other sites only:",
    "",
    "| site | threads | high | high or elevated |",
    "|---|---|---|---|",
    ...perSite,
    "",
  ];
}

function contextTable(input: CardInput): string[] {
  const collect = (test: (thread: TrainingThread) => boolean, label: TrainingRow["label"]) =>
    input.threads.flatMap((thread, i) =>
      test(thread)
        ? thread.rows.flatMap((row) => {
            const value = row.label === label ? input.finalOf(thread, i, row) : undefined;
            return value === undefined ? [] : [value];
          })
        : [],
    );
  const human = collect((thread) => thread.kind === "human" && thread.rows.length >= 8, "human");
  const machine = collect(
    (thread) =>
      ["open-llm", "current", "mixed"].includes(thread.kind) && thread.rows.length >= 8 && thread.share >= 0.5,
    "llm",
  );
  const within: number[] = [];
  const precision = new Map<number, number[]>();
  input.threads.forEach((thread, i) => {
    if (thread.kind !== "mixed") return;
    const scored = thread.rows.flatMap((row) => {
      const value = input.finalOf(thread, i, row);
      return value === undefined ? [] : [{ value, label: row.label }];
    });
    const [h, m] = [scored.filter(({ label }) => label === "human"), scored.filter(({ label }) => label === "llm")];
    if (h.length === 0 || m.length === 0) return;
    within.push(
      auroc(
        h.map(({ value }) => value),
        m.map(({ value }) => value),
      ),
    );
    const top = [...scored].sort((a, b) => b.value - a.value).slice(0, m.length);
    const key = Math.round(thread.share * 4) / 4;
    precision.set(key, [...(precision.get(key) ?? []), top.filter(({ label }) => label === "llm").length / m.length]);
  });
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return [
    "## A comment in its thread",
    "",
    `Threads of eight or more, at least half machine-written, against comments of human threads: AUROC ${f3(auroc(human, machine))}, TPR at 1 % FPR ${tprAtFpr(human, machine, 0.01).toFixed(2)} (${machine.length} machine, ${human.length} human comments).`,
    "",
    `Ranking inside mixed threads of twelve under one article: AUROC ${f3(mean(within))}; R-precision at a machine share of ${[
      ...precision,
    ]
      .sort(([a], [b]) => a - b)
      .map(([share, values]) => `${share === 0.25 ? "0.3" : share}: ${mean(values).toFixed(2)}`)
      .join(", ")}.`,
    "",
  ];
}

const CLAIMS = ["quoted-role", "organisation-voice", "unique-role", "name-match"] as const;

function impersonationTable({ baseRates }: CardInput): string[] {
  const fired = CLAIMS.map(
    (name) => [name, Math.round((baseRates.rates.get(`impersonation/${name}`) ?? 0) * baseRates.comments)] as const,
  );
  return [
    "## Claims to be a person of the article, on human comments",
    "",
    `Over ${baseRates.comments} human comments of five sites, under the articles they belong to: ${fired.map(([name, hits]) => `${name} ${hits}`).join(", ")}.`,
    "",
    "Read by hand: each `name-match` is a comment on the software blog by somebody who bears the full name of a developer whom the post names with an office, and who answers as that developer would (one about his own screenshots, one about having been at the event, one thanking for a joke on his name). They are in all likelihood the persons themselves. The report says of every such finding that this remains possible, because the input marks no verified accounts.",
    "",
  ];
}

function rateTable({ baseRates, model }: CardInput): string[] {
  return [
    "## Signals: weight and human rate",
    "",
    `Rates over ${baseRates.comments} human comments of five sites. A weight marked *base rate* could not be fitted, because hardly any labelled text shows the signal; it was chosen with its rarity on human comments in view.`,
    "",
    "| signal | nats per unit | at most | basis | human rate |",
    "|---|---|---|---|---|",
    ...Object.entries(model.signals).map(
      ([id, { weight, min, max, basis, humanRate }]) =>
        `| ${id} | ${weight} | ${weight < 0 ? min : max} | ${basis} | ${humanRate === null ? "measured value" : pct(humanRate, 3)} |`,
    ),
    "",
  ];
}

const KNOWN_LIMITS = [
  "## What it cannot do",
  "",
  "- One current model wrote all comments of the kind that operators order today; other models will differ.",
  '- Fine-tuned or carefully instructed writers ("lower case, one typo, tell a story") are missed more often than not when they stand alone.',
  "- Campaign letters and spun texts are human or template text; wording does not show them, near-duplicate search does.",
  "- Under eight words nothing is said about wording; under twenty the evidence is scaled down.",
  "- English only. Other languages get the language-free signals, and the report says so.",
  "- The references are a software blog, a newspaper's debate pages, a news forum, replies to news tweets and some smaller sets; a site with other habits should be measured with its own comments.",
];
