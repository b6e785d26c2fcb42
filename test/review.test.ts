/** What is done with a report before anybody acts on it: gates, baseline, suppressions, rendering, comparing. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { compareWithBaseline } from "../src/baseline.js";
import { judgeGates, parseGate } from "../src/gates.js";
import { audit } from "../src/index.js";
import type { Comment, Report, Thread } from "../src/model.js";
import { REPORTERS } from "../src/reporters/registry.js";
import { runCli, type CliWorld } from "./support/cli.js";
import { readFixture, withParents } from "./support/fixtures.js";

const EXAMPLE = "fixtures/threads/port-calder.json";
const REPORT = "fixtures/reports/port-calder.json";
const thread = withParents(readFixture("threads/port-calder.json"), "calder");
const NEW_CLAIM: Comment = {
  id: "99",
  parentId: null,
  author: { name: "Somebody Else" },
  text: "As the head of HSBA, I can assure everyone that it is crucial to let our investigation run its course.",
};

function auditOf(comments: readonly Comment[], changes: Partial<Thread> = {}): Report {
  return audit({ threads: [{ ...thread, ...changes, comments }] });
}

function statesOf(report: Report): Record<string, string | undefined> {
  return Object.fromEntries(report.threads.flatMap(({ comments }) => comments.map(({ id, state }) => [id, state])));
}

describe("a baseline", () => {
  const before = auditOf(thread.comments);

  test("knows everything that has not changed", () => {
    const same = compareWithBaseline(before, before, "b.json");
    expect(new Set(Object.values(statesOf(same)))).toEqual(new Set(["known"]));
    expect(same.baseline).toEqual({ path: "b.json", new: 0, known: 11, resolved: [] });
    expect(same.threads[0]?.state).toBe("known");
  });

  test("survives another order, other ids, another file name, and edits elsewhere", () => {
    const again = [...thread.comments].reverse().map((comment, i): Comment => ({
      ...comment,
      id: `new-${i}`,
      parentId: null,
      text: comment.id === "9" ? `${comment.text} (edited)` : comment.text.replaceAll(" ", "  "),
    }));
    const now = compareWithBaseline(auditOf(again, { id: "other.json", file: "other.json" }), before, "b.json");
    const states = Object.entries(statesOf(now)).filter(([, state]) => state === "new");
    const edited = again.find(({ text }) => text.endsWith("(edited)"));
    expect(states.map(([id]) => id)).toEqual([edited?.id]);
    expect(now.baseline?.new).toBe(0);
  });

  test("an added comment is new, alone", () => {
    const now = compareWithBaseline(auditOf([...thread.comments, NEW_CLAIM]), before, "b.json");
    const fresh = Object.entries(statesOf(now)).filter(([, state]) => state === "new");
    expect(fresh).toEqual([["99", "new"]]);
    expect(now.baseline?.new).toBe(1);
  });

  test("a second copy of a known comment is new", () => {
    const copy = { ...(thread.comments[0] as Comment), id: "copy", author: { name: "Another" } };
    const now = compareWithBaseline(auditOf([...thread.comments, copy]), before, "b.json");
    expect(statesOf(now)).toMatchObject({ "1": "known", copy: "new" });
  });

  test("what is gone, or no longer raised, is resolved", () => {
    const now = compareWithBaseline(auditOf(thread.comments.filter(({ id }) => id !== "3")), before, "b.json");
    expect(now.baseline?.resolved.map(({ comment }) => comment)).toContain("3");
  });

  test("a comment that got worse is new again", () => {
    const calmer: Report = {
      ...before,
      threads: before.threads.map((each) => ({
        ...each,
        comments: each.comments.map((comment) => ({ ...comment, band: "ordinary" as const })),
      })),
    };
    const now = compareWithBaseline(before, calmer, "b.json");
    expect(statesOf(now)).toMatchObject({ "3": "new", "4": "known" });
  });

  test("gates look at new findings only", () => {
    const gates = ["comment=high", "impersonation", "thread=high", "share=50%", "family=2", "score=80"].map(parseGate);
    const known = compareWithBaseline(before, before, "b.json");
    expect(judgeGates(before, gates).map(({ reached }) => reached)).toEqual([true, true, true, true, true, true]);
    expect(judgeGates(known, gates).map(({ reached }) => reached)).toEqual([false, false, false, false, false, false]);
    const added = compareWithBaseline(auditOf([...thread.comments, NEW_CLAIM]), before, "b.json");
    expect(judgeGates(added, [parseGate("impersonation")])[0]?.comments).toEqual([{ thread: "calder", comment: "99" }]);
  });

  test("on the command line: the gate passes on the second run, and the file is written when asked", async () => {
    const first = await runCli([EXAMPLE, "--fail-on", "comment=high", "--baseline", "b.json", "--update-baseline"]);
    expect(first.code).toBe(1);
    const files = { "b.json": first.files.get("b.json") ?? "" };
    const second = await runCli([EXAMPLE, "--fail-on", "comment=high", "--baseline", "b.json"], { files });
    expect(second.code).toBe(0);
    expect(second.out).toContain("against b.json: 0 new, 11 known, 0 resolved");
    const missing = await runCli([EXAMPLE, "--baseline", "nowhere.json"]);
    expect({ code: missing.code, err: missing.err }).toMatchObject({ code: 2 });
    expect(missing.err).toContain("there is no such file");
  });

  test("is not written from an audit that is not complete", async () => {
    const files = { "cut.ndjson": `${JSON.stringify(thread)}\n{"article": {"ti` };
    const {
      code,
      err,
      files: written,
    } = await runCli(["cut.ndjson", "--baseline", "b.json", "--update-baseline"], { files });
    expect({ code, written: written.size }).toEqual({ code: 2, written: 0 });
    expect(err).toContain("was not updated");
  });
});

describe("suppressions", () => {
  const fingerprint = auditOf(thread.comments).threads[0]?.comments.find(({ id }) => id === "3")?.fingerprint ?? "";
  const world = (suppressions: unknown, more: CliWorld = {}): CliWorld => ({
    files: { "s.json": JSON.stringify({ suppressions }) },
    ...more,
  });

  test("release a comment from gates, with the reason shown", async () => {
    const { code, out } = await runCli(
      [EXAMPLE, "--fail-on", "impersonation", "--suppressions", "s.json"],
      world([{ fingerprint, reason: "their press officer" }]),
    );
    expect(code).toBe(0);
    expect(out).toContain("released ■ high");
  });

  test("warn of what matches nothing and of what is past its day, which counts no more", async () => {
    const { code, out } = await runCli(
      [EXAMPLE, "--fail-on", "impersonation", "--suppressions", "s.json"],
      world([
        { fingerprint, reason: "until the hearing", expires: "2026-01-14" },
        { comment: "nobody", reason: "x" },
        { comment: "7", reason: "x", expires: "2026-01-15" },
      ]),
    );
    expect(code).toBe(1);
    expect(out.replace(/\s+/gu, " ")).toContain(`the suppression of ${fingerprint} ended on 2026-01-14`);
    expect(out.replace(/\s+/gu, " ")).toContain("the suppression of comment nobody matches no comment");
    expect(out).not.toContain("comment 7 ");
  });

  test.each([
    [[{ fingerprint: "x" }], "/suppressions/0/reason"],
    [[{ reason: "x" }], "names neither"],
    [[{ fingerprint: "x", reason: "x", expires: "soon" }], "/suppressions/0/expires"],
    [[{ fingerprint: "x", reasons: "x", reason: "x" }], 'Did you mean "reason"'],
  ])("%j is refused by name", async (suppressions, told) => {
    const { code, err } = await runCli([EXAMPLE, "--suppressions", "s.json"], world(suppressions));
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  test("may be YAML", async () => {
    const files = { "s.yaml": `suppressions:\n  - fingerprint: ${fingerprint}\n    reason: checked by phone\n` };
    const { code } = await runCli([EXAMPLE, "--fail-on", "impersonation", "--suppressions", "s.yaml"], { files });
    expect(code).toBe(0);
  });
});

describe("render", () => {
  test.each(REPORTERS.map(({ id }) => id))("%s is byte for byte what the audit writes", async (id) => {
    const gates = ["--fail-on", "impersonation"];
    const saved = await runCli([EXAMPLE, ...gates, "-f", "json"]);
    const direct = await runCli([EXAMPLE, ...gates, "-f", id]);
    const again = await runCli(["render", "r.json", "-f", id], { files: { "r.json": saved.out } });
    expect(again.code).toBe(0);
    expect(again.out).toBe(direct.out);
  });

  test("refuses what is no report, a report of a newer form, and one that is not whole", async () => {
    const report = readFixture("reports/port-calder.json") as Record<string, unknown>;
    const files = {
      "thread.json": JSON.stringify(thread),
      "newer.json": JSON.stringify({ ...report, schemaVersion: "2" }),
      "half.json": JSON.stringify({ ...report, threads: [{ id: "x" }] }),
    };
    for (const [file, told] of [
      ["thread.json", "is no report of comment-audit"],
      ["newer.json", "is a report of form 2; this version reads form 1"],
      ["half.json", "#/threads/0/article"],
    ] as const) {
      const { code, err } = await runCli(["render", file], { files });
      expect(code).toBe(2);
      expect(err).toContain(told);
    }
  });

  test("an incomplete report does not pass as clean", async () => {
    const report = readFixture("reports/port-calder.json") as Report;
    const files = { "r.json": JSON.stringify({ ...report, complete: false }) };
    expect((await runCli(["render", "r.json"], { files })).code).toBe(2);
  });
});

describe("diff", () => {
  const now = JSON.stringify(auditOf([...thread.comments.filter(({ id }) => id !== "7"), NEW_CLAIM]));
  const old = JSON.stringify(auditOf(thread.comments));
  const files = { "old.json": old, "new.json": now };

  test("tells what is new and what is resolved", async () => {
    const { code, out } = await runCli(["diff", "old.json", "new.json"], { files });
    expect(code).toBe(0);
    expect(out).toMatch(/^1 new, 10 known, 1 resolved/u);
    expect(out).toMatch(/NEW\n\+ \d+ +high +99 {2}Somebody Else/u);
    expect(out).toMatch(/RESOLVED\n− \d+ +high +7 {2}Rachel Adams/u);
  });

  test("has gates and formats", async () => {
    const { code, out } = await runCli(["diff", "old.json", "new.json", "--fail-on", "impersonation", "-f", "json"], {
      files,
    });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toHaveProperty("baseline.new", 1);
    expect((await runCli(["diff", "old.json", "old.json", "--fail-on", "impersonation"], { files })).code).toBe(0);
  });
});

test("a report with everything in it fits its schema", async () => {
  const { out: schema } = await runCli(["schema", "report"]);
  const files = { "s.json": JSON.stringify({ suppressions: [{ comment: "7", reason: "x" }] }) };
  const argv = [
    EXAMPLE,
    "-f",
    "json",
    "--baseline",
    REPORT,
    "--suppressions",
    "s.json",
    "--redact",
    "--fail-on",
    "thread=high",
  ];
  const { out } = await runCli(argv, { files });
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema) as object);
  validate(JSON.parse(out));
  expect(validate.errors ?? []).toEqual([]);
});
