/** What all reports tell of a comment, and of which comments. */
import { atLeast } from "../bands.js";
import type { Assessment, AuditedThread, Band, Evidence, Finding, Report } from "../model.js";
import { describeFinding } from "./wording.js";

/** A finding worth less than this many nats is not told among the reasons. */
const MIN_TOLD = 0.3;

/** The findings that raise a score, strongest first. */
export function tellingFindings({ findings }: Assessment): readonly Finding[] {
  const telling = findings.filter(({ contribution }) => contribution >= MIN_TOLD);
  // The company a comment keeps is told with the thread, unless there is nothing else to tell.
  const own = telling.filter(({ signal }) => signal !== "thread/context");
  return own.length > 0 ? own : telling;
}

/** The strongest reasons in one line. Untrusted parts are not escaped here. */
export function reasonsInShort(comment: Assessment, report: Report, most = 3): string {
  return tellingFindings(comment)
    .slice(0, most)
    .map((finding) => {
      const quotes = quotesHere(finding);
      return `${describeFinding(finding, report)}${quotes === "" ? "" : ` “${quotes}”`}`;
    })
    .join("; ");
}

/** The quoted words of the comment itself. */
export function quotesHere({ evidence }: { readonly evidence: readonly Evidence[] }): string {
  return evidence.flatMap((item) => (item.kind === "quote" ? [item.quote] : [])).join(" … ");
}

export interface Located {
  readonly thread: AuditedThread;
  readonly comment: Assessment;
}

/** All comments of a report that stand in a band, or over it, in the order of threads and ranks. */
export function* commentsFrom(report: Report, least: Band): Generator<Located> {
  for (const thread of report.threads)
    for (const comment of thread.comments) if (atLeast(comment.band, least)) yield { thread, comment };
}

/** The file and line that an editor can open; undefined for texts that came from no file. */
export function placeOf({
  thread,
  comment,
}: Located): { file: string; line: number; column: number | undefined } | undefined {
  const file = comment.source?.file ?? thread.file;
  if (file === undefined || file === "-" || file === "standard input") return undefined;
  return { file, line: comment.source?.line ?? 1, column: comment.source?.column };
}
