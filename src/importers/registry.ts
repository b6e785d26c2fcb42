import { UserError } from "../errors.js";
import type { Thread, Diagnostic } from "../model.js";
import { HEAD_LENGTH, type Importer } from "./importer.js";
import { decodeText } from "./decode.js";
import { nativeImporter, ndjsonImporter } from "./native/index.js";

export const IMPORTERS: readonly Importer[] = [nativeImporter, ndjsonImporter];

export interface ReadFile {
  readonly format: string;
  readonly threads: readonly Thread[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The importer that is surest of this text; `wanted` overrides recognition. */
export function chooseImporter(text: string, file: string, wanted?: string): Importer {
  if (wanted !== undefined) {
    const named = IMPORTERS.find((importer) => importer.id === wanted);
    if (named !== undefined) return named;
    throw new UserError("usage/input-format", `there is no input format "${wanted}".`, {
      hint: `known: ${IMPORTERS.map(({ id }) => id).join(", ")}`,
    });
  }
  if (text.trim() === "") {
    throw new UserError("input/empty", `${file} is empty.`, {
      hint: "the form that is read: comment-audit schema input",
      where: { file },
    });
  }
  const head = text.slice(0, HEAD_LENGTH);
  const [best] = IMPORTERS.map((importer) => ({ importer, confidence: importer.sniff(head) })).sort(
    (a, b) => b.confidence - a.confidence,
  );
  if (best === undefined || best.confidence === 0) {
    throw new UserError(
      "input/unknown-format",
      `${file} is not JSON: it starts with ${JSON.stringify(head.trim().slice(0, 12))}.`,
      {
        hint: "the form that is read: comment-audit schema input",
        where: { file, line: 1, column: 1 },
      },
    );
  }
  return best.importer;
}

/** Decodes, recognises and reads one file or text. Throws a UserError when nothing in it can be audited. */
export async function readThreads(content: Uint8Array | string, file: string, wanted?: string): Promise<ReadFile> {
  const text = typeof content === "string" ? content : decodeText(content, file);
  const importer = chooseImporter(text, file, wanted);
  const threads: Thread[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const item of importer.read({ file, text })) {
    if (item.kind === "thread") threads.push(item.thread);
    else diagnostics.push(item.diagnostic);
  }
  return { format: importer.id, threads, diagnostics };
}
