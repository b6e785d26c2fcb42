/** The report for a person at a terminal: verdict first, then the worst comment, then why. */
import { isRaised } from "../../bands.js";
import type { Assessment, AuditedThread, Band, Cluster, Evidence, Finding, Report } from "../../model.js";
import { BANDS } from "../../model.js";
import { terminalLine } from "../escape.js";
import { tellingFindings } from "../reasons.js";
import type { RenderOptions } from "../reporter.js";
import {
  BAND_WORDS,
  describeFinding,
  describeReason,
  describeVerdict,
  FAMILY_WORDS,
  oneIn,
  plural,
} from "../wording.js";
import { bar, padEnd, padStart, truncate, wrap } from "./layout.js";

const SIGN: Readonly<Record<Band, string>> = { high: "■", elevated: "▲", ordinary: "·", insufficient: "–" };
/** Cells of the score's bar; a narrow terminal has none to spare. */
const barOf = ({ width }: Pick<RenderOptions, "width">) => (width < 60 ? 0 : 8);
const MAX_REASONS = 2;
/** Cells of an id that has to leave room for a name. */
const MAX_ID = 16;

export function* renderTerminal(report: Report, options: RenderOptions): Generator<string> {
  const families = new Map<string, Cluster[]>();
  for (const cluster of report.clusters) {
    for (const thread of new Set(cluster.members.map((member) => member.thread))) {
      const list = families.get(thread);
      if (list === undefined) families.set(thread, [cluster]);
      else list.push(cluster);
    }
  }
  for (const thread of report.threads) {
    yield `${renderThread(thread, families.get(thread.id) ?? [], report, options).join("\n")}\n`;
  }
  yield `${renderFooter(report, options).join("\n")}\n`;
}

function paint(band: Band, text: string, { chalk }: RenderOptions): string {
  if (band === "high") return chalk.red.bold(text);
  return band === "elevated" ? chalk.yellow(text) : text;
}

function renderThread(
  thread: AuditedThread,
  families: readonly Cluster[],
  report: Report,
  options: RenderOptions,
): string[] {
  const { chalk, width, top, minBand } = options;
  const { verdict, comments } = thread;
  const unnamed = report.threads.length > 1 ? `(no article) ${terminalLine(thread.id)}` : "(no article)";
  const title = terminalLine(thread.article.title) || unnamed;
  const judged = comments.filter(({ score }) => score !== null).length;
  const file = thread.file ?? (report.inputs.length === 1 ? report.inputs[0]?.path : undefined);
  const origin = file === undefined ? "" : `${terminalLine(file)} · `;
  const wanted = comments.filter(({ band }) => BANDS.indexOf(band) <= BANDS.indexOf(minBand));
  const shown = wanted.slice(0, top);
  const lines = [
    chalk.bold(truncate(title, width)),
    chalk.dim(truncate(`${origin}${plural(comments.length, "comment")}, ${judged} judged`, width)),
    "",
    ...renderVerdict(thread, report, options),
    "",
  ];
  if (shown.length > 0) {
    lines.push(chalk.dim(`${padStart("#", 3)}  ${padEnd("score", 4 + barOf(options))}  comment`));
    const detailed = verdict.band === "insufficient" ? "ordinary" : "elevated";
    for (const comment of shown) {
      const withReasons = BANDS.indexOf(comment.band) <= BANDS.indexOf(detailed);
      lines.push(...renderComment(comment, report, options, withReasons));
    }
    const hidden = wanted.length - shown.length;
    if (hidden > 0) lines.push(chalk.dim(`     … and ${plural(hidden, "more comment")}: --top ${wanted.length}`));
    const below = comments.length - wanted.length;
    if (below > 0) lines.push(chalk.dim(`     ${plural(below, "comment")} below ${BAND_WORDS[minBand]} not shown`));
    lines.push("");
  }
  if (families.length > 0) lines.push(...renderFamilies(families, thread, options), "");
  return lines;
}

