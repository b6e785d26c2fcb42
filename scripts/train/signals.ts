/** Weights of the signals: fitted where there is data, set from base rates where there is none. */
import type { Observation } from "../../src/model.js";
import { DETECTORS } from "../../src/detectors/registry.js";
import { phraseData } from "../../src/detectors/generic-phrasing/lexicon/lexicon.js";
import type { ScoringModel, SignalWeight } from "../../src/scoring/model.js";
import { balancedWeights, type TrainingRow } from "./corpus.js";
import { fitLogistic, type Sample } from "./logistic.js";

const WORDING = "generic-phrasing/wording";
const GROUPS = ["wording", "medium", "weak", "echo", "specific", "irregular"] as const;
const SIGNS = [1, 1, 1, 1, -1, -1];
const RIDGE = 1e-4;
/** More stock phrases than this in one comment repeat each other. */
const MAX_MOVES = 3;

const reliability = new Map(phraseData.moves.map(({ id, reliability: value }) => [`generic-phrasing/${id}`, value]));

function features(observations: readonly Observation[]): number[] {
  const strength = (signal: string) => observations.find((observation) => observation.signal === signal)?.strength ?? 0;
  const count = (value: string) =>
    Math.min(MAX_MOVES, observations.filter(({ signal }) => reliability.get(signal) === value).length);
  return [
    strength(WORDING),
    count("medium") + 2 * count("strong"),
    count("weak"),
    strength("generic-phrasing/article-echo"),
    strength("generic-phrasing/specific-detail"),
    strength("generic-phrasing/irregularity"),
  ];
}

/**
 * What cannot be fitted, because hardly any labelled text shows it. Nats from the bound on the human
 * rate: a typical person's comment stands near -4, and a strong signal alone must carry it to `high`.
 */
const FROM_BASE_RATES: Readonly<Record<string, Omit<SignalWeight, "humanRate" | "basis">>> = {
  "near-duplicate/copy": { weight: 5, min: 0, max: 5 },
  "near-duplicate/edited": { weight: 3, min: 0, max: 3 },
  "near-duplicate/paraphrase": { weight: 2.5, min: 0, max: 2.5 },
  "near-duplicate/from-article": { weight: 3.5, min: 0, max: 3.5 },
  "near-duplicate/from-parent": { weight: 2.5, min: 0, max: 2.5 },
  "impersonation/quoted-role": { weight: 6.5, min: 0, max: 6.5 },
  "impersonation/organisation-voice": { weight: 3, min: 0, max: 3 },
  "impersonation/unique-role": { weight: 4, min: 0, max: 4 },
  "impersonation/name-match": { weight: 3.5, min: 0, max: 3.5 },
  "impersonation/contradictory-personas": { weight: 3.5, min: 0, max: 3.5 },
  "impersonation/credential": { weight: 0.2, min: 0, max: 0.2, weak: true },
  "impersonation/dangling-persona": { weight: 0.5, min: 0, max: 0.5, weak: true },
  "artifact/assistant-voice": { weight: 6.5, min: 0, max: 6.5 },
  "artifact/assistant-framing": { weight: 6.5, min: 0, max: 6.5 },
  "artifact/unfilled-slot": { weight: 5, min: 0, max: 5 },
  "artifact/raw-spintax": { weight: 6.5, min: 0, max: 6.5 },
  "artifact/prompt-marker": { weight: 5.5, min: 0, max: 5.5 },
  "artifact/tool-residue": { weight: 6, min: 0, max: 6 },
  "artifact/hidden-characters": { weight: 4, min: 0, max: 4 },
  "artifact/lookalike-letters": { weight: 4, min: 0, max: 4 },
  "artifact/praise-with-link": { weight: 3, min: 0, max: 3 },
};

export type SiblingWeight = Pick<SignalWeight, "weight" | "bias" | "min" | "max">;

/** One weight per signal of the catalogue; a signal without one is refused. */
export function fitSignals(
  rows: readonly TrainingRow[],
  observations: ReadonlyMap<number, readonly Observation[]>,
  humanRates: ReadonlyMap<string, number>,
  sibling: SiblingWeight,
): ScoringModel["signals"] {
  const used = rows.filter((row) => row.fold >= 0 && observations.has(row.index));
  const weights = balancedWeights(used);
  const samples = used.map((row, i): Sample => ({
    x: features(observations.get(row.index) ?? []),
    y: row.label === "llm" ? 1 : 0,
    weight: weights[i] ?? 0,
  }));
  const fitted = fitLogistic(samples, RIDGE, SIGNS);
  const weightOf = (group: (typeof GROUPS)[number]) =>
    Number((fitted.weights[GROUPS.indexOf(group)] ?? 0).toPrecision(4));
  const table: Record<string, SignalWeight> = {};
  for (const { id } of DETECTORS.flatMap(({ signals }) => signals)) {
    const humanRate = humanRates.get(id) ?? null;
    const given = FROM_BASE_RATES[id];
    if (given !== undefined) table[id] = { ...given, basis: "base rate", humanRate };
    else if (id === WORDING)
      table[id] = {
        weight: weightOf("wording"),
        bias: Number(fitted.bias.toPrecision(4)),
        min: -6,
        max: 5,
        ramped: true,
        basis: "fitted",
        humanRate: null,
      };
    else if (id === "near-duplicate/sibling")
      table[id] = { ...sibling, ramped: true, basis: "base rate", humanRate: null };
    else if (id === "generic-phrasing/article-echo") table[id] = bounded(weightOf("echo"), 2, humanRate);
    else if (id === "generic-phrasing/specific-detail")
      table[id] = { ...bounded(weightOf("specific"), 1.5, humanRate, 3), ramped: false };
    else if (id === "generic-phrasing/irregularity")
      table[id] = { ...bounded(weightOf("irregular"), 1.5, humanRate, 3), ramped: false };
    else table[id] = moveWeight(id, weightOf, humanRate);
  }
  return table;
}

function moveWeight(
  id: string,
  weightOf: (group: "medium" | "weak") => number,
  humanRate: number | null,
): SignalWeight {
  const value = reliability.get(id);
  if (value === undefined) throw new Error(`no weight is defined for the signal ${id}`);
  if (value === "none") return { weight: 0, min: 0, max: 0, basis: "none", humanRate };
  const weight = value === "weak" ? weightOf("weak") : weightOf("medium") * (value === "strong" ? 2 : 1);
  return bounded(weight, 2, humanRate);
}

/** Bounded by what the strongest observation can come to, and by `bound`. */
function bounded(weight: number, bound: number, humanRate: number | null, strongest = 1): SignalWeight {
  const most = Number(Math.min(bound, Math.abs(weight) * strongest).toPrecision(4));
  return { weight, min: weight < 0 ? -most : 0, max: weight < 0 ? 0 : most, basis: "fitted", humanRate };
}
