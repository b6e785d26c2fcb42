/** Every command that the docs show is run; a page with an example that no longer works fails here. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { gzipSync } from "node:zlib";
import { parse, parseAllDocuments } from "yaml";
import { runCli } from "./support/cli.js";
import { FIXTURES, ROOT } from "./support/fixtures.js";

const PAGES = [
  "README.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const page = (name: string) => readFileSync(join(ROOT, name), "utf8");

const WITH_COMMANDS = ["README.md", "docs/ci.md", "docs/config.md", "docs/detectors.md"];

/** Lines of code blocks that call the command, without what the shell does around it. */
function commandsOf(text: string): string[][] {
  const blocks = [...text.matchAll(/^```(?:sh|yaml|groovy|console)\n([\s\S]*?)^```/gmu)].map((match) => match[1] ?? "");
  const lines = blocks.flatMap((block) => block.split("\n"));
  // From a table cell of README too: "| a video … | `npx comment-audit video.info.json` |".
  const cells = [...text.matchAll(/`npx (comment-audit [^`]*)`/gu)].map((match) => match[1] ?? "");
  return [...lines.map((line) => /(?:npx|entry: npx|^\$) (comment-audit .*)/u.exec(line)?.[1] ?? ""), ...cells]
    .filter((line) => line !== "" && !line.includes("fixtures/"))
    .map((line) => (line.split(/[#>|']/u)[0] ?? "").trim())
    .map((line) => line.split(/\s+/u).slice(1));
}

const fixture = (path: string) => readFileSync(join(FIXTURES, path));
const thread = fixture("threads/port-calder.json").toString();
const report = fixture("reports/port-calder.json").toString();
const article = JSON.stringify({ id: "77", title: "Bridge", body: "A bridge." });

/** What stands in the files that the docs speak of. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "thread.json": thread,
  "a.json": thread,
  "b.json": thread,
  "threads.ndjson": `${JSON.stringify(JSON.parse(thread))}\n${JSON.stringify({ ...(JSON.parse(thread) as object), id: "2" })}\n`,
  "comments.json": '["It is crucial that the council acts on this now."]',
  "article.html": "<h1>Bridge</h1><p>A bridge.</p>",
  "articles.ndjson": article,
  "wordpress.xml": fixture("imports/wordpress-wxr.xml"),
  "posts.json":
    '[{"id":1,"title":{"rendered":"T"},"content":{"rendered":"B"},"link":"https://e.example/1","type":"post"}]',
  "disqus.xml": fixture("imports/disqus.xml"),
  "disqus.xml.gz": gzipSync(fixture("imports/disqus.xml")),
  "video.info.json": fixture("imports/video.info.json"),
  "export.json": fixture("imports/remark42.ndjson"),
  "comments.csv": "id,user,review\n1,Ana,It is crucial that the council acts on this now.\n",
  "docket.csv": fixture("imports/regulations.csv"),
  "baseline.json": report,
  "report.json": report,
  "monday.json": report,
  "tuesday.json": report,
  "all-caps.config.json": '{"detectors":["docs/examples/all-caps.mjs"],"weights":{"shouting/all-caps":1.5}}',
};
const FOLDERS = {
  "exports/": ["thread.json", "disqus.xml"],
  "_data/comments": ["comments.csv"],
};
/** Of some names the docs mean different files in different commands. */
const SPECIAL: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {
  "posts.json comments.json": { "comments.json": fixture("imports/wordpress-rest.json") },
};

/** pre-commit adds the names of the files itself. */
const APPENDED: Readonly<Record<string, readonly string[]>> = {
  "--fail-on thread=high --min-band elevated": ["thread.json"],
};

test("these pages show commands", () => {
  const shown = PAGES.filter((name) => commandsOf(page(name)).length > 0);
  expect(shown.sort()).toEqual(WITH_COMMANDS);
});

describe.each(WITH_COMMANDS)("%s", (name) => {
  const commands = commandsOf(page(name));
  test.each(commands.map((argv) => [argv.join(" "), argv] as const))("%s", async (line, argv) => {
    const files = { ...FILES, ...SPECIAL[line] };
    const { code, err } = await runCli([...argv, ...(APPENDED[line] ?? [])], {
      files,
      folders: FOLDERS,
      stdin: thread,
    });
    expect({ code: code === 2 ? err : "ran" }).toEqual({ code: "ran" });
  });
});

test("the configuration, phrases and suppressions that docs/config.md shows are taken as they stand", async () => {
  const text = page("docs/config.md");
  const json = /```json\n([\s\S]*?)```/u.exec(text)?.[1] ?? "";
  const [phrases = "", suppressions = ""] = [...text.matchAll(/```yaml\n([\s\S]*?)```/gu)].map(
    (match) => match[1] ?? "",
  );
  const files = {
    ...FILES,
    "shared.config.json": "{}",
    "phrases.yaml": phrases,
    "audit/suppressions.yaml": suppressions,
    "audit/baseline.json": report,
  };
  const { code, err, out } = await runCli(["thread.json"], { files, config: JSON.parse(json) as unknown });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("released ■ high");
});

test("the YAML of docs/ci.md is YAML", () => {
  for (const [, block] of page("docs/ci.md").matchAll(/```yaml\n([\s\S]*?)```/gu))
    for (const document of parseAllDocuments(block ?? "")) expect(document.errors).toEqual([]);
});

describe("action.yml", () => {
  interface Action {
    inputs: Record<string, { required?: boolean; default?: string }>;
    runs: { steps: { run: string; env?: Record<string, string> }[] };
  }
  const action = parse(page("action.yml")) as Action;
  let folder = "";
  beforeAll(() => {
    if (!existsSync(join(ROOT, "dist", "cli.js"))) throw new Error("dist/ is missing: npm run build");
    folder = mkdtempSync(join(tmpdir(), "comment-audit-action-"));
    mkdirSync(join(folder, "exports"));
    writeFileSync(join(folder, "exports", "thread.json"), thread);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the audit step as the runner does: inputs into the variables that the step names. */
  function runAction(inputs: Readonly<Record<string, string>>) {
    const step = action.runs.steps.at(-1);
    const value = (expression: string) => {
      const name = /^\$\{\{ inputs\.([\w-]+) \}\}$/u.exec(expression)?.[1];
      if (name === undefined) return ROOT;
      if (action.inputs[name] === undefined) throw new Error(`the step reads ${name}, which is no input`);
      return inputs[name] ?? action.inputs[name].default ?? "";
    };
    const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
    for (const file of Object.values(files)) writeFileSync(file, "");
    const env = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([key, expression]) => [key, value(expression)]),
    );
    const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", step?.run ?? ""], {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "", ...files, ...env },
      encoding: "utf8",
    });
    return {
      status,
      stdout,
      stderr,
      output: readFileSync(files.GITHUB_OUTPUT, "utf8"),
      summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8"),
    };
  }

  test("audits, annotates, summarises and fails on a gate", () => {
    const { status, stdout, output, summary } = runAction({
      files: "exports/\n",
      "fail-on": "thread=high\nimpersonation\n",
      sarif: "out.sarif",
      html: "out.html",
    });
    expect(status).toBe(1);
    expect(output).toBe("exit-code=1\n");
    expect(stdout).toMatch(/^::error title=bot-like/mu);
    expect(summary).toContain("❌ Gate `impersonation` reached");
    expect(JSON.parse(readFileSync(join(folder, "out.sarif"), "utf8"))).toHaveProperty("version", "2.1.0");
    expect(existsSync(join(folder, "out.html"))).toBe(true);
  });

  test("passes without gates", () => {
    expect(runAction({ files: "exports/thread.json" })).toMatchObject({ status: 0, output: "exit-code=0\n" });
  });

  test("inputs are arguments, never code", () => {
    const evil = `exports/thread.json"; touch pwned; echo "\n$(touch pwned)\n--fail-on=thread=high`;
    const { status } = runAction({ files: evil, "fail-on": "$(touch pwned)" });
    expect(status).toBe(2);
    expect(existsSync(join(folder, "pwned"))).toBe(false);
  });

  test("without annotations the runner takes no line of the report for a command", () => {
    const evil = {
      id: "::stop-commands::pwned",
      article: { title: "::add-mask::x", body: "" },
      comments: [{ id: "##[add-mask]ok", text: "::error::It is crucial that the council acts on this now." }],
    };
    writeFileSync(join(folder, "evil.json"), JSON.stringify(evil));
    const { stdout } = runAction({ files: "evil.json", annotations: "false" });
    const lines = stdout.trimEnd().split("\n");
    const token = /^::stop-commands::(?<token>[\w-]+)$/u.exec(lines[0] ?? "")?.groups?.["token"] ?? "";
    expect(token.length).toBeGreaterThan(15);
    expect(lines.at(-1)).toBe(`::${token}::`);
    for (const line of lines.slice(1, -1)) expect(line).not.toMatch(/^::|##\[/u);
  });

  test("a file that is not there is no clean run", () => {
    expect(runAction({ files: "nowhere.json" })).toMatchObject({ status: 2, output: "exit-code=2\n" });
  });
});
