/** Whether a claim and a person of the article are the same office, organisation or name. */
import { jaroWinkler } from "../../text/natural.js";
import type { Claim, ClaimedRole } from "./claim.js";
import type { Person } from "./people.js";
import type { Head } from "./office.js";
import { FUNCTION_WORDS } from "../../text/function-words.js";
import { foldName, initialsOf, isOrganisationNoun, looksLikeAcronym } from "./proper.js";
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

  /** The same name in any case, or one that the article itself introduces for it. */
  exact(a: string, b: string): boolean {
    const [x, y] = [foldName(a), foldName(b)];
    return x === y || this.#groups.some((group) => group.has(x) && group.has(y));
  }

  same(a: string, b: string): boolean {
    return this.relation(a, b) !== undefined;
  }

  /**
   * How the second name is the first organisation's, in words a reader understands; undefined when it
   * is not. The second may also be less than a name: "the salt museum" for the Museum of Salt.
   */
  relation(a: string, b: string): string | undefined {
    const [x, y] = [foldName(a), foldName(b)];
    if (x === "" || y === "") return undefined;
    if (x === y) return "the same name";
    if (this.#groups.some((group) => group.has(x) && group.has(y)))
      return "its abbreviation, as the article introduces it";
    if (isInitialsOf(a, b) || isInitialsOf(b, a)) return "its initials";
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    // "Corven" for "Corven Foods": several words, or the distinctive first word of a longer name.
    const part = isNamesake(short, long) || (short.includes(" ") ? isPart(short, long) : isFirstWord(short, long));
    if (part) return "a part of its name";
    return isWordsOf(x, y) ? "words of its name" : undefined;
  }
}

/** "Friends of the Harbour Trust" is not the Harbour Trust. */
function isPart(short: string, long: string): boolean {
  const at = ` ${long} `.indexOf(` ${short} `);
  return at >= 0 && !/\b(?:of|for|against)\b/u.test(long.slice(0, at));
}

const INSTITUTION_OF =
  /^(?:\p{L}+ ){0,2}(?:university|college|museum|bank|school|hospital|orchestra|municipality|port|city|town|county|diocese) of (?:the )?/u;

/** "Kestermouth" for the University of Kestermouth: the place an institution is named after. */
function isNamesake(short: string, long: string): boolean {
  const institution = INSTITUTION_OF.exec(long)?.[0];
  return (
    institution !== undefined &&
    short.length >= MIN_SHORT_NAME &&
    `${long.slice(institution.length)} `.startsWith(`${short} `)
  );
}

const GROUPS_ABOUT =
  /^(?:friends|supporters|users|society|residents|campaign|association|alliance|union|families|tenants|fans|save) /u;

/** Whether every word of the claimed name is one of the known name's, a distinctive one among them. */
function isWordsOf(known: string, claimed: string): boolean {
  if (GROUPS_ABOUT.test(known)) return false;
  const words = new Set(known.split(" "));
  const said = claimed.split(" ").filter((word) => word.length > 3 || words.has(word));
  return (
    said.every((word) => words.has(word)) &&
    said.some(
      (word) =>
        word.length >= MIN_SHORT_NAME &&
        !isOrganisationNoun(word) &&
        !DESCRIPTORS.has(word) &&
        !FUNCTION_WORDS.has(word),
    )
  );
}

