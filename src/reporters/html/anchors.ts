/** Ids of elements: numbers, since ids of threads and comments are a stranger's text. */
import type { CommentRef, Report } from "../../model.js";

export class Anchors {
  readonly #comments = new Map<string, string>();

  constructor(report: Report) {
    report.threads.forEach(({ id, comments }, t) => {
      comments.forEach((comment, c) =>
        this.#comments.set(keyOf({ thread: id, comment: comment.id }), `t${t + 1}c${c + 1}`),
      );
    });
  }

  of(reference: CommentRef): string | undefined {
    return this.#comments.get(keyOf(reference));
  }
}

function keyOf({ thread, comment }: CommentRef): string {
  return JSON.stringify([thread, comment]);
}
