/**
 * Costs as ratios in one run, never as absolute times: start-up against an empty Node process, and
 * n comments against 10n. Medians of several runs; `npm run build` first.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const RUNS = 11;
const bin = new URL("../bin/comment-audit.js", import.meta.url).pathname;
const example = new URL("../fixtures/threads/port-calder.json", import.meta.url).pathname;

function time(args) {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
  if (status !== 0) throw new Error(`${args.join(" ")} exited ${status}`);
  return performance.now() - started;
}

/** Interleaved, so that a slow moment of the machine hits all alike. */
function medians(commands) {
  const times = commands.map(() => []);
  for (let run = 0; run < RUNS; run++) commands.forEach((args, i) => times[i].push(time(args)));
  return times.map((list) => list.sort((a, b) => a - b)[RUNS >> 1]);
}

const [empty, version, audit] = medians([
  ["-e", "0"],
  [bin, "--version"],
  [bin, example],
]);
console.log(`node -e 0                        1.00 ×   (${empty.toFixed(0)} ms)`);
console.log(`comment-audit --version          ${(version / empty).toFixed(2)} ×`);
console.log(`comment-audit the example        ${(audit / empty).toFixed(2)} ×`);

const folder = mkdtempSync(join(tmpdir(), "comment-audit-bench-"));
const texts = JSON.parse(readFileSync(example, "utf8")).comments.map(({ text }) => text);
const threadsOf = (count) =>
  Array.from({ length: count / 50 }, (_, t) =>
    JSON.stringify({
      article: { title: `Thread ${t}`, body: "" },
      comments: Array.from({ length: 50 }, (_, i) => ({
        id: String(i),
        text: shuffled(texts[(t + i) % texts.length], t * 50 + i),
      })),
    }),
  ).join("\n");

/** The same words in another order, so that no two comments are alike. */
function shuffled(text, seed) {
  const words = text.split(" ");
  for (let i = words.length - 1, state = seed + 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const j = state % (i + 1);
    [words[i], words[j]] = [words[j], words[i]];
  }
  return words.join(" ");
}

const files = [2_000, 20_000].map((count) => {
  const file = join(folder, `${count}.ndjson`);
  writeFileSync(file, threadsOf(count));
  return { count, file };
});
const results = files.map(({ count, file }) => {
  const runs = [0, 1, 2].map(() => time([bin, file, "--quiet"]) - empty);
  return { count, time: runs.sort((a, b) => a - b)[1] };
});
console.log(
  `${results[1].count.toLocaleString("en-US")} comments against ${results[0].count.toLocaleString("en-US")}    ${(results[1].time / results[0].time).toFixed(1)} ×   (${Math.round((results[1].count / results[1].time) * 1000).toLocaleString("en-US")} comments/s)`,
);
rmSync(folder, { recursive: true, force: true });
