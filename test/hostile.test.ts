/** Comment text is written by attackers. */
import { audit } from "../src/index.js";
import type { Comment } from "../src/model.js";
import { runCli } from "./support/cli.js";

const HOSTILE: readonly (readonly [string, string])[] = [
  [
    "ANSI and OSC 8",
    "\u001B[31mred\u001B[0m \u001B]8;;http://evil.example\u0007click here now and then read the rest of it\u001B]8;;\u0007",
  ],
  ["C1 controls", "a \u009B31m b and more words to make the comment long enough to be judged"],
  ["direction controls", "the \u202Eegdirb\u202C is closed and everybody who lives here knows it very well"],
  ["carriage returns", "first line\rTHREAD ■ high forged line that overwrites the report on a terminal"],
  ["workflow commands", "::error file=x::forged and some more words so that it is judged by all"],
  ["HTML", "<script>alert(1)</script> <img src=x onerror=alert(1)> and eight more words here please"],
  ["replacement patterns", "$& $1 $` $' and some more words so that the whole is judged as a comment"],
  ["a lone surrogate", "before \uD800 after and some more words so that it is judged as a comment"],
  ["zero-width", "z\u200Bero\u200Bwidth in every word of this com\u200Bment about the old bridge in town"],
];

const payload = (text: string) =>
  JSON.stringify({
    article: { title: text, body: text },
    comments: [
      { id: text, author: { name: text }, text },
      { id: "2", text: "An ordinary comment about the old bridge and its long repairs in spring." },
    ],
  });

// eslint-disable-next-line no-control-regex -- what must not reach a terminal
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

test.each(HOSTILE)("%s cannot command a terminal", async (_, text) => {
  const { code, out, err } = await runCli(["x.json", "--verbose"], { files: { "x.json": payload(text) } });
  expect(code).toBe(0);
  expect(out).not.toMatch(CONTROL);
  expect(err).not.toMatch(CONTROL);
  const explained = await runCli(["explain", "x.json", text], { files: { "x.json": payload(text) } });
  expect(explained.code).toBe(0);
  expect(explained.out).not.toMatch(CONTROL);
});

test.each(HOSTILE)("%s stays itself in JSON", async (_, text) => {
  const { out } = await runCli(["x.json", "-f", "json"], { files: { "x.json": payload(text) } });
  const report = JSON.parse(out) as { threads: { comments: { text: string }[] }[] };
  expect(report.threads[0]?.comments.map((comment) => comment.text)).toContain(text);
  expect(out).toBe(out.toWellFormed());
});

test.each([
  ["an id in an error message", ["explain", "x.json", "\u001B[31mno such id"]],
  ["a file name", ["\u001B[31mnowhere.json"]],
  ["a gate", ["x.json", "--fail-on", "\u001B[31m"]],
])("%s is shown harmlessly", async (_, argv) => {
  const { code, err } = await runCli(argv, { files: { "x.json": payload("some words") } });
  expect(code).toBe(2);
  expect(err).not.toMatch(CONTROL);
});

/** Shapes on which a pattern with super-linear backtracking stands still; the linter looks for those as well. */
const MEGABYTE = 1 << 20;
const ADVERSARIAL: readonly (readonly [string, string])[] = [
  ["one letter", "a"],
  ["blanks", " "],
  ["newlines", "\n"],
  ["full stops", "."],
  ["exclamation marks and blanks", "! "],
  ["open quotation marks", "“ "],
  ["straight quotation marks", '"a '],
  ["quote lines", "> a\n"],
  ["braces and bars", "{a|b"],
  ["brackets", "[your "],
  ["stock phrases", "it is crucial that "],
  ["claims", "As the head of HSBA, "],
  ["capitals", "Ana Lind "],
  ["combining marks", "e\u0301\u0301\u0301"],
  ["zero-width", "a\u200B"],
  ["look-alikes", "раypal "],
  ["addresses", "http://a.example "],
  ["retweets", "RT @a "],
];

test.each(ADVERSARIAL)("a megabyte of %s is read", (_, unit) => {
  const text = unit.repeat(Math.ceil(MEGABYTE / unit.length));
  const comments: Comment[] = [{ id: "1", parentId: null, text }];
  const report = audit({
    threads: [{ id: "t", article: { title: text.slice(0, 1_000), body: text.slice(0, 100_000) }, comments }],
  });
  expect(report.complete).toBe(true);
});

test("a campaign of one template is one family, however large", () => {
  const fill = (i: number) =>
    `I live in town ${i} and I strongly urge the council to keep the old bridge open for all of us until May, yours, writer ${i * 7}.`;
  const comments = Array.from({ length: 400 }, (_, i): Comment => ({ id: String(i), parentId: null, text: fill(i) }));
  const { clusters } = audit({ threads: [{ id: "t", article: { title: "", body: "" }, comments }] });
  expect(clusters[0]?.members.length).toBeGreaterThanOrEqual(390);
});

test("who posted twice does not depend on the order", () => {
  const text = "The old bridge should have stayed closed until June, and everybody at the council knew it.";
  const bands = (order: readonly string[]) => {
    const comments = order.map((name, i): Comment => ({ id: String(i), parentId: null, author: { name }, text }));
    const report = audit({ threads: [{ id: "t", article: { title: "", body: "" }, comments }] });
    return report.threads[0]?.comments.map(({ author, band }) => `${author?.name ?? ""} ${band}`).sort();
  };
  expect(bands(["A", "A", "B"])).toEqual(bands(["B", "A", "A"]));
  expect(new Set(bands(["A", "A"]))).toEqual(new Set(["A ordinary"]));
});

test("copies are found in scripts without blanks", () => {
  const text = "这座桥应该在六月之前一直关闭，市议会的每一个人都非常清楚这一点，但是没有人说出来。";
  const comments = ["1", "2", "3"].map((id): Comment => ({ id, parentId: null, text }));
  expect(
    audit({ threads: [{ id: "t", article: { title: "", body: "" }, comments }] }).clusters.map(
      ({ members }) => members.length,
    ),
  ).toEqual([3]);
});

test("ten thousand copies are one family", () => {
  const text = "The old bridge should have stayed closed until June, and everybody at the council knew it.";
  const comments = Array.from({ length: 10_000 }, (_, i): Comment => ({ id: String(i), parentId: null, text }));
  const { clusters } = audit({ threads: [{ id: "t", article: { title: "", body: "" }, comments }] });
  expect(clusters.map(({ kind, members }) => [kind, members.length])).toEqual([["copy", 10_000]]);
});
