/** `--redact`: a report without the names, addresses and mentions of the people who commented. Pure. */
import { fingerprintOf, findingFingerprint } from "../assessment.js";
import { compareIds, UniqueIds } from "../ids.js";
import type {
  Assessment,
  AuditedThread,
  Author,
  CommentRef,
  Evidence,
  Finding,
  Json,
  Reason,
  Report,
} from "../model.js";
import { Names } from "./names.js";
import { redactAddress, redactText, type RedactedText } from "./redact-text.js";

/**
 * Authors become "Author 1", "Author 2" … in the order of threads and ids: one account, one
 * pseudonym, throughout the report. Names of commenters are replaced in comments, article and
 * evidence alike, so whoever bears the name of a person of the article cannot be told by it.
 * Other people that the article names stay. Spans are moved along with their texts.
 */
export function redact(report: Report): Report {
  const names = new Names();
  const pseudonyms = namePeople(report, names);
  const people: People = { names, pseudonyms };
  const ids = new UniqueIds();
  const threads = new Map(
    report.threads.map((thread) => [thread.id, redactTexts(thread, people, ids.of(redactAddress(thread.id, names)))]),
  );
  const context = new Context(people, threads);
  return {
    ...report,
    threads: report.threads.map((thread) => context.thread(thread)),
    clusters: report.clusters.map((cluster) => ({
      ...cluster,
      members: cluster.members.map((member) => context.reference(member)),
      template: cluster.template === null ? null : context.string(cluster.template),
    })),
    diagnostics: report.diagnostics.map((each) => ({ ...each, message: context.message(each.message) })),
    redacted: true,
  };
}

interface People {
  readonly names: Names;
  readonly pseudonyms: ReadonlyMap<string, string>;
}

interface Texts {
  readonly thread: string;
  readonly title: RedactedText;
  readonly body: RedactedText;
  readonly comments: ReadonlyMap<string, RedactedText>;
  /** Ids may be made of an account, as those of Bluesky are. */
  readonly ids: ReadonlyMap<string, string>;
}

function keyOf({ id, name }: Author): string {
  return id === undefined ? `name ${name ?? ""}` : `id ${id}`;
}

function namePeople(report: Report, names: Names): ReadonlyMap<string, string> {
  const pseudonyms = new Map<string, string>();
  for (const { comments } of report.threads) {
    for (const { author } of [...comments].sort((a, b) => compareIds(a.id, b.id))) {
      if (author?.name === undefined && author?.id === undefined) continue;
      const key = keyOf(author);
      const pseudonym = pseudonyms.get(key) ?? `Author ${pseudonyms.size + 1}`;
      pseudonyms.set(key, pseudonym);
      if (author.name !== undefined) names.add(author.name, pseudonym);
      // A short number is no name, and stands in texts for itself.
      if (author.id !== undefined && !/^\d{0,6}$/u.test(author.id)) names.add(author.id, pseudonym);
    }
  }
  return pseudonyms;
}

function redactTexts(thread: AuditedThread, { names, pseudonyms }: People, id: string): Texts {
  const { title, body } = thread.article;
  // The article keeps its people; only who comments under the full name of one is taken out, by any part of it.
  const named = names.named(`${title}\n${body}`);
  return {
    thread: id,
    title: redactText(title, names, named),
    body: redactText(body, names, named),
    comments: new Map(thread.comments.map(({ id: comment, text }) => [comment, redactText(text, names, "all")])),
    ids: redactIds(thread, { names, pseudonyms }),
  };
}

/** Ids may be made of an account, as those of Bluesky are, or of a name; they stay told apart. */
function redactIds({ comments }: AuditedThread, { names, pseudonyms }: People): ReadonlyMap<string, string> {
  const ids = new UniqueIds();
  return new Map(
    comments.map(({ id, author }) => {
      const { name = "", id: account = "", url = "" } = author ?? {};
      const parts = [url, account, name, ...name.split(/\s+/u)].filter(
        (part) => part.length > 2 && !/^\d+$/u.test(part),
      );
      const pseudonym = (author === undefined ? undefined : pseudonyms.get(keyOf(author)))?.replace(" ", "-") ?? "";
      const plain = redactAddress(
        parts.reduce((text, part) => replaceAnyCase(text, part, pseudonym), id),
        names,
      );
      return [id, ids.of(plain)];
    }),
  );
}

function replaceAnyCase(text: string, part: string, by: string): string {
  const at = text.toLowerCase().indexOf(part.toLowerCase());
  return at === -1 ? text : text.slice(0, at) + by + text.slice(at + part.length);
}

class Context {
  readonly #newIds: ReadonlyMap<string, string>;

