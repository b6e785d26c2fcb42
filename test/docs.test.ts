/** Docs that say what the code does. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatsPage } from "../scripts/formats-page.js";
import { manPage } from "../scripts/man-page.js";
import { signalPages } from "../scripts/signal-pages.js";
import { SIGNALS } from "../src/detectors/catalogue.js";
import { ROOT } from "./support/fixtures.js";

const folder = join(ROOT, "docs", "signals");

test("docs/formats.md is as `npm run docs` writes it", () => {
  expect(readFileSync(join(ROOT, "docs/formats.md"), "utf8")).toBe(formatsPage());
});

test("man/comment-audit.1 is as `npm run docs` writes it", () => {
  expect(readFileSync(join(ROOT, "man/comment-audit.1"), "utf8")).toBe(manPage());
});

test("docs/signals has one page per signal, as `npm run docs` writes it", () => {
  const pages = signalPages();
  expect(pages.size).toBe(SIGNALS.length + 1);
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(join(folder, name), "utf8")).toBe(text);
});

test("every signal says what it means, fires on and does not fire on", () => {
  expect(new Set(SIGNALS.map(({ id }) => id)).size).toBe(SIGNALS.length);
  for (const { id, title, meaning, example, nearMiss, source } of SIGNALS) {
    expect([id, ...[title, meaning, example, nearMiss, source].map((text) => text.length > 3)]).toEqual([
      id,
      true,
      true,
      true,
      true,
      true,
    ]);
  }
});

test("the README's example is the report that the command prints", async () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const shown = /```console\n\$ npx comment-audit fixtures\/threads\/port-calder\.json\n(?<report>[\s\S]*?)```/u.exec(
    readme,
  )?.groups?.["report"];
  const { runCli } = await import("./support/cli.js");
  const { out } = await runCli(["fixtures/threads/port-calder.json"]);
  expect(shown).toBe(out);
});

test("nothing in the docs calls a writer a bot", () => {
  const pages = ["README.md", "docs/ci.md", "docs/config.md", "docs/detectors.md", "man/comment-audit.1"];
  const texts = [...pages.map((name) => readFileSync(join(ROOT, name), "utf8")), ...signalPages().values()];
  for (const text of texts) expect(text).not.toMatch(/\bis an? bot\b/u);
});
