/** The contract of an importer. Importers see text, never the disk. */
import type { Diagnostic, Thread } from "../model.js";

export interface ImportInput {
  /** Name for messages; `-` for standard input. */
  readonly file: string;
  /** The whole decoded text, without a byte order mark. */
  readonly text: string;
}

export type ImportItem =
  | { readonly kind: "thread"; readonly thread: Thread }
  | { readonly kind: "diagnostic"; readonly diagnostic: Diagnostic };

export interface Importer {
  readonly id: string;
  readonly title: string;
  /** One line: how a user gets such a file. */
  readonly origin: string;
  /** 0 = certainly not, 1 = certainly; from the head of the decoded text alone. */
  sniff(head: string): number;
  /**
   * Yields threads in the order of the file. A broken record is a diagnostic; a file that cannot be
   * read at all throws a UserError.
   */
  read(input: ImportInput): Iterable<ImportItem> | AsyncIterable<ImportItem>;
}

/** How much of a file sniffing may look at, in characters. */
export const HEAD_LENGTH = 65_536;
