/** Writes the golden report and the README's example anew: `npm run golden`. Read the difference. */
import { readFileSync, writeFileSync } from "node:fs";
import { run } from "../src/cli/run.js";
import { processIo, type Io } from "../src/io.js";

const EXAMPLE = "fixtures/threads/port-calder.json";
const BLOCK = /(```console\n\$ npx comment-audit fixtures\/threads\/port-calder\.json\n)[\s\S]*?(```)/u;

async function print(argv: readonly string[]): Promise<string> {
  let text = "";
  const io: Io = {
    ...processIo(),
    out: (part) => {
      text += part;
      return Promise.resolve();
    },
    env: {},
    outIsTerminal: false,
    columns: undefined,
  };
  const code = await run(argv, io);
  if (code !== 0) throw new Error(`${argv.join(" ")} exited ${code}`);
  return text;
}

writeFileSync("fixtures/reports/port-calder.json", await print([EXAMPLE, "-f", "json"]));
const shown = await print([EXAMPLE]);
const readme = readFileSync("README.md", "utf8");
if (!BLOCK.test(readme)) throw new Error("README.md has no example block");
writeFileSync(
  "README.md",
  readme.replace(BLOCK, (_, before: string, after: string) => `${before}${shown}${after}`),
);
