/** What is done with a report before anybody acts on it: gates, baseline, suppressions, rendering, comparing. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { compareWithBaseline } from "../src/baseline.js";
import { judgeGates, parseGate } from "../src/gates.js";
import { audit } from "../src/index.js";
import type { Assessment, Comment, Report, Thread } from "../src/model.js";
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
    // What is there when a baseline begins is known, or the first run of every job would fail.
    expect(first.code).toBe(0);
    expect(first.out).toContain("against b.json: 0 new, 11 known");
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

describe("a baseline of other threads", () => {
  const at = (url: string | undefined, id: string, title: string) => {
    return audit({
      threads: [
        { ...thread, id, article: { title, body: thread.article.body, ...(url === undefined ? {} : { url }) } },
      ],
    });
  };
  const stateOf = (now: Report, before: Report) => compareWithBaseline(now, before, "b").threads[0]?.state;

  test("addresses that differ in their query are two articles", () => {
    expect(stateOf(at("https://n.example/item?id=2", "2", "A"), at("https://n.example/item?id=1", "1", "B"))).toBe(
      "new",
    );
    expect(
      stateOf(at("http://www.n.example/item?id=1#c9", "x", "A"), at("https://n.example/item?id=1", "1", "A")),
    ).toBe("known");
  });

  test("an id that was made from the place in a file makes no thread known", () => {
    expect(stateOf(at(undefined, "1", "Ferry stops"), at(undefined, "1", "Bridge reopens"))).toBe("new");
    expect(stateOf(at(undefined, "2", "Bridge reopens"), at(undefined, "1", "Bridge reopens"))).toBe("known");
  });

  test("a redacted and a plain report are told apart", async () => {
    const plain = await runCli([EXAMPLE, "-f", "json"]);
    const { err } = await runCli([EXAMPLE, "--redact", "--baseline", "b.json", "-f", "json"], {
      files: { "b.json": plain.out },
    });
    expect(err).toContain("one of the two reports is redacted");
  });

  test("ten thousand equal comments are matched without comparing every pair", () => {
    const [model] = at(undefined, "1", "T").threads;
    const [comment] = model?.comments ?? [];
    if (model === undefined || comment === undefined) throw new Error("no comment");
    let reads = 0;
    const counted = (each: Assessment): Assessment =>
      new Proxy(each, {
        get: (target, key, receiver) => {
          if (key === "fingerprint") reads++;
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
    const of = (prefix: string): Report => ({
      ...at(undefined, "1", "T"),
      threads: [
        { ...model, comments: Array.from({ length: 10_000 }, (_, i) => counted({ ...comment, id: `${prefix}${i}` })) },
      ],
    });
    const [now, before] = [of("a"), of("b")];
    expect(compareWithBaseline(now, before, "b").baseline).toMatchObject({ new: 0, known: 10_000, resolved: [] });
    // A comparison of every pair would look at each text ten thousand times.
    expect(reads).toBeLessThan(10 * 2 * 10_000);
  });
});

describe("what is no input and no output", () => {
  test.each(["json", "ndjson", "csv", "html"])("a report in %s is not audited as comments", async (format) => {
    const { out } = await runCli([EXAMPLE, "-f", format]);
    const { code, err } = await runCli(["r"], { files: { r: out } });
    expect(code).toBe(2);
    expect(err).toContain("is a report of comment-audit");
  });

  test("in a folder what is no export is left out and told; what was named is meant", async () => {
    const files = { "f/t.json": JSON.stringify(thread), "f/README.md": "# Exports of May", "f/empty.txt": "" };
    const folders = { f: Object.keys(files) };
    const { code, out } = await runCli(["f", "--fail-on", "family=9"], { files, folders });
    expect(code).toBe(0);
    expect(out.replace(/\s+/gu, " ")).toContain("it was left out");
    expect((await runCli(["f/t.json", "f/README.md"], { files })).code).toBe(2);
  });

  test("-q keeps errors: without them nobody knows why the exit code is 2", async () => {
    const { code, out, err } = await runCli([EXAMPLE, "nowhere.json", "-q"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe("comment-audit: error: nowhere.json: there is no such file.\n");
  });

  test.each([
    [["x.json", "-f", "json=./x.json"], "would be overwritten"],
    [["f", "-f", "json=f/x.json"], "would be overwritten"],
    [["x.json", "-f", "json=o", "-f", "html=./o"], "two formats would be written"],
    [["x.json", "-f", "htm"], "no output format"],
    [["x.json", "-f", "md"], "did you mean markdown?"],
    [["x.json", "--fail-on", "comment=hihg"], "comment takes high or elevated"],
    [["x.json", "--fail-on", "share=0.3"], "share takes a percentage"],
    [["x.json", "--fail-on", "impersonation,thread=high"], "repeat it for more"],
  ])("%j is refused", async (argv, told) => {
    const files = { "x.json": JSON.stringify(thread), "f/x.json": JSON.stringify(thread) };
    const { code, err, files: written } = await runCli(argv, { files, folders: { f: ["f/x.json"] } });
    expect({ code, written: written.size }).toEqual({ code: 2, written: 0 });
    expect(err).toContain(told);
  });
});

describe("a saved report by an attacker", () => {
  const base = readFixture("reports/port-calder.json") as Report;
  const [first] = base.threads;
  if (first === undefined) throw new Error("no thread");
  const render = async (report: unknown, format: string) =>
    runCli(["render", "r.json", "-f", format], { files: { "r.json": JSON.stringify(report) } });
  const withThread = (change: object) => ({ ...base, threads: [{ ...first, ...change }] });

  test.each<[string, unknown]>([
    [
      "nulls in data",
      withThread({
        verdict: {
          ...first.verdict,
          reasons: ["phrases", "claims"].map((name) => ({
            signal: `thread/${name === "claims" ? "claims" : "shared-phrases"}`,
            data: { [name]: [null] },
            evidence: [],
          })),
        },
      }),
    ],
    [
      "replies in a circle",
      withThread({
        comments: first.comments.map((c, i, all) => ({ ...c, parentId: all[(i + 1) % all.length]?.id ?? null })),
      }),
    ],
    ["ids that return", withThread({ comments: [...first.comments, ...first.comments] })],
    [
      "two hundred thousand likenesses",
      withThread({
        likeness: { comments: first.comments.map(({ id }) => id), percent: Array.from({ length: 200_000 }, () => 1) },
      }),
    ],
    [
      "thousands of quotes",
      withThread({
        comments: first.comments.map((c) => ({
          ...c,
          findings: c.findings.map((f) => ({
            ...f,
            evidence: Array.from({ length: 600 }, (_, i) => ({
              kind: "quote",
              start: i % 50,
              end: (i % 50) + 2,
              quote: "x",
            })),
          })),
        })),
      }),
    ],
    [
      "unknown signals",
      withThread({
        comments: first.comments.map((c) => ({
          ...c,
          findings: c.findings.map((f) => ({ ...f, signal: "__proto__/constructor" })),
        })),
      }),
    ],
  ])("%s: rendered, whole", async (_, report) => {
    for (const { id } of REPORTERS) {
      const { code, err } = await render(report, id);
      expect({ id, code, err }).toEqual({ id, code: 0, err: "" });
    }
    const { out } = await render(report, "html");
    const { comments } = (report as Report).threads[0] ?? { comments: [] };
    expect(out.match(/class="comment (?:high|elevated|ordinary|insufficient)/gu)).toHaveLength(comments.length);
  });

  test("nesting without end is refused", async () => {
    const findings = first.comments[0]?.findings.map((f) => ({ ...f, data: { deep: "@" } }));
    const text = JSON.stringify(withThread({ comments: [{ ...first.comments[0], findings }] })).replaceAll(
      '"@"',
      `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
    );
    const { code, err } = await runCli(["render", "r.json"], { files: { "r.json": text } });
    expect(code).toBe(2);
    expect(err).not.toContain("bug of ours");
  });

  test("Markdown stays within its length whatever the ids are", async () => {
    const long = "x".repeat(80_000);
    const gates = [{ gate: "thread=high", reached: true, reason: `first ${long}`, comments: [] }];
    const { out } = await render(
      {
        ...withThread({ id: long, article: { title: "", body: "" } }),
        gates,
        tool: { name: "</sub> @octocat", version: "![x](y)", model: "<b>" },
      },
      "markdown",
    );
    expect(out.length).toBeLessThanOrEqual(65_000);
    expect(out).not.toMatch(/<\/sub> @|!\[x\]|<b>/u);
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
