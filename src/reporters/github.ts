import { isRaised } from "../bands.js";
import { refKey } from "../ids.js";
import type { Report } from "../model.js";
import { terminalLine, workflowData, workflowProperty } from "./escape.js";
import { commentsFrom, placeOf, reasonsInShort, type Located } from "./reasons.js";
import { BAND_WORDS, describeVerdict, plural } from "./wording.js";

/** GitHub shows ten annotations of a level for a step and drops the rest. */
const MAX_PER_LEVEL = 10;

type Level = "error" | "warning" | "notice";

/** Errors are what reached a gate; a comment that no gate names is a warning or a notice. */
export function* renderGithub(report: Report): Generator<string> {
  const gated = new Set(report.gates.flatMap(({ comments }) => comments).map(refKey));
  const left = new Map<Level, number>();
  for (const { gate, reason, comments } of report.gates.filter(({ reached }) => reached)) {
    if (comments.length === 0) yield command("error", {}, `gate ${gate} reached: ${reason ?? ""}`);
  }
  for (const { severity, message, where } of report.diagnostics) {
    if (severity === "error") yield command("error", { file: where?.file, line: where?.line }, message);
  }
  for (const located of commentsFrom(report, "elevated")) {
    const { thread, comment } = located;
    if (comment.suppressed !== undefined || comment.state === "known") continue;
    const isGated = gated.has(refKey({ thread: thread.id, comment: comment.id }));
    const level: Level = isGated ? "error" : comment.band === "high" ? "warning" : "notice";
    const shown = left.get(level) ?? 0;
    left.set(level, shown + 1);
    if (shown < MAX_PER_LEVEL) yield annotate(level, located, report);
  }
  const hidden = [...left.values()].reduce((sum, count) => sum + Math.max(0, count - MAX_PER_LEVEL), 0);
  const { bands } = report.totals;
  const verdicts = report.threads.filter(({ verdict }) => isRaised(verdict));
  for (const { id, article, verdict } of verdicts.slice(0, MAX_PER_LEVEL))
    yield command("notice", {}, `thread “${terminalLine(article.title) || id}”: ${describeVerdict(verdict)}`);
  const more = hidden > 0 ? `; ${plural(hidden, "more comment")} not annotated` : "";
  yield command(
    "notice",
    {},
    `comment-audit: ${bands.high} high, ${bands.elevated} elevated of ${plural(report.totals.comments, "comment")}${more}. Scores are evidence, not proof: a person decides.`,
  );
}

function annotate(level: Level, located: Located, report: Report): string {
  const { comment } = located;
  const place = placeOf(located);
  const title = `bot-like: ${BAND_WORDS[comment.band]}${comment.score === null ? "" : ` (${comment.score})`}`;
  const reasons = reasonsInShort(comment, report);
  return command(
    level,
    { title, file: place?.file, line: place?.line, col: place?.column },
    `comment ${comment.id}${reasons === "" ? "" : `: ${reasons}`}`,
  );
}

/** One workflow command. The runner reads a line as a command wherever one starts, so no text may hold a line break. */
function command(
  level: Level,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${workflowProperty(terminalLine(String(value)))}`)
    .join(",");
  return `::${level}${list === "" ? "" : ` ${list}`}::${workflowData(terminalLine(message))}\n`;
}
