/** The JSON values of a text: one document, one a line, or several written one after the other. */

export interface JsonDocument {
  readonly value: unknown;
  /** 1-based line on which it starts. */
  readonly line: number;
}

export interface Documents {
  readonly documents: readonly JsonDocument[];
  /** Lines that are no JSON. */
  readonly broken: readonly number[];
  /** Whether the last value ends too early. */
  readonly cutOff: boolean;
}

/** Undefined when nothing in the text is a JSON object or array. O(n). */
export function parseDocuments(text: string): Documents | undefined {
  if (!/^\s*[[{]/u.test(text)) return undefined;
  const whole = tryParse(text);
  if (whole !== undefined) return { documents: [{ value: whole.value, line: 1 }], broken: [], cutOff: false };
  const lines = parseLines(text);
  return lines.documents.length > 0 ? lines : parseGlued(text);
}

/** NDJSON; blank lines are allowed. Empty when the first line is no whole value. */
function parseLines(text: string): Documents {
  const documents: JsonDocument[] = [];
  const broken: number[] = [];
  let lastLine = 0;
  for (const [index, raw] of text.split("\n").entries()) {
    if (raw.trim() === "") continue;
    lastLine = index + 1;
    const parsed = tryParse(raw);
    if (parsed !== undefined && isContainer(parsed.value)) documents.push({ value: parsed.value, line: index + 1 });
    else if (documents.length === 0) return { documents: [], broken: [], cutOff: false };
    else broken.push(index + 1);
  }
  return { documents, broken, cutOff: broken.at(-1) === lastLine };
}

/** `][` and `}{`, as paging commands write them: values end where their brackets close. */
function parseGlued(text: string): Documents | undefined {
  const documents: JsonDocument[] = [];
  let start = -1;
  let depth = 0;
  let line = 1;
  let startLine = 1;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === NEWLINE) line++;
    else if (char === QUOTE && depth > 0) {
      const end = stringEnd(text, i);
      for (let at = text.indexOf("\n", i); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) line++;
      i = end;
    } else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      if (depth++ === 0) {
        start = i;
        startLine = line;
      }
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) {
      if (--depth > 0) continue;
      const parsed = tryParse(text.slice(start, i + 1));
      if (parsed === undefined) return undefined;
      documents.push({ value: parsed.value, line: startLine });
    }
  }
  return documents.length === 0 ? undefined : { documents, broken: [], cutOff: depth > 0 };
}

const [NEWLINE, QUOTE, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [10, 34, 123, 125, 91, 93];

/** Position of the closing quotation mark, or the end of the text. */
function stringEnd(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === '"') return i;
  }
  return text.length;
}

function isContainer(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function tryParse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
