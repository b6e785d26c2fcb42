/** Texts of tables and data sets that still are HTML, whatever their column says. */
import { decodeEntities, htmlToText } from "./html.js";
import type { Unlinked } from "./link.js";

const ENTITY = /&(?:amp|lt|gt|quot|#39|#x27|#x2F|nbsp);/iu;
const TAG = /<\/?(?:[pai]|br|b|em|strong|div|span|pre|code|blockquote|ul|ol|li)(?:\s[^<>]{0,300})?\/?>/iu;
/** Somebody may write "&amp;" in a comment; not one in fifty. */
const SHARE = 0.02;

export function isEscaped(texts: readonly string[]): boolean {
  const escaped = texts.filter((text) => ENTITY.test(text) || TAG.test(text)).length;
  return escaped > 0 && escaped >= texts.length * SHARE;
}

/** Where texts are HTML, all of them are read as a reader saw them. */
export function settleEscaped(comments: readonly Unlinked[]): readonly Unlinked[] {
  if (!isEscaped(comments.map(({ text }) => text))) return comments;
  return comments.map((comment) => {
    const { text } = comment;
    return { ...comment, text: TAG.test(text) ? htmlToText(text) : decodeEntities(text) };
  });
}
