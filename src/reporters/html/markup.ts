/** HTML that cannot be injected into: every value is escaped unless it is markup of ours already. */

import { showControls, showDirections } from "../escape.js";

/** Made by `html` alone. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

/** html`<b>${untrusted}</b>`: strings and numbers are escaped, null, undefined and false are nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const plain = unindented(parts);
  let markup = plain[0] ?? "";
  values.forEach((value, i) => {
    markup += markupOf(value) + (plain[i + 1] ?? "");
  });
  return new Html(markup);
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The indentation of our source is not the page's: five thousand comments would carry it along. */
function unindented(parts: TemplateStringsArray): readonly string[] {
  const done = known.get(parts);
  if (done !== undefined) return done;
  const plain = parts.map((part) => part.replace(/\n\s*/gu, "\n"));
  known.set(parts, plain);
  return plain;
}

function markupOf(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.markup;
  if (typeof value === "object") return value.map(markupOf).join("");
  return escapeHtml(String(value));
}

/** Text or the value of a quoted attribute; what would act unseen is shown as a sign. Line breaks stay. */
function escapeHtml(text: string): string {
  const shown = showDirections(showControls(text.toWellFormed()));
  return shown.replace(/[&<>"'`]/gu, (char) => `&#${char.charCodeAt(0)};`);
}

/** Only addresses that a reader may safely follow. */
export function linkTarget(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/\S+$/iu.test(url) ? url : undefined;
}
