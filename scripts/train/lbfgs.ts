/** Limited-memory BFGS with backtracking (Nocedal & Wright, Algorithm 7.5). Deterministic. */

/** Returns the loss at `x` and writes its gradient into `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;

export function minimise(objective: Objective, x: Float64Array, iterations: number, tolerance = 1e-5): number {
  const n = x.length;
  let gradient: Float64Array = new Float64Array(n);
  let loss = objective(x, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = descent(gradient, steps);
    const slope = dot(gradient, direction);
    const next = new Float64Array(n);
    const nextGradient = new Float64Array(n);
    let nextLoss = loss;
    for (let step = 1, tries = 0; tries < 25; step /= 2, tries++) {
      for (let i = 0; i < n; i++) next[i] = (x[i] ?? 0) + step * (direction[i] ?? 0);
      nextLoss = objective(next, nextGradient);
      if (nextLoss <= loss + 1e-4 * step * slope) break;
    }
    const s = new Float64Array(n);
    const y = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      s[i] = (next[i] ?? 0) - (x[i] ?? 0);
      y[i] = (nextGradient[i] ?? 0) - (gradient[i] ?? 0);
    }
    const curvature = dot(s, y);
    if (curvature > 1e-12) {
      steps.push({ s, y, rho: 1 / curvature });
      if (steps.length > MEMORY) steps.shift();
    }
    x.set(next);
    gradient = nextGradient;
    const improved = loss - nextLoss;
    loss = nextLoss;
    if (Math.abs(improved) < tolerance * Math.abs(loss)) break;
  }
  return loss;
}

function descent(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const d = Float64Array.from(gradient, (g) => -g);
  const alphas: number[] = [];
  for (let k = steps.length - 1; k >= 0; k--) {
    const step = steps[k];
    if (step === undefined) continue;
    const alpha = step.rho * dot(step.s, d);
    alphas[k] = alpha;
    for (let i = 0; i < d.length; i++) d[i] = (d[i] ?? 0) - alpha * (step.y[i] ?? 0);
  }
  const last = steps.at(-1);
  const scale =
    last === undefined
      ? 1 / Math.max(1e-12, Math.sqrt(dot(gradient, gradient)))
      : dot(last.s, last.y) / dot(last.y, last.y);
  for (let i = 0; i < d.length; i++) d[i] = (d[i] ?? 0) * scale;
  steps.forEach((step, k) => {
    const beta = step.rho * dot(step.y, d);
    for (let i = 0; i < d.length; i++) d[i] = (d[i] ?? 0) + ((alphas[k] ?? 0) - beta) * (step.s[i] ?? 0);
  });
  return d;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
