/** What every importer does last: unique ids, known parents, no cycles, a canonical order. */
import { sha256 } from "../hash.js";
import { compareIds, compareText } from "../ids.js";
import type { Comment, Diagnostic } from "../model.js";

/** A comment whose id may be missing and whose parent may be anybody. */
export type Unlinked = Omit<Comment, "id"> & { readonly id: string | undefined };

/**
 * Gives every comment a unique id, detaches unknown parents and reply cycles, and sorts, so that
 * nothing downstream depends on the order in which the comments arrived.
 */
export function linkComments(
  unlinked: readonly Unlinked[],
  file: string,
): { comments: Comment[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const named = nameComments(unlinked, file, diagnostics);
  const known = new Set(named.map(({ id }) => id));
  const comments = named.map((comment) => {
    if (comment.parentId === null || (known.has(comment.parentId) && comment.parentId !== comment.id)) return comment;
    if (NO_PARENT.has(comment.parentId) && !known.has(comment.parentId)) return { ...comment, parentId: null };
    diagnostics.push({
      severity: "info",
      code: "thread/unknown-parent",
      message: `comment ${comment.id} answers ${comment.parentId === comment.id ? "itself" : `${comment.parentId}, which is not in the file`}; it is read as a top-level comment`,
      where: where(comment, file),
    });
    return { ...comment, parentId: null };
  });
  return { comments: breakCycles(comments, file, diagnostics), diagnostics };
}

/** How exports write "no parent", where no comment has such an id. */
const NO_PARENT = new Set(["0", "root", "null", "none"]);

function nameComments(unlinked: readonly Unlinked[], file: string, diagnostics: Diagnostic[]): Comment[] {
  const groups = new Map<string, Unlinked[]>();
  let missing = 0;
  for (const comment of unlinked) {
    if (comment.id === undefined) missing++;
    const id = comment.id ?? `c-${contentKey(comment).slice(0, 8)}`;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [comment]);
    else group.push(comment);
  }
  if (missing > 0) {
    diagnostics.push({
      severity: "info",
      code: "thread/missing-ids",
      message: `${missing} comment${missing === 1 ? " has" : "s have"} no id; ids were made from the text`,
      where: { file },
    });
  }
  const comments: Comment[] = [];
  for (const [id, group] of groups) {
    const ordered = group.length === 1 ? group : [...group].sort((a, b) => compareText(contentKey(a), contentKey(b)));
    let suffix = 1;
    for (const [i, comment] of ordered.entries()) {
      // "1~2" may be somebody's own id.
      if (i > 0)
        do suffix++;
        while (groups.has(`${id}~${suffix}`));
      comments.push({ ...comment, id: i === 0 ? id : `${id}~${suffix}` });
    }
    if (group.length > 1 && group[0]?.id !== undefined) {
      diagnostics.push({
        severity: "warning",
        code: "thread/duplicate-id",
        message: `${group.length} comments have the id ${id}; the later ones are called ${id}~2 and so on`,
        where: { file },
      });
    }
  }
  return comments.sort((a, b) => compareIds(a.id, b.id));
}

/** Detaches one comment of every cycle of replies: the first in canonical order. */
function breakCycles(comments: readonly Comment[], file: string, diagnostics: Diagnostic[]): Comment[] {
  const parents = new Map(comments.map(({ id, parentId }) => [id, parentId]));
  const safe = new Set<string>();
  for (const comment of comments) {
    const path = new Set<string>();
    let id: string | null = comment.id;
    while (id !== null && !safe.has(id) && !path.has(id)) {
      path.add(id);
      id = parents.get(id) ?? null;
    }
    if (id !== null && path.has(id)) {
      parents.set(id, null);
      diagnostics.push({
        severity: "warning",
        code: "thread/reply-cycle",
        message: `the replies to comment ${id} lead back to it; it is read as a top-level comment`,
        where: { file },
      });
    }
    for (const visited of path) safe.add(visited);
  }
  return comments.map((comment) => ({ ...comment, parentId: parents.get(comment.id) ?? null }));
}

function contentKey(comment: Unlinked): string {
  return sha256(
    JSON.stringify([
      comment.text,
      comment.author?.name ?? null,
      comment.author?.id ?? null,
      comment.createdAt ?? null,
      comment.parentId,
    ]),
  );
}

function where(comment: Comment, file: string): NonNullable<Diagnostic["where"]> {
  return comment.source ?? { file };
}
