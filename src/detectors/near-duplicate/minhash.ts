/** MinHash signatures and LSH bands (Broder 1997; Leskovec, Rajaraman & Ullman, ch. 3). */

/** Rows per band and number of bands: a pair with Jaccard 0.5 is a candidate with probability 0.996. */
const ROWS = 3;
const BANDS = 42;

const HASHES = ROWS * BANDS;
const MULTIPLIERS = new Uint32Array(HASHES);
const OFFSETS = new Uint32Array(HASHES);
let state = 0x2545f491;
for (let i = 0; i < HASHES; i++) {
  MULTIPLIERS[i] = next() | 1;
  OFFSETS[i] = next();
}

/** xorshift32: fixed seed, so signatures are the same on every machine. */
function next(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

/**
 * One key per band of the MinHash signature of a set of 32-bit items. An empty set has no bands, so
 * texts shorter than a shingle never meet each other. O(items).
 */
export function lshBands(items: Iterable<number>): number[] {
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  let count = 0;
  for (const item of items) {
    count++;
    for (let i = 0; i < HASHES; i++) {
      let value = Math.imul(item, MULTIPLIERS[i] ?? 1) + (OFFSETS[i] ?? 0);
      value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
      if (value < (signature[i] ?? 0)) signature[i] = value;
    }
  }
  if (count === 0) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    let key = band;
    for (let row = 0; row < ROWS; row++) key = Math.imul(key ^ (signature[band * ROWS + row] ?? 0), 0x9e3779b1) >>> 0;
    // The band in the upper part: keys of different bands never meet.
    return band * 2 ** 32 + key;
  });
}
