/** One comment: its text with the evidence marked, and how its score came about. */
import { isRaised } from "../../bands.js";
import type { Assessment, AuditedThread, Evidence, Finding, Report } from "../../model.js";
import { BAND_WORDS, describeFinding, oneIn, remarksOn } from "../wording.js";
import type { Anchors } from "./anchors.js";
import { scoreBar, waterfallBar, waterfallBounds } from "./charts.js";
import { highlight, type Highlight } from "./highlight.js";
import { html, type Html } from "./markup.js";

export interface CommentContext {
  readonly thread: AuditedThread;
  readonly report: Report;
  readonly anchors: Anchors;
  /** Whether comments without a raised band show how their score came about. */
  readonly explainAll: boolean;
}

export const SIGNS = { high: "■", elevated: "▲", ordinary: "·", insufficient: "–" } as const;
const MAX_EVIDENCE = 4;
const MAX_DEPTH = 6;

export function renderComment(comment: Assessment, order: number, depth: number, context: CommentContext): Html {
  const { thread, report, anchors } = context;
  const { band, author, findings } = comment;
  const anchor = anchors.of({ thread: thread.id, comment: comment.id }) ?? "";
  const parent = comment.parentId === null ? undefined : anchors.of({ thread: thread.id, comment: comment.parentId });
  const raised = isRaised(comment);
  const signals = [...new Set(findings.filter(isShown).map(({ signal }) => signal))].join(" ");
  return html`<li
    id="${anchor}"
    class="comment ${band} d${Math.min(MAX_DEPTH, depth)}"
    data-band="${band}"
    data-order="${order}"
    data-rank="${comment.rank}"
    data-signals="${signals}"
    ${comment.state === "new" && raised ? html` data-new` : null}
  >
    <div class="head">
      <span class="badge ${band}">${SIGNS[band]} ${BAND_WORDS[band]}</span
      >${comment.score === null ? null : html`<span class="score"><span class="figure">${comment.score}</span>${scoreBar(comment.score)}</span>`}<b
        class="author"
        ><bdi>${author?.name ?? "no name"}</bdi></b
      >${roles(comment)}<a class="id" href="#${anchor}">${comment.id}</a
      >${parent === undefined ? null : html`<span class="dim">answers <a href="#${parent}">${comment.parentId}</a></span>`}${comment.createdAt === undefined ? null : html`<time class="dim">${comment.createdAt}</time>`}${comment.state === "new" && raised ? html`<span class="tag">new</span>` : null}${comment.suppressed === undefined ? null : html`<span class="tag">released: ${comment.suppressed}</span>`}
    </div>
    <p class="text" dir="auto">${highlight(comment.text, highlightsOf(comment, anchor, report))}</p>
    ${
      raised || context.explainAll
        ? explanation(comment, anchor, context, raised)
        : findings.length === 0
          ? null
          : html`<ul class="hidden-visually">
              ${findings.map((finding, f) => html`<li id="${anchor}f${f}">${describeFinding(finding, report)}</li>`)}
            </ul>`
    }
  </li> `;
}

/** Findings that a reader may filter by: what raises a score, or is shown without weight. */
export function isShown({ signal, contribution }: Finding): boolean {
  return contribution >= 0 && !signal.startsWith("thread/");
}

function roles({ author }: Assessment): Html | null {
  const words = [
    ...(author?.isArticleAuthor === true ? ["author of the article"] : []),
    ...(author?.isStaff === true ? ["staff"] : []),
  ];
  return words.length === 0 ? null : html`<span class="tag">${words.join(", ")}</span>`;
}

function highlightsOf({ findings }: Assessment, anchor: string, report: Report): Highlight[] {
  return findings.flatMap((finding, f) => {
    // Where the wording as a whole speaks for a person, the words that speak against it would mislead.
    if (finding.contribution < 0 && finding.signal === "generic-phrasing/wording") return [];
    return finding.evidence.flatMap((evidence) =>
      evidence.kind === "quote"
        ? [{ ...evidence, reason: describeFinding(finding, report), axis: axisOf(finding), about: `${anchor}f${f}` }]
        : [],
    );
  });
}

