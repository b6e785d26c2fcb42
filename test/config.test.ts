/** Settings: found, checked, merged, and every one of them does what it says. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Detector } from "../src/detectors/detector.js";
import type { Report } from "../src/model.js";
import { runCli, type CliWorld } from "./support/cli.js";
import { readFixture, ROOT } from "./support/fixtures.js";

const EXAMPLE = "fixtures/threads/port-calder.json";

async function report(config: unknown, world: CliWorld = {}, argv: readonly string[] = []): Promise<Report> {
  const { out, err } = await runCli([EXAMPLE, "-f", "json", ...argv], { ...world, config });
  if (out === "") throw new Error(err);
  return JSON.parse(out) as Report;
}

function signalsOf({ threads }: Report, id: string): Record<string, number> {
  const comment = threads.flatMap(({ comments }) => comments).find((each) => each.id === id);
  return Object.fromEntries((comment?.findings ?? []).map(({ signal, contribution }) => [signal, contribution]));
}

describe("finding and checking", () => {
  test("flags win over the file, the file over the defaults", async () => {
    const config = { failOn: ["thread=high"], top: 2, format: "markdown" };
    const { code, out } = await runCli([EXAMPLE], { config });
    expect(code).toBe(1);
    expect(out).toContain("… and 11 more comments");
    expect((await runCli([EXAMPLE, "--fail-on", "family=9", "-f", "terminal"], { config })).code).toBe(0);
    expect((await runCli([EXAMPLE, "--no-config"], { config })).out).toContain("THREAD");
  });

  test.each([
    [{ faillOn: [] }, 'there is no setting "faillOn". Did you mean "failOn"?'],
    [{ top: "many" }, "#/top"],
    [{ overrides: [{ files: "x", baseline: "y" }] }, "#/overrides/0"],
    [{ weights: { "generic-phrasing/wording": 3 } }, "is not yours to set"],
    [{ weights: { "x/y": 9 } }, "#/weights"],
    [[], "expected object"],
  ])("%j is refused", async (config, told) => {
    const { code, err } = await runCli([EXAMPLE], { config });
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  test("extends: paths are relative to the file that names them, own settings win, allowances add up", async () => {
    const files = {
      "shared/base.json": JSON.stringify({
        top: 3,
        minBand: "high",
        suppressions: "s.json",
        allow: { authors: ["Rachel Adams"] },
      }),
      "shared/s.json": JSON.stringify({ suppressions: [{ comment: "8", reason: "looked at" }] }),
    };
    const config = { extends: "shared/base.json", top: 1, allow: { authors: ["michael reed"] } };
    const result = await report(config, { files });
    const suppressed = result.threads.flatMap(({ comments }) =>
      comments.filter((each) => each.suppressed !== undefined),
    );
    expect(suppressed.map(({ id }) => id).sort()).toEqual(["3", "7", "8"]);
    const { out } = await runCli([EXAMPLE], { files, config });
    expect(out).toContain("--top 11");
  });

  test("a cycle of extends is told", async () => {
    const files = { "a.json": '{"extends":"b.json"}', "b.json": '{"extends":"a.json"}' };
    const { code, err } = await runCli([EXAMPLE, "--config", "a.json"], { files });
    expect(code).toBe(2);
    expect(err).toContain("extends itself");
  });

  test("the schema takes the example of the docs and refuses a wrong name", async () => {
    const { out } = await runCli(["schema", "config"]);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(out) as object);
    expect(validate({ failOn: ["impersonation"], allow: { authors: ["x"] }, overrides: [{ files: "*" }] })).toBe(true);
    expect(validate({ faillOn: [] })).toBe(false);
  });

  describe("in a real folder", () => {
    let folder = "";
    beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "comment-audit-config-"))));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test.each([
      ["comment-audit.config.json", '{"failOn":"thread=high"}'],
      ["comment-audit.config.yaml", "failOn: thread=high\n"],
      ["comment-audit.config.mjs", 'export default { failOn: ["thread=high"] };\n'],
      ["comment-audit.config.cjs", 'module.exports = { failOn: ["thread=high"] };\n'],
      [".comment-auditrc", "failOn: thread=high\n"],
      ["package.json", '{"name":"x","comment-audit":{"failOn":"thread=high"}}'],
    ])("%s is found from a folder below", (name, text) => {
      const home = join(folder, name.replaceAll(".", "-"));
      mkdirSync(join(home, "below"), { recursive: true });
      writeFileSync(join(home, name), text);
      const argv = [join(ROOT, "bin/comment-audit.js"), join(ROOT, EXAMPLE), "--verbose", "-f", "json"];
      const { status, stderr } = spawnSync(process.execPath, argv, { cwd: join(home, "below"), encoding: "utf8" });
      expect(status).toBe(1);
      expect(stderr).toContain(`settings from ../${name}`);
    });
  });
});

describe("allowances", () => {
  test("an allowed phrase is no tell", async () => {
    expect(signalsOf(await report({}), "3")).toHaveProperty("generic-phrasing/intensified-affect");
    const allowed = await report({ allow: { phrases: ["deeply concerning"] } });
    expect(signalsOf(allowed, "3")).not.toHaveProperty("generic-phrasing/intensified-affect");
    expect(signalsOf(allowed, "3")).toHaveProperty("generic-phrasing/urgent-need");
  });

  test("an allowed text is no near-duplicate", async () => {
    const example = readFixture("threads/port-calder.json") as { comments: { id: string; text: string }[] };
    const text = example.comments.find(({ id }) => id === "2")?.text ?? "";
    const allowed = await report({ allow: { texts: [text] } });
    expect(allowed.clusters).toEqual([]);
    expect((await report({})).clusters).toHaveLength(1);
  });

  test("comments of an allowed author are assessed, and no gate looks at them", async () => {
    const result = await report({ allow: { authors: ["Michael Reed"] } }, {}, ["--fail-on", "impersonation"]);
    expect(result.gates).toEqual([{ gate: "impersonation", reached: false, reason: null, comments: [] }]);
    expect(result.threads[0]?.comments[0]).toMatchObject({
      id: "3",
      band: "high",
      suppressed: expect.stringContaining("allows") as string,
    });
  });

  test("overrides: for the files that match, and for no others", async () => {
    const row = (key: string) => JSON.stringify([{ [key]: "It is crucial that the council acts on this now." }]);
    const files = { "old/a.json": row("body"), "new/b.json": row("strange") };
    const config = {
      overrides: [
        { files: "new/*.json", map: { text: "strange" } },
        { files: ["**/a.json"], allow: { phrases: ["it is crucial that"] } },
      ],
    };
    const { out } = await runCli(["old/a.json", "new/b.json", "-f", "json"], { files, config });
    const { threads } = JSON.parse(out) as Report;
    const told = threads.map(({ file, comments }) => [
      file ?? "",
      comments[0]?.findings.some(({ signal }) => signal === "generic-phrasing/evaluative-it"),
    ]);
    expect(Object.fromEntries(told)).toEqual({ "new/b.json": true, "old/a.json": false });
  });
});

