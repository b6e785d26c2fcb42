import type { Reporter } from "./reporter.js";

/** The whole report. Lone surrogates are escaped, so that the file is valid UTF-8 and reads back equal. */
export const jsonReporter: Reporter = {
  id: "json",
  title: "the whole report as JSON; its schema: comment-audit schema report",
  render: (report) => `${JSON.stringify(report, null, 2)}\n`,
};
