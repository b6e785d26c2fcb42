/** The contract of a reporter: the Report and nothing else in, text out. It never decides the exit code. */
import type { ChalkInstance } from "chalk";
import type { Band, Report } from "../model.js";

export interface RenderOptions {
  /** Columns to fill, 40 or more. */
  readonly width: number;
  readonly chalk: ChalkInstance;
  /** Comments shown per thread, where a format shows a selection. */
  readonly top: number;
  /** Comments below this band are not shown, where a format shows a selection. */
  readonly minBand: Band;
}

/** In pieces, so that a report of any size can be written without being one string. */
export type Render = (report: Report, options: RenderOptions) => Iterable<string>;

export interface Reporter {
  readonly id: string;
  readonly title: string;
  /** Ending of a file of this format, without the dot. */
  readonly extension: string;
  /** Loaded when the format is asked for. */
  readonly load: () => Promise<Render>;
}
