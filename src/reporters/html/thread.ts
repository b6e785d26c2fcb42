/** One thread: its article, the verdict with what carries it, families, likeness, and the comments. */
import { isRaised } from "../../bands.js";
import { BANDS, type Assessment, type AuditedThread, type Report } from "../../model.js";
import { compareIds } from "../../ids.js";
import { BAND_WORDS, describeFinding, describeReason, describeVerdict, plural } from "../wording.js";
import type { Anchors } from "./anchors.js";
import { distribution, heatMap, shareBar, stackedBar } from "./charts.js";
import { renderComment, SIGNS } from "./comment.js";
import { renderFamilies } from "./families.js";
import { highlight, type Highlight } from "./highlight.js";
import { html, linkTarget, type Html } from "./markup.js";

const MAX_ARTICLE = 200_000;
/** Comments in the likeness map; more cells than a person can tell apart help nobody. */
const MAX_DRAWN = 30;
/** In longer reports a comment in no raised band is shown without its waterfall. */
const EXPLAIN_ALL = 600;

export function* renderThread(
  thread: AuditedThread,
  number: number,
  report: Report,
  anchors: Anchors,
): Generator<Html> {
  const { article, comments } = thread;
  const title =
    article.title === "" ? `(no article)${report.threads.length > 1 ? ` ${thread.id}` : ""}` : article.title;
  const target = linkTarget(article.url);
  yield html`<section class="thread" id="t${number}" aria-labelledby="t${number}h">
    <h2 id="t${number}h" dir="auto">
      ${target === undefined ? title : html`<a href="${target}" rel="noreferrer noopener nofollow">${title}</a>`}
    </h2>
    <p class="dim">
      ${[article.author, article.publishedAt, thread.file, plural(comments.length, "comment"), `${comments.filter(({ score }) => score !== null).length} judged`].filter((part) => part !== undefined && part !== "").join(" · ")}
    </p>
    ${renderVerdict(thread, report)} ${renderArticle(thread, number, report, anchors)}
  `;
  yield html`${renderFamilies(thread, anchors)}${renderLikeness(thread)}
    <h3>Comments</h3>
    <ol class="comments">
  `;
  const explainAll = report.totals.comments <= EXPLAIN_ALL;
  let order = 0;
  for (const { comment, depth } of inTreeOrder(comments))
    yield renderComment(comment, order++, depth, { thread, report, anchors, explainAll });
  yield html`</ol>
${explainAll ? null : html`<p class="dim">In a report of this size only raised comments show how their score came about: comment-audit explain FILE ID tells it of any.</p>`}</section>
`;
}

function renderVerdict({ verdict, comments, state }: AuditedThread, report: Report): Html {
  const parts = BANDS.map((band) => ({
    kind: band,
    count: comments.filter((comment) => comment.band === band).length,
  }));
  const { share } = verdict;
  const percent = (value: number) => Math.round(100 * value);
  return html`<div class="verdict ${verdict.band}">
    <p class="lead">
      <span class="badge ${verdict.band}">${SIGNS[verdict.band]} ${BAND_WORDS[verdict.band]}</span>
      ${describeVerdict(verdict)}${state === "new" && isRaised(verdict) ? html` <span class="tag">new</span>` : null}
    </p>
    <p class="row">
      <span class="label">bands</span>${stackedBar(parts)}<span
        >${parts.map(({ kind, count }) => `${BAND_WORDS[kind]} ${count}`).join(" · ")}</span
      >
    </p>
    ${share === null || verdict.band === "ordinary" ? null : html`<p class="row"><span class="label">bot-like share</span>${shareBar(share)}<span>estimated ${percent(share.estimate)} %, between ${percent(share.low)} and ${percent(share.high)} %</span></p>`}
    <ul class="reasons">
      ${verdict.reasons.map((reason) => {
        const strip = distribution(reason);
        return html`<li>
          <span>${describeReason(reason, report)}</span
          >${strip === undefined ? null : html`<span class="stripline">${strip}</span>`}
        </li> `;
      })}
    </ul>
    ${verdict.reasons.some((reason) => distribution(reason) !== undefined) ? html`<p class="dim">Strips: threads of people (line: 1 to 99 %, box: the middle half), and this thread as the bold mark.</p>` : null}
  </div>`;
}

/** The article with the passages that comments are held against. */
function renderArticle(thread: AuditedThread, number: number, report: Report, anchors: Anchors): Html | null {
  const { article, comments } = thread;
  if (article.body === "") return null;
  const body = article.body.slice(0, MAX_ARTICLE);
  const cited: (Highlight & { anchor: string | undefined })[] = comments.flatMap((comment) =>
    comment.findings.flatMap((finding) =>
      finding.evidence.flatMap((evidence) =>
        evidence.kind === "article" && evidence.part === "body" && finding.signal !== "generic-phrasing/article-echo"
          ? [
              {
                ...evidence,
                reason: `comment ${comment.id} ${describeFinding(finding, report)}`,
                axis: finding.signal.split("/")[0] ?? "",
                about: anchors.of({ thread: thread.id, comment: comment.id }) ?? `t${number}h`,
                anchor: anchors.of({ thread: thread.id, comment: comment.id }),
              },
            ]
          : [],
      ),
    ),
  );
  return html`<details class="article">
    <summary>
      The article${cited.length > 0 ? `, with ${plural(cited.length, "passage")} that comments are held against` : ""}
    </summary>
    <p class="text" dir="auto">${highlight(body, cited.slice(0, 200))}${article.body.length > MAX_ARTICLE ? " …" : null}</p>
  </details>`;
}

function renderLikeness({ likeness, verdict }: AuditedThread): Html | null {
  if (likeness === undefined || likeness.comments.length < 3 || verdict.band === "insufficient") return null;
  const shown = likeness.comments.slice(0, MAX_DRAWN);
  return html`<details class="likeness">
    <summary>How alike the comments are</summary>
    <p class="dim">
      The darker a field, the more runs of letters two comments share; the darkest stands for
      ${likeness.percent.reduce((most, each) => Math.max(most, each), 0)} %.${likeness.comments.length > shown.length ? ` The first ${shown.length} of those nearest to each other.` : null}
    </p>
    ${heatMap(likeness, shown)}
  </details> `;
}

/** Parents before their replies, siblings in the order of their ids. Iterative: threads may be deep. */
function* inTreeOrder(comments: readonly Assessment[]): Generator<{ comment: Assessment; depth: number }> {
  const sorted = [...comments].sort((a, b) => compareIds(a.id, b.id));
  const known = new Set(sorted.map(({ id }) => id));
  const children = new Map<string | null, Assessment[]>();
  for (const comment of sorted) {
    const parent = comment.parentId !== null && known.has(comment.parentId) ? comment.parentId : null;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [comment]);
    else list.push(comment);
  }
  const seen = new Set<Assessment>();
  const stack = [...(children.get(null) ?? [])].reverse().map((comment) => ({ comment, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    // A saved report may be anybody's: ids that return, replies that lead back.
    if (seen.has(next.comment)) continue;
    seen.add(next.comment);
    yield next;
    const { depth } = next;
    const replies = children.get(next.comment.id) ?? [];
    for (const comment of [...replies].reverse()) stack.push({ comment, depth: depth + 1 });
  }
  for (const comment of sorted) if (!seen.has(comment)) yield { comment, depth: 0 };
}
