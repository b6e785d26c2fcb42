/** One author who is a nurse here and a veteran there. Needs account ids: names are shared by many. */
import type { CommentView, Corpus } from "../../corpus.js";
import type { Observation } from "../../model.js";
import type { Claim } from "./claim.js";
import { findClaims } from "./claims.js";

interface Held {
  readonly comment: CommentView;
  readonly claim: Claim;
  readonly occupation: string;
}

/** Occupations that one person plausibly has together, or one after the other. */
const FIELDS: Readonly<Record<string, string>> = {
  doctor: "medicine",
  physician: "medicine",
  surgeon: "medicine",
  nurse: "medicine",
  paramedic: "medicine",
  emt: "medicine",
  pharmacist: "medicine",
  therapist: "mind",
  psychologist: "mind",
  psychiatrist: "mind",
  counselor: "mind",
  counsellor: "mind",
  teacher: "school",
  professor: "school",
  lecturer: "school",
  educator: "school",
  principal: "school",
  scientist: "science",
  researcher: "science",
  engineer: "technology",
  developer: "technology",
  programmer: "technology",
  lawyer: "law",
  attorney: "law",
  solicitor: "law",
  barrister: "law",
  judge: "law",
  prosecutor: "law",
  veteran: "service",
  soldier: "service",
  marine: "service",
  officer: "service",
  cop: "service",
  policeman: "service",
  policewoman: "service",
  detective: "service",
  firefighter: "service",
  journalist: "press",
  reporter: "press",
  editor: "press",
  farmer: "land",
  rancher: "land",
  carpenter: "trade",
  electrician: "trade",
  plumber: "trade",
  mechanic: "trade",
  chef: "kitchen",
  cook: "kitchen",
  waiter: "kitchen",
  waitress: "kitchen",
  bartender: "kitchen",
  banker: "money",
  trader: "money",
  accountant: "money",
  investor: "money",
  pastor: "church",
  priest: "church",
  rabbi: "church",
  imam: "church",
};
/** A second trade is a life; a third is a cast. */
const MIN_FIELDS = 3;

export class Personas {
  readonly #byAuthor = new Map<string, Held[]>();

  constructor(corpus: Corpus) {
    for (const { comments } of corpus.threads) {
      for (const comment of comments) this.#read(comment);
    }
  }

  /** The author's other claims, when together they are more lives than one person leads. */
  contradiction(comment: CommentView): Observation | undefined {
    const held = this.#byAuthor.get(comment.comment.author?.id ?? "") ?? [];
    const own = held.find((each) => each.comment === comment);
    const fields = new Map<string, Held>();
    for (const each of held) {
      const field = FIELDS[each.occupation];
      if (field !== undefined && !fields.has(field)) fields.set(field, each);
    }
    if (own === undefined || fields.size < MIN_FIELDS) return undefined;
    const others = [...fields.values()].filter((each) => each.comment !== comment);
    return {
      signal: "impersonation/contradictory-personas",
      strength: 1,
      data: {
        personas: [...fields.values()].map(({ occupation }) => occupation),
        author: comment.comment.author?.id ?? null,
      },
      evidence: [
        { kind: "quote", ...own.claim.span },
        ...others.map(({ comment: other, claim }) => ({
          kind: "comment" as const,
          thread: other.thread.thread.id,
          comment: other.comment.id,
          ...claim.span,
        })),
      ],
    };
  }

  #read(comment: CommentView): void {
    const id = comment.comment.author?.id;
    if (id === undefined || (comment.language !== "eng" && comment.language !== "und")) return;
    for (const claim of findClaims(comment)) {
      const { role } = claim;
      const [head] = role?.heads ?? [];
      if (head === undefined || head.shifter !== null || (claim.frame !== "as" && claim.frame !== "i-am")) continue;
      const list = this.#byAuthor.get(id) ?? [];
      list.push({ comment, claim, occupation: head.norm });
      this.#byAuthor.set(id, list);
    }
  }
}
