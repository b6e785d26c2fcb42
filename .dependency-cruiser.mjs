/** The house rules of DESIGN as rules a machine checks, each with its reason. */
const inside = (folder) => `^src/${folder}`;

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", comment: "Modules that need each other are one module.", from: {}, to: { circular: true } },
    { name: "no-unreachable", severity: "error", comment: "What nothing imports is dead.", from: { orphan: true, pathNot: "\\.d\\.ts$" }, to: {} },
    {
      name: "pure-core",
      severity: "error",
      comment: "Text and objects in, plain objects out: only io.ts touches the disk and the process.",
      from: { path: "^src", pathNot: "^src/(io|hash)\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    { name: "hash-only-hashes", severity: "error", comment: "node:crypto is there for SHA-256 and nothing else.", from: { path: "^src/hash\\.ts$" }, to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" } },
    { name: "io-from-cli-only", severity: "error", comment: "Whoever needs the outside is handed it.", from: { path: "^src", pathNot: inside("cli/") }, to: { path: "^src/io\\.ts$" } },
    { name: "text-is-the-bottom", severity: "error", comment: "Text utilities know texts, not audits.", from: { path: inside("text/") }, to: { path: "^src/(corpus|detectors|scoring|reporters|importers|cli|audit|index)" } },
    { name: "corpus-under-detectors", severity: "error", comment: "Views are shared by detectors and know none of them.", from: { path: "^src/corpus\\.ts$" }, to: { path: "^src/(detectors|scoring|reporters|importers|cli|audit|index)" } },
    { name: "detectors-know-no-weights", severity: "error", comment: "A detector says what it saw, never what it is worth.", from: { path: inside("detectors/") }, to: { path: "^src/(scoring|reporters|importers|cli|audit|index)" } },
    { name: "importers-read", severity: "error", comment: "Importers turn text into threads and nothing more.", from: { path: inside("importers/") }, to: { path: "^src/(corpus|detectors|scoring|reporters|cli|audit|index|text)" } },
    { name: "scoring-sees-the-model", severity: "error", comment: "Scores depend on observations, not on who made them.", from: { path: inside("scoring/") }, to: { path: "^src/(corpus|detectors|reporters|importers|cli|audit|index|text)" } },
    { name: "reporters-see-the-report", severity: "error", comment: "A saved report must render again, without the program that made it.", from: { path: inside("reporters/") }, to: { path: "^src/(corpus|detectors|scoring|importers|cli|audit|index|text)" } },
    { name: "audit-is-handed-its-parts", severity: "error", comment: "The pipeline works with any detectors and any model.", from: { path: "^src/audit\\.ts$" }, to: { path: "registry|catalogue|shipped|^src/(cli|reporters|importers)" } },
    { name: "one-door-to-natural", severity: "error", comment: "Its main entry prints adverts and reads .env; the deep paths do not.", from: { path: "^src", pathNot: "^src/text/natural\\.ts$" }, to: { path: "node_modules/natural/" } },
    { name: "natural-by-deep-paths", severity: "error", comment: "See above.", from: { path: "^src/text/natural\\.ts$" }, to: { path: "node_modules/natural/lib/natural/index\\.js" } },
    { name: "commander-under-cli", severity: "error", comment: "The library has no command line.", from: { path: "^src", pathNot: inside("cli/") }, to: { path: "node_modules/commander/" } },
    { name: "chalk-where-colour-is", severity: "error", comment: "Colour is decided by the command and used by the terminal reporter.", from: { path: "^src", pathNot: "^src/(cli/|reporters/(terminal/|reporter\\.ts))" }, to: { path: "node_modules/chalk/" } },
  ],
  options: { doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" }, moduleSystems: ["es6", "cjs"], enhancedResolveOptions: { extensions: [".ts", ".js", ".json"], exportsFields: ["exports"], conditionNames: ["import", "node", "default"] } },
};
