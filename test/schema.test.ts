import { Ajv2020 } from "ajv/dist/2020.js";
import { jsonSchemaOf } from "../src/cli/schema-command.js";
import { runCli } from "./support/cli.js";
import { readFixture } from "./support/fixtures.js";

function validator(name: string) {
  return new Ajv2020({ strict: false }).compile(jsonSchemaOf(name) as object);
}

test("the input schema accepts our own threads and refuses broken ones", () => {
  const validate = validator("input");
  expect(validate(readFixture("threads/port-calder.json"))).toBe(true);
  expect(validate({ article: { title: "T" }, comments: [] })).toBe(false);
  expect(validate({ article: { title: "T", body: "" }, comments: [{ id: 1, text: "a" }] })).toBe(false);
});

test("the input schema's own example is valid", () => {
  const schema = jsonSchemaOf("input") as { examples: unknown[] };
  expect(schema.examples.length).toBeGreaterThan(0);
  for (const example of schema.examples) expect(validator("input")(example)).toBe(true);
});

test.each([
  ["the example", ["fixtures/threads/port-calder.json"], {}],
  [
    "an odd one",
    ["x.json"],
    { "x.json": '[{"text":"short"},{"text":"Как дела в порту сегодня, расскажите нам"},{"nothing":1}]' },
  ],
])("the report of %s is valid", async (_, argv, files) => {
  const { out } = await runCli([...argv, "-f", "json"], { files });
  const validate = validator("report");
  validate(JSON.parse(out));
  expect(validate.errors).toBeNull();
});
