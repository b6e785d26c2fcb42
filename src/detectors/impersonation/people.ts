/**
 * Who the article speaks of: person, role and organisation, with the words that say so.
 *
 * Patterns on capitals and a list of roles, each a function of its own. Precision before recall:
 * what is missed here only costs a finding, what is wrong here accuses somebody.
 */
import type { TextView } from "../../corpus.js";
import type { Span } from "../../model.js";
import { isAcronym, isCapitalised, readName, readOrganisation, type Proper } from "./proper.js";
import { LEADING_VERBS, ROLE_MODIFIERS, ROLE_SHIFTERS, roleClass } from "./roles.js";

export interface Person {
  /** Null where the article names the office alone. */
  readonly name: string | null;
  readonly role: string;
  readonly roleClass: string;
  /** "former", "deputy", …: another office than the one without it. */
  readonly shifter: string | null;
  readonly organisation: string | null;
  /** The words of the article that say it. */
  readonly span: Span;
}

interface Role {
  readonly from: number;
  readonly to: number;
  readonly norm: string;
  readonly className: string;
  readonly shifter: string | null;
}

/** People of one text in reading order, each mention once. O(tokens). */
export function findPeople(view: TextView): Person[] {
  const people: Person[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const found =
      nameFirst(view, i) ?? roleOfOrganisation(view, i) ?? organisationRoleName(view, i) ?? titleAndName(view, i);
    if (found === undefined) continue;
    people.push(found.person);
    i = Math.max(i, found.next - 1);
  }
  return people;
}

interface Found {
  readonly person: Person;
  /** Token at which reading goes on. */
  readonly next: number;
}

/** A role with its modifiers, such as "the former deputy executive director". */
export function readRole(view: TextView, from: number): Role | undefined {
  const { tokens } = view;
  let at = from;
  let shifter: string | null = null;
  if (["the", "a", "an", "its", "their", "his", "her", "our", "my"].includes(tokens[at]?.norm ?? "")) at++;
  for (let steps = 0; steps < 5; steps++) {
    const token = tokens[at];
    if (token?.kind !== "word") return undefined;
    const next = tokens[at + 1];
    const className = roleClass(token.norm);
    const modifiesNext =
      ROLE_MODIFIERS.has(token.norm) &&
      next !== undefined &&
      (roleClass(next.norm) !== undefined || ROLE_MODIFIERS.has(next.norm));
    if (ROLE_SHIFTERS.has(token.norm)) {
      shifter ??= token.norm;
      at += next?.norm === "-" ? 2 : 1;
    } else if (className !== undefined && !modifiesNext) {
      return { from, to: at + 1, norm: token.norm, className, shifter };
    } else if (modifiesNext || ROLE_MODIFIERS.has(token.norm)) {
      at++;
    } else return undefined;
  }
  return undefined;
}

/** "Ana Lind, the head of the Harbour Trust" · "Ana Lind, Harbour Trust director" · "Ana Lind, who runs X". */
function nameFirst(view: TextView, i: number): Found | undefined {
  if (!isCapitalised(view, view.tokens[i]) || isCapitalised(view, view.tokens[i - 1])) return undefined;
  const name = readName(view, i);
  if (name === undefined) return undefined;
  const { tokens } = view;
  const separator = tokens[name.to]?.norm;
  if (separator === "(" || separator === ",") {
    const after = name.to + 1;
    const apposition = roleWithOrganisation(view, after) ?? organisationThenRole(view, after) ?? whoLeads(view, after);
    if (apposition !== undefined) return personAt(view, name, apposition, name.from, apposition.to);
  }
  return undefined;
}

interface Office {
  readonly role: Pick<Role, "norm" | "className" | "shifter">;
  readonly organisation: Proper | undefined;
  readonly to: number;
}

