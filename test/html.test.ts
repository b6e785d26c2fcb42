/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The page in a real browser: nothing runs, nothing overflows, everybody can use it, and it is there at once. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { judgeGates, parseGate } from "../src/gates.js";
import type { Report } from "../src/model.js";
import { renderHtml } from "../src/reporters/html/index.js";
import { readFixture } from "./support/fixtures.js";
import { hostileReport } from "./support/hostile.js";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const example = readFixture("reports/port-calder.json") as Report;
const gated = { ...example, gates: judgeGates(example, ["impersonation", "share=99%"].map(parseGate)) };

/** As many comments as a long thread has, a third of them raised. */
function many(count: number): Report {
  const [thread] = example.threads;
  if (thread === undefined) throw new Error("no thread");
  const comments = Array.from({ length: count }, (_, i) => {
    const source = thread.comments[i % thread.comments.length];
    if (source === undefined) throw new Error("no comment");
    const band = i % 3 === 0 ? ("high" as const) : ("ordinary" as const);
    return { ...source, id: String(i), parentId: i % 4 === 0 || i < 9 ? null : String(i - 1), rank: i + 1, band };
  });
  return { ...example, threads: [{ ...thread, comments }], totals: { ...example.totals, comments: count } };
}

const withBrowser = existsSync(CHROMIUM) ? describe : describe.skip;
if (!existsSync(CHROMIUM))
  process.stderr.write(`test/html.test.ts: no browser at ${CHROMIUM}, its tests are skipped\n`);

withBrowser("the page in Chromium", () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "comment-audit-html-"));
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(
    report: Report,
    settings: Parameters<Browser["newPage"]>[0] = {},
  ): Promise<{ page: Page; problems: string[] }> {
    const file = join(folder, "report.html");
    writeFileSync(file, [...renderHtml(report)].join(""));
    const page = await browser.newPage(settings);
    const problems: string[] = [];
    page.on("console", (message) => problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("dialog", (dialog) => {
      problems.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) problems.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    return { page, problems };
  }

  test("runs nothing and asks for nothing, also with hostile texts", async () => {
    for (const report of [gated, hostileReport()]) {
      const { page, problems } = await open(report);
      expect(problems).toEqual([]);
      expect(await page.evaluate(() => document.querySelectorAll("script, style").length)).toBe(2);
      await page.close();
    }
  }, 60_000);

  test.each(["light", "dark"] as const)(
    "axe finds nothing to mend (%s)",
    async (colorScheme) => {
      const { page } = await open(gated, { colorScheme, bypassCSP: true });
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
      await page.addScriptTag({ path: AXE });
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const result = await axe.run();
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ""}`);
      });
      expect(violations).toEqual([]);
      await page.close();
    },
    60_000,
  );

  test.each([360, 768, 1280])(
    "nothing is wider than a window of %i pixels",
    async (width) => {
      for (const report of [gated, hostileReport()]) {
        const { page } = await open(report, { viewport: { width, height: 800 } });
        await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        await page.close();
      }
    },
    60_000,
  );

  test("filters, order and the reasons of a mark, with the keyboard", async () => {
    const { page } = await open(gated);
    const shown = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("li.comment")].map((li) => li.querySelector(".id")?.textContent),
      );
    expect(await shown()).toHaveLength(13);
    await page.getByLabel("by score").check();
    expect((await shown())[0]).toBe("3");
    await page.getByLabel("ordinary").uncheck();
    expect(await shown()).toHaveLength(11);
    expect(await page.locator("#count").textContent()).toBe("11 comments shown");
    await page.getByLabel("Signal").selectOption("impersonation/quoted-role");
    expect(await shown()).toEqual(["3"]);
    const mark = page.locator("li.comment mark.impersonation").first();
    await mark.focus();
    const told = await mark.evaluate((element) => ({
      reason: getComputedStyle(element, "::after").content,
      described: document.getElementById(element.getAttribute("aria-describedby") ?? "")?.textContent ?? "",
    }));
    expect(told.reason).toContain("speaks as Marit Solheim");
    expect(told.described).toContain("speaks as Marit Solheim");
    await page.close();
  }, 60_000);

  test("is whole without scripts", async () => {
    const { page } = await open(gated, { javaScriptEnabled: false });
    expect(await page.locator("li.comment").count()).toBe(13);
    expect(await page.locator("#controls").isVisible()).toBe(false);
    expect(await page.locator("li.comment mark").first().isVisible()).toBe(true);
    await page.close();
  }, 60_000);

  test("five thousand comments: all there, and sorted and filtered on demand", async () => {
    const { page, problems } = await open(many(5_000));
    expect(problems).toEqual([]);
    expect(await page.locator("li.comment").count()).toBe(5_000);
    await page.getByLabel("by score").check();
    await page.getByLabel("ordinary").uncheck();
    expect(await page.locator("#count").textContent()).toBe("1,667 comments shown");
    await page.close();
  }, 120_000);
});

test("is the same from a saved report", () => {
  const saved = JSON.parse(JSON.stringify(gated)) as Report;
  expect([...renderHtml(saved)].join("")).toBe([...renderHtml(gated)].join(""));
});
