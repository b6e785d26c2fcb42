/** What became of a comment on its site. */
export const STATUSES = ["approved", "pending", "spam", "deleted"] as const;
export type Status = (typeof STATUSES)[number];
/** What a visitor saw, and what waits for approval. */
export const DEFAULT_STATUSES: ReadonlySet<Status> = new Set(["approved", "pending"]);
