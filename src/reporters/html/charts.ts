/** Small charts as inline SVG: no styles in attributes, so that the page's policy can forbid them. */
import type { Finding, Json, Likeness, Reason, ThreadVerdict } from "../../model.js";
import { html, type Html } from "./markup.js";

const round = (value: number) => Math.round(value * 10) / 10;

/** A score of 0..100 as a bar. */
export function scoreBar(score: number | null): Html {
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="8" />
    <rect class="fill" width="${score ?? 0}" height="8" />
  </svg>`;
}

/** Shares of something as one bar; what a share means is said beside it. */
export function stackedBar(parts: readonly { readonly kind: string; readonly count: number }[]): Html {
  const sum = Math.max(
    1,
    parts.reduce((all, { count }) => all + count, 0),
  );
  let left = 0;
  const rects = parts.map(({ kind, count }) => {
    const width = (100 * count) / sum;
    const rect = html`<rect class="${kind}" x="${round(left)}" width="${round(width)}" height="8" />`;
    left += width;
    return rect;
  });
  return html`<svg class="bar stack" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>`;
}

/** The estimated share with its interval, on 0..100 %. */
export function shareBar({ low, estimate, high }: NonNullable<ThreadVerdict["share"]>): Html {
  const [from, at, to] = [100 * low, 100 * estimate, 100 * high].map(round);
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="8" />
    <rect class="interval" x="${from ?? 0}" width="${Math.max(1, (to ?? 0) - (from ?? 0))}" height="8" />
    <rect class="fill" x="${Math.min(99, at ?? 0)}" width="1.2" height="8" />
  </svg>`;
}

/** One step of the waterfall: from where the steps before it ended to where it ends. */
export function waterfallBar(from: number, { contribution }: Finding, [least, most]: readonly [number, number]): Html {
  const scale = 100 / Math.max(0.001, most - least);
  const x = (value: number) => round((value - least) * scale);
  const [left, right] = [Math.min(from, from + contribution), Math.max(from, from + contribution)];
  const kind = contribution < 0 ? "lowers" : "raises";
  return html`<svg class="step" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="zero" x="${x(0)}" width="0.5" height="10" />
    <rect class="${kind}" x="${x(left)}" y="1" width="${Math.max(0.6, round(x(right) - x(left)))}" height="8" />
  </svg>`;
}

/** The bounds between which the running sum of a waterfall moves; 0 is among them. */
export function waterfallBounds(findings: readonly Finding[]): [number, number] {
  let sum = 0;
  let [least, most] = [0, 0];
  for (const { contribution } of findings) {
    sum += contribution;
    least = Math.min(least, sum);
    most = Math.max(most, sum);
  }
  return [least, most];
}

/** Where a statistic of the thread lies among those of human threads: quartiles as a box, 1 to 99 % as a line. */
export function distribution({ data }: Reason): Html | undefined {
  const values = numbers(data["humanQuantiles"]);
  const rates = numbers(data["humanRates"]);
  const { value } = data;
  if (values.length === 0 || values.length !== rates.length || typeof value !== "number") return undefined;
  const at = (rate: number) => values[rates.indexOf(rate)] ?? 0;
  const [low, quarter, median, upper, high] = [at(0.99), at(0.75), at(0.5), at(0.25), at(0.01)];
  const [left, right] = [Math.min(low, value), Math.max(high, value)];
  const x = (point: number) => round(2 + (96 * (point - left)) / Math.max(1e-9, right - left));
  const label = `human threads: 1 % below ${low}, half between ${quarter} and ${upper}, median ${median}, 1 % above ${high}; this thread: ${value}`;
  return html`<svg class="strip" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label="${label}">
    <title>${label}</title>
    <rect class="whisker" x="${x(low)}" y="5.5" width="${round(x(high) - x(low))}" height="1" />
    <rect class="box" x="${x(quarter)}" y="2.5" width="${Math.max(0.8, round(x(upper) - x(quarter)))}" height="7" />
    <rect class="median" x="${x(median)}" y="2.5" width="0.6" height="7" />
    <rect class="here" x="${round(x(value) - 0.6)}" y="0" width="1.4" height="12" />
  </svg>`;
}

function numbers(value: Json | undefined): number[] {
  return Array.isArray(value) ? value.filter((each): each is number => typeof each === "number") : [];
}

const CELL = 12;
const LABEL = 34;
const LEVELS = 6;

/** Likeness of all pairs; the darker, the more alike. At most `most` comments, the first ones given. */
export function heatMap({ comments, percent }: Likeness, shown: readonly string[]): Html {
  const at = (i: number, j: number) => {
    const [a, b] = i < j ? [i, j] : [j, i];
    return percent[(a * (2 * comments.length - a - 1)) / 2 + (b - a - 1)] ?? 0;
  };
  const indices = shown.map((id) => comments.indexOf(id));
  const strongest = percent.reduce((most, each) => Math.max(most, each), 1);
  const size = LABEL + CELL * shown.length;
  const cells: Html[] = [];
  indices.forEach((i, row) => {
    indices.forEach((j, column) => {
      if (i === j) return;
      const level = Math.min(LEVELS, Math.round((LEVELS * at(i, j)) / strongest));
      const [x, y] = [LABEL + column * CELL, LABEL + row * CELL];
      cells.push(
        html`<rect class="heat${level}" x="${x}" y="${y}" width="11" height="11"
          ><title>${shown[row] ?? ""} and ${shown[column] ?? ""}: ${at(i, j)} %</title></rect
        >`,
      );
    });
  });
  const label = (id: string) => (id.length > 5 ? `${id.slice(0, 4)}…` : id);
  const labels = shown.map((id, k) => {
    const middle = LABEL + k * CELL + 9;
    return html`<text x="${LABEL - 3}" y="${middle}" text-anchor="end">${label(id)}</text
      ><text x="${middle}" y="${LABEL - 4}" transform="rotate(-60 ${middle} ${LABEL - 4})">${label(id)}</text>`;
  });
  const told = `Likeness of ${shown.length} comments in pairs, 0 to ${strongest} per cent of shared letter runs`;
  return html`<svg
    class="heat"
    viewBox="0 0 ${size} ${size}"
    width="${size}"
    height="${size}"
    role="img"
    aria-label="${told}"
  >
    ${labels}${cells}
  </svg>`;
}
