/** What is new, known and resolved against an earlier report. Pure. */
import { atLeast, isRaised } from "./bands.js";
import { CLAIMS_A_PERSON } from "./gates.js";
import type { Assessment, AuditedThread, Band, Baseline, Report } from "./model.js";

interface Earlier {
  readonly thread: AuditedThread;
  readonly comment: Assessment;
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
  const matched = matchComments(report, baseline);
  const before = new Map<string, Band>();
  for (const thread of baseline.threads)
    before.set(articleOf(thread), worse(before.get(articleOf(thread)), thread.verdict.band));
  const threads = report.threads.map((thread): AuditedThread => ({
    ...thread,
    state: isKnownThread(thread, before.get(articleOf(thread))) ? "known" : "new",
    comments: thread.comments.map((comment): Assessment => ({
      ...comment,
      state: isNoWorse(comment, matched.get(comment)?.comment) ? "known" : "new",
    })),
  }));
  const flagged = threads.flatMap(({ comments }) => comments.filter(isRaised));
  const known = flagged.filter(({ state }) => state === "known").length;
  return {
    ...report,
    threads,
    baseline: { path, new: flagged.length - known, known, resolved: resolvedOf(baseline, matched) },
  };
}

/** Each earlier comment is matched once: by text, article and id, else by text and article, else by text. O(n). */
function matchComments(report: Report, baseline: Report): ReadonlyMap<Assessment, Earlier> {
  const keys: ((located: Earlier) => string)[] = [
    ({ thread, comment }) => JSON.stringify([comment.fingerprint, articleOf(thread), comment.id]),
    ({ thread, comment }) => JSON.stringify([comment.fingerprint, articleOf(thread)]),
    ({ comment }) => comment.fingerprint,
  ];
  const matched = new Map<Assessment, Earlier>();
  let left = locate(baseline);
  let open = locate(report);
  for (const keyOf of keys) {
    const queues = new Map<string, Earlier[]>();
    for (const earlier of [...left].reverse()) {
      const queue = queues.get(keyOf(earlier));
      if (queue === undefined) queues.set(keyOf(earlier), [earlier]);
      else queue.push(earlier);
    }
    open = open.filter((located) => {
      const found = queues.get(keyOf(located))?.pop();
      if (found !== undefined) matched.set(located.comment, found);
      return found === undefined;
    });
    const used = new Set(matched.values());
    left = left.filter((earlier) => !used.has(earlier));
  }
  return matched;
}

function locate(report: Report): Earlier[] {
  return report.threads.flatMap((thread) => thread.comments.map((comment) => ({ thread, comment })));
}

function isNoWorse(comment: Assessment, before: Assessment | undefined): boolean {
  if (before === undefined || !atLeast(before.band, comment.band)) return false;
  const claims = ({ findings }: Assessment) => findings.filter(({ signal }) => CLAIMS_A_PERSON.test(signal));
  return claims(comment).every(({ signal }) => claims(before).some((claim) => claim.signal === signal));
}

function isKnownThread({ verdict }: AuditedThread, before: Band | undefined): boolean {
  return before !== undefined && atLeast(before, verdict.band);
}

function worse(a: Band | undefined, b: Band): Band {
  return a !== undefined && atLeast(a, b) ? a : b;
}

/** By address, else by title, else by id: an id may be made from the place in a file. */
function articleOf({ id, article }: AuditedThread): string {
  if (article.url !== undefined) {
    // The query stays: it is what tells the articles of many sites apart.
    const [address = ""] = article.url.replace(/^https?:\/\/(?:www\.)?/iu, "").split("#", 1);
    return `url ${address.endsWith("/") ? address.slice(0, -1) : address}`;
  }
  return article.title === "" ? `id ${id}` : `title ${article.title}`;
}

/** Flagged before, and now gone or in a lower band. */
function resolvedOf(baseline: Report, matched: ReadonlyMap<Assessment, Earlier>): Baseline["resolved"] {
  const still = new Set([...matched].filter(([comment]) => isRaised(comment)).map(([, before]) => before.comment));
  return locate(baseline)
    .filter(({ comment }) => isRaised(comment) && !still.has(comment))
    .map(({ thread, comment: { id, fingerprint, band } }) => ({ thread: thread.id, comment: id, fingerprint, band }));
}
