import fc from "fast-check";
import {
  auroc,
  brier,
  cutAtRate,
  expectedCalibrationError,
  shareAbove,
  tprAtFpr,
  wilson,
} from "../src/evaluation/metrics.js";
import type { Observation } from "../src/model.js";
import { contextNats } from "../src/scoring/context.js";
import { contributionsOf, lengthRamp, total } from "../src/scoring/contributions.js";
import { benjaminiHochberg } from "../src/scoring/discovery.js";
import { exceedance } from "../src/scoring/reference.js";
import { rateComment, toScore } from "../src/scoring/score.js";
import { estimateShare } from "../src/scoring/share.js";
import { scoringModel } from "../src/scoring/shipped.js";
import { scoreThread, threadVerdict } from "../src/scoring/thread.js";
import { SIGNALS } from "../src/detectors/catalogue.js";

const observation = (signal: string, strength: number): { observation: Observation; axis: "generic" } => ({
  axis: "generic",
  observation: { signal, strength, data: {}, evidence: [{ kind: "fact", name: "x", value: 1 }] },
});

test("every signal of a detector has a weight, and no weight is without a signal", () => {
  const withWeight = Object.keys(scoringModel.signals).sort();
  const catalogue = SIGNALS.map(({ id }) => id).filter((id) => !id.startsWith("thread/"));
  expect(withWeight).toEqual(catalogue.sort());
});

test("signals that lower never raise, and the other way round", () => {
  for (const { id, direction } of SIGNALS) {
    const weight = scoringModel.signals[id];
    if (weight === undefined) continue;
    if (direction === "lowers") expect([id, weight.max]).toEqual([id, 0]);
    if (direction === "raises" && id !== "generic-phrasing/wording") expect([id, weight.min]).toEqual([id, 0]);
  }
});

test("the score is monotone in the log-odds, and 50 where the upper bands begin", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (low, more) => {
        expect(toScore(low + more, scoringModel)).toBeGreaterThanOrEqual(toScore(low, scoringModel));
      },
    ),
  );
  expect(toScore(scoringModel.score.centre, scoringModel)).toBe(50);
});

test("the human rate falls as the log-odds rise, at every length", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 8, max: 200 }),
      fc.double({ min: -10, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      (words, low, more) => {
        expect(exceedance(scoringModel.commentReference, words, low + more)).toBeLessThanOrEqual(
          exceedance(scoringModel.commentReference, words, low) + 1e-12,
        );
      },
    ),
  );
});

test("no comment length is a cliff: positive evidence grows with the words", () => {
  const ramp = Array.from({ length: 40 }, (_, words) => lengthRamp(words, scoringModel.ramp));
  for (let words = 1; words < ramp.length; words++) {
    const step = (ramp[words] ?? 0) - (ramp[words - 1] ?? 0);
    expect(step >= 0 && step < 0.1).toBe(true);
  }
  expect([ramp[0], ramp.at(-1)]).toEqual([0, 1]);
});

test("an axis is held within its bounds, and its contributions still add up", () => {
  const many = Object.keys(scoringModel.signals)
    .filter((id) => id.startsWith("generic-phrasing/"))
    .map((id) => observation(id, 3));
  const contributions = contributionsOf(many, 100, scoringModel);
  expect(total(contributions)).toBeLessThanOrEqual((scoringModel.axisBounds.generic?.max ?? 0) + 0.05);
});

test("a weak signal moves the score and never the band", () => {
  const edge = scoringModel.commentReference.buckets[2]?.values[scoringModel.commentReference.rates.indexOf(0.02)] ?? 0;
  const base = {
    observation: observation("x", 1).observation,
    axis: "generic" as const,
    nats: edge - 0.1,
    weak: false,
  };
  const weak = { ...base, nats: 0.2, weak: true };
  expect(rateComment([base], 30, scoringModel).band).toBe("ordinary");
  expect(rateComment([base, weak], 30, scoringModel).band).toBe("ordinary");
  expect(rateComment([base, { ...weak, weak: false }], 30, scoringModel).band).toBe("elevated");
});

test("a thread adds nothing to a comment that reads like a person's, and a bounded amount to others", () => {
  const { context } = scoringModel;
  expect(contextNats(30, -1, context)).toBe(0);
  expect(contextNats(-30, 5, context)).toBe(0);
  expect(contextNats(30, 5, context)).toBe(context.max);
});

describe("the share of a thread", () => {
  test("is near none for people's log-odds, near all for machines', and its interval holds the estimate", () => {
    const human = estimateShare(
      Array.from({ length: 20 }, () => -2),
      scoringModel,
    );
    const machine = estimateShare(
      Array.from({ length: 20 }, () => 5),
      scoringModel,
    );
    expect(human.estimate).toBeLessThan(0.1);
    expect(machine.estimate).toBeGreaterThan(0.9);
    fc.assert(
      fc.property(fc.array(fc.double({ min: -6, max: 8, noNaN: true }), { minLength: 5, maxLength: 60 }), (logOdds) => {
        const { low, estimate, high } = estimateShare(logOdds, scoringModel);
        expect(low <= estimate && estimate <= high).toBe(true);
      }),
    );
  });
});

test("fewer than five judged comments make no verdict", () => {
  expect(scoreThread([1, 2, 3, 4], {}, scoringModel)).toBeUndefined();
  expect(threadVerdict(undefined, [], [], scoringModel)).toMatchObject({
    band: "insufficient",
    humanRate: null,
    share: null,
  });
});

test("Benjamini-Hochberg on the example of the paper", () => {
  const rates = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  const adjusted = benjaminiHochberg(rates);
  expect(adjusted.filter((rate) => rate !== null && rate <= 0.05)).toHaveLength(4);
  expect(benjaminiHochberg([0.01, null, 0.02])).toEqual([0.02, null, 0.02]);
});

describe("metrics", () => {
  test("auroc counts pairs, ties half", () => {
    expect(auroc([1, 2], [3, 4])).toBe(1);
    expect(auroc([1, 2], [1, 2])).toBe(0.5);
    expect(auroc([3, 4], [1, 2])).toBe(0);
    expect(auroc([], [1])).toBeNaN();
  });

  test("the cut at a rate is exceeded by no more than that share", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        (human, rate) => {
          expect(shareAbove(human, cutAtRate(human, rate))).toBeLessThanOrEqual(rate);
        },
      ),
    );
    expect(tprAtFpr([1, 2, 3, 4], [5, 0], 0.25)).toBe(0.5);
  });

  test("brier, calibration error and the Wilson interval on known figures", () => {
    expect(brier([1, 0], [1, 0])).toBe(0);
    expect(brier([0.5, 0.5], [1, 0])).toBe(0.25);
    expect(expectedCalibrationError([0.5, 0.5], [1, 0], 1)).toBe(0);
    expect(expectedCalibrationError([0.9, 0.9], [0, 0], 1)).toBeCloseTo(0.9);
    expect(wilson(0, 381).high).toBeCloseTo(0.01, 3);
    expect(wilson(10, 1000)).toEqual({
      low: expect.closeTo(0.0054, 3) as number,
      high: expect.closeTo(0.0183, 3) as number,
    });
  });
});
