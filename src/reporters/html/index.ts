/** A page to look at: one file, readable without scripts, under a policy that allows no network. */
import { isRaised } from "../../bands.js";
import { sha256Base64 } from "../../hash.js";
import { BANDS, type Report } from "../../model.js";
import { BAND_WORDS, plural } from "../wording.js";
import { Anchors } from "./anchors.js";
import { isShown, SIGNS } from "./comment.js";
import { html, Html } from "./markup.js";
import { SCRIPT } from "./script.js";
import { STYLE } from "./style.js";
import { renderThread } from "./thread.js";

export function* renderHtml(report: Report): Generator<string> {
  const anchors = new Anchors(report);
  const [only] = report.threads;
  const title =
    report.threads.length === 1 && only !== undefined ? only.article.title : plural(report.threads.length, "thread");
  // The hashes allow our own style and script and nothing that a comment might smuggle in.
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; script-src 'sha256-${sha256Base64(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  yield html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>Comment audit: ${title}</title>
        <style>${new Html(STYLE)}</style>
      </head>
      <body>
      `.markup;
  yield header(report).markup;
  yield controls(report).markup;
  yield html`<main id="main">
`.markup;
  for (const [i, thread] of report.threads.entries())
    for (const piece of renderThread(thread, i + 1, report, anchors)) yield piece.markup;
  yield html`</main>
${footer(report)}<script>${new Html(SCRIPT)}</script></body></html>
`.markup;
}

function header(report: Report): Html {
  const { totals, gates, baseline, diagnostics, complete, threads } = report;
  const notes = diagnostics.filter(({ severity }) => severity !== "info").slice(0, 20);
  return html`<a class="skip" href="#main">Skip to the threads</a>
    <header>
      <h1>Comment audit</h1>
      <p>
        ${plural(totals.comments, "comment")} in ${plural(totals.threads, "thread")}:
        ${BANDS.map((band) => html`<span class="badge ${band}">${SIGNS[band]} ${BAND_WORDS[band]} ${totals.bands[band]}</span> `)}
      </p>
      <p class="notice">
        Scores are evidence, not proof: a person decides. A band is a rate of false alarms: about 1 in 200 comments of
        people reaches <b>high</b>, 1 in 50 <b>elevated</b>.
      </p>
      ${complete ? null : html`<p class="alert"><b>The audit is not complete</b>; see the notes below.</p>`}
      ${
        gates.length === 0
          ? null
          : html`<ul class="gates">
              ${gates.map(({ gate, reached, reason }) => html`<li>${reached ? "✗" : "✓"} <code>${gate}</code> ${reached ? html`reached: ${reason}` : "not reached"}</li>`)}
            </ul>`
      }
      ${baseline === undefined ? null : html`<p>Against <code>${baseline.path}</code>: ${baseline.new} new, ${baseline.known} known, ${baseline.resolved.length} resolved.</p>`}
      ${
        notes.length === 0
          ? null
          : html`<details>
              <summary>${plural(notes.length, "note")} on the input</summary>
              <ul>
                ${notes.map(({ severity, message }) => html`<li>${severity}: ${message}</li>`)}
              </ul>
            </details>`
      }
      ${threads.length < 2 ? null : contents(report)}
    </header> `;
}

/** Shown by the script that makes them work. */
const MAX_OPEN = 12;

/** The threads, most unusual first. */
function contents({ threads }: Report): Html {
  const items = threads
    .map((thread, i) => ({ thread, i }))
    .sort((a, b) => BANDS.indexOf(a.thread.verdict.band) - BANDS.indexOf(b.thread.verdict.band) || a.i - b.i)
    .map(
      ({ thread: { article, id, file, verdict, comments }, i }) =>
        html`<li><span class="badge ${verdict.band}">${SIGNS[verdict.band]} ${BAND_WORDS[verdict.band]}</span> <a href="#t${i + 1}">${article.title === "" ? id : article.title}</a> <span class="dim">${comments.length}${file === undefined ? null : ` · ${file}`}</span></li>
`,
    );
  return html`<nav aria-label="Threads"><details${threads.length <= MAX_OPEN ? html` open` : null}><summary>${plural(threads.length, "thread")}, most unusual first</summary><ol class="contents">
${items}</ol></details></nav>`;
}

function controls({ signals, threads, totals, baseline }: Report): Html {
  const shown = new Set(
    threads.flatMap(({ comments }) =>
      comments.flatMap(({ findings }) => findings.filter(isShown).map(({ signal }) => signal)),
    ),
  );
  const raising = [...shown].sort().map((id): [string, string] => [id, signals[id]?.title ?? id]);
  return html`<form class="controls" id="controls" hidden aria-label="What is shown">
    <fieldset>
      <legend>Order</legend>
      <label><input type="radio" name="order" value="order" checked /> as in the thread</label>
      <label><input type="radio" name="order" value="rank" /> by score</label>
    </fieldset>
    <fieldset>
      <legend>Bands</legend>
      ${BANDS.filter((band) => totals.bands[band] > 0).map((band) => html`<label><input type="checkbox" name="band" value="${band}" checked /> ${BAND_WORDS[band]}</label> `)}${baseline === undefined ? null : html`<label><input type="checkbox" name="new" /> only new</label>`}
    </fieldset>
    <label
      >Signal
      <select name="signal">
        <option value="">all</option>
        ${raising.map(([id, title]) => html`<option value="${id}">${title}</option>`)}
      </select></label
    >
    <output id="count" aria-live="polite">${plural(totals.comments, "comment")} shown</output>
  </form> `;
}

function footer({ tool, inputs, threads }: Report): Html {
  const flagged = threads.some(({ comments }) => comments.some(isRaised));
  return html`<footer>
    <p class="dim">
      ${tool.name} ${tool.version} · model ${tool.model} ·
      ${inputs.map(({ path, format }) => `${path} (${format})`).join(", ")}${flagged ? html` · To release a comment from gates, put its fingerprint into the suppressions file.` : null}
    </p>
  </footer> `;
}
