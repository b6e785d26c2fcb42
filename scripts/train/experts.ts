/** Fits the experts of the language model: sparse logistic regression on hashed n-grams and style. */
import { ngramFeatures } from "../../src/detectors/generic-phrasing/language-model/features.js";
import {
  mixture,
  standardise,
  type LanguageModelData,
} from "../../src/detectors/generic-phrasing/language-model/model.js";
import { styleFeatures } from "../../src/detectors/generic-phrasing/language-model/style.js";
import { TextView } from "../../src/corpus.js";
import { minimise } from "./lbfgs.js";
import { standardiser } from "./logistic.js";

export interface Encoded {
  readonly hashes: Int32Array;
  readonly style: readonly number[];
}

export interface Example {
  readonly encoded: Encoded;
  readonly y: 0 | 1;
  readonly weight: number;
}

export interface RawExpert {
  readonly id: string;
  readonly table: Float64Array;
  readonly style: Float64Array;
  readonly bias: number;
}

export interface Anchors {
  /** Median and 99 % quantile of the raw logit on unseen human texts. */
  readonly median: number;
  readonly top: number;
}

const RIDGE = 0.2;
/** Style is held back against n-grams: it is what people can imitate. */
const STYLE_SCALE = 0.2;
const ITERATIONS = 30;

export function encode(text: string, bits: number): Encoded {
  const view = new TextView(text);
  const mask = 2 ** bits - 1;
  return {
    hashes: Int32Array.from(new Set(ngramFeatures(view.tokens).map(({ hash }) => hash & mask))),
    style: styleFeatures(view.analysed, view.tokens),
  };
}

export function styleScaling(examples: readonly Encoded[]): Pick<LanguageModelData, "styleMean" | "styleDeviation"> {
  const { mean, deviation } = standardiser(examples.map(({ style }) => style));
  return { styleMean: mean, styleDeviation: deviation };
}

export function fitExpert(
  id: string,
  examples: readonly Example[],
  scaling: Pick<LanguageModelData, "styleMean" | "styleDeviation">,
  bits: number,
): RawExpert {
  const size = 2 ** bits;
  const width = scaling.styleMean.length;
  const styles = examples.map(({ encoded }) =>
    Float64Array.from(standardise(encoded.style, scaling), (value) => value * STYLE_SCALE),
  );
  const w = new Float64Array(size + width + 1);
  minimise(
    (x, g) => {
      g.fill(0);
      let loss = 0;
      for (let e = 0; e < examples.length; e++) {
        const example = examples[e];
        const style = styles[e];
        if (example === undefined || style === undefined) continue;
        const { hashes } = example.encoded;
        const norm = 1 / Math.sqrt(Math.max(1, hashes.length));
        let sum = 0;
        for (let i = 0; i < hashes.length; i++) sum += x[hashes[i]!]!;
        let z = x[size + width]! + sum * norm;
        for (let k = 0; k < width; k++) z += x[size + k]! * style[k]!;
        const margin = example.y === 1 ? z : -z;
        loss += example.weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin)));
        const pull = example.weight * ((example.y === 1 ? -1 : 1) / (1 + Math.exp(margin)));
        const share = pull * norm;
        for (let i = 0; i < hashes.length; i++) g[hashes[i]!]! += share;
        for (let k = 0; k < width; k++) g[size + k]! += pull * style[k]!;
        g[size + width]! += pull;
      }
      for (let k = 0; k < size + width; k++) {
        loss += 0.5 * RIDGE * x[k]! ** 2;
        g[k]! += RIDGE * x[k]!;
      }
      return loss;
    },
    w,
    ITERATIONS,
  );
  return {
    id,
    table: w.slice(0, size),
    style: w.slice(size, size + width).map((value) => value * STYLE_SCALE),
    bias: w[size + width] ?? 0,
  };
}

export function rawLogit(
  expert: RawExpert,
  { hashes, style }: Encoded,
  scaling: Pick<LanguageModelData, "styleMean" | "styleDeviation">,
): number {
  let sum = 0;
  for (const hash of hashes) sum += expert.table[hash] ?? 0;
  const standard = standardise(style, scaling);
  return (
    expert.bias +
    sum / Math.sqrt(Math.max(1, hashes.length)) +
    standard.reduce((total, value, k) => total + value * (expert.style[k] ?? 0), 0)
  );
}

/** Nats between the human median and the human 99 % quantile after anchoring. */
export const ANCHOR_SPREAD = 4;

/** An expert's logit on a common scale: 0 at its human 99 % quantile, -4 at its human median. */
export function anchored(logit: number, { median, top }: Anchors): number {
  return ((logit - top) / (top - median)) * ANCHOR_SPREAD;
}

export function mixed(logits: readonly number[], anchors: readonly Anchors[]): number {
  return mixture(logits.map((logit, e) => anchored(logit, anchors[e] ?? { median: -1, top: 0 }))).logRatio;
}

/** Anchors are folded into the weights, which are then rounded to bytes. */
export function toModelData(
  experts: readonly RawExpert[],
  anchors: readonly Anchors[],
  scaling: Pick<LanguageModelData, "styleMean" | "styleDeviation">,
  bits: number,
): LanguageModelData {
  const digits = (value: number) => Number(value.toPrecision(5));
  return {
    bits,
    styleMean: scaling.styleMean.map(digits),
    styleDeviation: scaling.styleDeviation.map(digits),
    experts: experts.map((expert, e) => {
      const { median, top } = anchors[e] ?? { median: -1, top: 0 };
      const stretch = ANCHOR_SPREAD / (top - median);
      const sorted = Float64Array.from(expert.table, Math.abs).sort();
      const limit = sorted[Math.floor(sorted.length * 0.9995)] ?? 1;
      const scale = limit / 127;
      const bytes = Int8Array.from(expert.table, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
      return {
        id: expert.id,
        table: Buffer.from(bytes.buffer).toString("base64"),
        scale: digits(scale * stretch),
        style: Array.from(expert.style, (weight) => digits(weight * stretch)),
        bias: digits((expert.bias - top) * stretch),
      };
    }),
  };
}
