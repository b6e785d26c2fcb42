/** Where everything stands on the page: ids of elements are numbers, since ids of comments are a stranger's text. */
import { refKey } from "../../ids.js";
import type { Assessment, Cluster, CommentRef, Report } from "../../model.js";

export interface PlacedFamily {
  readonly cluster: Cluster;
  /** Whether this thread is the first that the family reaches into. */
  readonly isFirst: boolean;
}

export class Anchors {
  readonly #anchors = new Map<string, string>();
  readonly #comments = new Map<string, Assessment>();
  readonly #families = new Map<string, PlacedFamily[]>();

  constructor(report: Report) {
    report.threads.forEach(({ id, comments }, t) => {
      comments.forEach((comment, c) => {
        const key = refKey({ thread: id, comment: comment.id });
        this.#anchors.set(key, `t${t + 1}c${c + 1}`);
        this.#comments.set(key, comment);
      });
    });
    const order = new Map(report.threads.map(({ id }, i) => [id, i]));
    for (const cluster of report.clusters) {
      const threads = [...new Set(cluster.members.map(({ thread }) => thread))].sort(
        (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
      );
      threads.forEach((thread, i) => {
        const list = this.#families.get(thread) ?? [];
        list.push({ cluster, isFirst: i === 0 });
        this.#families.set(thread, list);
      });
    }
  }

  of(reference: CommentRef): string | undefined {
    return this.#anchors.get(refKey(reference));
  }

  comment(reference: CommentRef): Assessment | undefined {
    return this.#comments.get(refKey(reference));
  }

  familiesOf(thread: string): readonly PlacedFamily[] {
    return this.#families.get(thread) ?? [];
  }
}
