/** The order of bands, the highest first. */
import { BANDS, type Band } from "./model.js";

export function atLeast(band: Band, wanted: Band): boolean {
  return BANDS.indexOf(band) <= BANDS.indexOf(wanted);
}

/** Elevated or high: what a report calls for review. */
export function isRaised({ band }: { readonly band: Band }): boolean {
  return atLeast(band, "elevated");
}
