/** SARIF 2.1.0 (OASIS Standard, 2020) for code scanning and editors. */
import type { Location, Log, Notification, ReportingDescriptor, Result, Run } from "sarif";
import { isRaised } from "../bands.js";
import type { Diagnostic, InputFile, Report, SignalInfo } from "../model.js";
import { markdownText, terminalLine } from "./escape.js";
import { commentsFrom, placeOf, reasonsInShort, tellingFindings, type Located } from "./reasons.js";
import { BAND_WORDS, describeVerdict, oneIn } from "./wording.js";

const THREAD_RULE = "thread/verdict";
const THREAD_INFO: SignalInfo = {
  title: "the thread as a whole looks machine-written",
  meaning:
    "Its comments are more alike, smoother and more even than those of nearly all threads of people. Which comments carry that is told by the results of the comments.",
  direction: "raises",
  humanRate: null,
};

/** One result per elevated or high comment and thread. */
export function* renderSarif(report: Report): Generator<string> {
  yield `${JSON.stringify(sarifOf(report), null, 2)}\n`;
}

function sarifOf(report: Report): Log {
  const results: Result[] = [];
  const rules = new Map<string, SignalInfo>();
  const numberOf = new Map<string, number>();
  for (const { id, article, file, verdict, state } of report.threads) {
    if (!isRaised(verdict)) continue;
    rules.set(THREAD_RULE, THREAD_INFO);
    const title = terminalLine(article.title) || id;
    results.push({
      ruleId: THREAD_RULE,
      level: levelOf(verdict.band),
      message: { text: escapeLinks(`Thread “${title}”: ${describeVerdict(verdict)}.`) },
      locations:
        file === undefined
          ? []
          : [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: 1 } } }],
      partialFingerprints: { "thread/v1": article.url ?? id },
      ...(report.baseline === undefined ? {} : { baselineState: state === "known" ? "unchanged" : "new" }),
    });
  }
  for (const located of commentsFrom(report, "elevated")) {
    const { comment } = located;
    const rule = tellingFindings(comment)[0]?.signal ?? "thread/context";
    rules.set(rule, report.signals[rule] ?? { title: rule, meaning: rule, direction: "raises", humanRate: null });
    const copy = (numberOf.get(comment.fingerprint) ?? 0) + 1;
    numberOf.set(comment.fingerprint, copy);
    results.push(resultOf(located, rule, copy, report));
  }
  const ids = [...rules.keys()].sort();
  const run: Run = {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        properties: { model: report.tool.model },
        rules: ids.map((id) => ruleOf(id, rules.get(id))),
      },
    },
    columnKind: "utf16CodeUnits",
    artifacts: report.inputs.map(artifactOf),
    invocations: [
      { executionSuccessful: report.complete, toolExecutionNotifications: report.diagnostics.map(notificationOf) },
    ],
    results: results.map((result) => ({ ...result, ruleIndex: ids.indexOf(result.ruleId ?? "") })),
  };
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
}

function ruleOf(id: string, info: SignalInfo | undefined): ReportingDescriptor {
  const rate =
    info?.humanRate == null
      ? ""
      : info.humanRate === 0
        ? " No human comment measured shows it."
        : ` Of human comments, ${oneIn(info.humanRate)} shows it.`;
  const text = `${info?.meaning ?? id}${rate} Scores are evidence, not proof: a person decides.`;
  return {
    id,
    name: id.replace(/(?:^|[/-])(\w)/gu, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: info?.title ?? id },
    fullDescription: { text: info?.meaning ?? id },
    help: { text, markdown: markdownText(text) },
    properties: { tags: ["comments", id.split("/")[0] ?? id], precision: "medium" },
  };
}

function resultOf(located: Located, ruleId: string, copy: number, report: Report): Result {
  const { thread, comment } = located;
  const author = terminalLine(comment.author?.name ?? "");
  const who = `Comment ${terminalLine(comment.id)}${author === "" ? "" : ` by ${author}`}`;
  const score = comment.score === null ? "" : ` (score ${comment.score} of 100)`;
  const text = `${who}, ${BAND_WORDS[comment.band]}${score}: ${terminalLine(reasonsInShort(comment, report))}`;
  return {
    ruleId,
    level: levelOf(comment.band),
    message: { text: escapeLinks(text) },
    locations: locationsOf(located),
    partialFingerprints: { "commentText/v1": `${comment.fingerprint}:${copy}` },
    ...(comment.score === null ? {} : { rank: comment.score }),
    ...(report.baseline === undefined
      ? {}
      : { baselineState: comment.state === "known" ? ("unchanged" as const) : ("new" as const) }),
    ...(comment.suppressed === undefined
      ? {}
      : { suppressions: [{ kind: "external" as const, justification: terminalLine(comment.suppressed) }] }),
    properties: {
      thread: thread.id,
      comment: comment.id,
      band: comment.band,
      signals: comment.findings.map(({ signal }) => signal),
    },
  };
}

function locationsOf(located: Located): Location[] {
  const place = placeOf(located);
  if (place === undefined) return [];
  const { file, line, column } = place;
  const region = { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
  return [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }];
}

/** In a SARIF message `[text](target)` is a link. */
function escapeLinks(text: string): string {
  return text.replace(/[[\]\\]/gu, "\\$&");
}

function levelOf(band: string): "warning" | "note" {
  return band === "high" ? "warning" : "note";
}

function artifactOf({ path, sha256 }: InputFile): NonNullable<Run["artifacts"]>[number] {
  return { location: { uri: uriOf(path) }, hashes: { "sha-256": sha256 } };
}

function notificationOf({ severity, code, message, where }: Diagnostic): Notification {
  const region = where?.line === undefined ? {} : { region: { startLine: where.line } };
  return {
    level: severity === "info" ? "note" : severity,
    descriptor: { id: code },
    message: { text: escapeLinks(terminalLine(message)) },
    ...(where?.file === undefined
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(where.file) }, ...region } }] }),
  };
}

/** A relative reference as it stands, an absolute path as a file URI (RFC 8089). */
export function uriOf(path: string): string {
  if (path === "-") return "stdin";
  const slashes = path.toWellFormed().replaceAll("\\", "/");
  const escaped = encodeURI(slashes).replaceAll("#", "%23").replaceAll("?", "%3F");
  if (slashes.startsWith("/")) return `file://${escaped}`;
  if (/^[A-Za-z]:\//u.test(slashes)) return `file:///${escaped}`;
  // "a:b.json" would be read as a scheme.
  return escaped.includes(":") && !escaped.startsWith("./") ? `./${escaped}` : escaped;
}
