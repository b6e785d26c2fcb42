/** What is new, known and resolved against an earlier report. Pure. */
import { CLAIMS_A_PERSON } from "./gates.js";
import { plainUrl } from "./ids.js";
import { BANDS, type Assessment, type AuditedThread, type Band, type Baseline, type Report } from "./model.js";

interface Earlier {
  readonly thread: AuditedThread;
  readonly comment: Assessment;
  used: boolean;
}

/**
 * Marks every comment and thread as new or known.
 *
 * Comments are matched by the hash of their text, as a multiset: a second copy of a known text is
 * new. Of equal texts the one with the same ids is the known one, so that neither another order nor
 * other ids of a new export change anything. A known comment that stands in a worse band than
 * before, or speaks as somebody of the article and did not before, is new.
 */
export function compareWithBaseline(report: Report, baseline: Report, path: string): Report {
  const earlier = earlierByText(baseline);
  const matched = matchComments(report, earlier);
  const threads = report.threads.map((thread): AuditedThread => ({
    ...thread,
    state: isKnownThread(thread, baseline) ? "known" : "new",
    comments: thread.comments.map((comment): Assessment => ({
      ...comment,
      state: isNoWorse(comment, matched.get(comment)?.comment) ? "known" : "new",
    })),
  }));
  const flagged = threads.flatMap(({ comments }) => comments.filter(isFlagged));
  const known = flagged.filter(({ state }) => state === "known").length;
  return {
    ...report,
    threads,
    baseline: { path, new: flagged.length - known, known, resolved: resolvedOf(earlier, matched) },
  };
}

export function isFlagged({ band }: { readonly band: Band }): boolean {
  return band === "high" || band === "elevated";
}

function earlierByText(baseline: Report): ReadonlyMap<string, Earlier[]> {
  const byText = new Map<string, Earlier[]>();
  for (const thread of baseline.threads) {
    for (const comment of thread.comments) {
      const list = byText.get(comment.fingerprint);
      const item = { thread, comment, used: false };
      if (list === undefined) byText.set(comment.fingerprint, [item]);
      else list.push(item);
    }
  }
  return byText;
}

function matchComments(report: Report, earlier: ReadonlyMap<string, Earlier[]>): ReadonlyMap<Assessment, Earlier> {
  const matched = new Map<Assessment, Earlier>();
  const all = report.threads.flatMap((thread) => thread.comments.map((comment) => ({ thread, comment })));
  // The same ids first, then the same article, then any: each earlier comment is matched once.
  const sames: ((thread: AuditedThread, comment: Assessment, other: Earlier) => boolean)[] = [
    (thread, comment, other) => sameArticle(thread, other.thread) && comment.id === other.comment.id,
    (thread, _, other) => sameArticle(thread, other.thread),
    () => true,
  ];
  for (const same of sames) {
    for (const { thread, comment } of all) {
      if (matched.has(comment)) continue;
      const found = earlier.get(comment.fingerprint)?.find((other) => !other.used && same(thread, comment, other));
      if (found === undefined) continue;
      found.used = true;
      matched.set(comment, found);
    }
  }
  return matched;
}

function isNoWorse(comment: Assessment, before: Assessment | undefined): boolean {
  if (before === undefined || BANDS.indexOf(comment.band) < BANDS.indexOf(before.band)) return false;
  const claims = ({ findings }: Assessment) => findings.filter(({ signal }) => CLAIMS_A_PERSON.test(signal));
  return claims(comment).every(({ signal }) => claims(before).some((claim) => claim.signal === signal));
}

function isKnownThread(thread: AuditedThread, baseline: Report): boolean {
  return baseline.threads.some(
    (before) => sameArticle(thread, before) && BANDS.indexOf(thread.verdict.band) >= BANDS.indexOf(before.verdict.band),
  );
}

/** By address, else by title, else by id: ids of threads may be made from the name of a file. */
function sameArticle(a: AuditedThread, b: AuditedThread): boolean {
  if (a.article.url !== undefined && b.article.url !== undefined)
    return plainUrl(a.article.url) === plainUrl(b.article.url);
  return a.id === b.id || (a.article.title !== "" && a.article.title === b.article.title);
}

/** Flagged before, and now gone or in a lower band. */
function resolvedOf(
  earlier: ReadonlyMap<string, readonly Earlier[]>,
  matched: ReadonlyMap<Assessment, Earlier>,
): Baseline["resolved"] {
  const stillFlagged = new Set([...matched].filter(([comment]) => isFlagged(comment)).map(([, before]) => before));
  return [...earlier.values()]
    .flat()
    .filter((before) => isFlagged(before.comment) && !stillFlagged.has(before))
    .map(({ thread, comment }) => ({
      thread: thread.id,
      comment: comment.id,
      fingerprint: comment.fingerprint,
      band: comment.band,
    }));
}
