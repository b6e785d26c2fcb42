/** XML as a stream of elements with their path; damage is passed over and counted. */
import { SaxesParser } from "saxes";

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  /** All text and CDATA directly inside, joined. */
  text: string;
  readonly line: number;
}

export interface XmlProblem {
  readonly line: number;
  readonly message: string;
}

/** Entities that HTML knows and XML does not. */
const UNDEFINED_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/gu;
// Control characters that XML forbids.
// eslint-disable-next-line no-control-regex -- these are the ones
const FORBIDDEN = /[\u0000-\u0008\v\f\u000E-\u001F]/gu;

/**
 * Calls `onElement` for every element whose name is in `wanted`, whole with its children, in the
 * order in which they close. An element inside a wanted one belongs to that one. Returns what was wrong.
 */
export function readXml(text: string, wanted: ReadonlySet<string>, onElement: (node: XmlNode) => void): XmlProblem[] {
  const problems: XmlProblem[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  const stack: XmlNode[] = [];
  parser.on("error", (error) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ line: parser.line, message: plain(error.message) });
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (stack.length === 0 && !wanted.has(name)) return;
    const node: XmlNode = {
      name,
      attributes: attributes,
      children: [],
      text: "",
      line: parser.line,
    };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  const append = (piece: string) => {
    const top = stack.at(-1);
    if (top !== undefined) top.text += piece;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("closetag", ({ name }) => {
    // An element that was never closed ends with the one around it.
    const at = stack.findLastIndex((node) => node.name === name);
    if (at === -1) return;
    const [node] = stack.splice(at);
    if (node !== undefined && stack.length === 0) onElement(node);
  });
  const start = Math.max(0, text.indexOf("<"));
  parser.write(text.slice(start).replace(FORBIDDEN, "").replace(UNDEFINED_ENTITY, "&amp;"));
  parser.close();
  return problems;
}

const MAX_PROBLEMS = 20;

function plain(message: string): string {
  return message.replace(/^\d+:\d+:\s*/u, "").replace(/\.$/u, "");
}

/** Text of the first child of that name, without white space around it; undefined when missing or empty. */
export function childText(node: XmlNode, name: string): string | undefined {
  const text = node.children.find((child) => child.name === name)?.text.trim();
  return text === undefined || text === "" ? undefined : text;
}

export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((child) => child.name === name);
}
