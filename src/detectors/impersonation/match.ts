/** Whether a claim and a person of the article are the same office, organisation or name. */
import { jaroWinkler } from "../../text/natural.js";
import type { Claim } from "./claims.js";
import type { Person } from "./people.js";
import { foldName, initialsOf, looksLikeAcronym } from "./proper.js";
import { DESCRIPTORS, isUniqueRole } from "./roles.js";

/** Names of one organisation: full name, acronym and what the article introduces in brackets. */
export class Aliases {
  readonly #groups: Set<string>[] = [];

  readonly #text: string;

  /** Reads "Long Name (LN)" introductions out of a text (after Schwartz & Hearst 2003). */
  constructor(text: string) {
    this.#text = ` ${foldName(text)} `;
    for (const match of text.matchAll(/\((\p{Lu}[\p{Lu}&]{1,9})\)/gu)) {
      const acronym = match[1] ?? "";
      const before = text.slice(Math.max(0, match.index - 120), match.index).trimEnd();
      const long = longForm(before, acronym);
      if (long !== undefined) this.#groups.push(new Set([foldName(long), foldName(acronym)]));
    }
  }

  /** Whether the text names this place or organisation at all. */
  mentions(name: string): boolean {
    return this.#text.includes(` ${foldName(name)} `);
  }

  same(a: string, b: string): boolean {
    const [x, y] = [foldName(a), foldName(b)];
    if (x === "" || y === "") return false;
    if (x === y || this.#groups.some((group) => group.has(x) && group.has(y))) return true;
    if (isInitialsOf(a, b) || isInitialsOf(b, a)) return true;
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    if (short.includes(" ")) return ` ${long} `.includes(` ${short} `);
    // "Corven" for "Corven Foods": the distinctive first word of a longer name.
    return short.length >= MIN_SHORT_NAME && long.startsWith(`${short} `) && !DESCRIPTORS.has(short);
  }
}

function isInitialsOf(acronym: string, name: string): boolean {
  return (
    looksLikeAcronym(acronym) &&
    acronym.length >= 3 &&
    name.includes(" ") &&
    initialsOf(name) === acronym.replaceAll("&", "")
  );
}

/** The words before a bracket whose initials, from right to left, spell the acronym. */
function longForm(before: string, acronym: string): string | undefined {
  const words = before.split(/\s+/u).slice(-Math.min(acronym.length + 5, acronym.length * 2));
  for (let from = words.length - 1; from >= 0; from--) {
    const candidate = words.slice(from).join(" ");
    const letters = initialsOf(candidate);
    if (letters === acronym && /^\p{Lu}/u.test(candidate)) return candidate;
  }
  return undefined;
}

/** Shorter first words ("New", "East") belong to too many names. */
const MIN_SHORT_NAME = 4;

export type RoleMatch =
  { readonly kind: "quoted-role"; readonly person: Person } | { readonly kind: "unique-role"; readonly person: Person };

/**
 * The person of the article whose office the claim takes. Role and organisation both match:
 * quoted-role. The role alone, where one person holds it at a time: unique-role.
 */
export function matchRole(claim: Claim, people: readonly Person[], aliases: Aliases): RoleMatch | undefined {
  const { role, organisation } = claim;
  if (role === null || claim.ofSomethingElse) return undefined;
  const sameOffice = people.filter(
    (person) => person.roleClass === role.className && sameShifter(person.shifter, role.shifter),
  );
  if (organisation !== null) {
    const matching = sameOffice.filter(
      (person) => person.organisation !== null && aliases.same(person.organisation, organisation),
    );
    const named = matching.find(({ name }) => name !== null) ?? matching[0];
    if (named !== undefined) return { kind: "quoted-role", person: named };
  }
  if (!claim.definite || role.shifter !== null || !isUniqueRole(role.norm)) return undefined;
  const unique = sameOffice.filter(
    (person) =>
      person.role === role.norm &&
      person.shifter === null &&
      (organisation === null || (person.organisation === null && aliases.mentions(organisation))),
  );
  const [only] = unique;
  const holders = new Set(unique.map(({ name }) => foldName(name ?? "")));
  return only !== undefined && holders.size === 1 ? { kind: "unique-role", person: only } : undefined;
}

/** Former, deputy and acting offices are kept apart; acting and interim are the office itself for a claim. */
function sameShifter(a: string | null, b: string | null): boolean {
  const norm = (shifter: string | null) =>
    shifter === "acting" || shifter === "interim" || shifter === "incoming"
      ? null
      : shifter === "ex"
        ? "former"
        : shifter;
  return norm(a) === norm(b);
}

/** Spelling variants, lost accents and a missing initial are one name; a shared surname is not. */
const SAME_NAME = 0.96;

/** The person of the article who bears this name. One word is never enough. */
export function matchName(name: string, people: readonly Person[]): Person | undefined {
  const folded = foldName(name);
  if (!folded.includes(" ")) return undefined;
  return people.find((person) => {
    if (person.name === null) return false;
    const other = foldName(person.name);
    if (!other.includes(" ")) return false;
    if (withoutInitials(other) === withoutInitials(folded)) return true;
    const [first, last] = ends(folded);
    const [otherFirst, otherLast] = ends(other);
    return (
      jaroWinkler(folded, other) >= SAME_NAME && first[0] === otherFirst[0] && jaroWinkler(last, otherLast) >= SAME_NAME
    );
  });
}

function withoutInitials(name: string): string {
  return name
    .split(" ")
    .filter((word) => word.length > 1)
    .join(" ");
}

function ends(name: string): [string, string] {
  const words = name.split(" ");
  return [words[0] ?? "", words.at(-1) ?? ""];
}