describe("own phrases", () => {
  const list = {
    classes: { wharf: ["crane", "quay"] },
    moves: [
      {
        id: "port-talk",
        title: "talks of the port",
        weight: 2,
        phrases: [{ pattern: "~wharf collapse|inspections", hits: ["the crane collapse"], nearMisses: ["a crane"] }],
      },
      { id: "shown-only", title: "says lives", weight: 0, phrases: [{ pattern: "their lives" }] },
    ],
  };

  test("add their weight, are shown in the report, and leave the thread's verdict alone", async () => {
    const plain = await report({});
    const own = await report({ phrases: [list] });
    expect(signalsOf(own, "1")).toMatchObject({ "phrases/port-talk": 2 });
    expect(signalsOf(own, "10")).toMatchObject({ "phrases/shown-only": 0 });
    expect(own.signals["phrases/port-talk"]?.title).toBe("talks of the port");
    expect(own.tool.model).toBe(`${plain.tool.model}+own`);
    expect(own.threads[0]?.verdict).toEqual(plain.threads[0]?.verdict);
  });

  test("from a file, JSON or YAML, relative to the configuration", async () => {
    const files = { "c/config.json": '{"phrases":["own.yaml"]}', "c/own.yaml": JSON.stringify(list) };
    const { out } = await runCli([EXAMPLE, "--config", "c/config.json", "-f", "json"], { files });
    expect(signalsOf(JSON.parse(out) as Report, "1")).toHaveProperty("phrases/port-talk");
  });

  test.each([
    [{ moves: [{ id: "x", title: "x", weight: 1, phrases: [{ pattern: "..9 a" }] }] }, "gap of 9"],
    [{ moves: [{ id: "x", title: "x", weight: 1, phrases: [{ pattern: "~nobody" }] }] }, "unknown word class"],
    [{ moves: [{ id: "x", title: "x", weight: 1, phrases: [{ pattern: "a b", hits: ["b a"] }] }] }, 'misses "b a"'],
    [{ moves: [{ id: "x", title: "x", weight: 1, phrases: [{ pattern: "a b", nearMisses: ["a b"] }] }] }, "near miss"],
    [
      { moves: [{ id: "x", title: "x", weight: 1, phrases: [{ pattern: `${"the? ".repeat(24)}zzz` }] }] },
      "too many gaps and optional words",
    ],
    [{ moves: [{ id: "x", title: "x", weight: 1, phrases: [{ pattern: "~constructor" }] }] }, "unknown word class"],
    [{ moves: [{ id: "X!", title: "x", weight: 1, phrases: [{ pattern: "a b" }] }] }, "/phrases/0"],
    [{ moves: [{ id: "x", title: "x", weight: 99, phrases: [{ pattern: "a b" }] }] }, "/phrases/0"],
  ])("%j is refused", async (phrases, told) => {
    const { code, err } = await runCli([EXAMPLE], { config: { phrases: [phrases] } });
    expect(code).toBe(2);
    expect(err).toContain(told);
  });
});