  constructor(
    readonly people: People,
    readonly texts: ReadonlyMap<string, Texts>,
  ) {
    this.#newIds = new Map([...texts.values()].flatMap(({ ids }) => [...ids].filter(([old, fresh]) => old !== fresh)));
  }

  thread(thread: AuditedThread): AuditedThread {
    const texts = this.texts.get(thread.id);
    if (texts === undefined) return thread;
    const { article, verdict, likeness } = thread;
    const { author, url } = article;
    return {
      ...thread,
      id: texts.thread,
      article: {
        ...article,
        ...(url === undefined ? {} : { url: redactAddress(url, this.people.names) }),
        title: texts.title.text,
        body: texts.body.text,
        ...(author === undefined ? {} : { author: this.string(author) }),
      },
      verdict: { ...verdict, reasons: verdict.reasons.map((reason) => this.reason(reason, thread.id, "")) },
      ...(likeness === undefined
        ? {}
        : { likeness: { ...likeness, comments: likeness.comments.map((id) => texts.ids.get(id) ?? id) } }),
      comments: thread.comments.map((comment) => this.comment(comment, thread.id, texts)),
    };
  }

  comment(comment: Assessment, thread: string, texts: Texts): Assessment {
    const text = texts.comments.get(comment.id);
    const { author, parentId } = comment;
    const fingerprint = fingerprintOf(text?.blind ?? comment.text);
    return {
      ...comment,
      id: texts.ids.get(comment.id) ?? comment.id,
      parentId: parentId === null ? null : (texts.ids.get(parentId) ?? parentId),
      ...(author === undefined ? {} : { author: this.author(author) }),
      text: text?.text ?? comment.text,
      fingerprint,
      outcomes: Object.fromEntries(
        Object.entries(comment.outcomes).map(([detector, outcome]) => [
          detector,
          "reason" in outcome ? { ...outcome, reason: this.string(outcome.reason) } : outcome,
        ]),
      ),
      findings: comment.findings.map((finding): Finding => ({
        ...finding,
        ...this.reason(finding, thread, comment.id),
        fingerprint: findingFingerprint(finding.signal, fingerprint),
      })),
    };
  }

  /** A message may name comments by their ids. */
  message(message: string): string {
    return this.string(message.replace(/[^\s,;]+/gu, (word) => this.#newIds.get(word) ?? word));
  }

  author(author: Author): Author {
    const pseudonym = this.people.pseudonyms.get(keyOf(author));
    return {
      ...(pseudonym === undefined ? {} : { name: pseudonym }),
      ...(author.isArticleAuthor === undefined ? {} : { isArticleAuthor: author.isArticleAuthor }),
      ...(author.isStaff === undefined ? {} : { isStaff: author.isStaff }),
    };
  }

  reason({ signal, data, evidence }: Reason, thread: string, comment: string): Reason {
    return {
      signal,
      data: this.json(data, thread) as Reason["data"],
      evidence: evidence.map((each) => this.evidence(each, thread, comment)),
    };
  }

  evidence(evidence: Evidence, thread: string, comment: string): Evidence {
    const texts = this.texts.get(evidence.kind === "comment" ? evidence.thread : thread);
    switch (evidence.kind) {
      case "fact":
        return {
          ...evidence,
          name: this.string(evidence.name),
          value: typeof evidence.value === "string" ? this.string(evidence.value) : evidence.value,
        };
      case "quote":
        return { ...evidence, ...this.span(evidence, texts?.comments.get(comment)) };
      case "article":
        return { ...evidence, ...this.span(evidence, evidence.part === "title" ? texts?.title : texts?.body) };
      case "comment":
        return {
          ...evidence,
          ...this.reference(evidence),
          ...this.span(evidence, texts?.comments.get(evidence.comment)),
        };
    }
  }

  span({ start, end, quote }: { start: number; end: number; quote: string }, text: RedactedText | undefined) {
    if (text === undefined) return { start, end, quote: this.string(quote) };
    const placed = text.place(start, end);
    return { ...placed, quote: text.text.slice(placed.start, placed.end) };
  }

  reference({ thread, comment }: CommentRef): CommentRef {
    const texts = this.texts.get(thread);
    return { thread: texts?.thread ?? thread, comment: texts?.ids.get(comment) ?? comment };
  }

  string(text: string): string {
    return redactText(text, this.people.names, "all").text;
  }

  json(value: Json, thread: string): Json {
    if (typeof value === "string")
      return this.texts.get(value)?.thread ?? this.texts.get(thread)?.ids.get(value) ?? this.string(value);
    if (Array.isArray(value)) return value.map((each) => this.json(each as Json, thread));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [this.string(key), this.json(inner, thread)]),
    );
  }
}
