/** Offices as a text words them: "the former deputy executive director", "editor-in-chief". */
import { isContentWord, type TextView } from "../../corpus.js";
import { isCapitalised, readOrganisation, type Proper } from "./proper.js";
import { FIELDS_OF_OFFICE, ROLE_MODIFIERS, ROLE_SHIFTERS, roleClass } from "./roles.js";

export interface Role {
  readonly from: number;
  readonly to: number;
  readonly norm: string;
  readonly className: string;
  readonly shifter: string | null;
  /** "finance" of the finance minister; null where the office has none. */
  readonly field: string | null;
}

export interface Office {
  readonly role: Pick<Role, "norm" | "className" | "shifter" | "field">;
  readonly organisation: Proper | undefined;
  readonly to: number;
  /** Token after the role itself, where "of" stands. */
  readonly roleTo: number;
}

const DETERMINERS = new Set(["the", "a", "an", "its", "their", "his", "her", "our", "my", "your"]);
/** "headed by whom": what joins a role to its organisation. */
export const OF = new Set(["of", "for", "at", "with", "to", "in"]);
const MAX_STEPS = 6;
/** Lower-case words between a role and its organisation: "head of passenger services at Nordrail". */
const MAX_FIELD = 4;

/** A role with its modifiers. `loose` lets two unknown lower-case words stand before it. */
export function readRole(view: TextView, from: number, loose = false): Role | undefined {
  const { tokens } = view;
  let at = from;
  let shifter: string | null = null;
  let field: string | null = null;
  let unknown = loose ? 2 : 0;
  if (DETERMINERS.has(tokens[at]?.norm ?? "")) at++;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const token = tokens[at];
    if (token?.kind !== "word") break;
    const next = tokens[at + 1];
    // "chief executive", with or without "officer", is what others call the CEO.
    if (token.norm === "chief" && next?.norm === "executive") {
      const to = at + (tokens[at + 2]?.norm === "officer" ? 3 : 2);
      return { from, to, norm: "ceo", className: "head", shifter, field };
    }
    const className = roleClass(token.norm);
    const modifiesNext =
      ROLE_MODIFIERS.has(token.norm) &&
      next !== undefined &&
      (roleClass(next.norm) !== undefined || ROLE_MODIFIERS.has(next.norm));
    if (ROLE_SHIFTERS.has(token.norm)) {
      shifter ??= token.norm;
      at += next?.norm === "-" ? 2 : 1;
    } else if (className !== undefined && !modifiesNext) {
      return { from, to: compoundEnd(view, at + 1), norm: token.norm, className, shifter, field };
    } else if (modifiesNext || ROLE_MODIFIERS.has(token.norm)) {
      if (FIELDS_OF_OFFICE.has(token.norm)) field ??= token.norm;
      at++;
    } else if (unknown > 0 && isContentWord(token) && !isCapitalised(view, token)) {
      unknown--;
      at++;
    } else break;
  }
  // "Her deputy, Paul Hendry": the shifter is the office itself.
  const last = tokens[at - 1];
  return shifter === "deputy" && last?.norm === "deputy"
    ? { from, to: at, norm: "deputy", className: "deputy", shifter: null, field: null }
    : undefined;
}

/** "director-general", "editor-in-chief": the rest of a hyphenated office. */
function compoundEnd(view: TextView, at: number): number {
  const { tokens } = view;
  if (tokens[at]?.norm !== "-") return at;
  if (tokens[at + 1]?.norm === "in" && tokens[at + 2]?.norm === "-") return at + 4;
  return tokens[at + 1]?.kind === "word" ? at + 2 : at;
}

/** A role and what it is the role of; the organisation may be missing. */
export function readOffice(view: TextView, from: number, loose = false): Office | undefined {
  const role = readRole(view, from, loose);
  if (role === undefined) return undefined;
  const { tokens } = view;
  if (!OF.has(tokens[role.to]?.norm ?? "")) return { role, organisation: undefined, to: role.to, roleTo: role.to };
  let at = role.to + 1;
  for (let field = 0; field <= MAX_FIELD; field++) {
    const organisation = readOrganisation(view, at);
    // "Nordrail's passenger services": the possessor is the organisation.
    if (organisation !== undefined) return { role, organisation, to: fieldEnd(view, organisation.to), roleTo: role.to };
    const token = tokens[at];
    if (token?.kind !== "word" || (field === MAX_FIELD && !OF.has(token.norm))) break;
    at++;
  }
  return { role, organisation: undefined, to: at, roleTo: role.to };
}

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