/** The question that a signal belongs to, for the colour of its marks. */
function axisOf({ signal, contribution }: Finding): string {
  if (contribution < 0) return "lowers";
  const detector = signal.split("/")[0] ?? "";
  return ["impersonation", "near-duplicate", "artifact"].includes(detector) ? detector : "generic-phrasing";
}

function explanation(comment: Assessment, anchor: string, context: CommentContext, open: boolean): Html {
  const { findings, logOdds, humanRate, outcomes } = comment;
  const bounds = waterfallBounds(findings);
  let sum = 0;
  const rows = findings.map((finding, f) => {
    const from = sum;
    sum += finding.contribution;
    return html`<tr id="${anchor}f${f}">
      <td class="num">${signed(finding.contribution)}</td>
      <td class="chart">${waterfallBar(from, finding, bounds)}</td>
      <td>${findingText(finding, context)}</td>
    </tr> `;
  });
  const total =
    logOdds === null
      ? null
      : html`<tr class="total">
          <td class="num">${signed(logOdds)}</td>
          <td></td>
          <td>
            in all, as
            log-odds${humanRate === null ? null : `: at most ${oneIn(humanRate)} human comments of this length scores at least this`}
          </td>
        </tr>`;
  const unasked = Object.entries(outcomes).filter(([, outcome]) => outcome.state !== "scored");
  return html`<details${open ? html` open` : null}><summary>${comment.score === null ? "Why there is no score" : `Why ${comment.score}`}</summary>
${
  rows.length === 0
    ? null
    : html`<table class="waterfall">
        <thead>
          <tr>
            <th scope="col">weight</th>
            <th scope="col">from 0 to the sum</th>
            <th scope="col">why</th>
          </tr>
        </thead>
        <tbody>
          ${rows}${total}
        </tbody>
      </table>`
}
${unasked.map(([detector, outcome]) => html`<p class="dim">${detector}: ${outcome.state === "failed" ? "failed" : "not asked"}${"reason" in outcome ? `, ${outcome.reason}` : null}</p>`)}
<p class="dim">fingerprint <code>${comment.fingerprint}</code></p></details>
`;
}

function findingText(finding: Finding, { report, anchors, thread }: CommentContext): Html {
  const rate = report.signals[finding.signal]?.humanRate ?? null;
  const against = finding.signal === "generic-phrasing/wording" && finding.contribution < 0;
  const quotes = against ? [] : finding.evidence.slice(0, MAX_EVIDENCE);
  return html`<span title="${report.signals[finding.signal]?.meaning ?? ""}">${describeFinding(finding, report)}</span
    >${rate === null || rate > 0.02 ? null : html` <span class="dim">${rate === 0 ? "no human comment measured" : `${oneIn(rate)} human comments`}</span>`}${quotes.map((evidence) => html`<br />${evidenceText(evidence, anchors, thread)}`)}${remarksOn(finding).map((remark) => html`<br /><span class="dim">${remark}</span>`)}`;
}

function evidenceText(evidence: Evidence, anchors: Anchors, thread: AuditedThread): Html {
  switch (evidence.kind) {
    case "fact":
      return html`<span class="dim">${evidence.name}: ${evidence.value}</span>`;
    case "quote":
      return html`<q>${evidence.quote}</q>`;
    case "article":
      return html`<span class="dim">article</span> <q>${evidence.quote}</q>`;
    case "comment": {
      const anchor = anchors.of(evidence);
      const name = evidence.thread === thread.id ? evidence.comment : `${evidence.comment} in another thread`;
      return html`<span class="dim"
          >comment ${anchor === undefined ? name : html`<a href="#${anchor}">${name}</a>`}</span
        >
        <q>${evidence.quote}</q>`;
    }
  }
}

function signed(nats: number): string {
  return `${nats < 0 ? "−" : "+"}${Math.abs(nats).toFixed(2)}`;
}
