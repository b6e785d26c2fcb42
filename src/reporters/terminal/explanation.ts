/** The waterfall of one comment: every contribution, with its evidence. */
import type { ChalkInstance } from "chalk";
import type { Assessment, AuditedThread, Evidence, Finding, Report } from "../../model.js";
import { terminalLine } from "../escape.js";
import { BAND_WORDS, describeFinding, describeVerdict, oneIn, remarksOn } from "../wording.js";
import { bar, padEnd, padStart, truncate, wrap } from "./layout.js";

export interface ExplanationOptions {
  readonly width: number;
  readonly chalk: ChalkInstance;
}

const BAR = 10;
/** Nats that fill the bar. */
const FULL = 6;
const MAX_EVIDENCE = 4;

export function renderExplanation(
  comment: Assessment,
  thread: AuditedThread,
  report: Report,
  { width, chalk }: ExplanationOptions,
): string {
  const author = terminalLine(comment.author?.name ?? "");
  const lines = [
    chalk.bold(truncate(`Comment ${terminalLine(comment.id)}${author === "" ? "" : ` by ${author}`}`, width)),
    chalk.dim(truncate(`under “${terminalLine(thread.article.title) || "(no article)"}”`, width)),
    "",
    ...wrap(terminalLine(comment.text), width - 4, 12).map((line) => `  ${line}`),
    "",
    ...wrap(summary(comment), width, 3),
    "",
    chalk.dim(`${padStart("weight", 6)}  ${padEnd("", BAR)}  why`),
  ];
  for (const finding of comment.findings) lines.push(...renderFinding(finding, report, width, chalk));
  lines.push(
    `${padStart(signed(comment.logOdds ?? 0), 6)}  ${padEnd("", BAR)}  ${chalk.bold("in all, as log-odds")}`,
    "",
  );
  for (const [detector, outcome] of Object.entries(comment.outcomes)) {
    if (outcome.state !== "scored")
      lines.push(
        ...wrap(
          `${detector}: ${outcome.state === "failed" ? "failed" : "not asked"}, ${terminalLine(outcome.reason)}`,
          width,
          2,
        ),
      );
  }
  lines.push(`Fingerprint ${terminalLine(comment.fingerprint)}, to release it from gates.`);
  lines.push(...wrap(`Its thread: ${describeVerdict(thread.verdict)}.`, width, 2));
  lines.push(
    chalk.dim(truncate("Scores are evidence, not proof: a person decides.  comment-audit signals <id>", width)),
  );
  return `${lines.join("\n")}\n`;
}

function summary({ score, band, humanRate, text }: Assessment): string {
  if (score === null) return "No score: there is not enough text, or a detector failed.";
  const words = text.split(/\s+/u).length;
  return `Score ${score} of 100, ${BAND_WORDS[band]}: ${humanRate === null ? "" : `at most ${oneIn(humanRate)} human comments of this length scores at least this`} (${words} words).`;
}

function renderFinding(finding: Finding, report: Report, width: number, chalk: ChalkInstance): string[] {
  const { contribution } = finding;
  const drawn = bar(Math.abs(contribution) / FULL, BAR);
  const room = width - BAR - 10;
  const [first = "", ...rest] = wrap(terminalLine(describeFinding(finding, report)), room, 2);
  const indent = " ".repeat(BAR + 10);
  const lines = [
    `${padStart(signed(contribution), 6)}  ${contribution > 0 ? chalk.red(drawn) : chalk.green(drawn)}  ${first}`,
    ...rest.map((line) => `${indent}${line}`),
  ];
  // The quoted words carry what speaks for a machine; where the whole speaks against, they would mislead.
  const against = finding.signal === "generic-phrasing/wording" && contribution < 0;
  for (const evidence of against ? [] : finding.evidence.slice(0, MAX_EVIDENCE))
    lines.push(chalk.dim(`${indent}${truncate(describeEvidence(evidence), room)}`));
  for (const remark of remarksOn(finding))
    lines.push(...wrap(terminalLine(remark), room, 2).map((line) => `${indent}${line}`));
  return lines;
}

function describeEvidence(evidence: Evidence): string {
  switch (evidence.kind) {
    case "fact":
      return `${evidence.name}: ${terminalLine(String(evidence.value))}`;
    case "quote":
      return `“${terminalLine(evidence.quote)}”`;
    case "article":
      return `article: “${terminalLine(evidence.quote)}”`;
    case "comment":
      return `comment ${terminalLine(evidence.comment)}: “${terminalLine(evidence.quote)}”`;
  }
}

function signed(nats: number): string {
  return `${nats < 0 ? "−" : "+"}${Math.abs(nats).toFixed(2)}`;
}
