/** The configuration: what a project sets once. This one definition gives types, checks and editor completion. */
import * as z from "zod";

const list = (what: string) => z.union([z.string(), z.array(z.string())]).describe(what);
const path = (what: string) => z.string().describe(`${what}; relative to this file.`);

const allowSchema = z
  .strictObject({
    authors: z
      .exactOptional(z.array(z.string()))
      .describe("Names or account ids whose comments no gate looks at: staff, regulars."),
    phrases: z
      .exactOptional(z.array(z.string()))
      .describe("Words that are this site's own and no tell: a slogan, the name of a campaign."),
    texts: z
      .exactOptional(z.array(z.string()))
      .describe("Texts that people repeat for fun; a comment that is mostly one of them is no near-duplicate."),
  })
  .meta({ title: "Allowlists" });

const phraseSchema = z.strictObject({
  pattern: z.string().describe("Words, choices a|b, optional x?, any word _, gaps ..3, sentence start ^ and end $."),
  note: z.exactOptional(z.string()),
  source: z.exactOptional(z.string()),
  hits: z.exactOptional(z.array(z.string())).describe("Sentences in which it must match; checked when it is loaded."),
  nearMisses: z.exactOptional(z.array(z.string())).describe("Sentences in which it must not."),
});

export const phraseListSchema = z
  .strictObject({
    $schema: z.exactOptional(z.string()),
    classes: z
      .exactOptional(z.record(z.string(), z.array(z.string())))
      .describe("Named choices of words, used in patterns as ~name."),
    moves: z.array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/u, "an id is of small letters, digits and hyphens"),
        title: z.string(),
        meaning: z.exactOptional(z.string()),
        weight: z.number().min(-4).max(4).describe("Log-odds that it adds; 0 shows it and changes nothing."),
        phrases: z.array(phraseSchema).min(1),
      }),
    ),
  })
  .meta({ title: "comment-audit phrases" });

const reading = {
  inputFormat: z.exactOptional(z.string()).describe("Read as this format; comment-audit formats lists all."),
  status: z.exactOptional(list("What is kept: approved, pending, spam, deleted.")),
  map: z.exactOptional(z.record(z.string(), z.string())).describe('Columns or keys: { "text": "review" }.'),
  allow: z.exactOptional(allowSchema),
};

export const configSchema = z
  .strictObject({
    $schema: z.exactOptional(z.string()),
    extends: z.exactOptional(list("Configurations that this one builds on; relative to this file.")),
    ...reading,
    article: z.exactOptional(path("The article of exports that have none")),
    articles: z.exactOptional(path("Articles for many threads, one a line")),
    format: z.exactOptional(list("Output formats, with a file each but one: html=report.html.")),
    top: z.exactOptional(z.int().min(1)).describe("Comments shown per thread."),
    minBand: z.exactOptional(z.enum(["high", "elevated", "ordinary", "insufficient"])),
    failOn: z.exactOptional(list("Gates: comment=high, thread=high, share=30%, impersonation …")),
    baseline: z.exactOptional(path("An earlier report; gates look at what is new")),
    suppressions: z.exactOptional(path("Comments that were looked at and released")),
    redact: z.exactOptional(z.boolean()).describe("Replace authors by pseudonyms in all reports."),
    phrases: z
      .exactOptional(z.array(z.union([z.string(), phraseListSchema])))
      .describe("Own phrase lists, here or in files relative to this one."),
    detectors: z.exactOptional(z.array(z.string())).describe("Modules of own detectors; relative to this file."),
    weights: z
      .exactOptional(z.record(z.string(), z.number().min(-4).max(4)))
      .describe("Log-odds per unit of strength for the signals of own detectors."),
    overrides: z
      .exactOptional(z.array(z.strictObject({ files: list("Glob patterns of input files."), ...reading })))
      .describe("Settings for some of the input files; later ones win."),
  })
  .meta({
    title: "comment-audit configuration",
    examples: [{ failOn: ["thread=high", "impersonation"], allow: { authors: ["Front Desk"] } }],
  });

export type Config = z.infer<typeof configSchema>;
export type Allow = z.infer<typeof allowSchema>;
export type PhraseList = z.infer<typeof phraseListSchema>;
