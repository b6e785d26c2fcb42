/** `--fail-on`: what makes a CI job fail. Pure; the exit code is read off the results, whatever the format. */
import { atLeast } from "./bands.js";
import { UserError } from "./errors.js";
import { refKey } from "./ids.js";
import type { Assessment, AuditedThread, Band, CommentRef, GateResult, Report } from "./model.js";

export interface Gate {
  readonly source: string;
  readonly judge: Judge;
}

/** What reached the gate, or undefined. */
type Judge = (report: Report) => { readonly reason: string; readonly comments: readonly CommentRef[] } | undefined;

export const GATE_FORMS = [
  "comment=high",
  "comment=elevated:3",
  "thread=high",
  "share=30%",
  "impersonation",
  "family=5",
  "score=80",
] as const;

/** Claims to be a person of the article; a mere credential is none. */
export const CLAIMS_A_PERSON = /^impersonation\/(?:quoted-role|unique-role|organisation-voice|name-match)$/u;

/** Parses one gate; throws a UserError that lists the forms. */
export function parseGate(source: string): Gate {
  const [kind = "", value = ""] = source.split(/=(.*)/su);
  const judge = Object.hasOwn(GATES, kind) ? GATES[kind]?.(value) : undefined;
  if (judge === undefined) {
    const form = Object.hasOwn(WANTED, kind) ? `: ${WANTED[kind] ?? ""}` : "";
    const several = source.includes(",") ? " --fail-on takes one gate; repeat it for more." : "";
    throw new UserError("usage/fail-on", `"${source}" is no gate${form}.${several}`, {
      hint: `known forms: ${GATE_FORMS.join(", ")}`,
    });
  }
  return { source, judge };
}

const WANTED: Readonly<Record<string, string>> = {
  comment: "comment takes high or elevated, and how many after a colon",
  thread: "thread takes high or elevated",
  share: "share takes a percentage from 1% to 100%",
  impersonation: "impersonation takes no value",
  family: "family takes a number of comments, 2 or more",
  score: "score takes a number from 1 to 100",
};

/** What reached which gate. Known and suppressed comments reach none. */
export function judgeGates(report: Report, gates: readonly Gate[]): GateResult[] {
  return gates.map(({ source, judge }) => {
    const found = judge(report);
    return {
      gate: source,
      reached: found !== undefined,
      reason: found?.reason ?? null,
      comments: found?.comments ?? [],
    };
  });
}

/** 0 = complete and no gate reached, 1 = a gate was reached, 2 = not complete, whatever the gates say. */
export function exitCodeOf({ complete, gates }: Pick<Report, "complete" | "gates">): 0 | 1 | 2 {
  if (!complete) return 2;
  return gates.some(({ reached }) => reached) ? 1 : 0;
}

const GATES: Readonly<Record<string, (value: string) => Judge | undefined>> = {
  comment: (value) => {
    const match = /^(high|elevated)(?::(\d{1,6}))?$/u.exec(value);
    const band = match?.[1] as Band | undefined;
    const least = Number(match?.[2] ?? 1);
    if (band === undefined || least < 1) return undefined;
    return (report) => {
      const found = open(report).filter(({ comment }) => atLeast(comment.band, band));
      return found.length < least ? undefined : reached(found, `${found.length} at or over ${band}`);
    };
  },
  thread: (value) => {
    if (value !== "high" && value !== "elevated") return undefined;
    return (report) => {
      const found = report.threads.filter(({ verdict, state }) => state !== "known" && atLeast(verdict.band, value));
      const [first] = found;
      if (first === undefined) return undefined;
      const reason = `${found.length} of ${report.threads.length} threads at or over ${value}; first: ${first.id}`;
      return { reason, comments: [] };
    };
  },
  share: (value) => {
    const match = /^(\d{1,3}(?:\.\d+)?)%$/u.exec(value);
    const least = match === null ? NaN : Number(match[1]) / 100;
    if (!(least > 0 && least <= 1)) return undefined;
    return (report) => {
      const found = report.threads.find(
        ({ verdict, state }) =>
          state !== "known" && verdict.share !== null && verdict.band !== "ordinary" && verdict.share.estimate >= least,
      );
      if (found === undefined) return undefined;
      const percent = Math.round((found.verdict.share?.estimate ?? 0) * 100);
      return { reason: `estimated share ${percent} % in thread ${found.id}`, comments: [] };
    };
  },
  impersonation: (value) => {
    if (value !== "") return undefined;
    return (report) => {
      const found = open(report).filter(({ comment }) =>
        comment.findings.some((each) => CLAIMS_A_PERSON.test(each.signal)),
      );
      return found.length === 0 ? undefined : reached(found, `${found.length} speaking as somebody of the article`);
    };
  },
  family: (value) => {
    const size = /^\d{1,6}$/u.test(value) ? Number(value) : 0;
    if (size < 2) return undefined;
    return (report) => {
      const counted = new Set(
        open(report).map(({ thread, comment }) => refKey({ thread: thread.id, comment: comment.id })),
      );
      const isOpen = (member: CommentRef) => counted.has(refKey(member));
      const found = report.clusters.find(({ members }) => members.length >= size && members.some(isOpen));
      if (found === undefined) return undefined;
      return { reason: `${found.members.length} comments are near-duplicates`, comments: found.members };
    };
  },
  score: (value) => {
    const least = /^\d{1,3}$/u.test(value) ? Number(value) : 0;
    if (least < 1 || least > 100) return undefined;
    return (report) => {
      const found = open(report).filter(({ comment }) => (comment.score ?? 0) >= least);
      return found.length === 0 ? undefined : reached(found, `${found.length} with a score of ${least} or more`);
    };
  },
};

interface Placed {
  readonly thread: AuditedThread;
  readonly comment: Assessment;
}

/** The comments that a gate looks at. */
function open(report: Report): Placed[] {
  return report.threads.flatMap((thread) =>
    thread.comments
      .filter(({ state, suppressed }) => state !== "known" && suppressed === undefined)
      .map((comment) => ({ thread, comment })),
  );
}

function reached(found: readonly Placed[], what: string): ReturnType<Judge> {
  const comments = [...found]
    .sort((a, b) => (b.comment.logOdds ?? -Infinity) - (a.comment.logOdds ?? -Infinity))
    .map(({ thread, comment }): CommentRef => ({ thread: thread.id, comment: comment.id }));
  return { reason: `${what}; worst: comment ${comments[0]?.comment ?? ""}`, comments };
}
