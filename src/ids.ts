/** Ids, and an order of them that is the same in every locale. */
import type { CommentRef } from "./model.js";

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
    const numeric = /^\d/u.test(x) && /^\d/u.test(y) ? compareDigits(x, y) : 0;
    return numeric !== 0 ? numeric : compareText(x, y);
  }
  return left.length - right.length || compareText(a, b);
}

/** Digit runs of any length as numbers: no rounding, so the order is one. */
function compareDigits(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+(?=\d)/u, ""), b.replace(/^0+(?=\d)/u, "")];
  return x.length - y.length || compareText(x, y);
}

/** An address without scheme, www, query, fragment and last slash. */
export function plainUrl(url: string): string {
  const [plain = ""] = url
    .replace(/^https?:\/\//iu, "")
    .replace(/^www\./iu, "")
    .split(/[?#]/u, 1);
  return (plain.endsWith("/") ? plain.slice(0, -1) : plain).toLowerCase();
}

/** A reference as the key of a map: no separator could stand in an id. */
export function refKey({ thread, comment }: CommentRef): string {
  return JSON.stringify([thread, comment]);
}

/** Tells equal ids apart: a, a~2, a~3 … "a~2" may be somebody's own id, and is passed over then. */
export class UniqueIds {
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  of(id: string): string {
    let count = this.#counts.get(id) ?? 1;
    let unique = id;
    while (this.#taken.has(unique)) unique = `${id}~${++count}`;
    this.#counts.set(id, count);
    this.#taken.add(unique);
    return unique;
  }
}
