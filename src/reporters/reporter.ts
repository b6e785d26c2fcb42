/** The contract of a reporter: the Report and nothing else in, text out. It never decides the exit code. */
import type { ChalkInstance } from "chalk";
import type { Band, Report } from "../model.js";

export interface RenderOptions {
  /** Columns to fill, 40 or more. */
  readonly width: number;
  readonly chalk: ChalkInstance;
  /** Comments shown per thread. */
  readonly top: number;
  /** Comments below this band are not shown. */
  readonly minBand: Band;
}

export interface Reporter {
  readonly id: string;
  readonly title: string;
  /** In pieces, so that a report of any size can be written without being one string. */
  render(report: Report, options: RenderOptions): Iterable<string>;
}
