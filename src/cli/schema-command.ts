/** `comment-audit schema <name>`: JSON Schema on standard output. */
import * as z from "zod";
import { UserError } from "../errors.js";
import type { Io } from "../io.js";
import { configSchema, phraseListSchema } from "../schema/config.js";
import { threadSchema } from "../schema/input.js";
import { reportSchema } from "../schema/report.js";
import { suppressionsSchema } from "../schema/suppressions.js";

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  input: threadSchema,
  report: reportSchema,
  config: configSchema,
  phrases: phraseListSchema,
  suppressions: suppressionsSchema,
};

export const SCHEMA_NAMES: readonly string[] = Object.keys(SCHEMAS);

export function jsonSchemaOf(name: string): unknown {
  const schema = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (schema === undefined)
    throw new UserError("usage/schema", `there is no schema "${name}".`, { hint: `known: ${SCHEMA_NAMES.join(", ")}` });
  // Reading is lenient about unknown fields, so the published schema is too; settings are not.
  return z.toJSONSchema(schema, { io: "input" });
}

export async function schemaCommand(name: string, io: Io): Promise<0> {
  await io.out(`${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`);
  return 0;
}
