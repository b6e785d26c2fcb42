/** The contract of all reporters: the report and nothing else in, the same bytes out, hostile texts stay text. */
import AjvDraft04 from "ajv-draft-04";
import { Chalk } from "chalk";
import { parse as parseCsv } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { SaxesParser } from "saxes";
import stringWidth from "string-width";
import { judgeGates, parseGate } from "../src/gates.js";
import { audit } from "../src/index.js";
import type { Comment, Report } from "../src/model.js";
import { terminalLine } from "../src/reporters/escape.js";
import { REPORTERS } from "../src/reporters/registry.js";
import type { Render, RenderOptions } from "../src/reporters/reporter.js";
import { uriOf } from "../src/reporters/sarif.js";
import { bar, padEnd, truncate, wrap } from "../src/reporters/terminal/layout.js";
import { oneIn } from "../src/reporters/wording.js";
import { readFixture, ROOT, withParents } from "./support/fixtures.js";
import { hostileReport } from "./support/hostile.js";

const options = { width: 80, chalk: new Chalk({ level: 0 }), top: 20, minBand: "insufficient" } as const;
const all = { ...options, top: 1_000_000 } as const;

function report(
  texts: readonly string[],
  author = "Ana",
  title = "桥梁重新开放 🌉 the old bridge is to reopen",
): Report {
  const comments = texts.map((text, i): Comment => ({
    id: String(i),
    parentId: null,
    author: { name: author },
    text,
    source: { file: "thread.json", pointer: `/comments/${i}`, line: i + 3, column: 5 },
  }));
  return audit({ threads: [{ id: "t", file: "thread.json", article: { title, body: "" }, comments }] });
}

function text(render: Render, from: Report, with_: RenderOptions = options): string {
  return [...render(from, with_)].join("");
}

async function renderer(id: string): Promise<Render> {
  const reporter = REPORTERS.find((each) => each.id === id);
  if (reporter === undefined) throw new Error(`no reporter ${id}`);
  return reporter.load();
}

const example = withParents(readFixture("threads/port-calder.json"));
const golden = readFixture("reports/port-calder.json") as Report;
const wide = report(
  [
    "这座桥应该在六月之前关闭，所有人都知道这一点，除了市议会",
    "👩‍👩‍👧‍👦 it is crucial for the council to act now and ensure the safety of the bridge 👩‍👩‍👧‍👦",
    "lol",
  ],
  "王小明 👩‍👩‍👧‍👦 with a very long name that goes on and on and on and on",
);

