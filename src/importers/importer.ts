/** The contract of an importer. Importers see text, never the disk. */
import type { Article, Diagnostic, Thread } from "../model.js";
import type { JsonDocument } from "./documents.js";
import type { Unlinked } from "./link.js";
import type { Status } from "./statuses.js";

export interface ImportInput {
  /** Name for messages; `-` for standard input. */
  readonly file: string;
  /** The whole decoded text, without a byte order mark; where it comes in pieces, its beginning. */
  readonly text: string;
  /** The text in pieces, for a file that is too large to be one. */
  readonly chunks?: AsyncIterable<string>;
  /** Its JSON values, where the text is JSON: one document, or one a line. */
  readonly documents?: readonly JsonDocument[];
  /** Comments of these statuses are kept. */
  readonly statuses: ReadonlySet<Status>;
  /** Column or key for each field, where the user says so: `text` from "review". */
  readonly map: ReadonlyMap<string, string>;
}

/** Input of a format whose files are JSON. */
export type JsonInput = ImportInput & { readonly documents: readonly JsonDocument[] };

/** A thread as far as one file has it; without comments it is an article for another file's. */
export interface Draft {
  readonly id: string;
  readonly article: Article;
  readonly comments: readonly Unlinked[];
}

export type ImportItem =
  | { readonly kind: "thread"; readonly thread: Thread }
  /** A thread whose replies are not linked yet: another file of the run may have more of it. */
  | { readonly kind: "draft"; readonly draft: Draft }
  | { readonly kind: "diagnostic"; readonly diagnostic: Diagnostic };

/** What can be told of a text before anything of it is read. */
export interface Clues {
  /** The first 64 K characters. */
  readonly head: string;
  /** Keys of the first JSON values and of the first records in them; undefined where the text is no JSON. */
  readonly keys: ReadonlySet<string> | undefined;
}

export interface Reader {
  /** 0 = certainly not, 1 = certainly; from the head of a text that is no JSON. */
  readonly sniff?: (head: string) => number;
  /** The same for a JSON value: the document, or one of the first lines. Keys decide, not their order. */
  readonly recognise?: (value: unknown) => number;
  /**
   * Yields threads in the order of the file. A broken record is a diagnostic; a file that cannot be
   * read at all throws a UserError.
   */
  read(input: ImportInput): Iterable<ImportItem> | AsyncIterable<ImportItem>;
  /** Whether it reads `chunks`, and lets threads go as they are complete. */
  readonly streams?: boolean;
  /** What is left to do when all files of a run are together. */
  readonly settle?: (comments: readonly Unlinked[]) => readonly Unlinked[];
}

export interface Importer {
  readonly id: string;
  readonly title: string;
  /** One line: how a user gets such a file. */
  readonly origin: string;
  /** Whether it is worth loading the reader and asking it. */
  mayBe(clues: Clues): boolean;
  load(): Promise<Reader>;
}

/** How much of a file sniffing may look at, in characters. */
export const HEAD_LENGTH = 65_536;
