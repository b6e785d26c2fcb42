/** Marks the comments that a person has looked at and released. Pure. */
import type { Assessment, Diagnostic, Report } from "./model.js";
import type { Suppression } from "./schema/suppressions.js";

/**
 * `today` is YYYY-MM-DD. Entries that match nothing, or are past their day, are warned of. `plain` is
 * the report before it was redacted: its fingerprints and ids count too.
 */
export function applySuppressions(
  report: Report,
  plain: Report,
  suppressions: readonly Suppression[],
  file: string,
  today: string,
): Report {
  const diagnostics: Diagnostic[] = [];
  const warn = (code: string, message: string, i: number) => {
    diagnostics.push({ severity: "warning", code, message, where: { file, pointer: `/suppressions/${i}` } });
  };
  const used = new Set<Suppression>();
  const valid = suppressions.filter((suppression, i) => {
    const { expires } = suppression;
    const expired = expires !== undefined && expires < today;
    if (expired) warn("suppression/expired", `the suppression of ${nameOf(suppression)} ended on ${expires}`, i);
    return !expired;
  });
  const matching = (comment: Assessment, thread: string, original: Assessment, originalThread: string) => {
    const all = valid.filter(
      (suppression) => matches(suppression, comment, thread) || matches(suppression, original, originalThread),
    );
    for (const suppression of all) used.add(suppression);
    return all[0];
  };
  const threads = report.threads.map((thread, t) => ({
    ...thread,
    comments: thread.comments.map((comment, c) => {
      const before = plain.threads[t];
      const match = matching(comment, thread.id, before?.comments[c] ?? comment, before?.id ?? thread.id);
      return match === undefined ? comment : { ...comment, suppressed: match.reason };
    }),
  }));
  for (const [i, suppression] of suppressions.entries()) {
    if (valid.includes(suppression) && !used.has(suppression))
      warn("suppression/stale", `the suppression of ${nameOf(suppression)} matches no comment`, i);
  }
  return { ...report, threads, diagnostics: [...report.diagnostics, ...diagnostics] };
}

function matches({ fingerprint, comment, thread }: Suppression, assessment: Assessment, threadId: string): boolean {
  if (fingerprint !== undefined && fingerprint !== assessment.fingerprint) return false;
  if (comment !== undefined && comment !== assessment.id) return false;
  return thread === undefined || thread === threadId;
}

function nameOf({ fingerprint, comment }: Suppression): string {
  return fingerprint ?? `comment ${comment ?? ""}`;
}
