import { atLeast, isRaised } from "../bands.js";
import { BANDS, type AuditedThread, type Report } from "../model.js";
import { markdownCode, markdownText, terminalLine } from "./escape.js";
import { quotesHere, tellingFindings } from "./reasons.js";
import type { RenderOptions } from "./reporter.js";
import { BAND_WORDS, describeFinding, describeReason, describeVerdict, FAMILY_WORDS, plural } from "./wording.js";

/** GitHub refuses a comment of 65,536 characters. */
const MAX_LENGTH = 65_000;
const MAX_QUOTE = 160;
const MAX_REASONS = 3;

/** Whole threads and rows as long as they fit; what does not is counted at the end. */
export function* renderMarkdown(report: Report, options: RenderOptions): Generator<string> {
  const head = summary(report);
  const foot = footer(report);
  let room = MAX_LENGTH - head.length - foot.length - NOTE_LENGTH;
  yield head;
  let comments = 0;
  let threads = 0;
  for (const thread of report.threads) {
    const wanted = thread.comments.filter(({ band }) => atLeast(band, options.minBand));
    const top = threadHead(thread, report);
    const end = families(thread, report);
    if (top.length + end.length > room) {
      threads++;
      comments += wanted.length;
      continue;
    }
    room -= top.length + end.length;
    yield top;
    let shown = 0;
    for (const comment of wanted.slice(0, options.top)) {
      const line = row(comment, report, shown === 0);
      if (line.length > room) break;
      room -= line.length;
      yield line;
      shown++;
    }
    comments += wanted.length - shown;
    yield end;
  }
  const more = [
    ...(threads > 0 ? [plural(threads, "more thread")] : []),
    ...(comments > 0 ? [plural(comments, "more comment")] : []),
  ];
  if (more.length > 0) yield `\n… and ${more.join(" with ")}: \`--top\` shows more, \`-f html\` all.\n`;
  yield foot;
}

/** Longest note on what was left out. */
const NOTE_LENGTH = 160;

function summary(report: Report): string {
  const { bands, comments, threads } = report.totals;
  const counts = BANDS.map((band) => `${BAND_WORDS[band]} ${bands[band]}`).join(" · ");
  const lines = ["## Comment audit", "", `${plural(comments, "comment")} in ${plural(threads, "thread")}: ${counts}.`];
  for (const { gate, reached, reason } of report.gates)
    lines.push(
      "",
      reached
        ? `❌ Gate ${markdownCode(cut(gate, 60))} reached: ${markdownText(cut(reason ?? "", 300))}.`
        : `✅ Gate ${markdownCode(cut(gate, 60))} not reached.`,
    );
  if (report.baseline !== undefined) {
    const { known, resolved, path } = report.baseline;
    lines.push(
      "",
      `Against ${markdownCode(cut(path, 200))}: ${report.baseline.new} new, ${known} known, ${resolved.length} resolved.`,
    );
  }
  if (!report.complete) lines.push("", "⚠️ **The audit is not complete.**");
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  for (const { message } of errors.slice(0, 5)) lines.push("", `- ${markdownText(cut(message, 300))}`);
  return `${lines.join("\n")}\n`;
}

function threadHead({ id, article, verdict, comments }: AuditedThread, report: Report): string {
  const title = terminalLine(article.title);
  const lines = [
    "",
    `### ${markdownText(cut(title === "" ? id : title, 200))}`,
    "",
    `**${BAND_WORDS[verdict.band]}**: ${describeVerdict(verdict)} (${plural(comments.length, "comment")}).`,
    "",
  ];
  for (const reason of verdict.reasons.slice(0, 6))
    lines.push(`- ${markdownText(cut(describeReason(reason, report), 400))}`);
  return `${lines.join("\n")}\n`;
}

function row(comment: AuditedThread["comments"][number], report: Report, isFirst: boolean): string {
  const header = isFirst ? "\n| # | score | band | comment | why |\n| --: | --: | --- | --- | --- |\n" : "";
  const author = terminalLine(comment.author?.name ?? "");
  const reasons = isRaised(comment) ? tellingFindings(comment).slice(0, MAX_REASONS) : [];
  const why = reasons.map((finding) => {
    const quote = quotesHere(finding);
    const words = markdownText(cut(describeFinding(finding, report), 200));
    return quote === "" ? words : `${words}: ${markdownCode(cut(quote, MAX_QUOTE))}`;
  });
  const marks = [
    ...(comment.state === "new" && isRaised(comment) ? ["new"] : []),
    ...(comment.suppressed === undefined ? [] : [`suppressed: ${markdownText(cut(comment.suppressed, 100))}`]),
  ];
  const cells = [
    String(comment.rank),
    comment.score === null ? "–" : String(comment.score),
    [BAND_WORDS[comment.band], ...marks].join(", "),
    `${markdownCode(cut(comment.id, 60))}${author === "" ? "" : ` ${markdownText(cut(author, 60))}`}`,
    why.length > 0 ? why.join("<br>") : markdownCode(cut(comment.text, 80)),
  ];
  return `${header}| ${cells.join(" | ")} |\n`;
}

function families({ id }: AuditedThread, report: Report): string {
  const own = report.clusters.filter(({ members }) => members.some(({ thread }) => thread === id));
  if (own.length === 0) return "";
  const lines = own.slice(0, 10).map(({ kind, similarity, members, template }) => {
    const ids = members.slice(0, 12).map(({ comment }) => markdownCode(cut(comment, 40)));
    const more = members.length > 12 ? ` and ${members.length - 12} more` : "";
    const slots = template === null ? "" : `: ${markdownCode(cut(template, 200))}`;
    return `- ${FAMILY_WORDS[kind]} (likeness ${similarity.toFixed(2)}): ${ids.join(" ↔ ")}${more}${slots}`;
  });
  return `\nFamilies:\n\n${lines.join("\n")}\n${own.length > 10 ? `- … and ${own.length - 10} more\n` : ""}`;
}

function footer({ tool }: Report): string {
  return `\n<sub>Scores are evidence, not proof: a person decides. ${[tool.name, tool.version].map((part) => markdownText(cut(part, 40))).join(" ")}, model ${markdownText(cut(tool.model, 40))}.</sub>\n`;
}

/** Cut before escaping, so that no escape is cut in two. */
function cut(text: string, length: number): string {
  const plain = terminalLine(text);
  return plain.length <= length
    ? plain
    : `${plain
        .slice(0, length - 1)
        .toWellFormed()
        .replace(/\uFFFD$/u, "")}…`;
}
