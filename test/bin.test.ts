/** The built command in a process of its own: what a pipe, a folder and an impatient reader do to it. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./support/fixtures.js";

const BIN = join(ROOT, "bin", "comment-audit.js");
const EXAMPLE = join(ROOT, "fixtures", "threads", "port-calder.json");
const CLEAN = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };

let folder = "";
beforeAll(() => {
  if (!existsSync(join(ROOT, "dist", "cli.js"))) throw new Error("dist/ is missing: npm run build");
  folder = mkdtempSync(join(tmpdir(), "comment-audit-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function comments(count: number): string {
  const list = Array.from({ length: count }, (_, i) => ({
    id: String(i),
    text: `Comment number ${i} says that pillar ${i * 7} of the bridge was painted in ${1900 + (i % 120)} by my uncle.`,
  }));
  return JSON.stringify({ article: { title: "Bridge", body: "A bridge." }, comments: list });
}

test("prints the report and nothing else, and reads no .env", () => {
  writeFileSync(join(folder, ".env"), "FORCE_COLOR=1\nNODE_DEBUG=fs\nCOMMENT_AUDIT_PROBE=1\n");
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, EXAMPLE], {
    cwd: folder,
    env: CLEAN,
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(stderr).toBe("");
  expect(stdout.startsWith("Inquiry finds crane inspections")).toBe(true);
  expect(stdout).not.toContain("\u001B");
});

test("many megabytes arrive whole through a pipe", () => {
  const file = join(folder, "many.json");
  writeFileSync(file, comments(2_500));
  const out = execFileSync(process.execPath, [BIN, file, "-f", "json"], {
    env: CLEAN,
    maxBuffer: 1 << 28,
    encoding: "utf8",
  });
  expect(out.length).toBeGreaterThan(1 << 21);
  expect(JSON.parse(out)).toHaveProperty("totals.comments", 2_500);
});

test("a reader that leaves early is no error", async () => {
  const file = join(folder, "many2.json");
  writeFileSync(file, comments(1_000));
  const child = spawn(process.execPath, [BIN, file, "-f", "json"], { env: CLEAN });
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

test("standard input", () => {
  const { status, stdout } = spawnSync(process.execPath, [BIN, "-", "-f", "json"], {
    env: CLEAN,
    input: comments(3),
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toHaveProperty("inputs.0.path", "-");
});

test.each([
  ["a missing file", ["nowhere.json"]],
  ["an unknown option", ["--nonsense"]],
])("%s exits 2", (_, argv) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
    cwd: folder,
    env: CLEAN,
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).not.toMatch(/^ {4}at /mu);
});

test("the library does the same", () => {
  const script = `import { readFileSync } from "node:fs"; import { audit, readThreads } from ${JSON.stringify(join(ROOT, "dist", "index.js"))};
    const { threads } = await readThreads(readFileSync(${JSON.stringify(EXAMPLE)}), "x.json"); console.log(audit({ threads }).threads[0].verdict.band);`;
  expect(execFileSync(process.execPath, ["--input-type=module", "-e", script], { env: CLEAN, encoding: "utf8" })).toBe(
    "high\n",
  );
});
