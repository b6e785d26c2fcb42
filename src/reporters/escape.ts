/** Comment text is written by attackers: what may reach which output, and in what form. */

// eslint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/gu;
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const INVISIBLE = /[\u00AD\u200B\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/gu;

/**
 * One line that a terminal cannot obey: white space collapsed, C0 and C1 controls shown as their
 * symbols, direction controls shown by name, invisible characters removed.
 */
export function terminalLine(text: string): string {
  return (
    showDirections(showControls(text.toWellFormed().replace(/[\t\n\v\f\r\u2028\u2029 ]+/gu, " ")))
      .replace(INVISIBLE, "")
      .trim()
      // What a CI runner takes for a command: at the start of a line, or anywhere.
      .replace(/^(?=::)|(?<=##)(?=\[)/gu, "\u2060")
  );
}

/** C0 and C1 controls as their symbols; tabs and line breaks stay. */
export function showControls(text: string): string {
  return text.replace(CONTROL, (control) => {
    const code = control.charCodeAt(0);
    if (code < 0x20) return /[\t\n\r]/u.test(control) ? control : String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\uFFFD";
  });
}

/** Direction controls by name: they turn round what stands beside them. */
export function showDirections(text: string): string {
  return text.replace(
    DIRECTION,
    (control) => `<U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );
}

/** A cell that no spreadsheet takes for a formula: a leading quotation mark makes it text. */
export function cellText(text: string): string {
  // A table is also looked at in terminals: controls but for line breaks and tabs are shown as signs.
  const plain = showControls(text.toWellFormed());
  return /^[\s\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B]/u.test(
    plain,
  )
    ? `'${plain}`
    : plain;
}

/** Message of a GitHub workflow command. */
export function workflowData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Property of a GitHub workflow command: commas and colons separate. */
export function workflowProperty(text: string): string {
  return workflowData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Text of an XML document or attribute: the five entities, and nothing that XML 1.0 forbids. */
export function xmlText(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- control characters are what is not allowed
      .replace(/[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/gu, "\uFFFD")
      .replace(/[&<>"'\t\n\r]/gu, (char) => XML_ENTITIES[char] ?? char)
  );
}

const XML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/**
 * Text in Markdown that stays text: no emphasis, link, image, HTML, table cell or list. CommonMark
 * lets ASCII punctuation be escaped (colons too: addresses and emoji); a word joiner after `@` and
 * `#` keeps GitHub from calling people and issues by what a stranger wrote.
 */
export function markdownText(text: string): string {
  return terminalLine(text)
    .replace(/[\\`*_{}[\]<>()#+\-.!|~&$:@=^]/gu, "\\$&")
    .replace(/[@#]/gu, (char) => `${char}\u2060`);
}

/** A code span, in which nothing is read as anything; also inside a table. */
export function markdownCode(text: string): string {
  const plain = terminalLine(text).replaceAll("|", "¦");
  if (plain === "") return "";
  const longest = [...plain.matchAll(/`+/gu)].reduce((most, { 0: run }) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return `${fence}${pad}${plain}${pad}${fence}`;
}
