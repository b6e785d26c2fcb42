/**
 * Collects what an export holds, in any order, into threads: articles by key, comments by thread,
 * replies past what was left out, and a count of that by reason.
 */
import type { Article, Author, Diagnostic, Source } from "../model.js";
import type { ImportInput, ImportItem } from "./importer.js";
import type { Unlinked } from "./link.js";
import type { Status } from "./statuses.js";

export interface RawComment {
  readonly id: string | undefined;
  readonly parentId: string | null;
  readonly author?: Author | undefined;
  readonly text: string;
  readonly createdAt?: string | undefined;
  readonly status?: Status;
  readonly source?: Omit<Source, "file">;
}

interface Collected {
  article: Article;
  readonly comments: RawComment[];
  /** Parents of comments that are not kept, by id. */
  readonly skipped: Map<string, string | null>;
}

/** Id of the one thread of a file that names none: another file's is another thread. */
export const UNNAMED = "comments";

/** Texts that stand where a comment was. */
const PLACEHOLDERS =
  /^\s*(?:(?:\[\s?(?:deleted|removed|flagged|dead|removed by reddit|comment deleted|deleted by user)\s?\]|\(post deleted by author\))\s*)?$/iu;

export class Gathering {
  readonly #threads = new Map<string, Collected>();
  readonly #leftOut = new Map<string, number>();
  readonly #diagnostics: Diagnostic[] = [];
  constructor(readonly input: ImportInput) {}

  /** Adds to what is known of a thread's article; what is already there and not empty stays. */
  article(key: string, article: Partial<Article>): void {
    const draft = this.#draft(key);
    const known = draft.article;
    draft.article = {
      ...withoutEmpty(article),
      ...withoutEmpty(known),
      title: known.title === "" ? (article.title ?? "") : known.title,
      body: known.body === "" ? (article.body ?? "") : known.body,
    };
  }

  comment(key: string, raw: RawComment): void {
    const draft = this.#draft(key);
    const status = raw.status ?? "approved";
    const reason = !this.input.statuses.has(status)
      ? status
      : PLACEHOLDERS.test(raw.text)
        ? raw.text.trim() === ""
          ? "without text"
          : "deleted"
        : undefined;
    if (reason === undefined) draft.comments.push(raw);
    else this.#skip(draft, raw, reason);
  }

  /** A record that is no comment of a reader: a pingback, a system message. */
  leave(key: string | undefined, raw: Pick<RawComment, "id" | "parentId">, reason: string): void {
    if (key === undefined) this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1);
    else this.#skip(this.#draft(key), raw, reason);
  }

  note(
    code: string,
    message: string,
    place: Omit<NonNullable<Diagnostic["where"]>, "file"> = {},
    more: Partial<Pick<Diagnostic, "severity" | "dropsRecord">> = {},
  ): void {
    const where = { file: this.input.file, ...place };
    // An export that lacks comments has to be seen: gates look at what is there.
    const severity = code === "input/incomplete" ? "warning" : "info";
    this.#diagnostics.push({ severity, code, message, where, ...more });
  }

  /** The threads so far, in the order in which they were met; they are let go. */
  *drafts(): Generator<ImportItem> {
    const { file } = this.input;
    for (const [id, draft] of this.#threads) {
      const known = draft.article.title !== "" || draft.article.body !== "";
      if (draft.comments.length > 0 || known)
        yield { kind: "draft", draft: { id, article: draft.article, comments: unlinked(draft, file) } };
    }
    this.#threads.clear();
  }

  /** What is to be said of the file, and the threads that are left. */
  *items(): Generator<ImportItem> {
    const { file } = this.input;
    for (const diagnostic of this.#diagnostics) yield { kind: "diagnostic", diagnostic };
    for (const [reason, records] of this.#leftOut) {
      const message = `${records} record${records === 1 ? " was" : "s were"} left out: ${reason}`;
      yield {
        kind: "diagnostic",
        diagnostic: { severity: "info", code: "record/left-out", message, where: { file }, dropsRecord: true, records },
      };
    }
    yield* this.drafts();
  }

  #skip(draft: Collected, { id, parentId }: Pick<RawComment, "id" | "parentId">, reason: string): void {
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1);
    if (id !== undefined) draft.skipped.set(id, parentId);
  }

  #draft(key: string): Collected {
    let draft = this.#threads.get(key);
    if (draft === undefined) {
      draft = { article: { title: "", body: "" }, comments: [], skipped: new Map() };
      this.#threads.set(key, draft);
    }
    return draft;
  }
}

function unlinked(draft: Collected, file: string): Unlinked[] {
  const kept = new Set(draft.comments.map((raw) => raw.id));
  return draft.comments.map((raw) => ({
    id: raw.id,
    parentId: keptAncestor(raw.parentId, kept, draft.skipped),
    text: raw.text,
    ...(raw.author === undefined ? {} : { author: raw.author }),
    ...(raw.createdAt === undefined ? {} : { createdAt: raw.createdAt }),
    source: { file, ...raw.source },
  }));
}

/** A reply to something left out answers what that answered. */
function keptAncestor(
  parentId: string | null,
  kept: ReadonlySet<string | undefined>,
  skipped: ReadonlyMap<string, string | null>,
): string | null {
  const seen = new Set<string>();
  let id = parentId;
  while (id !== null && !kept.has(id) && skipped.has(id) && !seen.has(id)) {
    seen.add(id);
    id = skipped.get(id) ?? null;
  }
  return id;
}

function withoutEmpty(article: Partial<Article>): Partial<Article> {
  return Object.fromEntries(Object.entries(article).filter(([, value]) => value !== ""));
}
