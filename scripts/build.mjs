/**
 * Builds what is published: one bundle for the command, one for the library, the types, and the
 * licences of everything bundled. Refuses a phrase lexicon whose near misses fire.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
rmSync("dist", { recursive: true, force: true });

/** franc unpacks its data when it is loaded, and most runs never ask it: it is loaded at its first call. */
const lazyFranc = {
  name: "lazy-franc",
  setup(bundler) {
    bundler.onResolve({ filter: /^franc-min$/ }, ({ namespace }) =>
      namespace === "lazy" ? undefined : { path: "franc-min", namespace: "lazy" },
    );
    bundler.onLoad({ filter: /./, namespace: "lazy" }, () => ({
      contents: 'export const francAll = (...given) => require("franc-min").francAll(...given);',
      resolveDir: root,
    }));
  },
};

const shared = {
  plugins: [lazyFranc],
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  // Known to every Node 20; without this each such literal becomes a new RegExp() per call.
  supported: { "regexp-unicode-property-escapes": true },
  mainFields: ["module", "main"],
  minify: true,
  keepNames: false,
  metafile: true,
  logLevel: "warning",
  // CommonJS packages inside an ES module bundle look for these.
  banner: {
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
};

const result = await build({
  ...shared,
  entryPoints: { cli: "src/cli/main.ts", index: "src/index.ts" },
  outdir: "dist",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
});

await checkLexicon();
execFileSync(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.build.json"], {
  stdio: "inherit",
});
writeLicences(Object.keys(result.metafile.inputs));

async function checkLexicon() {
  const outfile = join("dist", "check-lexicon.mjs");
  await build({ ...shared, entryPoints: ["scripts/check-lexicon.ts"], outfile });
  const { problems } = await import(pathToFileURL(join(root, outfile)).href);
  rmSync(outfile);
  if (problems.length > 0) throw new Error(`the phrase lexicon is not sound:\n${problems.join("\n")}`);
}

/** Licence texts of the packages whose code is in the bundle. */
function writeLicences(inputs) {
  const packages = new Map();
  for (const input of inputs) {
    const match = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(input);
    if (match !== null) packages.set(match[1], join("node_modules", match[1]));
  }
  const parts = [...packages].sort().map(([name, folder]) => {
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = ["LICENSE", "LICENSE.md", "license", "LICENSE.txt", "LICENCE", "LICENSE-MIT"]
      .map((candidate) => join(folder, candidate))
      .find(existsSync);
    const text = file === undefined ? `Licensed under ${license}.` : readFileSync(file, "utf8").trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  writeFileSync(join("dist", "THIRD-PARTY-LICENCES.txt"), `${parts.join(`\n${"-".repeat(80)}\n\n`)}`);
}
