/**
 * The report as a schema: what `comment-audit schema report` prints and saved reports are checked
 * against. The last lines make the compiler refuse any difference from the types of the model.
 */
import * as z from "zod";
import { AXES, BANDS, type Json, type Report } from "../model.js";
import { articleSchema, authorSchema } from "./input.js";

const band = z.enum(BANDS);
const severity = z.enum(["info", "warning", "error"]);
const json: z.ZodType<Json> = z.json();
const data = z.record(z.string(), json);
const rate = z.number().min(0).max(1).nullable();
const state = z.enum(["new", "known"]).describe("Against the baseline.");
const place = {
  pointer: z.exactOptional(z.string()),
  line: z.exactOptional(z.int()),
  column: z.exactOptional(z.int()),
};
const reference = { thread: z.string(), comment: z.string() };
const span = { start: z.int().min(0), end: z.int().min(0), quote: z.string() };

const evidence = z.discriminatedUnion("kind", [
  z
    .object({ kind: z.literal("quote"), ...span })
    .describe("A range of the comment's text, half-open, in UTF-16 code units."),
  z.object({ kind: z.literal("article"), part: z.enum(["title", "body"]), ...span }),
  z.object({ kind: z.literal("comment"), thread: z.string(), comment: z.string(), ...span }),
  z.object({ kind: z.literal("fact"), name: z.string(), value: z.union([z.string(), z.number()]) }),
]);

const finding = z.object({
  signal: z.string(),
  contribution: z
    .number()
    .describe("Log-odds that this finding adds or takes; all of them add up to the comment's logOdds."),
  data,
  evidence: z.array(evidence).min(1),
  fingerprint: z.string(),
});

const outcome = z.discriminatedUnion("state", [
  z.object({ state: z.literal("scored") }),
  z.object({ state: z.literal("not-applicable"), reason: z.string() }),
  z.object({ state: z.literal("failed"), reason: z.string() }),
]);

const assessment = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  author: z.exactOptional(authorSchema),
  text: z.string(),
  createdAt: z.exactOptional(z.string()),
  source: z.exactOptional(z.object({ file: z.string(), ...place })),
  fingerprint: z.string().describe("Hash of the text; the same after every export."),
  state: z.exactOptional(state),
  suppressed: z.exactOptional(z.string().describe("Why gates look past this comment.")),
  rank: z.int().min(1),
  score: z.int().min(0).max(100).nullable(),
  logOdds: z.number().nullable(),
  band,
  humanRate: rate.describe("Share of human reference comments of this length that score at least this."),
  falseDiscoveryRate: rate,
  axes: z.record(z.enum(AXES), z.number().min(0).max(100).nullable()),
  outcomes: z.record(z.string(), outcome),
  findings: z.array(finding),
});

const verdict = z.object({
  band,
  humanRate: rate.describe("Share of human reference threads of this size that are at least this bot-like."),
  falseDiscoveryRate: rate,
  logOdds: z.number().nullable(),
  share: z.object({ low: z.number(), estimate: z.number(), high: z.number() }).nullable(),
  reasons: z.array(z.object({ signal: z.string(), data, evidence: z.array(evidence) })),
});

const diagnostic = z.object({
  severity,
  code: z.string(),
  message: z.string(),
  where: z.exactOptional(z.object({ file: z.exactOptional(z.string()), ...place })),
  dropsRecord: z.exactOptional(z.boolean()),
  records: z.exactOptional(z.int()),
});

export const reportSchema = z
  .object({
    schemaVersion: z.literal("1"),
    tool: z.object({ name: z.string(), version: z.string(), model: z.string() }),
    inputs: z.array(
      z.object({
        path: z.string(),
        format: z.string(),
        threads: z.int(),
        comments: z.int(),
        sha256: z.string(),
        article: z.exactOptional(z.string()),
      }),
    ),
    signals: z.record(
      z.string(),
      z.object({
        title: z.string(),
        meaning: z.string(),
        direction: z.enum(["raises", "lowers", "informs"]),
        humanRate: rate,
      }),
    ),
    threads: z.array(
      z.object({
        id: z.string(),
        file: z.exactOptional(z.string()),
        article: articleSchema,
        verdict,
        state: z.exactOptional(state),
        likeness: z.exactOptional(
          z
            .object({ comments: z.array(z.string()), percent: z.array(z.int().min(0).max(100)) })
            .describe("Likeness of all pairs of the comments named, upper triangle by rows."),
        ),
        comments: z.array(assessment),
      }),
    ),
    clusters: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(["copy", "edited", "template", "paraphrase"]),
        members: z.array(z.object(reference)),
        similarity: z.number().min(0).max(1),
        authors: z.int().nullable(),
        template: z.string().nullable(),
      }),
    ),
    gates: z.array(
      z.object({
        gate: z.string(),
        reached: z.boolean(),
        reason: z.string().nullable(),
        comments: z.array(z.object(reference)),
      }),
    ),
    baseline: z.exactOptional(
      z.object({
        path: z.string(),
        new: z.int(),
        known: z.int(),
        resolved: z.array(z.object({ ...reference, fingerprint: z.string(), band })),
      }),
    ),
    redacted: z.exactOptional(z.literal(true)),
    diagnostics: z.array(diagnostic),
    totals: z.object({ threads: z.int(), comments: z.int(), bands: z.record(band, z.int()), dropped: z.int() }),
    complete: z.boolean(),
  })
  .meta({ title: "comment-audit report" });

type Mutable<T> = Json extends T ? T : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
/** Does not compile when schema and model differ. */
export const SCHEMA_IS_THE_MODEL: Same<Mutable<z.infer<typeof reportSchema>>, Mutable<Report>> = true;
