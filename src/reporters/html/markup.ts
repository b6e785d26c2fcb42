/** HTML that cannot be injected into: every value is escaped unless it is markup of ours already. */

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
  return (
    text
      .toWellFormed()
      .replace(/[&<>"'`]/gu, (char) => `&#${char.charCodeAt(0)};`)
      // eslint-disable-next-line no-control-regex -- control characters are what is shown
      .replace(/[\u0000-\u0008\v\f\u000E-\u001F\u007F-\u009F]/gu, (char) =>
        char < " " ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : "\uFFFD",
      )
      .replace(
        /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
        (char) => `⟨U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
      )
  );
}

/** Only addresses that a reader may safely follow. */
export function linkTarget(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/\S+$/iu.test(url) ? url : undefined;
}
