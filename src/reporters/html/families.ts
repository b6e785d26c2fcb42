/** Comments that share text, side by side, with what differs between them marked. */
import type { AuditedThread, Cluster } from "../../model.js";
import { FAMILY_WORDS, plural } from "../wording.js";
import { markShared } from "./alignment.js";
import type { Anchors } from "./anchors.js";
import { html, type Html } from "./markup.js";

const MAX_FAMILIES = 50;
const MAX_MEMBERS = 6;
const MAX_TEXT = 2_000;

/** A family that reaches into several threads is drawn under the first of them. */
export function renderFamilies(thread: AuditedThread, anchors: Anchors): Html | null {
  const own = anchors.familiesOf(thread.id);
  if (own.length === 0) return null;
  const shown = own
    .slice(0, MAX_FAMILIES)
    .map(({ cluster, isFirst }) => (isFirst ? renderFamily(cluster, anchors) : renderReference(cluster, anchors)));
  return html`<section class="families"><h3>Families</h3><p class="dim">Comments that share text. What differs is <span class="slot">marked</span>.</p>
${shown}${own.length > MAX_FAMILIES ? html`<p class="dim">… and ${own.length - MAX_FAMILIES} more</p>` : null}</section>
`;
}

function headOf({ kind, similarity, members, authors }: Cluster): Html {
  const people = authors === null ? "" : `, ${plural(authors, "author")}`;
  return html`<b>${FAMILY_WORDS[kind]}</b> <span class="dim">likeness ${similarity.toFixed(2)}, ${plural(members.length, "comment")}${people}</span>`;
}

function renderReference(cluster: Cluster, anchors: Anchors): Html {
  const [first] = cluster.members;
  const anchor = first === undefined ? undefined : anchors.of(first);
  return html`<div class="family"><p>${headOf(cluster)}${anchor === undefined ? null : html`: <a href="#${anchor}">drawn under another thread</a>`}</p></div>
`;
}

function renderFamily(cluster: Cluster, anchors: Anchors): Html {
  const { kind, members, template } = cluster;
  const texts = members.slice(0, MAX_MEMBERS).map((member) => {
    const comment = anchors.comment(member);
    return { member, text: (comment?.text ?? "").slice(0, MAX_TEXT), author: comment?.author?.name };
  });
  const cards = texts.map(({ member, text, author }, i) => {
    const other = texts[i === 0 ? 1 : 0]?.text ?? text;
    const anchor = anchors.of(member);
    const pieces = markShared(text, other).map(({ text: piece, shared }) => {
      const words = piece.trimEnd();
      return shared || kind === "copy"
        ? html`${piece}`
        : html`<span class="slot">${words}</span>${piece.slice(words.length)}`;
    });
    return html`<div class="member"><div class="head">${anchor === undefined ? member.comment : html`<a href="#${anchor}">${member.comment}</a>`} <b><bdi>${author ?? ""}</bdi></b></div><p class="text" dir="auto">${pieces}</p></div>`;
  });
  const hidden = members.length - texts.length;
  return html`<div class="family"><p>${headOf(cluster)}</p>
${template === null ? null : html`<p class="text"><code>${template}</code></p>`}<div class="members">${cards}</div>${hidden > 0 ? html`<p class="dim">… and ${plural(hidden, "more member")}</p>` : null}</div>
`;
}
