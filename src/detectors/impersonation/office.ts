/** Offices as a text words them: "the former deputy executive director", "co-founder and CEO", "head of sales". */
import { FUNCTION_WORDS } from "../../text/function-words.js";
import { isContentWord, type TextView } from "../../corpus.js";
import {
  isCapitalised,
  isKindOfOrganisation,
  isOrganisationNoun,
  readName,
  readOrganisation,
  textOf,
  type Proper,
} from "./proper.js";
import { isDoer, POST_MODIFIERS, ROLE_MODIFIERS, ROLE_SHIFTERS, roleClass, SPEECH_VERBS } from "./roles.js";

/** One office: "vice-president" is president with the shifter vice, "professor of biochemistry" has a field. */
export interface Head {
  readonly norm: string;
  readonly className: string;
  readonly shifter: string | null;
  /** "finance" of the finance minister, "biochemistry" of its professor; null where the office has none. */
  readonly field: string | null;
  /** Whether the field follows the role: "head of sales" leads a part of the body. */
  readonly ofField: boolean;
}

export interface Role {
  readonly from: number;
  readonly to: number;
  /** As the text words it, without its article: "senior oil analyst". */
  readonly text: string;
  /** One, or several where offices are joined: "founder and editor". */
  readonly heads: readonly Head[];
}

export interface Office {
  readonly role: Pick<Role, "text" | "heads">;
  readonly organisation: Proper | undefined;
  readonly to: number;
  /** Token after the role itself, where "of" stands. */
  readonly roleTo: number;
}

const DETERMINERS = new Set(["the", "a", "an", "its", "their", "his", "her", "our", "my", "your"]);
/** What joins a role to its organisation: "head of", "adviser to", "editor with". */
export const OF = new Set(["of", "for", "at", "with", "to", "in", "on"]);
/** Words of one role: "former acting chief executive officer" has five. */
const MAX_WORDS = 6;
const MAX_HEADS = 3;
/** Lower-case words between a role and its organisation: "head of passenger services at Nordrail". */
const MAX_FIELD = 4;
const INSIDE_FIELD = new Set(["the", "and", "a", "an", "our", "this"]);

/**
 * A role with its modifiers, and further ones joined by "and". `loose` lets words before it that no
 * list knows: "marine biologist". Without it every word before the role must be a known modifier.
 */
export function readRole(view: TextView, from: number, loose = false, doer = false): Role | undefined {
  const { tokens } = view;
  const start = DETERMINERS.has(tokens[from]?.norm ?? "") ? from + 1 : from;
  const first = readSingle(view, start, loose, doer);
  if (first === undefined) return undefined;
  const heads = [first.head];
  let to = first.to;
  while (heads.length < MAX_HEADS && ["and", "&"].includes(tokens[to]?.norm ?? "")) {
    const next = readSingle(view, ["a", "an"].includes(tokens[to + 1]?.norm ?? "") ? to + 2 : to + 1, loose);
    if (next === undefined) break;
    heads.push(next.head);
    ({ to } = next);
  }
  return { from, to, text: textOf(view, start, to), heads };
}