function isFirstWord(short: string, long: string): boolean {
  return short.length >= MIN_SHORT_NAME && long.startsWith(`${short} `) && !DESCRIPTORS.has(short);
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

export interface RoleMatch {
  readonly kind: "quoted-role" | "unique-role";
  readonly person: Person;
  /** What matched how, for the reader. */
  readonly matched: string;
}

/**
 * The person of the article whose office the claim takes. Role and organisation both match:
 * quoted-role. The role alone, where one person holds it at a time: unique-role.
 */
export function matchRole(
  claim: Claim,
  people: readonly Person[],
  aliases: Aliases,
  isNamed: (organisation: string) => boolean,
): RoleMatch | undefined {
  const { role, organisationNoun } = claim;
  if (role === null) return undefined;
  const organisation = claim.organisation ?? lowerCaseName(claim, people, aliases);
  const titled = organisation === null ? holderOf(claim, people) : undefined;
  if (titled !== undefined)
    return {
      kind: "unique-role",
      person: titled,
      matched: `the role “${titled.role ?? ""}”, which one person of the article holds`,
    };
  if (claim.ofSomethingElse && organisation === null && organisationNoun === null) return undefined;
  const sameOffice = people.filter((person) =>
    person.heads.some((held) =>
      role.heads.some(
        (claimed) =>
          isSameOffice(held, claimed) &&
          // "As a manager at X" is one of many; "as a spokesman for X" is the one who was quoted, or claims to be.
          (claim.definite || held.className === "spokesperson" || isSameWords(person, role)),
      ),
    ),
  );
  const asRole = (person: Person) =>
    person.role === role.text ? `the role “${role.text}”` : `“${role.text}” for “${person.role ?? ""}”`;
  if (organisation !== null) {
    const matching = sameOffice.filter(
      (person) => person.organisation !== null && aliases.same(person.organisation, organisation),
    );
    const person = matching.find(({ name }) => name !== null) ?? matching[0];
    if (person !== undefined) {
      const how = aliases.relation(person.organisation ?? "", organisation) ?? "";
      return { kind: "quoted-role", person, matched: `${asRole(person)}; the organisation by ${how}` };
    }
  }
  if (organisation !== null && claim.organisation !== null) {
    // "Chief Statistician Bo Ek" in an article about the bureau: the claim only adds which.
    const unplaced = sameOffice.filter((person) => person.organisation === null && person.name !== null);
    const [person] = unplaced;
    const unique = role.heads.some(
      ({ norm }) => isUniqueRole(norm) && person?.heads.some((held) => held.norm === norm),
    );
    const said = unique || (foldName(person?.role ?? "") === foldName(role.text) && role.text.includes(" "));
    if (person !== undefined && unplaced.length === 1 && said && isNamed(organisation))
      return {
        kind: unique ? "unique-role" : "quoted-role",
        person,
        matched: `${asRole(person)}; the organisation is named elsewhere`,
      };
  }
  if (organisationNoun !== null) {
    // "the trust" is the one whose name ends so, if the article has only one of that kind.
    const matching = sameOffice.filter((person) =>
      foldName(person.organisation ?? "")
        .split(" ")
        .includes(organisationNoun),
    );
    const [person] = matching;
    const bodies = new Set(matching.map((each) => foldName(each.organisation ?? "")));
    if (person === undefined || bodies.size > 1) return undefined;
    return { kind: "quoted-role", person, matched: `${asRole(person)}; the organisation by “the ${organisationNoun}”` };
  }
  // "As the mayor", and where the article has one such person also "As the referee", "As port director".
  const claimed = role.heads.find(
    ({ norm, shifter, className }) =>
      !sameShifter(shifter, "former") &&
      (isUniqueRole(norm) || role.text.includes(" ") || (claim.determined && !COMMON_ROLES.has(className))),
  );
  if (!claim.definite || claimed === undefined) return undefined;
  const unique = sameOffice.filter(
    (person) =>
      person.heads.some(({ norm, shifter }) => norm === claimed.norm && sameShifter(shifter, claimed.shifter)) &&
      (organisation === null || (person.organisation === null && aliases.mentions(organisation))),
  );
  // "the managing director", where the article has a route director as well
  const worded = unique.filter((person) => foldName(person.role ?? "") === foldName(role.text));
  const holding = worded.length > 0 || !isUniqueRole(claimed.norm) ? worded : unique;
  const [only] = holding;
  const holders = new Set(holding.map(({ name }) => foldName(name ?? "")));
  return only !== undefined && holders.size === 1
    ? { kind: "unique-role", person: only, matched: `${asRole(only)}, which one person holds at a time` }
    : undefined;
}

/** "As the director of public health": the only person of the article with all of these words as role. */
function holderOf({ fullRole, determined }: Claim, people: readonly Person[]): Person | undefined {
  if (fullRole === null || !determined) return undefined;
  const plain = (role: string) => foldName(role).replaceAll(" the ", " ");
  const holders = people.filter(({ name, role }) => name !== null && role !== null && plain(role) === plain(fullRole));
  return new Set(holders.map(({ name }) => name)).size === 1 ? holders[0] : undefined;
}

/** "a plant pathologist at X": one of several perhaps, but worded like the one in the article. */
function isSameWords({ role }: Person, claimed: ClaimedRole): boolean {
  return claimed.text.includes(" ") && foldName(role ?? "") === foldName(claimed.text);
}

/** Roles that many hold, and say "the" of in the common sense. */
const COMMON_ROLES = new Set(
  "member partner student teacher nurse driver volunteer scholar author engineer doctor lawyer specialist expert agent campaigner activist resident farmer musician singer actor player developer".split(
    " ",
  ),
);

/** "the head of hrmmu": the words after "of", where they are a name that the article has. */
function lowerCaseName({ organisationWords }: Claim, people: readonly Person[], aliases: Aliases): string | null {
  if (organisationWords === null) return null;
  const words = foldName(organisationWords).split(" ");
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join(" ");
    // One common word is a name only when it is the name.
    const matches = (known: string) => (length === 1 ? aliases.exact(known, name) : aliases.same(known, name));
    if (people.some((person) => person.organisation !== null && matches(person.organisation))) return name;
  }
  return null;
}

