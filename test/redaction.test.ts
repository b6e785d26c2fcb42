/** No name, e-mail, address of a profile or mention of a commenter in any format. */
import fc from "fast-check";
import type { Report } from "../src/model.js";
import { Names } from "../src/redaction/names.js";
import { redactText } from "../src/redaction/redact-text.js";
import { REPORTERS } from "../src/reporters/registry.js";
import { runCli } from "./support/cli.js";

const COMMENTS = [
  {
    id: "at://did:plc:abcdef/post/1",
    author: { name: "Karin Lindqvist", id: "did:plc:abcdef", url: "https://social.example/@klindqvist" },
    text: "As the head of HSBA, it's deeply concerning to see this; write to karin.lindqvist@mail.example or see https://social.example/@klindqvist",
  },
  {
    id: "2",
    author: { name: "Tomasz Wilk" },
    text: "@karin.lindqvist I agree with Karin, and u/old_salt said it is crucial to hold those responsible accountable.",
  },
  {
    id: "3",
    author: { name: "old_salt", id: "771245998" },
    text: "KARIN LINDQVIST is right, Wilk is wrong, and I was there in 1998 when the crane was put up.",
  },
  {
    id: "4",
    author: { name: "Marit Solheim" },
    text: "I never said that to this paper, and my office will answer in due course to all of you.",
  },
  {
    id: "5",
    author: { name: "the" },
    text: "lol the crane was the problem, not the people; nobody asks the fitters who work there.",
  },
];
const NAMES = [
  "Lindqvist",
  "Karin",
  "Tomasz",
  "Wilk",
  "old_salt",
  "klindqvist",
  "abcdef",
  "771245998",
  "mail.example",
  "social.example",
  "Marit Solheim",
  "LINDQVIST",
];

const input = {
  article: {
    title: "Inquiry",
    body: "The forms were filled in at a desk, said Marit Solheim, the head of HSBA. Inger Vale disagreed.",
  },
  comments: COMMENTS,
};
const files = { "x.json": JSON.stringify(input) };

test.each(REPORTERS.map(({ id }) => id))("%s", async (id) => {
  const { code, out } = await runCli(["x.json", "--redact", "-f", id, "--fail-on", "impersonation", "--top", "100"], {
    files,
  });
  expect(code).toBe(1);
  for (const name of NAMES) expect(out).not.toContain(name);
});

test("one account, one pseudonym; who the article names and nobody's comments bear stays", async () => {
  const { out } = await runCli(["x.json", "--redact", "-f", "json"], { files });
  const report = JSON.parse(out) as Report;
  const [thread] = report.threads;
  const byId = new Map(thread?.comments.map((comment) => [comment.id, comment]));
  expect(byId.get("2")?.text).toBe(
    "Author 5 I agree with Author 5, and Author 2 said it is crucial to hold those responsible accountable.",
  );
  expect(byId.get("2")?.author).toEqual({ name: "Author 1" });
  expect(thread?.article.body).toContain("Inger Vale");
  expect(byId.get("5")?.text).toContain("the crane was the problem");
  expect(report.redacted).toBe(true);
});

test("spans are those of the redacted texts", async () => {
  const { out } = await runCli(["x.json", "--redact", "-f", "json"], { files });
  const report = JSON.parse(out) as Report;
  let checked = 0;
  for (const thread of report.threads) {
    for (const comment of thread.comments) {
      for (const evidence of comment.findings.flatMap((finding) => finding.evidence)) {
        if (evidence.kind === "fact") continue;
        const text =
          evidence.kind === "quote"
            ? comment.text
            : evidence.kind === "article"
              ? thread.article[evidence.part]
              : (thread.comments.find(({ id }) => id === evidence.comment)?.text ?? "");
        expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
        checked++;
      }
    }
  }
  expect(checked).toBeGreaterThan(5);
});

test("fingerprints do not depend on the names that were taken out", async () => {
  const prints = async (name: string) => {
    const text = `It is crucial, ${name}, that we act on this now and hold those responsible accountable.`;
    const file = JSON.stringify({ article: { title: "T", body: "" }, comments: [{ id: "1", author: { name }, text }] });
    const { out } = await runCli(["x.json", "--redact", "-f", "json"], { files: { "x.json": file } });
    return (JSON.parse(out) as Report).threads[0]?.comments[0]?.fingerprint;
  };
  expect(await prints("Ana Berg")).toBe(await prints("Jo Li"));
});