function readSingle(
  view: TextView,
  start: number,
  loose: boolean,
  doer = false,
): { head: Head; to: number } | undefined {
  const { tokens } = view;
  let at = start;
  const words: string[] = [];
  while (words.length < MAX_WORDS && isRoleWord(view, at, loose, words.length === 0)) {
    // "Vice-chancellor Professor Birgit Aas": the second is a form of address.
    if (tokens[at]?.norm === "professor" && isCapitalised(view, tokens[at]) && roleClass(words.at(-1) ?? "")) break;
    words.push(tokens[at]?.norm ?? "");
    at = pastHyphen(view, at + 1);
    // "police and crime commissioner": two fields of one office.
    if (loose && roleClass(words.at(-1) ?? "") === undefined && tokens[at]?.norm === "and") at++;
  }
  // A hyphen that leads to no further word of the role: "editor-in-chief", "president-elect".
  if (at > start && ["-", "and"].includes(tokens[at - 1]?.norm ?? "")) at--;
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const post = words.length > 1 && POST_MODIFIERS.has(last) && roleClass(words.at(-2) ?? "") !== undefined;
  const noun = post ? (words.at(-2) ?? "") : last;
  const before = words.slice(0, post ? -2 : -1);
  const to = compoundEnd(view, at);
  // "Her deputy, Paul Hendry": the shifter is the office itself.
  if (noun === "deputy") {
    return { head: { norm: "deputy", className: "deputy", shifter: null, field: null, ofField: false }, to };
  }
  const short = ABBREVIATIONS.get(noun);
  const named = officerName(words) ?? short?.norm ?? noun;
  // A doer that no list knows is an office in an apposition with "of".
  const className = roleClass(named) ?? (doer && OF.has(tokens[to]?.norm ?? "") && isDoer(named) ? named : undefined);
  if (className === undefined) return undefined;
  const shifter = before.find((word) => ROLE_SHIFTERS.has(word)) ?? short?.shifter ?? null;
  if (short?.field !== undefined)
    return { head: { norm: named, className, shifter, field: short.field, ofField: false }, to };
  const field =
    named === noun ? (before.findLast((word) => !ROLE_SHIFTERS.has(word) && !RANKS.has(word)) ?? null) : null;
  return { head: { norm: named, className, shifter, field: post ? last : field, ofField: false }, to };
}

/** Offices in short: "VP of sales", "the county DA". */
const ABBREVIATIONS: ReadonlyMap<string, { norm: string; shifter?: string; field?: string }> = new Map([
  ["vp", { norm: "president", shifter: "vice" }],
  ["da", { norm: "attorney", field: "district" }],
  ["pm", { norm: "minister", field: "prime" }],
  ["exec", { norm: "executive" }],
  ["dg", { norm: "director", field: "general" }],
]);

/** Modifiers that only say how high: the senior analyst is an analyst. */
const RANKS = new Set(
  "chief executive managing senior junior principal lead head general national regional company group board co staff longtime veteran local current first second".split(
    " ",
  ),
);

/** "chief executive", with or without "officer", is the CEO; "chief financial officer" and "finance chief" the CFO. */
function officerName(words: readonly string[]): string | undefined {
  const chief = words.indexOf("chief");
  if (chief >= 0 && ["executive", "exec"].includes(words[chief + 1] ?? "")) return "ceo";
  if (chief >= 0 && words.at(-1) === "officer" && chief === words.length - 3) {
    const short = `c${words[chief + 1]?.[0] ?? ""}o`;
    return roleClass(short) === undefined ? undefined : short;
  }
  if (words.at(-2) === "head" && words.at(-1) === "teacher") return "headteacher";
  // "secretary-general", "general secretary": heads of their bodies, no ministers.
  if (words.includes("secretary") && words.includes("general")) return "head";
  return words.at(-2) === "finance" && ["chief", "director"].includes(words.at(-1) ?? "") ? "cfo" : undefined;
}

/** Verb forms are no modifiers, though some modifiers look like one: "retired", "managing". */
const VERB_FORM = /(?:ed|ing)$/u;

function isRoleWord(view: TextView, at: number, loose: boolean, isFirst: boolean): boolean {
  const token = view.tokens[at];
  if (token?.kind !== "word") return false;
  const { norm } = token;
  if (norm === "co" && view.tokens[at + 1]?.norm === "-") return true;
  if (
    ABBREVIATIONS.has(norm) ||
    roleClass(norm) !== undefined ||
    ROLE_MODIFIERS.has(norm) ||
    ROLE_SHIFTERS.has(norm) ||
    POST_MODIFIERS.has(norm)
  )
    return true;
  if (!loose || isCapitalised(view, token) || SPEECH_VERBS.has(norm)) return false;
  return isContentWord(token) && !VERB_FORM.test(norm) && !(isFirst && norm.endsWith("'s"));
}

