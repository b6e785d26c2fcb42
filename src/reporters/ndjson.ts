import type { Report } from "../model.js";

/** Lone surrogates are escaped, so that each line is valid UTF-8 and reads back equal. */
export function* renderNdjson(report: Report): Generator<string> {
  for (const { id, file, article, verdict, comments } of report.threads) {
    const thread = {
      id,
      ...(file === undefined ? {} : { file }),
      title: article.title,
      ...(article.url === undefined ? {} : { url: article.url }),
      band: verdict.band,
      humanRate: verdict.humanRate,
    };
    for (const comment of comments) yield `${JSON.stringify({ thread, ...comment })}\n`;
  }
  // A report without comments is a stream without lines, but not a file without bytes.
  if (report.totals.comments === 0) yield "\n";
}
