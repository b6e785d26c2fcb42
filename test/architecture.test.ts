/** The house rules of .dependency-cruiser.mjs, each with its reason, as a test. */
import { cruise } from "dependency-cruiser";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { ROOT } from "./support/fixtures.js";

test("dependencies run in one direction", async () => {
  const { default: rules } = (await import(pathToFileURL(join(ROOT, ".dependency-cruiser.mjs")).href)) as {
    default: { forbidden: object[]; options: object };
  };
  const { output } = await cruise(["src", "scripts", "bin"], {
    ...rules.options,
    baseDir: ROOT,
    ruleSet: { forbidden: rules.forbidden },
    validate: true,
  } as Parameters<typeof cruise>[1]);
  if (typeof output === "string") throw new Error("expected an object");
  expect(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(output.summary.totalCruised).toBeGreaterThan(60);
});
