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

/** Reads a document that may come in pieces; what is wrong with it is known when the last one was read. */
export class XmlReader {
  readonly problems: XmlProblem[] = [];
  #isWhole = false;

  /** `end` is the tag with which a whole document ends. */
  constructor(
    readonly wanted: ReadonlySet<string>,
    readonly end: string,
  ) {}

  get isWhole(): boolean {
    return this.#isWhole;
  }

  /**
   * Every element whose name is wanted, whole with its children, in the order in which they close.
   * An element inside a wanted one belongs to that one. Memory is that of the largest element.
   */
  async *elements(chunks: Iterable<string> | AsyncIterable<string>): AsyncGenerator<XmlNode> {
    const ready: XmlNode[] = [];
    const parser = this.#parser((node) => ready.push(node));
    let [started, held] = [false, ""];
    for await (const chunk of chunks) {
      // Up to the last tag: an entity never goes across one.
      const text = held + chunk;
      if (!this.#isWhole && text.includes(this.end)) this.#isWhole = true;
      const from = started ? 0 : Math.max(0, text.indexOf("<"));
      const to = Math.max(from, text.lastIndexOf("<"));
      started ||= to > from;
      parser.write(clean(text.slice(from, to)));
      held = text.slice(to);
      yield* ready.splice(0);
    }
    parser.write(clean(held));
    parser.close();
    yield* ready.splice(0);
  }

  #parser(onElement: (node: XmlNode) => void): SaxesParser {
    const parser = new SaxesParser({ xmlns: false, position: true });
    const stack: XmlNode[] = [];
    parser.on("error", (error) => {
      if (this.problems.length < MAX_PROBLEMS) this.problems.push({ line: parser.line, message: plain(error.message) });
    });
    parser.on("opentag", ({ name, attributes }) => {
      if (stack.length === 0 && !this.wanted.has(name)) return;
      const node: XmlNode = { name, attributes, children: [], text: "", line: parser.line };
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
    return parser;
  }
}

function clean(text: string): string {
  return text.replace(FORBIDDEN, "").replace(UNDEFINED_ENTITY, "&amp;");
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
