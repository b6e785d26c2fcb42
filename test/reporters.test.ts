import { Chalk } from "chalk";
import stringWidth from "string-width";
import { audit } from "../src/index.js";
import type { Comment, Report } from "../src/model.js";
import { terminalLine } from "../src/reporters/escape.js";
import { REPORTERS } from "../src/reporters/registry.js";
import type { RenderOptions, Reporter } from "../src/reporters/reporter.js";
import { bar, padEnd, truncate, wrap } from "../src/reporters/terminal/layout.js";
import { oneIn } from "../src/reporters/wording.js";
import { readFixture, withParents } from "./support/fixtures.js";

const options = { width: 80, chalk: new Chalk({ level: 0 }), top: 20, minBand: "insufficient" } as const;

function report(texts: readonly string[], author = "Ana"): Report {
  const comments = texts.map((text, i): Comment => ({ id: String(i), parentId: null, author: { name: author }, text }));
  return audit({
    threads: [
      {
        id: "t",
        article: {
          title: "桥梁重新开放 🌉 the old bridge is to reopen in May after long repairs to its pillars",
          body: "",
        },
        comments,
      },
    ],
  });
}

function text(reporter: Reporter, from: Report, with_: RenderOptions = options): string {
  return [...reporter.render(from, with_)].join("");
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

describe.each(REPORTERS.map((reporter) => [reporter.id, reporter] as const))("%s", (_, reporter) => {
  test("renders a saved report like a fresh one, the same each time", () => {
    const fresh = audit({
      threads: golden.threads.map(({ id, article }) => ({ id, article, comments: example.comments })),
    });
    const saved = JSON.parse(JSON.stringify(fresh)) as Report;
    expect(text(reporter, saved)).toBe(text(reporter, fresh));
    expect(text(reporter, fresh)).toBe(text(reporter, fresh));
  });

  test("renders an empty report and one of five thousand comments", () => {
    expect(text(reporter, audit({ threads: [] }))).toMatch(/\n$/u);
    const [thread] = golden.threads;
    const [comment] = thread?.comments ?? [];
    if (thread === undefined || comment === undefined) throw new Error("no comment");
    const many: Report = {
      ...golden,
      threads: [
        { ...thread, comments: Array.from({ length: 5_000 }, (_, i) => ({ ...comment, id: String(i), rank: i + 1 })) },
      ],
    };
    expect(text(reporter, many).length).toBeGreaterThan(1_000);
  });
});

describe("the terminal report", () => {
  const terminal = REPORTERS[0];
  if (terminal === undefined) throw new Error("no terminal reporter");

  test.each([40, 60, 80, 100, 120])("no line is wider than %i columns", (width) => {
    for (const each of [golden, wide]) {
      for (const line of text(terminal, each, { ...options, width }).split("\n")) {
        // A command is never cut: it is there to be copied.
        if (!line.startsWith("Next: ")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  test("colour adds nothing but colour", () => {
    const coloured = text(terminal, golden, { ...options, chalk: new Chalk({ level: 1 }) });
    // eslint-disable-next-line no-control-regex -- colour is what is taken away
    expect(coloured.replace(/\u001B\[\d+m/gu, "")).toBe(text(terminal, golden));
  });

  test("the verdict comes before the comments, the next command last", () => {
    const lines = text(terminal, golden).split("\n");
    const at = (text: string) => lines.findIndex((line) => line.includes(text));
    expect(at("THREAD")).toBeLessThan(at("Michael Reed"));
    expect(lines.at(-2)).toMatch(/^Next: comment-audit explain /u);
  });
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

test("the JSON report is what JSON.stringify would write, only in pieces", () => {
  const json = REPORTERS.find(({ id }) => id === "json");
  if (json === undefined) throw new Error("no JSON reporter");
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
