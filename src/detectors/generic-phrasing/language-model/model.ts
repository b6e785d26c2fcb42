/**
 * A mixture of logistic regressions over hashed n-grams and style features.
 *
 * Each expert was fitted on one family of machine-written texts against all human ones and gives a
 * log-likelihood ratio; their mixture is the log of the mean ratio. One expert for all blurs what
 * they have learnt: the writers differ more from each other than from people.
 */
import type { Token } from "../../../text/tokens.js";
import { ngramFeatures, type NgramFeature } from "./features.js";
import { STYLE_FEATURES, styleFeatures } from "./style.js";

export interface ExpertData {
  readonly id: string;
  /** Base64 of 2^bits signed bytes; a weight is the byte times `scale`. */
  readonly table: string;
  readonly scale: number;
  /** One weight per style feature, on standardised values. */
  readonly style: readonly number[];
  readonly bias: number;
}

export interface LanguageModelData {
  readonly bits: number;
  readonly styleMean: readonly number[];
  readonly styleDeviation: readonly number[];
  readonly experts: readonly ExpertData[];
}

export interface Carrier {
  /** Token range, inclusive, among the tokens that were judged. */
  readonly first: number;
  readonly last: number;
  /** Log-odds that the n-grams inside it carry. */
  readonly weight: number;
}

export interface Judgement {
  /** Log-likelihood ratio, machine-written against human, in nats; uncalibrated. */
  readonly logRatio: number;
  /** The same from each expert alone, in the order of the model. */
  readonly byExpert: readonly number[];
  /** Runs of tokens that carry most of it, heaviest first. */
  readonly carriers: readonly Carrier[];
  /** Style features that speak most for a machine, heaviest first. */
  readonly style: readonly { readonly name: string; readonly weight: number }[];
}

interface Expert {
  readonly table: Int8Array;
  readonly scale: number;
  readonly style: readonly number[];
  readonly bias: number;
}

/** Standardised style values are cut here: one wild figure must not decide. */
const MAX_STYLE = 3;
const SHOWN = 6;
/** Words in a run that is shown: enough to recognise, few enough to read. */
const MIN_RUN = 3;
const MAX_RUN = 7;

export class LanguageModel {
  readonly #experts: readonly Expert[];
  readonly #mask: number;

  constructor(readonly data: LanguageModelData) {
    this.#mask = 2 ** data.bits - 1;
    this.#experts = data.experts.map(({ table, scale, style, bias }) => ({
      table: decodeTable(table, data.bits),
      scale,
      style,
      bias,
    }));
  }

  /** `isMasked` says whether an n-gram is the article's own and therefore no tell. */
  judge(
    text: string,
    tokens: readonly Token[],
    isMasked: (first: number, last: number) => boolean = () => false,
  ): Judgement {
    const features = ngramFeatures(tokens);
    const style = standardise(styleFeatures(text, tokens), this.data);
    const norm = 1 / Math.sqrt(Math.max(1, features.length));
    const weights = this.#experts.map(({ table, scale }) =>
      Float64Array.from(features, ({ hash }) => (table[hash & this.#mask] ?? 0) * scale),
    );
    // Asked only of n-grams that would raise: the question costs more than the answer is worth elsewhere.
    const masked = features.map(
      ({ first, last }, i) => weights.some((list) => (list[i] ?? 0) > 0) && isMasked(first, last),
    );
    const ratios = this.#experts.map((expert, e) => {
      let sum = 0;
      weights[e]?.forEach((weight, i) => {
        if (weight < 0 || masked[i] !== true) sum += weight;
      });
      return expert.bias + sum * norm + expert.style.reduce((total, weight, k) => total + weight * (style[k] ?? 0), 0);
    });
    const { logRatio, shares } = mixture(ratios);
    return { logRatio, byExpert: ratios, ...this.#explain(features, weights, masked, norm, style, shares) };
  }

  #explain(
    features: readonly NgramFeature[],
    weights: readonly Float64Array[],
    masked: readonly boolean[],
    norm: number,
    style: readonly number[],
    shares: readonly number[],
  ) {
    const heat = new Float64Array(1 + features.reduce((most, { last }) => Math.max(most, last), 0));
    features.forEach(({ first, last }, i) => {
      let weight = 0;
      weights.forEach((list, e) => (weight += (shares[e] ?? 0) * (list[i] ?? 0) * norm));
      if (masked[i] === true) weight = Math.min(0, weight);
      for (let t = first; t <= last; t++) heat[t] = (heat[t] ?? 0) + weight / (last - first + 1);
    });
    const carriers = hottestRuns(heat);
    const tells = STYLE_FEATURES.map((name, k) => {
      let weight = 0;
      this.#experts.forEach((expert, e) => (weight += (shares[e] ?? 0) * (expert.style[k] ?? 0) * (style[k] ?? 0)));
      return { name, weight };
    })
      .filter(({ weight }) => weight > 0.15)
      .sort((a, b) => b.weight - a.weight);
    return { carriers, style: tells.slice(0, SHOWN) };
  }
}

/** Disjoint runs of MIN_RUN to MAX_RUN tokens with the highest sums, heaviest first. O(tokens). */
function hottestRuns(heat: Float64Array): Carrier[] {
  const runs: Carrier[] = [];
  for (let first = 0; first < heat.length; first++) {
    let weight = 0;
    let best: Carrier | undefined;
    for (let last = first; last < Math.min(heat.length, first + MAX_RUN); last++) {
      weight += heat[last] ?? 0;
      if (last - first + 1 >= MIN_RUN && (best === undefined || weight > best.weight)) best = { first, last, weight };
    }
    if (best !== undefined && best.weight > 0) runs.push(best);
  }
  const kept: Carrier[] = [];
  for (const run of runs.sort((a, b) => b.weight - a.weight || a.first - b.first)) {
    if (kept.every((other) => run.last < other.first || other.last < run.first)) kept.push(run);
    if (kept.length === SHOWN) break;
  }
  return kept;
}

/** Log of the mean likelihood ratio, and each expert's share in it. */
export function mixture(ratios: readonly number[]): { logRatio: number; shares: number[] } {
  const highest = Math.max(...ratios);
  const weights = ratios.map((ratio) => Math.exp(ratio - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { logRatio: highest + Math.log(total / ratios.length), shares: weights.map((weight) => weight / total) };
}

export function standardise(
  values: readonly number[],
  { styleMean, styleDeviation }: Pick<LanguageModelData, "styleMean" | "styleDeviation">,
): number[] {
  return values.map((value, k) =>
    Math.max(-MAX_STYLE, Math.min(MAX_STYLE, (value - (styleMean[k] ?? 0)) / (styleDeviation[k] ?? 1))),
  );
}

function decodeTable(base64: string, bits: number): Int8Array {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length !== 2 ** bits) throw new Error(`the weight table holds ${bytes.length} bytes, not 2^${bits}`);
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