describe("own detectors", () => {
  const config = { detectors: ["docs/examples/all-caps.mjs"], weights: { "shouting/all-caps": 1.5 } };
  const files = {
    "x.json": JSON.stringify({
      article: { title: "T", body: "B" },
      comments: [
        { id: "1", text: "THIS IS WHAT THE COUNCIL DOES NOT WANT YOU TO KNOW" },
        { id: "2", text: "nothing loud about this one at all, is there" },
      ],
    }),
  };

  test("the example of the docs runs beside ours, with its weight", async () => {
    const { out } = await runCli(["x.json", "-f", "json"], { files, config });
    const result = JSON.parse(out) as Report;
    expect(signalsOf(result, "1")).toMatchObject({ "shouting/all-caps": 1.5 });
    expect(signalsOf(result, "2")).not.toHaveProperty("shouting/all-caps");
    expect(result.threads[0]?.comments[0]?.outcomes["shouting"]).toEqual({ state: "scored" });
  });

  const base = {
    id: "mine",
    title: "t",
    axis: "artifact",
    signals: [{ id: "mine/x", title: "t", meaning: "m", direction: "raises" }],
  };
  const prepare: Detector["prepare"] = () => ({
    assess: () => ({
      state: "scored",
      observations: [
        {
          signal: "mine/x",
          strength: 1,
          data: {},
          evidence: [{ kind: "quote", start: 0, end: 3, quote: "not there" }],
        },
      ],
    }),
  });

  test.each([
    [undefined, "exports no detector by default"],
    [{ ...base }, "no function prepare"],
    [{ ...base, prepare, id: "Mine" }, "small letters"],
    [{ ...base, prepare, axis: "x" }, "/axis"],
    [{ ...base, prepare, signals: [{ ...base.signals[0], id: "ours/x" }] }, "has to start with mine/"],
    [
      { ...base, prepare, id: "impersonation", signals: [{ ...base.signals[0], id: "impersonation/x" }] },
      "two detectors",
    ],
  ])("a module that exports %j is refused", async (module, told) => {
    const { code, err } = await runCli([EXAMPLE], { config: { detectors: ["m.mjs"] }, modules: { "m.mjs": module } });
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  test("one that quotes what is not there leaves the score open, and the audit is not complete", async () => {
    const { code, out } = await runCli(["x.json"], {
      files,
      config: { detectors: ["m.mjs"] },
      modules: { "m.mjs": { ...base, prepare } },
    });
    expect(code).toBe(2);
    expect(out).toContain("mine quotes");
  });
});

describe("completion", () => {
  test.each(["bash", "zsh", "fish"])("%s: names every command and the formats", async (shell) => {
    const { code, out } = await runCli(["completion", shell]);
    expect(code).toBe(0);
    for (const word of ["audit", "render", "diff", "sarif", "wordpress-wxr", "impersonation/quoted-role"])
      expect(out).toContain(word);
  });

  test("bash takes it and completes", async () => {
    const { out } = await runCli(["completion", "bash"]);
    const complete = (...words: string[]) =>
      execFileSync(
        "bash",
        [
          "-c",
          `${out}\nCOMP_WORDS=(${words.map((word) => `"${word}"`).join(" ")}); COMP_CWORD=${words.length - 1}; _comment_audit; printf '%s\\n' "\${COMPREPLY[@]}"`,
        ],
        { encoding: "utf8", cwd: tmpdir() },
      ).split("\n");
    expect(complete("comment-audit", "ren")).toContain("render");
    expect(complete("comment-audit", "x.json", "-f", "sa")).toContain("sarif");
    expect(complete("comment-audit", "audit", "x.json", "--fail")).toContain("--fail-on");
    expect(complete("comment-audit", "signals", "impersonation/q")).toContain("impersonation/quoted-role");
  });

  test("an unknown shell is told the known ones", async () => {
    const { code, err } = await runCli(["completion", "tcsh"]);
    expect(code).toBe(2);
    expect(err).toContain("bash, zsh, fish");
  });
});