function roleWithOrganisation(view: TextView, from: number): Office | undefined {
  const role = readRole(view, from);
  if (role === undefined) return undefined;
  const { tokens } = view;
  if (["of", "for", "at", "with"].includes(tokens[role.to]?.norm ?? "")) {
    const organisation = readOrganisation(view, role.to + 1);
    if (organisation !== undefined) return { role, organisation, to: organisation.to };
  }
  const closes = tokens[role.to];
  return closes === undefined || [",", ".", ")", ";"].includes(closes.norm)
    ? { role, organisation: undefined, to: role.to }
    : undefined;
}

function organisationThenRole(view: TextView, from: number): Office | undefined {
  const organisation = readOrganisation(view, from);
  if (organisation === undefined) return undefined;
  const role = readRole(view, organisation.to);
  return role === undefined ? undefined : { role, organisation, to: role.to };
}

function whoLeads(view: TextView, from: number): Office | undefined {
  const { tokens } = view;
  if (tokens[from]?.norm !== "who") return undefined;
  const verb = tokens[from + 1]?.norm ?? "";
  const className = LEADING_VERBS.get(verb);
  const organisation = className === undefined ? undefined : readOrganisation(view, from + 2);
  return className === undefined || organisation === undefined
    ? undefined
    : { role: { norm: className, className, shifter: null }, organisation, to: organisation.to };
}

/** "the head of HRMMU, Danielle Bell, said" · "the mayor of Lund said". */
function roleOfOrganisation(view: TextView, i: number): Found | undefined {
  const { tokens } = view;
  if (tokens[i]?.norm !== "the") return undefined;
  const role = readRole(view, i);
  if (role === undefined || !["of", "for", "at"].includes(tokens[role.to]?.norm ?? "")) return undefined;
  const organisation = readOrganisation(view, role.to + 1);
  if (organisation === undefined) return undefined;
  const office: Office = { role, organisation, to: organisation.to };
  const comma = tokens[organisation.to]?.norm === ",";
  const name = readName(view, organisation.to + (comma ? 1 : 0));
  return personAt(view, name, office, i, name?.to ?? organisation.to);
}

/** "HRMMU head Danielle Bell" · "Harbour Trust director Ana Lind" · "the Trust's director, Ana Lind,". */
function organisationRoleName(view: TextView, i: number): Found | undefined {
  const { tokens } = view;
  const first = tokens[i];
  if (first === undefined || !isCapitalised(view, first) || isCapitalised(view, tokens[i - 1])) return undefined;
  const organisation = readOrganisation(view, i);
  if (organisation === undefined) return undefined;
  const role = readRole(view, organisation.to);
  if (role === undefined) return undefined;
  const possessive = /['’]s$/u.test(tokens[organisation.to - 1]?.norm ?? "");
  const comma = possessive && tokens[role.to]?.norm === "," ? 1 : 0;
  const name = readName(view, role.to + comma);
  const strong = possessive || isAcronym(view, first) || organisation.to - organisation.from > 1;
  // One capitalised word before a role may just open the sentence: no organisation is read from it.
  return name === undefined
    ? undefined
    : personAt(
        view,
        name,
        { role, organisation: strong ? organisation : undefined, to: role.to },
        organisation.from,
        name.to,
      );
}

/** "President Ana Lind" · "spokeswoman Kari Moe". */
function titleAndName(view: TextView, i: number): Found | undefined {
  const role = readRole(view, i);
  if (role === undefined) return undefined;
  const name = readName(view, role.to);
  return name === undefined
    ? undefined
    : personAt(view, name, { role, organisation: undefined, to: role.to }, i, name.to);
}

function personAt(
  view: TextView,
  name: Proper | undefined,
  office: Office,
  from: number,
  to: number,
): Found | undefined {
  const first = view.tokens[from];
  const last = view.tokens[Math.max(to, name?.to ?? 0, office.to) - 1];
  if (first === undefined || last === undefined) return undefined;
  return {
    person: {
      name: name?.text ?? null,
      role: office.role.norm,
      roleClass: office.role.className,
      shifter: office.role.shifter,
      organisation: office.organisation?.text ?? null,
      span: view.span(Math.min(first.start, view.tokens[name?.from ?? from]?.start ?? first.start), last.end),
    },
    next: Math.max(to, office.to),
  };
}
