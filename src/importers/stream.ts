/** Files that are larger than a text may be: threads leave as they are complete, in bounded memory. */
import { UniqueIds } from "../ids.js";
import type { Diagnostic, Thread } from "../model.js";
import { decodeChunks } from "./decode.js";
import { HEAD_LENGTH } from "./importer.js";
import { joinSources } from "./join.js";
import { chooseImporter, type ReadOptions } from "./registry.js";
import { DEFAULT_STATUSES } from "./statuses.js";

export type StreamItem =
  | { readonly kind: "thread"; readonly thread: Thread }
  | { readonly kind: "diagnostic"; readonly diagnostic: Diagnostic };

/**
 * Undefined when the format has to be read as a whole. `open` starts from the beginning each time.
 * Pieces of one thread that stand apart in the file are threads of their own, with ids told apart.
 */
export async function streamThreads(
  open: () => AsyncIterable<Uint8Array>,
  file: string,
  options: ReadOptions,
): Promise<AsyncGenerator<StreamItem> | undefined> {
  const notes: Diagnostic[] = [];
  const head = await headOf(decodeChunks(open, file, () => undefined));
  const { importer, reader } = await chooseImporter(head, file, options);
  if (reader.streams !== true) return undefined;
  const input = {
    file,
    text: head,
    chunks: decodeChunks(open, file, (note) => notes.push(note)),
    statuses: options.statuses ?? DEFAULT_STATUSES,
    map: options.map ?? new Map<string, string>(),
  };
  return items();

  async function* items(): AsyncGenerator<StreamItem> {
    const ids = new UniqueIds();
    for await (const item of reader.read(input)) {
      for (const diagnostic of notes.splice(0)) yield { kind: "diagnostic", diagnostic };
      if (item.kind === "diagnostic") {
        yield item;
        continue;
      }
      const source = { file, format: importer.id, drafts: item.kind === "draft" ? [item.draft] : [] };
      const settled = reader.settle === undefined ? source : { ...source, settle: reader.settle };
      const joined = joinSources([settled]);
      for (const diagnostic of joined.diagnostics) yield { kind: "diagnostic", diagnostic };
      for (const thread of item.kind === "thread" ? [item.thread] : joined.threads) {
        yield { kind: "thread", thread: { ...thread, id: ids.of(thread.id) } };
      }
    }
  }
}

/** Whole lines of the beginning: a line that is cut is no JSON. */
async function headOf(chunks: AsyncIterable<string>): Promise<string> {
  let head = "";
  for await (const chunk of chunks) {
    head += chunk;
    if (head.length >= HEAD_LENGTH && head.includes("\n")) break;
    if (head.length >= MAX_HEAD) break;
  }
  const end = head.lastIndexOf("\n");
  return end > 0 ? head.slice(0, end + 1) : head;
}

/** A first line longer than this is no thread of NDJSON that anybody would want to hold. */
const MAX_HEAD = 1 << 26;