/** What must hold of each format's output of the hostile report. A format without an entry fails. */
const ESCAPING: Readonly<Record<string, (output: string) => void>> = {
  terminal: noControls,
  json: (output) => expect(JSON.parse(output)).toHaveProperty("schemaVersion", "1"),
  ndjson: (output) => {
    for (const line of output.trimEnd().split("\n")) expect(JSON.parse(line)).toHaveProperty("text");
  },
  csv: (output) => {
    const rows = parseCsv(output, { bom: true });
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    // What a spreadsheet takes for a formula begins, behind blanks, with one of these.
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+@|]|^\s*-(?![\d.]*$)/u);
  },
  markdown: (output) => {
    noControls(output);
    // As a lenient renderer reads it: with HTML, and with bare addresses made links.
    const html = new MarkdownIt({ html: true, linkify: true }).render(output);
    expect(html).not.toMatch(/<(?:a|img|script|svg|b|style|textarea)[\s>]/u);
    expect(html.replace(/<code>.*?<\/code>/gsu, "")).not.toMatch(/@[a-z]|#\d/u);
    expect(html.match(/<h\d>/gu)).toHaveLength(2);
    // Each row of a table has its five cells.
    for (const row of html.match(/<tr>.*?<\/tr>/gsu) ?? []) expect(row.match(/<t[dh]/gu)).toHaveLength(5);
  },
  html: (output) => {
    noControls(output.replace(/[\t\r\n]/gu, " "));
    expect(output.match(/<script/gu)).toHaveLength(1);
    expect(output.match(/<style/gu)).toHaveLength(1);
    expect(output).not.toMatch(/<(?:img|iframe|object|embed|base|link)\b/u);
    // Attributes without their values, in which such words are text.
    expect(output.replace(/"[^"]*"/gu, '""')).not.toMatch(/<[a-z][^<>]*\s(?:on\w+|style|src)=/u);
    for (const [, target] of output.matchAll(/href="([^"]*)"/gu)) expect(target).toMatch(/^(?:#|https?:)/u);
    expect(output).toContain("default-src &#39;none&#39;");
  },
  sarif: (output) => expect(JSON.parse(output)).toHaveProperty("version", "2.1.0"),
  junit: (output) => {
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    let cases = 0;
    parser.on("opentag", ({ name }) => (cases += name === "testcase" ? 1 : 0));
    parser.write(output).close();
    expect(cases).toBeGreaterThan(10);
  },
  github: (output) => {
    for (const line of output.trimEnd().split("\n")) {
      expect(line).toMatch(/^::(?:error|warning|notice)(?: [^:]*)?::/u);
      noControls(line);
    }
  },
};

/** C0 and C1 but for line breaks, and direction controls. */
function noControls(output: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(output).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
}

describe.each(REPORTERS.map((reporter) => [reporter.id, reporter] as const))("%s", (id, reporter) => {
  test("renders a saved report like a fresh one, the same each time", async () => {
    const render = await reporter.load();
    const fresh = audit({
      threads: golden.threads.map(({ id: thread, article }) => ({ id: thread, article, comments: example.comments })),
    });
    const saved = JSON.parse(JSON.stringify(fresh)) as Report;
    expect(text(render, saved)).toBe(text(render, fresh));
    expect(text(render, fresh)).toBe(text(render, fresh));
  });

  test("renders an empty report and one of five thousand comments", async () => {
    const render = await reporter.load();
    expect(text(render, audit({ threads: [] }))).toMatch(/\n$/u);
    const [thread] = golden.threads;
    const [comment] = thread?.comments ?? [];
    if (thread === undefined || comment === undefined) throw new Error("no comment");
    const comments = Array.from({ length: 5_000 }, (_, i) => ({ ...comment, id: String(i), rank: i + 1 }));
    const many: Report = {
      ...golden,
      threads: [{ ...thread, comments }],
      totals: { ...golden.totals, comments: 5_000 },
    };
    const output = text(render, many, all);
    expect(output.length).toBeGreaterThan(1_000);
    if (id === "markdown") {
      expect(output.length).toBeLessThanOrEqual(65_000);
      expect(output).toMatch(/… and [\d,]+ more comments/u);
    }
  });

  test("hostile texts stay text", async () => {
    const render = await reporter.load();
    const check = ESCAPING[id];
    if (check === undefined) throw new Error(`say in ESCAPING what must hold of ${id}`);
    const hostile = hostileReport();
    for (const thread of hostile.threads) {
      const output = text(render, { ...hostile, threads: [thread] }, all);
      expect(output.isWellFormed()).toBe(true);
      check(output);
    }
  });

  test("calls nobody a bot", async () => {
    expect(text(await reporter.load(), golden)).not.toMatch(/\bis an? bot\b/u);
  });
});

describe("the terminal report", () => {
  test.each([40, 60, 80, 100, 120])("no line is wider than %i columns", async (width) => {
    const terminal = await renderer("terminal");
    const gated = { ...golden, gates: judgeGates(golden, ["impersonation", "thread=high"].map(parseGate)) };
    for (const each of [golden, wide, gated]) {
      for (const line of text(terminal, each, { ...options, width }).split("\n")) {
        // A command is never cut: it is there to be copied.
        if (!line.startsWith("Next: ")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  test("colour adds nothing but colour", async () => {
    const terminal = await renderer("terminal");
    const coloured = text(terminal, golden, { ...options, chalk: new Chalk({ level: 1 }) });
    // eslint-disable-next-line no-control-regex -- colour is what is taken away
    expect(coloured.replace(/\u001B\[\d+m/gu, "")).toBe(text(terminal, golden));
  });

  test("the verdict comes before the comments, the next command last", async () => {
    const lines = text(await renderer("terminal"), golden).split("\n");
    const at = (part: string) => lines.findIndex((line) => line.includes(part));
    expect(at("THREAD")).toBeLessThan(at("Michael Reed"));
    expect(lines.at(-2)).toMatch(/^Next: comment-audit explain /u);
  });
});

describe("SARIF", () => {
  /** The schema of the standard, as Microsoft's matcher for Jest carries it. */
  const schema = JSON.parse(
    readFileSync(join(ROOT, "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
  ) as object;
  const validate = new AjvDraft04.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    schema,
  );

  test.each([
    ["the example", golden],
    ["an empty report", audit({ threads: [] })],
    ["hostile texts", hostileReport()],
  ])("is valid for %s", async (_, each) => {
    const log = JSON.parse(text(await renderer("sarif"), each)) as unknown;
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("a result points at the comment's line, and its rule explains itself", async () => {
    const log = JSON.parse(text(await renderer("sarif"), golden)) as {
      runs: [
        {
          tool: { driver: { rules: { id: string; help: { text: string } }[] } };
          results: {
            ruleId: string;
            ruleIndex: number;
            partialFingerprints: Record<string, string>;
            locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
          }[];
        },
      ];
    };
    const [run] = log.runs;
    const { rules } = run.tool.driver;
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    for (const { help } of rules) expect(help.text).toContain("a person decides");
    const claim = run.results.find(({ ruleId }) => ruleId === "impersonation/quoted-role");
    expect(claim?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "fixtures/threads/port-calder.json" },
      region: { startLine: 13, startColumn: 5 },
    });
    const lines = readFileSync(join(ROOT, "fixtures/threads/port-calder.json"), "utf8").split("\n");
    expect(lines[12]?.slice(4)).toMatch(/^\{ "id": "3"/u);
    const prints = run.results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    expect(new Set(prints).size).toBe(prints.length);
  });

  test.each([
    ["a b/ü#1?.json", "a%20b/%C3%BC%231%3F.json"],
    ["/tmp/x.json", "file:///tmp/x.json"],
    ["C:\\x\\y.json", "file:///C:/x/y.json"],
    ["a:b.json", "./a:b.json"],
    ["-", "stdin"],
  ])("%s as a URI", (path, uri) => {
    expect(uriOf(path)).toBe(uri);
  });
});

test("CSV reads back: one row per comment, texts unchanged", async () => {
  const rows = parseCsv(text(await renderer("csv"), golden), { bom: true, columns: true });
  const comments = golden.threads.flatMap((thread) => thread.comments);
  expect(rows.map((row) => (row as Record<string, string>)["text"])).toEqual(comments.map((comment) => comment.text));
});

test("JUnit fails what a gate names, skips what was released and passes the rest", async () => {
  const [thread] = golden.threads;
  if (thread === undefined) throw new Error("no thread");
  const released = {
    ...golden,
    threads: [{ ...thread, comments: thread.comments.map((c) => (c.id === "7" ? { ...c, suppressed: "known" } : c)) }],
  };
  const junit = await renderer("junit");
  const gated = { ...released, gates: judgeGates(released, [parseGate("impersonation")]) };
  const output = text(junit, gated);
  expect(output).toMatch(/tests="14" failures="1" errors="0" skipped="1"/u);
  expect(output).toMatch(/<failure message="high \(score 99\)/u);
  expect(text(junit, golden)).not.toContain("<failure");
});

test("GitHub annotations: errors are what reached a gate, at most ten of a level", async () => {
  const github = await renderer("github");
  const gated = { ...golden, gates: judgeGates(golden, [parseGate("impersonation")]) };
  const lines = text(github, gated).split("\n");
  expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(1);
  expect(lines[0]).toMatch(/file=fixtures\/threads\/port-calder\.json,line=13,col=5::comment 3: speaks as/u);
  const many = report(
    Array.from(
      { length: 40 },
      (_, i) => `It is crucial ${i} that we hold those responsible accountable, deeply concerning.`,
    ),
  );
  const flagged = {
    ...many,
    threads: many.threads.map((t) => ({ ...t, comments: t.comments.map((c) => ({ ...c, band: "high" as const })) })),
  };
  expect(text(github, flagged).match(/^::warning/gmu)).toHaveLength(10);
  expect(text(github, flagged)).toContain("30 more comments not annotated");
});

describe("layout", () => {
  test("cuts and pads by cells", () => {
    expect(truncate("桥梁桥梁", 5)).toBe("桥梁…");
    expect(stringWidth(padEnd("桥", 5))).toBe(5);
    expect(truncate("short", 5)).toBe("short");
  });

  test("wraps at blanks and cuts the last line", () => {
    expect(wrap("one two three four five", 9, 2)).toEqual(["one two", "three fo…"]);
    expect(wrap("unbreakablewordthatislong", 10, 2)).toEqual(["unbreakab…"]);
  });

  test("a bar has its width whatever the value", () => {
    for (const value of [-1, 0, 0.03, 0.5, 0.99, 1, 2]) expect(stringWidth(bar(value, 8))).toBe(8);
  });
});

test("the JSON report is what JSON.stringify would write, only in pieces", async () => {
  const json = await renderer("json");
  for (const each of [golden, wide, audit({ threads: [] })])
    expect(text(json, each)).toBe(`${JSON.stringify(each, null, 2)}\n`);
});

test("terminalLine shows what it cannot let through", () => {
  expect(terminalLine("a\u001B[31m\tb\r\n\u202Ec\u200B\uD800")).toBe("a␛[31m b <U+202E>c\uFFFD");
});

test.each([
  [0.5, "50 in 100"],
  [0.1, "10 in 100"],
  [0.05, "1 in 20"],
  [0.00031, "1 in 3,200"],
])("oneIn(%d) is %s", (rate, words) => {
  expect(oneIn(rate)).toBe(words);
});