/** Skips the hyphen of "vice-president". */
function pastHyphen(view: TextView, at: number): number {
  const [before, hyphen, after] = view.tokens.slice(at - 1, at + 2);
  const tight = hyphen?.norm === "-" && before?.end === hyphen.start && after?.start === hyphen.end;
  return tight && after.kind === "word" && after.norm !== "in" ? at + 1 : at;
}

/** "editor-in-chief", "composer-in-residence": the rest of a hyphenated office. */
function compoundEnd(view: TextView, at: number): number {
  const [before, hyphen, inside, second] = view.tokens.slice(at - 1, at + 3);
  const tight = hyphen?.norm === "-" && before?.end === hyphen.start;
  return tight && inside?.norm === "in" && second?.norm === "-" ? at + 4 : at;
}

/** Explains "the company" by what the text has named. */
export interface Antecedents {
  byNoun(noun: string, at: number): Proper | undefined;
}

export interface OfficeOptions {
  readonly antecedents?: Antecedents;
  readonly loose?: boolean;
  /** Any noun that may name a doer is a role: "landlord at the Anchor Inn". */
  readonly doer?: boolean;
  /** What follows "of" may be a field without an organisation: "its head of sales". */
  readonly field?: boolean;
  /** Capitals right after the field may be the holder's name: "chief of emergency medicine Nadia Farouk". */
  readonly nameMayFollow?: boolean;
}

/** A role and what it is the role of; the organisation may be missing. */
export function readOffice(view: TextView, from: number, options: OfficeOptions = {}): Office | undefined {
  const role = readRole(view, from, options.loose, options.doer);
  if (role === undefined) return undefined;
  const { tokens } = view;
  if (!OF.has(tokens[role.to]?.norm ?? "")) return { role, organisation: undefined, to: role.to, roleTo: role.to };
  let at = role.to + 1;
  const noun = nounAfterThe(view, at);
  const named = noun === undefined ? undefined : options.antecedents?.byNoun(noun, at);
  if (named !== undefined) return { role, organisation: named, to: at + 2, roleTo: role.to };
  for (let field = 0; field <= MAX_FIELD; field++) {
    // "director of inspections for the agency"
    const later = OF.has(tokens[at]?.norm ?? "") ? nounAfterThe(view, at + 1) : undefined;
    const meant = later === undefined ? undefined : options.antecedents?.byNoun(later, at);
    if (meant !== undefined && at > role.to + 1)
      return { role: withField(view, role, at), organisation: meant, to: at + 3, roleTo: role.to };
    const organisation = readOrganisation(view, at);
    if (organisation !== undefined) {
      const before = tokens[at - 1]?.norm ?? "";
      const joined = OF.has(before) || before === "the" || isKindOfOrganisation(before) || at === role.to + 1;
      // "chief of emergency medicine Nadia Farouk": the field ends where the name begins.
      if (!joined && options.nameMayFollow === true && isPersonal(view, at))
        return { role: withField(view, role, at), organisation: undefined, to: at, roleTo: role.to };
      return ofOrganisation(view, role, organisation, at);
    }
    const token = tokens[at];
    if (token?.kind !== "word" || (field === MAX_FIELD && !OF.has(token.norm))) break;
    if (FUNCTION_WORDS.has(token.norm) && !OF.has(token.norm) && !INSIDE_FIELD.has(token.norm)) break;
    at++;
  }
  const isField = options.field === true && at > role.to + 1 && !DETERMINERS.has(tokens[role.to + 1]?.norm ?? "");
  return { role: isField ? withField(view, role, at) : role, organisation: undefined, to: at, roleTo: role.to };
}

/** "the company", where the noun phrase ends with it. */
function nounAfterThe(view: TextView, at: number): string | undefined {
  const [the, noun, next] = view.tokens.slice(at, at + 3);
  if (the?.norm !== "the" || noun === undefined || !isContentWord(noun) || isCapitalised(view, noun)) return undefined;
  return next?.kind === "word" && isContentWord(next) && !SPEECH_VERBS.has(next.norm) ? undefined : noun.norm;
}

