import { isRaised } from "../bands.js";
import { refKey } from "../ids.js";
import type { Assessment, AuditedThread, Report } from "../model.js";
import { terminalLine, xmlText } from "./escape.js";
import { placeOf, reasonsInShort } from "./reasons.js";
import { BAND_WORDS, describeVerdict } from "./wording.js";

type Cases = { readonly name: string; readonly body: string; readonly outcome: Outcome; readonly file?: string }[];
type Outcome = "passed" | "failed" | "skipped" | "error";

/** The gates alone decide what fails, as they decide the exit code; bands are told in system-out. */
export function* renderJunit(report: Report): Generator<string> {
  const reached = new Map<string, string[]>();
  for (const { gate, comments } of report.gates.filter((result) => result.reached))
    for (const ref of comments) reached.set(refKey(ref), [...(reached.get(refKey(ref)) ?? []), gate]);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<testsuites name="comment-audit">\n';
  yield suite("comment-audit", wholeRun(report));
  for (const thread of report.threads) {
    const name = terminalLine(thread.article.title) || thread.id;
    yield suite(name, [
      threadCase(thread),
      ...thread.comments.map((comment) => commentCase(comment, thread, report, reached)),
    ]);
  }
  yield "</testsuites>\n";
}

function suite(name: string, cases: Cases): string {
  const count = (outcome: Outcome) => cases.filter((each) => each.outcome === outcome).length;
  const head = `  <testsuite name="${xmlText(name)}" tests="${cases.length}" failures="${count("failed")}" errors="${count("error")}" skipped="${count("skipped")}">\n`;
  const lines = cases.map(({ name: test, body, file }) => {
    const place = file === undefined ? "" : ` file="${xmlText(file)}"`;
    const open = `    <testcase classname="${xmlText(name)}" name="${xmlText(test)}"${place}`;
    return body === "" ? `${open}/>\n` : `${open}>${body}</testcase>\n`;
  });
  return `${head}${lines.join("")}  </testsuite>\n`;
}

function wholeRun(report: Report): Cases {
  const gates = report.gates.map(({ gate, reached, reason }): Cases[number] => ({
    name: `gate ${gate}`,
    outcome: reached ? "failed" : "passed",
    body: reached ? `<failure message="${xmlText(terminalLine(reason ?? ""))}" type="gate"/>` : "",
  }));
  const errors = report.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  const complete: Cases[number] = {
    name: "the audit is complete",
    outcome: report.complete ? "passed" : "error",
    body: report.complete
      ? ""
      : `<error message="${xmlText(terminalLine(errors.join("; ")) || "not complete")}" type="incomplete"/>`,
  };
  return [complete, ...gates];
}

function threadCase({ verdict }: AuditedThread): Cases[number] {
  return {
    name: "the thread as a whole",
    outcome: "passed",
    body: `<system-out>${xmlText(`${BAND_WORDS[verdict.band]}: ${describeVerdict(verdict)}`)}</system-out>`,
  };
}

function commentCase(
  comment: Assessment,
  thread: AuditedThread,
  report: Report,
  reached: ReadonlyMap<string, readonly string[]>,
): Cases[number] {
  const author = terminalLine(comment.author?.name ?? "");
  const place = placeOf({ thread, comment });
  const base = {
    name: `comment ${terminalLine(comment.id)}${author === "" ? "" : ` by ${author}`}`,
    ...(place === undefined ? {} : { file: place.file }),
  };
  if (comment.suppressed !== undefined)
    return { ...base, outcome: "skipped", body: `<skipped message="${xmlText(terminalLine(comment.suppressed))}"/>` };
  const gates = reached.get(refKey({ thread: thread.id, comment: comment.id }));
  const told = `${BAND_WORDS[comment.band]}${comment.score === null ? "" : ` (score ${comment.score})`}: ${reasonsInShort(comment, report)}`;
  const text = `${told}\n\n${comment.text}`;
  if (gates !== undefined)
    return {
      ...base,
      outcome: "failed",
      body: `<failure message="${xmlText(terminalLine(told))}" type="${xmlText(gates.join(" "))}">${xmlText(text)}</failure>`,
    };
  return { ...base, outcome: "passed", body: isRaised(comment) ? `<system-out>${xmlText(text)}</system-out>` : "" };
}
