import data from "./model.json" with { type: "json" };
import type { ScoringModel } from "./model.js";

/** The model that ships with this version. */
export const scoringModel: ScoringModel = data as unknown as ScoringModel;
