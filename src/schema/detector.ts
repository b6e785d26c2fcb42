/** What a detector of a user's own must have for the audit to run it. */
import * as z from "zod";
import { AXES } from "../model.js";

export const detectorSchema = z.looseObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, "an id is of small letters, digits and hyphens"),
  title: z.string(),
  axis: z.enum(AXES),
  signals: z
    .array(
      z.looseObject({
        id: z.string(),
        title: z.string(),
        meaning: z.string(),
        direction: z.enum(["raises", "lowers", "informs"]),
      }),
    )
    .min(1, "it names no signals"),
  prepare: z.custom<() => unknown>((value) => typeof value === "function", "it has no function prepare"),
});
