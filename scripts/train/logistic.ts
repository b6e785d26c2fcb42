/** Small dense logistic regression with class weights, ridge penalty and optional sign constraints. */
import { minimise } from "./lbfgs.js";

export interface Logistic {
  readonly weights: readonly number[];
  readonly bias: number;
}

export interface Sample {
  readonly x: readonly number[];
  readonly y: 0 | 1;
  readonly weight: number;
}

/** Fits on raw features (standardise before where scales differ). `signs`: +1, -1 or 0 per feature. */
export function fitLogistic(samples: readonly Sample[], ridge: number, signs?: readonly number[]): Logistic {
  const dimension = samples[0]?.x.length ?? 0;
  let allowed = Array.from({ length: dimension }, () => true);
  for (;;) {
    const fitted = fit(samples, ridge, allowed);
    // A feature whose sign contradicts what it means is left out, the worst first.
    const wrong = fitted.weights
      .map((weight, k) => ({ k, excess: -(signs?.[k] ?? 0) * weight }))
      .filter(({ excess }) => excess > 1e-9)
      .sort((a, b) => b.excess - a.excess)[0];
    if (wrong === undefined) return fitted;
    allowed = allowed.map((value, k) => value && k !== wrong.k);
  }
}

function fit(samples: readonly Sample[], ridge: number, allowed: readonly boolean[]): Logistic {
  const dimension = allowed.length;
  const parameters = new Float64Array(dimension + 1);
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  minimise(
    (w, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const { x, y, weight } of samples) {
        let z = w[dimension] ?? 0;
        for (let k = 0; k < dimension; k++) if (allowed[k] === true) z += (w[k] ?? 0) * (x[k] ?? 0);
        const margin = y === 1 ? z : -z;
        loss +=
          (weight / total) * (margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin)));
        const pull = (weight / total) * ((y === 1 ? -1 : 1) / (1 + Math.exp(margin)));
        for (let k = 0; k < dimension; k++)
          if (allowed[k] === true) gradient[k] = (gradient[k] ?? 0) + pull * (x[k] ?? 0);
        gradient[dimension] = (gradient[dimension] ?? 0) + pull;
      }
      for (let k = 0; k < dimension; k++) {
        loss += 0.5 * ridge * (w[k] ?? 0) ** 2;
        gradient[k] = (gradient[k] ?? 0) + ridge * (w[k] ?? 0);
      }
      return loss;
    },
    parameters,
    200,
    1e-9,
  );
  return { weights: Array.from(parameters.slice(0, dimension)), bias: parameters[dimension] ?? 0 };
}

/** Mean and deviation per feature. */
export function standardiser(rows: readonly (readonly number[])[]): { mean: number[]; deviation: number[] } {
  const dimension = rows[0]?.length ?? 0;
  const mean = Array.from(
    { length: dimension },
    (_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length,
  );
  const deviation = mean.map(
    (m, k) => Math.sqrt(rows.reduce((sum, row) => sum + ((row[k] ?? 0) - m) ** 2, 0) / rows.length) || 1,
  );
  return { mean, deviation };
}
