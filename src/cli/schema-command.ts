/** `comment-audit schema <input|report>`: JSON Schema on standard output. */
import * as z from "zod";
import { UserError } from "../errors.js";
import type { Io } from "../io.js";
import { threadSchema } from "../schema/input.js";
import { reportSchema } from "../schema/report.js";

const SCHEMAS: Readonly<Record<string, z.ZodType>> = { input: threadSchema, report: reportSchema };

export function jsonSchemaOf(name: string): unknown {
  const schema = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (schema === undefined)
    throw new UserError("usage/schema", `there is no schema "${name}".`, {
      hint: `known: ${Object.keys(SCHEMAS).join(", ")}`,
    });
  // Reading is lenient about unknown fields, so the published schema is too.
  return z.toJSONSchema(schema, { io: "input" });
}

export async function schemaCommand(name: string, io: Io): Promise<0> {
  await io.out(`${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`);
  return 0;
}
