/** The suppressions file: what was looked at and found to be no finding, why, and until when. */
import * as z from "zod";

export const suppressionSchema = z
  .strictObject({
    fingerprint: z.exactOptional(z.string().describe("Fingerprint of the comment, as reports show it.")),
    comment: z.exactOptional(z.string().describe("Id of the comment, where a fingerprint is not wanted.")),
    thread: z.exactOptional(z.string().describe("Id of the thread of that comment.")),
    reason: z.string().min(1).describe("Why this needs no review."),
    expires: z.exactOptional(z.iso.date().describe("The last day on which it counts, YYYY-MM-DD.")),
  })
  .refine(({ fingerprint, comment }) => fingerprint !== undefined || comment !== undefined, {
    error: "names neither a fingerprint nor a comment",
  });

export const suppressionsSchema = z
  .strictObject({ $schema: z.exactOptional(z.string()), suppressions: z.array(suppressionSchema) })
  .meta({
    title: "comment-audit suppressions",
    examples: [{ suppressions: [{ fingerprint: "0f3a51b2c4d5e6f7", reason: "their press officer, verified" }] }],
  });

export type Suppression = Readonly<z.infer<typeof suppressionSchema>>;