function isPersonal(view: TextView, at: number): boolean {
  const name = readName(view, at);
  return name !== undefined && view.tokens[name.to]?.norm !== "of";
}

function ofOrganisation(view: TextView, role: Role, organisation: Proper, at: number): Office {
  const { tokens } = view;
  // "professor of Physics at Lund University": what comes first is the field.
  const further = ["at", "with"].includes(tokens[organisation.to]?.norm ?? "")
    ? readOrganisation(view, organisation.to + 1)
    : undefined;
  // "head of West Africa research at Tollgate Partners"
  const noun = tokens[organisation.to];
  const later =
    noun !== undefined &&
    isContentWord(noun) &&
    !isCapitalised(view, noun) &&
    ["at", "with", "for"].includes(tokens[organisation.to + 1]?.norm ?? "")
      ? readOrganisation(view, organisation.to + 2)
      : undefined;
  if (later !== undefined)
    return { role: withField(view, role, organisation.to + 1), organisation: later, to: later.to, roleTo: role.to };
  if (further !== undefined && !isOrganisationNoun(tokens[organisation.to - 1]?.norm ?? ""))
    return { role: withField(view, role, organisation.to), organisation: further, to: further.to, roleTo: role.to };
  // "the Minister of Culture of Bandoro"
  const first = tokens[organisation.from]?.norm ?? "";
  if (
    ROLE_MODIFIERS.has(first) &&
    tokens[organisation.from + 1]?.norm === "of" &&
    organisation.to - organisation.from > 2
  ) {
    const from = organisation.from + 2;
    const body = { from, to: organisation.to, text: textOf(view, from, organisation.to) };
    return {
      role: withField(view, role, organisation.from + 1),
      organisation: body,
      to: organisation.to,
      roleTo: role.to,
    };
  }
  const to = fieldEnd(view, organisation.to);
  // "head of Nordrail's passenger services"
  if (to > organisation.to) {
    const field = textOf(view, organisation.to, to).toLowerCase();
    return { role: inField(role, role.text, field), organisation, to, roleTo: role.to };
  }
  let fieldTo = at;
  while (fieldTo > role.to + 1 && !isContentWord(tokens[fieldTo - 1] ?? NO_TOKEN)) fieldTo--;
  const isField = fieldTo > role.to + 1 && OF.has(tokens[fieldTo]?.norm ?? "");
  return { role: isField ? withField(view, role, fieldTo) : role, organisation, to, roleTo: role.to };
}

const NO_TOKEN = { kind: "punct", norm: "", start: 0, end: 0 } as const;

/** The role with the words up to a token as its field: "curator of instruments". */
function withField(view: TextView, role: Role, to: number): Role {
  const field = textOf(view, role.to + 1, to).toLowerCase();
  return inField(role, `${role.text} ${textOf(view, role.to, to)}`, field);
}

function inField(role: Role, text: string, field: string): Role {
  return { ...role, text, heads: role.heads.map((head) => ({ ...head, field, ofField: true })) };
}

/** "Nordrail's passenger services": the possessor is the organisation, its part is passed over. */
function fieldEnd(view: TextView, at: number): number {
  const { tokens } = view;
  if (!/['’]s$/u.test(tokens[at - 1]?.norm ?? "")) return at;
  let end = at;
  while (end - at < 3) {
    const token = tokens[end];
    if (token === undefined || !isContentWord(token)) break;
    end++;
  }
  return end;
}

/** The same role with a shifter, where it has none: "she was dean" makes a former dean. */
export function shifted(role: Office["role"], shifter: string | null): Office["role"] {
  if (shifter === null) return role;
  return { ...role, heads: role.heads.map((head) => ({ ...head, shifter: head.shifter ?? shifter })) };
}
