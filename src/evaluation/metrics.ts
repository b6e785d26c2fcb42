/** Measures of a score against labels. Higher scores mean more machine-like throughout. */

/**
 * Area under the ROC curve by ranks (Mann-Whitney), ties counted half; NaN when a class is empty.
 * O(n log n).
 */
export function auroc(human: readonly number[], machine: readonly number[]): number {
  const all = [
    ...human.map((score) => ({ score, machine: false })),
    ...machine.map((score) => ({ score, machine: true })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let i = 0; i < all.length;) {
    let j = i;
    while (j < all.length && all[j]?.score === all[i]?.score) j++;
    const rank = (i + j + 1) / 2;
    for (let k = i; k < j; k++) if (all[k]?.machine === true) rankSum += rank;
    i = j;
  }
  return (rankSum - (machine.length * (machine.length + 1)) / 2) / (machine.length * human.length);
}

/** The cut that a share `rate` of the human scores exceeds, at most. */
export function cutAtRate(human: readonly number[], rate: number): number {
  const sorted = [...human].sort((a, b) => b - a);
  return sorted[Math.floor(rate * sorted.length)] ?? Infinity;
}

/** Share of machine scores over the cut that `rate` of the human ones exceed. */
export function tprAtFpr(human: readonly number[], machine: readonly number[], rate: number): number {
  const cut = cutAtRate(human, rate);
  return shareAbove(machine, cut);
}

export function shareAbove(scores: readonly number[], cut: number): number {
  return scores.length === 0 ? NaN : scores.filter((score) => score > cut).length / scores.length;
}

/** Mean squared error of probabilities against 0/1 labels, 0..1. */
export function brier(probabilities: readonly number[], labels: readonly (0 | 1)[]): number {
  return probabilities.reduce((sum, p, i) => sum + (p - (labels[i] ?? 0)) ** 2, 0) / probabilities.length;
}

/** Expected calibration error over ten bins of equal mass, 0..1. */
export function expectedCalibrationError(
  probabilities: readonly number[],
  labels: readonly (0 | 1)[],
  bins = 10,
): number {
  const order = probabilities.map((p, i) => ({ p, label: labels[i] ?? 0 })).sort((a, b) => a.p - b.p);
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const part = order.slice(Math.floor((bin * order.length) / bins), Math.floor(((bin + 1) * order.length) / bins));
    if (part.length === 0) continue;
    const gap = part.reduce((sum, { p, label }) => sum + p - label, 0) / part.length;
    error += (Math.abs(gap) * part.length) / order.length;
  }
  return error;
}

/** Wilson score interval for a rate (Wilson 1927), 95 %. */
export function wilson(hits: number, total: number): { low: number; high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const p = hits / total;
  const centre = (p + (z * z) / (2 * total)) / (1 + (z * z) / total);
  const half = (z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))) / (1 + (z * z) / total);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
