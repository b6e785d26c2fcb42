/** An order of ids and texts that is the same in every locale. */

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 2 before 10 and 1 before 1.1, the same in every locale. */
export function compareIds(a: string, b: string): number {
  const left = a.match(/\d+|\D+/gu) ?? [];
  const right = b.match(/\d+|\D+/gu) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] ?? "";
    const y = right[i] ?? "";
    if (x === y) continue;
    const numeric = /^\d{1,15}$/u.test(x) && /^\d{1,15}$/u.test(y) ? Number(x) - Number(y) : 0;
    return numeric !== 0 ? numeric : compareText(x, y);
  }
  return left.length - right.length || compareText(a, b);
}