function renderVerdict({ verdict }: AuditedThread, report: Report, options: RenderOptions): string[] {
  const { chalk, width } = options;
  const label = `THREAD  ${SIGN[verdict.band]} ${BAND_WORDS[verdict.band]}`;
  const [first = "", ...rest] = wrap(describeVerdict(verdict), width - label.length - 2, 3);
  const lines = [
    `${chalk.bold("THREAD")}  ${paint(verdict.band, `${SIGN[verdict.band]} ${BAND_WORDS[verdict.band]}`, options)}  ${first}`,
    ...rest.map((line) => " ".repeat(label.length + 2) + line),
  ];
  const bullet = (text: string) =>
    wrap(terminalLine(text), width - 10, 3).map((line, i) => `        ${i === 0 ? "· " : "  "}${line}`);
  for (const reason of verdict.reasons) lines.push(...bullet(describeReason(reason, report)));
  if (report.threads.length > 1 && verdict.band !== "ordinary" && verdict.falseDiscoveryRate !== null) {
    const share = Math.round(100 * verdict.falseDiscoveryRate);
    lines.push(
      ...bullet(`among ${report.threads.length} threads, ${share} % of those at least this odd may be chance`),
    );
  }
  if (verdict.share !== null && verdict.band !== "ordinary") {
    const percent = (share: number) => Math.round(share * 100);
    lines.push(
      ...bullet(`estimated share of bot-like comments: ${percent(verdict.share.low)}–${percent(verdict.share.high)} %`),
    );
  }
  return lines;
}

function renderComment(comment: Assessment, report: Report, options: RenderOptions, withReasons: boolean): string[] {
  const { chalk, width } = options;
  const { band, score } = comment;
  const cells = barOf(options);
  const figure = score === null ? padEnd("  –", 4 + cells) : `${padStart(String(score), 3)} ${bar(score / 100, cells)}`;
  const mark =
    comment.suppressed !== undefined ? "released " : comment.state === "new" && isRaised(comment) ? "new " : "";
  const tag = `${mark}${SIGN[band]} ${BAND_WORDS[band]}`;
  const left = 3 + 2 + 4 + cells + 2;
  const room = width - left - tag.length - 2;
  const author = terminalLine(comment.author?.name ?? "");
  const id = author === "" ? terminalLine(comment.id) : truncate(terminalLine(comment.id), MAX_ID);
  const name = truncate(`${id}${author === "" ? "" : `  ${author}`}`, Math.max(6, room));
  const lines = [
    `${padStart(String(comment.rank), 3)}  ${paint(band, figure, options)}  ${padEnd(name, Math.max(6, room))}  ${paint(band, tag, options)}`,
  ];
  if (comment.suppressed !== undefined)
    lines.push(...wrap(terminalLine(`released: ${comment.suppressed}`), width - 7, 2).map((line) => `       ${line}`));
  if (!withReasons) return lines;
  const reasons = tellingFindings(comment).slice(0, MAX_REASONS);
  for (const finding of reasons) lines.push(...renderReason(finding, report, options));
  if (reasons.length === 0) lines.push(chalk.dim(`       ${truncate(`“${terminalLine(comment.text)}”`, width - 7)}`));
  return lines;
}

function renderReason(finding: Finding, report: Report, options: RenderOptions): string[] {
  const { chalk, width } = options;
  const rate = report.signals[finding.signal]?.humanRate ?? null;
  const note =
    rate === null || rate > 0.02 || width < 60
      ? ""
      : rate === 0
        ? "no human comment measured"
        : `${oneIn(rate)} human comments`;
  const room = width - 7 - (note === "" ? 0 : note.length + 2);
  const sentence = wrap(terminalLine(describeFinding(finding, report)), room, 2);
  const lines = sentence.map((line, i) =>
    i === 0 && note !== "" ? `       ${padEnd(line, room)}  ${chalk.dim(note)}` : `       ${line}`,
  );
  for (const [label, quote] of quotesOf(finding))
    lines.push(chalk.dim(`         ${padEnd(label, 8)} ${truncate(`“${terminalLine(quote)}”`, width - 18)}`));
  return lines;
}

/** The quoted words here, all on one line, then one quote from elsewhere. */
function quotesOf({ signal, evidence }: Finding): [string, string][] {
  const quote = (kind: Evidence["kind"]) =>
    evidence.flatMap((item) => (item.kind === kind && "quote" in item ? [item.quote] : []));
  const here = quote("quote");
  const lines: [string, string][] = here.length === 0 ? [] : [["here", here.join(" … ")]];
  const [article] = quote("article");
  const [other] = quote("comment");
  if (article !== undefined) lines.push(["article", article]);
  else if (other !== undefined && signal !== "near-duplicate/sibling") lines.push(["there", other]);
  return lines;
}

