/** HTML to the text that a reader saw. */
import { decodeHTML } from "entities";
import { compile, type FormatCallback } from "html-to-text";

/** Shortened link texts ("https://ex.org/a/lo…") hide their address; other links say what they say. */
const link: FormatCallback = (element, walk, builder) => {
  const children = element.children as readonly { type: string; data?: string }[];
  const shown = children.map(({ type, data }) => (type === "text" ? (data ?? "") : "")).join("");
  const { href } = element.attribs as { href?: string };
  if (/(?:\.\.\.|…)\s*$/u.test(shown) && href !== undefined && href !== "") builder.addInline(href, {});
  else walk(element.children, builder);
};

/** An emoji drawn as an image is its alternative text. */
const image: FormatCallback = (element, _walk, builder) => {
  const { alt } = element.attribs as { alt?: string };
  if (alt !== undefined && /^\p{Extended_Pictographic}/u.test(alt)) builder.addInline(alt, {});
};

const convert = compile({
  wordwrap: false,
  formatters: { shownLink: link, emoji: image },
  selectors: [
    ...["script", "style", "aside.quote", "figure", "iframe"].map((selector) => ({ selector, format: "skip" })),
    { selector: "a", format: "shownLink" },
    { selector: "img", format: "emoji" },
    { selector: "p", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: "blockquote", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "ul", options: { itemPrefix: "- " } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "table", options: { uppercaseHeaderCells: false } },
  ],
  limits: { maxInputLength: 1 << 24 },
});

/** Entities are decoded once: `&amp;lt;` is the text `&lt;`. */
export function htmlToText(html: string): string {
  return /[<&]/u.test(html) ? convert(html).trim() : html.trim();
}

/** Half HTML, as WordPress stores it: tags and entities, but newlines are line breaks. */
export function looseHtmlToText(html: string): string {
  return htmlToText(html.replace(/\r\n?/gu, "\n").replace(/\n/gu, "<br>"));
}

/** A post without block comments and shortcodes. */
export function postToText(html: string): string {
  const plain = html.replace(/<!--[\s\S]*?-->/gu, "").replace(/\[\/?[a-z][\w-]*(?:\s[^\]\n]{0,300})?\]/gu, "");
  return /<p[\s>]/u.test(plain) ? htmlToText(plain) : looseHtmlToText(plain);
}

/** A field that is plain text with entities: a name, a title. */
export function decodeEntities(text: string): string {
  return text.includes("&") ? decodeHTML(text).trim() : text.trim();
}
