/** Where in the user's files a problem is. */
export interface Where {
  readonly file?: string;
  /** JSON pointer (RFC 6901) into the file. */
  readonly pointer?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
}

/**
 * A problem that the user can mend: one sentence, where it is, and what to do next.
 * Every other exception is a bug of ours and is reported as one.
 */
export class UserError extends Error {
  override readonly name = "UserError";

  constructor(
    readonly code: string,
    message: string,
    readonly details: { readonly hint?: string; readonly where?: Where; readonly cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
  }

  get hint(): string | undefined {
    return this.details.hint;
  }

  get where(): Where | undefined {
    return this.details.where;
  }
}

/** `thread.json:3:14`, `thread.json#/comments/3`, or the empty string. */
export function formatWhere(where: Where | undefined): string {
  if (where === undefined) return "";
  const position =
    where.line === undefined ? "" : `:${where.line}${where.column === undefined ? "" : `:${where.column}`}`;
  const pointer = where.pointer === undefined ? "" : `#${where.pointer}`;
  return `${where.file ?? ""}${position}${pointer}`;
}