/** One class, and no word that makes it another office: the finance minister is not the health minister. */
function isSameOffice(held: Head, claimed: Head): boolean {
  if (held.className !== claimed.className || isAnotherOffice(held.norm, claimed.norm)) return false;
  if (!sameShifter(held.shifter, claimed.shifter)) return false;
  if (held.field === null || claimed.field === null) return !(isHeadOfPart(held) || isHeadOfPart(claimed));
  return held.field === claimed.field;
}

/** Offices of the class head that are not each other's synonym: the chairman is not the CEO. */
const SPECIFIC: Readonly<Record<string, string>> = {
  chair: "chair",
  chairman: "chair",
  chairwoman: "chair",
  chairperson: "chair",
  ceo: "ceo",
  md: "ceo",
  president: "president",
  commissioner: "commissioner",
  coordinator: "coordinator",
  dean: "dean",
};

function isAnotherOffice(a: string, b: string): boolean {
  const [x, y] = [SPECIFIC[a], SPECIFIC[b]];
  return x !== undefined && y !== undefined && x !== y;
}

/** "head of communications", "chief of staff": a part of the body, where its head is the whole's. */
function isHeadOfPart({ className, field, ofField }: Head): boolean {
  return className === "head" && field !== null && ofField;
}

/** Former, deputy and acting offices are kept apart; acting and interim are the office itself for a claim. */
function sameShifter(a: string | null, b: string | null): boolean {
  const norm = (shifter: string | null) =>
    shifter === null ? null : shifter in SAME_SHIFTER ? (SAME_SHIFTER[shifter] ?? null) : shifter;
  return norm(a) === norm(b);
}

const SAME_SHIFTER: Readonly<Record<string, string | null>> = {
  acting: null,
  interim: null,
  incoming: null,
  ex: "former",
  past: "former",
  onetime: "former",
  outgoing: null,
};

/** Spelling variants, lost accents and a missing initial are one name; a shared surname is not. */
const SAME_NAME = 0.96;

/** The person of the article who bears this name. One word is never enough. */
export function matchName(name: string, people: readonly Person[]): Person | undefined {
  const folded = plainName(name);
  if (!folded.includes(" ")) return undefined;
  return people.find((person) => {
    if (person.name === null) return false;
    const other = plainName(person.name);
    if (!other.includes(" ")) return false;
    const plain = withoutInitials(folded);
    if (plain.includes(" ") && withoutInitials(other) === plain) return true;
    const [first, last] = ends(folded);
    const [otherFirst, otherLast] = ends(other);
    return isTypo(first, otherFirst) && isTypo(last, otherLast);
  });
}

/** A name without its titles, and "ue" for "ü" read alike. */
function plainName(name: string): string {
  return foldName(name)
    .replace(/^(?:(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|rev|cllr|sen|judge) )+/u, "")
    .replace(/(?<=[aou])e/gu, "");
}

/** One letter more or less, or two exchanged: "Daniele" is Danielle, "Daniel" is somebody else. */
function isTypo(a: string, b: string): boolean {
  if (a === b) return true;
  const near = jaroWinkler(a, b) >= SAME_NAME;
  return near && a[0] === b[0] && Math.abs(a.length - b.length) <= 1 && Math.min(a.length, b.length) >= 5;
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
