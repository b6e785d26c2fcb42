/** Pool-adjacent-violators: the non-decreasing sequence nearest to `values` in weighted squares. */
export function isotonic(values: readonly number[], weights: readonly number[]): number[] {
  const blocks: { mean: number; weight: number; length: number }[] = [];
  values.forEach((value, i) => {
    blocks.push({ mean: value, weight: weights[i] ?? 1, length: 1 });
    for (;;) {
      const [previous, last] = [blocks.at(-2), blocks.at(-1)];
      if (previous === undefined || last === undefined || previous.mean <= last.mean) break;
      const weight = previous.weight + last.weight;
      const mean = (previous.mean * previous.weight + last.mean * last.weight) / weight;
      blocks.splice(-2, 2, { mean, weight, length: previous.length + last.length });
    }
  });
  return blocks.flatMap(({ mean, length }) => Array.from({ length }, () => mean));
}
