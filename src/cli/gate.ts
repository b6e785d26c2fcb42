/** `--fail-on`: what makes a CI job fail. The report never decides this, and no format changes it. */
import { UserError } from "../errors.js";
import { BANDS, type Band, type Report } from "../model.js";

export interface Gate {
  readonly source: string;
  /** What reached the gate, or undefined. */
  reached(report: Report): string | undefined;
}

const FORMS = "comment=high, comment=elevated:3, thread=high, share=30%, impersonation, family=5, score=80";

/** Parses one gate; throws a UserError that lists the forms. */
export function parseGate(source: string): Gate {
  const [kind = "", value = ""] = source.split(/=(.*)/su);
  const gate = Object.hasOwn(GATES, kind) ? GATES[kind]?.(value) : undefined;
  if (gate === undefined)
    throw new UserError("usage/fail-on", `"${source}" is no gate.`, { hint: `known forms: ${FORMS}` });
  return { source, reached: gate };
}

type Reached = Gate["reached"];

const GATES: Readonly<Record<string, (value: string) => Reached | undefined>> = {
  comment: (value) => {
    const match = /^(high|elevated)(?::(\d{1,6}))?$/u.exec(value);
    if (match === null) return undefined;
    const least = Number(match[2] ?? 1);
    if (least < 1) return undefined;
    return (report) => {
      const found = assessments(report).filter(({ band }) => atLeast(band, match[1] as Band));
      return found.length >= least
        ? `${found.length} at or over ${match[1] ?? ""}, first ${found[0]?.id ?? ""}`
        : undefined;
    };
  },
  thread: (value) => {
    if (value !== "high" && value !== "elevated") return undefined;
    return (report) => {
      const found = report.threads.filter(({ verdict }) => atLeast(verdict.band, value));
      return found.length > 0
        ? `${found.length} of ${report.threads.length} threads, first ${found[0]?.id ?? ""}`
        : undefined;
    };
  },
  share: (value) => {
    const match = /^(\d{1,3}(?:\.\d+)?)%$/u.exec(value);
    const share = match === null ? NaN : Number(match[1]) / 100;
    if (!(share > 0 && share <= 1)) return undefined;
    return (report) => {
      const found = report.threads.find(
        ({ verdict }) => verdict.share !== null && verdict.band !== "ordinary" && verdict.share.estimate >= share,
      );
      return found === undefined
        ? undefined
        : `thread ${found.id}: estimated share ${Math.round((found.verdict.share?.estimate ?? 0) * 100)} %`;
    };
  },
  impersonation: (value) => {
    if (value !== "") return undefined;
    const strong = /^impersonation\/(?:quoted-role|unique-role|organisation-voice|name-match)$/u;
    return (report) => {
      const found = assessments(report).find(({ findings }) => findings.some(({ signal }) => strong.test(signal)));
      return found === undefined ? undefined : `comment ${found.id}`;
    };
  },
  family: (value) => {
    const size = /^\d{1,6}$/u.test(value) ? Number(value) : 0;
    if (size < 2) return undefined;
    return (report) => {
      const found = report.clusters.find(({ members }) => members.length >= size);
      return found === undefined
        ? undefined
        : `${found.members.length} comments, among them ${found.members[0]?.comment ?? ""}`;
    };
  },
  score: (value) => {
    const least = /^\d{1,3}$/u.test(value) ? Number(value) : 0;
    if (least < 1 || least > 100) return undefined;
    return (report) => {
      const found = assessments(report).find(({ score }) => score !== null && score >= least);
      return found === undefined ? undefined : `comment ${found.id} has ${found.score ?? 0}`;
    };
  },
};

function assessments(report: Report) {
  return report.threads.flatMap(({ comments }) => comments);
}

function atLeast(band: Band, wanted: Band): boolean {
  return BANDS.indexOf(band) <= BANDS.indexOf(wanted);
}

/** 0 = complete and no gate reached, 1 = a gate was reached, 2 = not complete, whatever the gates say. */
export function exitCodeOf(report: Report, gates: readonly Gate[]): 0 | 1 | 2 {
  if (!report.complete) return 2;
  return gates.some((gate) => gate.reached(report) !== undefined) ? 1 : 0;
}