function renderFamilies(
  families: readonly Cluster[],
  thread: AuditedThread,
  { chalk, width }: RenderOptions,
): string[] {
  const lines = [chalk.bold("FAMILIES")];
  for (const [i, family] of families.slice(0, 20).entries()) {
    const here = family.members
      .filter((member) => member.thread === thread.id)
      .map(({ comment }) => terminalLine(comment));
    const elsewhere = family.members.length - here.length;
    const authors = family.authors === null ? "" : `, ${plural(family.authors, "author")}`;
    const text = `${FAMILY_WORDS[family.kind]} (likeness ${family.similarity.toFixed(2)}${authors}): ${here.slice(0, 12).join(" ↔ ")}${here.length > 12 ? ` and ${here.length - 12} more` : ""}${elsewhere > 0 ? `; ${elsewhere} in other threads` : ""}`;
    const label = `  ${i + 1}  `;
    lines.push(
      ...wrap(text, width - label.length, 3).map((line, k) => `${k === 0 ? label : " ".repeat(label.length)}${line}`),
    );
  }
  if (families.length > 20) lines.push(chalk.dim(`     … and ${families.length - 20} more`));
  return lines;
}

function renderFooter(report: Report, { chalk, width }: RenderOptions): string[] {
  const { bands, dropped } = report.totals;
  const lines = [chalk.dim("─".repeat(Math.min(width, 80)))];
  const counts = BANDS.map((band) => `${BAND_WORDS[band]} ${bands[band]}`).join(" · ");
  lines.push(truncate(counts + (dropped > 0 ? ` · left out ${dropped}` : ""), width));
  const why = notJudged(report);
  if (why !== "") lines.push(...wrap(why, width, 3));
  for (const { severity, message } of report.diagnostics
    .filter((diagnostic) => diagnostic.severity !== "info")
    .slice(0, 5)) {
    lines.push(...wrap(`${severity}: ${terminalLine(message)}`, width, 2));
  }
  for (const { gate, reached, reason } of report.gates) {
    const told = reached ? `✗ gate ${gate} reached: ${reason ?? ""}` : `✓ gate ${gate} not reached`;
    lines.push(...wrap(terminalLine(told), width, 3).map((line) => (reached ? chalk.bold(line) : line)));
  }
  if (report.baseline !== undefined) {
    const { path, known, resolved } = report.baseline;
    const told = `against ${path}: ${report.baseline.new} new, ${known} known, ${resolved.length} resolved`;
    lines.push(...wrap(terminalLine(told), width, 2));
  }
  if (!report.complete)
    lines.push(paint("high", "The audit is not complete: see the errors above.", { chalk } as RenderOptions));
  lines.push(chalk.dim(truncate("Scores are evidence, not proof: a person decides.", width)));
  const next = nextCommand(report);
  if (next !== undefined) lines.push(chalk.dim(`Next: ${next}`));
  return lines;
}

/** A command to copy: only where it would run as it stands, and nothing in it can be anything but a name. */
function nextCommand(report: Report): string | undefined {
  const [input] = report.inputs;
  const located = report.threads.flatMap((each) => each.comments.map((comment) => ({ thread: each, comment })));
  const isOpen = ({ comment: { suppressed, state, band } }: (typeof located)[number]) =>
    suppressed === undefined && (report.baseline === undefined || (state === "new" && isRaised({ band })));
  const { thread, comment } = located.find(isOpen) ?? located[0] ?? {};
  if (input === undefined || thread === undefined || comment === undefined || report.inputs.length > 1)
    return undefined;
  if (input.path === "-" || input.article !== undefined) return undefined;
  const words = [input.path, comment.id, ...(report.threads.length > 1 ? ["--thread", thread.id] : [])];
  const safe = words
    .filter((word) => word !== "--thread")
    .every((word) => /^[\w./~+@:%][\w./~+@:%-]{0,119}$/u.test(word));
  return safe ? `comment-audit explain ${words.join(" ")}` : undefined;
}

/** Why some comments have no score, most frequent reason first. */
function notJudged(report: Report): string {
  const reasons = new Map<string, number>();
  for (const comment of report.threads.flatMap(({ comments }) => comments)) {
    if (comment.score !== null) continue;
    const outcome =
      Object.values(comment.outcomes).find(({ state }) => state === "failed") ?? comment.outcomes["generic-phrasing"];
    const reason = outcome !== undefined && outcome.state !== "scored" ? outcome.reason : "nothing to judge";
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const parts = [...reasons]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([reason, count]) => `${count}: ${terminalLine(reason)}`);
  return parts.length === 0 ? "" : `not judged ${parts.join("; ")}`;
}
