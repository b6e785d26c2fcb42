/** Which words two texts share in order, so that the slots between them can be shown. */

export interface Piece {
  readonly text: string;
  readonly shared: boolean;
}

/** Longer texts are shown without marks: the table would be larger than the page. */
const MAX_WORDS = 400;

/** Words of `text` that stand in `other` too, in the same order (longest common subsequence). O(n · m). */
export function markShared(text: string, other: string): Piece[] {
  const [words, others] = [pieces(text), pieces(other)];
  if (words.length > MAX_WORDS || others.length > MAX_WORDS) return [{ text, shared: true }];
  const keys = words.map(({ key }) => key);
  const otherKeys = others.map(({ key }) => key);
  const width = otherKeys.length + 1;
  const table = new Uint16Array((keys.length + 1) * width);
  for (let i = keys.length - 1; i >= 0; i--) {
    for (let j = otherKeys.length - 1; j >= 0; j--) {
      table[i * width + j] =
        keys[i] === otherKeys[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const marked: { text: string; shared: boolean }[] = [];
  for (let [i, j] = [0, 0]; i < keys.length;) {
    const shared = j < otherKeys.length && keys[i] === otherKeys[j];
    if (!shared && j < otherKeys.length && (table[i * width + j + 1] ?? 0) > (table[(i + 1) * width + j] ?? 0)) {
      j++;
      continue;
    }
    const last = marked.at(-1);
    if (last?.shared === shared) last.text += words[i]?.text ?? "";
    else marked.push({ text: words[i]?.text ?? "", shared });
    i++;
    if (shared) j++;
  }
  return marked;
}

/** Words with the blanks and marks that follow them. */
function pieces(text: string): { text: string; key: string }[] {
  return [...text.matchAll(/[\p{L}\p{N}'’]+[^\p{L}\p{N}'’]*|^[^\p{L}\p{N}'’]+/gu)].map(({ 0: piece }) => ({
    text: piece,
    key: piece.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase(),
  }));
}
