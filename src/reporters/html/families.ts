/** Comments that share text, side by side, with what differs between them marked. */
import type { AuditedThread, Cluster, Report } from "../../model.js";
import { FAMILY_WORDS, plural } from "../wording.js";
import { markShared } from "./alignment.js";
import type { Anchors } from "./anchors.js";
import { html, type Html } from "./markup.js";

const MAX_FAMILIES = 50;
const MAX_MEMBERS = 6;
const MAX_TEXT = 2_000;

export function renderFamilies(thread: AuditedThread, report: Report, anchors: Anchors): Html | null {
  const own = report.clusters.filter(({ members }) => members.some((member) => member.thread === thread.id));
  if (own.length === 0) return null;
  return html`<section class="families">
    <h3>Families</h3>
    <p class="dim">Comments that share text. What differs is <span class="slot">marked</span>.</p>
    ${own.slice(0, MAX_FAMILIES).map((cluster) => renderFamily(cluster, report, anchors))}${own.length > MAX_FAMILIES ? html`<p class="dim">… and ${own.length - MAX_FAMILIES} more</p>` : null}
  </section> `;
}

function renderFamily(
  { kind, similarity, members, authors, template }: Cluster,
  report: Report,
  anchors: Anchors,
): Html {
  const texts = members.slice(0, MAX_MEMBERS).map((member) => {
    const thread = report.threads.find(({ id }) => id === member.thread);
    const comment = thread?.comments.find(({ id }) => id === member.comment);
    return { member, text: (comment?.text ?? "").slice(0, MAX_TEXT), author: comment?.author?.name };
  });
  const cards = texts.map(({ member, text, author }, i) => {
    const other = texts[i === 0 ? 1 : 0]?.text ?? text;
    const anchor = anchors.of(member);
    const pieces = markShared(text, other).map(({ text: piece, shared }) =>
      shared || kind === "copy"
        ? html`${piece}`
        : html`<span class="slot">${piece.trimEnd()}</span>${piece.slice(piece.trimEnd().length)}`,
    );
    return html`<div class="member">
      <div class="head">
        ${anchor === undefined ? member.comment : html`<a href="#${anchor}">${member.comment}</a>`}
        <b><bdi>${author ?? ""}</bdi></b>
      </div>
      <p class="text" dir="auto">${pieces}</p>
    </div>`;
  });
  const more =
    members.length > MAX_MEMBERS
      ? html`<p class="dim">… and ${plural(members.length - MAX_MEMBERS, "more member")}</p>`
      : null;
  return html`<div class="family">
    <p>
      <b>${FAMILY_WORDS[kind]}</b>
      <span class="dim"
        >likeness ${similarity.toFixed(2)},
        ${plural(members.length, "comment")}${authors === null ? "" : `, ${plural(authors, "author")}`}</span
      >
    </p>
    ${template === null ? null : html`<p class="text"><code>${template}</code></p>`}
    <div class="members">${cards}</div>
    ${more}
  </div> `;
}