test("whatever the text: ranges stay in it, and what is not replaced is unchanged", () => {
  const names = new Names();
  names.add("Ana Berg", "Author 1");
  names.add("jo", "Author 2");
  const piece = fc.constantFrom(
    "Ana Berg",
    "ana",
    " ",
    "@jo",
    "jo",
    "x",
    "a@b.co",
    "https://e.org/x",
    ".",
    "Berg's",
    "🙂",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(40), fc.nat(40), (pieces, a, b) => {
      const text = pieces.join("");
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const redacted = redactText(text, names, "all");
      const placed = redacted.place(start, end);
      expect(placed.start).toBeGreaterThanOrEqual(0);
      expect(placed.end).toBeLessThanOrEqual(redacted.text.length);
      expect(placed.end).toBeGreaterThanOrEqual(placed.start);
      expect(redacted.text).not.toMatch(/(?<![\p{L}\p{N}_])(?:ana berg|@jo)(?![\p{L}\p{N}_])/iu);
    }),
    { numRuns: 500 },
  );
});

test("ten megabytes of mentions take linear time", () => {
  const names = new Names();
  names.add("Ana Berg", "Author 1");
  expect(redactText("@a ".repeat(300_000), names, "all").text.length).toBeGreaterThan(1_000_000);
  expect(redactText("@".repeat(1_000_000), names, "all").text.length).toBe(1_000_000);
  expect(redactText("a.".repeat(500_000), names, "all").text.length).toBe(1_000_000);
});

test.each([
  ["@Zelda Qwerty said so", "Author 1 said so"],
  ["In response to Bjorn's question", "In response to Author 2's question"],
  ["BJØRN O'NEIL-STÅHL again", "Author 2 again"],
  ["ask ZeldaQwerty", "ask Author 1"],
  ["ask 𝐙𝐞𝐥𝐝𝐚 𝐐𝐰𝐞𝐫𝐭𝐲", "ask Author 1"],
  ["我同意李雷的看法", "我同意Author 3的看法"],
  ["zelda [at] mail [dot] example", "[e-mail]"],
  ["see zeldaq.example/about today", "see [link] today"],
  ["call +47 912 34 567 now", "call [phone] now"],
  ["Grace period and zelda in small letters", "Grace period and zelda in small letters"],
  ["KOWALCZYK, kowalczyk and Kowalczyk", "Author 4, Author 4 and Author 4"],
  ["سألت الفارسي عن ذلك", "سألت Author 5 عن ذلك"],
  ["I don't think 2023 was it", "I don't think 2023 was it"],
  ["in 1998 and/or 2003, v1.2/3", "in 1998 and/or 2003, v1.2/3"],
])("%s", (text, redacted) => {
  const names = new Names();
  names.add("Zelda Qwerty", "Author 1");
  names.add("Bjørn O'Neil-Ståhl", "Author 2");
  names.add("李雷", "Author 3");
  names.add("ana kowalczyk", "Author 4");
  names.add("محمد الفارسي", "Author 5");
  names.add("t", "Author 6");
  names.add("2023", "Author 7");
  expect(redactText(text, names, "all").text).toBe(redacted);
});

test("addresses and ids of threads lose the account, and stay told apart", async () => {
  const one = (id: string) => ({
    id,
    article: { title: "T", url: id, body: "" },
    comments: ["Nine is too early for this ferry to stop."],
  });
  const list = JSON.stringify([
    one("https://social.example/@halcy/1"),
    one("https://site.example/u/zelda/2"),
    one("https://site.example/u/other/2"),
  ]);
  const { out } = await runCli(["l.json", "--redact", "-f", "json"], { files: { "l.json": list } });
  expect(out).not.toMatch(/halcy|zelda|u\/other/u);
  expect(new Set((JSON.parse(out) as Report).threads.map(({ id }) => id)).size).toBe(3);
});

test("who comments under the name of a person of the article is taken out of it by any part of the name", async () => {
  const list = JSON.stringify({
    article: { title: "Mayor Ada Lind resigns", body: "Mayor Ada Lind left. Lind said little. Per Lund said more." },
    comments: [
      { id: "1", author: { name: "Ada Lind" }, text: "I have nothing to add to what this paper wrote about me." },
    ],
  });
  const { out } = await runCli(["l.json", "--redact", "-f", "json"], { files: { "l.json": list } });
  expect((JSON.parse(out) as Report).threads[0]?.article.body).toBe(
    "Mayor Author 1 left. Author 1 said little. Per Lund said more.",
  );
});
