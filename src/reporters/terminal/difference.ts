/** What changed between two reports, for a person at a terminal. */
import type { ChalkInstance } from "chalk";
import type { Assessment, AuditedThread, Report } from "../../model.js";
import { terminalLine } from "../escape.js";
import { commentsFrom, reasonsInShort } from "../reasons.js";
import { BAND_WORDS, describeVerdict, plural } from "../wording.js";
import { padEnd, truncate } from "./layout.js";

const MAX_LISTED = 100;

/** `report` carries the comparison; `earlier` is what it was compared with. */
export function renderDifference(
  report: Report,
  earlier: Report,
  { width, chalk }: { readonly width: number; readonly chalk: ChalkInstance },
): string {
  const { baseline } = report;
  if (baseline === undefined) return "";
  const fresh = [...commentsFrom(report, "elevated")].filter(({ comment }) => comment.state === "new");
  const lines = [
    `${baseline.new} new, ${baseline.known} known, ${baseline.resolved.length} resolved (elevated or high)`,
    "",
    ...threadLines(report, earlier, width),
  ];
  const row = (sign: string, comment: Assessment, thread: AuditedThread, why: string) => {
    const head = `${sign} ${padEnd(comment.score === null ? "–" : String(comment.score), 3)} ${padEnd(BAND_WORDS[comment.band], 8)}  ${terminalLine(comment.id)}  ${terminalLine(comment.author?.name ?? "")}`;
    lines.push(truncate(head, width));
    lines.push(chalk.dim(truncate(`    ${terminalLine(why)}`, width)));
    if (report.threads.length > 1)
      lines.push(chalk.dim(truncate(`    under “${terminalLine(thread.article.title)}”`, width)));
  };
  if (fresh.length > 0) lines.push(chalk.bold("NEW"));
  for (const { thread, comment } of fresh.slice(0, MAX_LISTED))
    row("+", comment, thread, reasonsInShort(comment, report, 2));
  if (fresh.length > MAX_LISTED) lines.push(`  … and ${plural(fresh.length - MAX_LISTED, "more comment")}`);
  if (baseline.resolved.length > 0) lines.push(chalk.bold("RESOLVED"));
  for (const { thread: id, comment: commentId, band } of baseline.resolved.slice(0, MAX_LISTED)) {
    const thread = earlier.threads.find((each) => each.id === id);
    const comment = thread?.comments.find((each) => each.id === commentId);
    if (thread !== undefined && comment !== undefined) row("−", comment, thread, comment.text);
    else lines.push(truncate(`−     ${BAND_WORDS[band]}  ${terminalLine(commentId)}`, width));
  }
  if (baseline.resolved.length > MAX_LISTED)
    lines.push(`  … and ${plural(baseline.resolved.length - MAX_LISTED, "more comment")}`);
  return `${lines.join("\n").trimEnd()}\n`;
}

function threadLines(report: Report, earlier: Report, width: number): string[] {
  const before = new Map(earlier.threads.map(({ id, verdict }) => [id, verdict.band]));
  const changed = report.threads.filter(({ id, verdict }) => before.get(id) !== verdict.band);
  const lines = changed.map(({ id, article, verdict }) => {
    const was = before.get(id);
    const title = terminalLine(article.title) || terminalLine(id);
    return truncate(
      `${was === undefined ? "new thread" : `was ${BAND_WORDS[was]}`}, now ${BAND_WORDS[verdict.band]}: ${title} (${describeVerdict(verdict)})`,
      width,
    );
  });
  return lines.length === 0 ? [] : [...lines.slice(0, MAX_LISTED), ""];
}
