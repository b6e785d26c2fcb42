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
  return text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u2028\u2029 ]+/gu, " ")
    .replace(CONTROL, (control) => controlSymbol(control.charCodeAt(0)))
    .replace(DIRECTION, (control) => `<U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`)
    .replace(INVISIBLE, "")
    .trim();
}

function controlSymbol(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\uFFFD";
}
