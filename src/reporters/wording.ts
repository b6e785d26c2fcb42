/** Facts to sentences: the one place where findings become prose. Shared by all reporters. */
import { CLAIMS_A_PERSON } from "../gates.js";
import type { Band, ClusterKind, Finding, Json, Reason, Report, ThreadVerdict } from "../model.js";

/** "1 in 3,000", "fewer than 1 in 2,000", "36 in 100". */
export function oneIn(rate: number): string {
  if (rate >= 0.095) return `${Math.round(rate * 100)} in 100`;
  return `1 in ${grouped(roundedInverse(rate))}`;
}

/** 12345 as "12,345"; the locale's own way loads all its data for it. */
function grouped(count: number): string {
  const digits = String(count);
  const parts: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) parts.unshift(digits.slice(Math.max(0, end - 3), end));
  return parts.join(",");
}

function roundedInverse(rate: number): number {
  const inverse = 1 / Math.max(rate, 1e-6);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(inverse)) - 1);
  return Math.round(inverse / step) * step;
}

export const BAND_WORDS: Readonly<Record<Band, string>> = {
  high: "high",
  elevated: "elevated",
  ordinary: "ordinary",
  insufficient: "not enough text",
};

export const FAMILY_WORDS: Readonly<Record<ClusterKind, string>> = {
  copy: "the same text",
  edited: "one text, lightly edited",
  template: "one template, filled differently",
  paraphrase: "the same thing said in other words",
};

function text(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function person(data: Finding["data"]): string {
  const role = data["role"] === "ceo" ? "CEO" : text(data["role"]);
  const office = [role, text(data["organisation"])].filter((part) => part !== "").join(" of ");
  return [text(data["person"]), office].filter((part) => part !== "").join(", ");
}

/** What a finding says, as a reader would put it. Untrusted parts are not escaped here. */
export function describeFinding({ signal, data, contribution }: Finding, report: Report): string {
  const twin = `comment ${text(data["comment"])}`;
  switch (signal) {
    case "generic-phrasing/wording":
      return contribution < 0 ? "worded more like people's comments" : (report.signals[signal]?.title ?? signal);
    case "impersonation/quoted-role":
    case "impersonation/unique-role":
      return `speaks as ${person(data)}, whom the article names`;
    case "impersonation/contradictory-personas":
      return `the same account claims to be ${Array.isArray(data["personas"]) ? data["personas"].map((each) => text(each as Json)).join(", ") : ""}`;
    case "impersonation/organisation-voice":
      return `speaks for ${text(data["organisation"])}, which the article names`;
    case "impersonation/name-match":
      return `bears the name of ${person(data)}, whom the article names`;
    case "impersonation/credential":
      return `claims to be ${text(data["role"]) === "someone" ? "somebody with experience" : `${/^[aeiou]/u.test(text(data["role"])) ? "an" : "a"} ${text(data["role"])}`}: nothing here confirms or refutes it`;
    case "near-duplicate/copy":
      return `${data["sameAuthor"] === true ? "the same author's" : "a"} copy of ${twin}`;
    case "near-duplicate/edited":
      return `a light edit of ${twin} (likeness ${text(data["similarity"])})`;
    case "near-duplicate/paraphrase":
      return `says the same as ${twin} in other words (likeness ${text(data["similarity"])})`;
    case "near-duplicate/from-article":
      return `${text(data["words"])} words in a row are the article's, without quotation marks`;
    case "near-duplicate/from-parent":
      return `${text(data["words"])} words in a row are those of the comment it answers`;
    case "near-duplicate/sibling":
      return `unusually close to comments ${Array.isArray(data["nearest"]) ? data["nearest"].map((id) => text(id as Json)).join(" and ") : ""}`;
    case "thread/context":
      return "stands in a thread that looks machine-written as a whole";
    default:
      return report.signals[signal]?.title ?? signal;
  }
}

/** What matched how, and which innocent explanation remains; empty where there is nothing to add. */
export function remarksOn({ signal, data }: Finding): string[] {
  if (!CLAIMS_A_PERSON.test(signal)) return [];
  const matched = text(data["matched"]);
  const quoted = text(data["quoted"]);
  const innocent =
    signal === "impersonation/name-match"
      ? "Namesakes exist, and it may be that person: the input marks no verified account."
      : "The writer may be that person: the input marks no verified account.";
  return [
    ...(matched === "" ? [] : [`matched by ${matched}`]),
    ...(quoted === "" ? [] : [`the article quotes that person: ${quoted}`]),
    innocent,
  ];
}

/** The verdict on a thread in one sentence. */
export function describeVerdict({ band, humanRate }: ThreadVerdict): string {
  if (band === "insufficient" || humanRate === null) return "too few judged comments for a verdict on the thread";
  if (band === "ordinary")
    return humanRate > 0.5
      ? "like most threads of people"
      : `within what threads of people show (${oneIn(humanRate)} ${humanRate >= 0.095 ? "are" : "is"} at least this bot-like)`;
  return `at most ${oneIn(humanRate)} threads of people is this bot-like`;
}

/** One reason of a thread's verdict. */
export function describeReason({ signal, data }: Reason, report: Report): string {
  const title = report.signals[signal]?.title ?? signal;
  if (signal === "thread/shared-phrases") {
    const phrases = Array.isArray(data["phrases"])
      ? (data["phrases"] as readonly ({ readonly text: string; readonly comments: number } | null)[]).filter(
          (each) => each !== null,
        )
      : [];
    return `shared: ${phrases
      .slice(0, 4)
      .map((phrase) => `“${phrase.text}” ×${phrase.comments}`)
      .join(", ")}`;
  }
  if (signal === "thread/claims") {
    const claims = Array.isArray(data["claims"])
      ? (data["claims"] as readonly ({ readonly comment: string; readonly quote: string } | null)[]).filter(
          (each) => each !== null,
        )
      : [];
    const shown = claims.slice(0, 4).map((claim) => `${claim.comment} “${claim.quote}”`);
    return `claims to be somebody: ${shown.join(", ")}${claims.length > 4 ? ` and ${claims.length - 4} more` : ""}`;
  }
  if (signal === "thread/families")
    return `${text(data["comments"])} comments repeat each other (${text(data["families"])} ${data["families"] === 1 ? "family" : "families"})`;
  const rate = data["humanRate"];
  return typeof rate === "number" ? `${title} (${oneIn(rate)} threads of people)` : title;
}

export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
