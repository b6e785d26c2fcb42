/**
 * Who the article speaks of: person, role and organisation, with the words that say so.
 *
 * Patterns on capitals and a list of roles, each a function of its own. Precision before recall:
 * what is missed here only costs a finding, what is wrong here accuses somebody.
 */
import type { TextView } from "../../corpus.js";
import type { Span } from "../../model.js";
import { readOffice, readRole, type Office } from "./office.js";
import { foldName, isAcronym, isCapitalised, readName, readOrganisation, textOf, type Proper } from "./proper.js";
import { DESCRIPTORS, LEADING_VERBS, roleClass } from "./roles.js";

export interface Person {
  /** Null where the article names the office alone. */
  readonly name: string | null;
  /** Null where the article only lets the person speak. */
  readonly role: string | null;
  readonly roleClass: string | null;
  /** "former", "deputy", …: another office than the one without it. */
  readonly shifter: string | null;
  /** "finance" of the finance minister. */
  readonly field: string | null;
  readonly organisation: string | null;
  /** The words of the article that say it. */
  readonly span: Span;
}

interface Found {
  readonly people: readonly Person[];
  /** Token at which reading goes on. */
  readonly next: number;
}

/** People of one text in reading order, each mention once. O(tokens). */
export function findPeople(view: TextView): Person[] {
  const reader = new PeopleReader(view);
  const people: Person[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const found = reader.at(i);
    if (found === undefined) continue;
    people.push(...found.people);
    i = Math.max(i, found.next - 1);
  }
  return people;
}

class PeopleReader {
  /** Full names by surname, as they are met: "Aune" after "Viktor Aune". */
  readonly #bySurname = new Map<string, string>();
  #lowerCase: ReadonlySet<string> | undefined;
  #lastOrganisation: { readonly proper: Proper; readonly at: number } | undefined;

  constructor(readonly view: TextView) {}

  at(i: number): Found | undefined {
    const found = this.#nameFirst(i) ?? this.#officeFirst(i) ?? this.#organisationFirst(i) ?? this.#titleAndName(i);
    if (found === undefined) this.#noteOrganisation(i);
    return found;
  }

  /** "Ana Lind, the head of the Harbour Trust" · "Ana Lind, who runs X" · "Ana Lind is editor of X". */
  #nameFirst(i: number): Found | undefined {
    const { view } = this;
    if (!isCapitalised(view, view.tokens[i]) || isCapitalised(view, view.tokens[i - 1])) return undefined;
    const name = this.#readKnownName(i);
    const office = name === undefined ? undefined : this.#officeAfter(name.to);
    if (name === undefined || office === undefined) return undefined;
    const title = name.from > i ? readRole(view, i) : undefined;
    const titled =
      title === undefined
        ? []
        : [this.#person(name, { role: title, organisation: undefined, to: name.to, roleTo: title.to }, i)];
    return this.#found([...titled, this.#person(name, office, i)], office.to);
  }

  /** What a name's apposition or relative clause says: from the comma, bracket or copula on. */
  #officeAfter(at: number): Office | undefined {
    const { tokens } = this.view;
    const separator = tokens[at]?.norm ?? "";
    if (["is", "was", "became", "remains"].includes(separator)) {
      const office = readOffice(this.view, at + 1);
      if (office?.organisation === undefined) return undefined;
      return separator === "was"
        ? { ...office, role: { ...office.role, shifter: office.role.shifter ?? "former" } }
        : office;
    }
    if (/^(?:heads|leads|runs|chairs|directs|founded|led)$/u.test(separator)) {
      const office = this.#leads(at);
      return office?.organisation === undefined ? undefined : office;
    }
    if (separator !== "(" && separator !== ",") return undefined;
    return this.#apposition(at + 1) ?? this.#organisationThenRole(at + 1) ?? this.#whoLeads(at + 1);
  }

  #apposition(at: number): Office | undefined {
    const { tokens } = this.view;
    // "the office's country director": the possessor in lower case is the organisation named before.
    const possessor =
      tokens[at]?.norm === "the" &&
      /['’]s$/u.test(tokens[at + 1]?.norm ?? "") &&
      !isCapitalised(this.view, tokens[at + 1]);
    const office = readOffice(this.view, possessor ? at + 2 : at);
    if (office === undefined) return undefined;
    if (office.organisation !== undefined) return office;
    const closes = tokens[office.to]?.norm;
    if (closes !== undefined && ![",", ".", ")", ";", "-"].includes(closes)) return undefined;
    if (tokens[at - 1]?.norm === "(" && closes === ",") {
      const organisation = readOrganisation(this.view, office.to + 1);
      if (organisation !== undefined) return { ...office, organisation, to: organisation.to };
    }
    return possessor ? { ...office, organisation: this.#organisationNear(at) } : office;
  }

  #organisationThenRole(at: number): Office | undefined {
    const organisation = readOrganisation(this.view, at);
    if (organisation === undefined) return undefined;
    const role = readRole(this.view, organisation.to);
    return role === undefined ? undefined : { role, organisation, to: role.to, roleTo: role.to };
  }

  #whoLeads(at: number): Office | undefined {
    const { tokens } = this.view;
    if (tokens[at]?.norm !== "who") return undefined;
    return this.#leads(at + 1);
  }

  /** "heads HRMMU", "founded Lift Watch". */
  #leads(verb: number): Office | undefined {
    const { tokens } = this.view;
    const className = LEADING_VERBS.get(tokens[verb]?.norm ?? "");
    if (className === undefined) return undefined;
    const organisation = readOrganisation(this.view, verb + 1);
    const to = organisation?.to ?? verb + 1;
    return { role: { norm: className, className, shifter: null, field: null }, organisation, to, roleTo: verb + 1 };
  }

  /** "the head of HRMMU, Danielle Bell, said" · "its director, Clara Neumann," · "the mayor of Lund said". */
  #officeFirst(i: number): Found | undefined {
    const { view } = this;
    const { tokens } = view;
    const opener = tokens[i]?.norm ?? "";
    const possessive = /['’]s$/u.test(tokens[i - 1]?.norm ?? "");
    if (!["the", "a", "an", "its", "his", "her", "their"].includes(opener) && !possessive) return undefined;
    const office = readOffice(view, i, true);
    if (office === undefined) return undefined;
    const comma = tokens[office.to]?.norm === "," ? 1 : 0;
    const name = readName(view, office.to + comma);
    if (name === undefined) {
      const titled = opener === "the" && office.organisation !== undefined;
      return titled ? this.#found([this.#person(undefined, office, i)], office.to) : undefined;
    }
    // A name after a comma belongs to the role only when the apposition closes.
    if (comma === 1 && ![",", ".", ")", "-"].includes(tokens[name.to]?.norm ?? ".")) return undefined;
    const owner = office.organisation ?? (opener === "its" ? this.#organisationNear(i) : this.#possessorBefore(i));
    return this.#found([this.#person(name, { ...office, organisation: owner }, i)], name.to);
  }

  /** "HRMMU head Danielle Bell" · "the Trust's director, Ana Lind," · "Nordrail's head of services, Eeva Kallio". */
  #organisationFirst(i: number): Found | undefined {
    const { view } = this;
    const { tokens } = view;
    const first = tokens[i];
    if (first === undefined || !isCapitalised(view, first) || isCapitalised(view, tokens[i - 1])) return undefined;
    const whole = roleClass(first.norm) === undefined || isAcronym(view, first) ? readOrganisation(view, i) : undefined;
    if (whole === undefined) return undefined;
    const organisation = this.#beforeOffice(whole);
    const possessive = /['’]s$/u.test(tokens[organisation.to - 1]?.norm ?? "");
    const office = readOffice(view, organisation.to);
    if (office === undefined || (office.organisation !== undefined && !possessive)) return undefined;
    const comma = possessive && tokens[office.to]?.norm === "," ? 1 : 0;
    const name = readName(view, office.to + comma);
    if (name === undefined) return undefined;
    // One capitalised word before a role may just open the sentence: no organisation is read from it.
    const alone = organisation.to - organisation.from === 1 && !possessive && !isAcronym(view, first);
    const descriptor = alone && (DESCRIPTORS.has(first.norm) || this.#isLowerElsewhere(first.norm));
    const office_ = { ...office, organisation: descriptor ? undefined : organisation };
    return this.#found([this.#person(name, office_, organisation.from), ...this.#more(name)], name.to);
  }

  /** In headlines the office is capitalised too: "Tideland CEO Greta Falk quits". */
  #beforeOffice(organisation: Proper): Proper {
    const { view } = this;
    for (let at = organisation.from + 1; at < organisation.to; at++) {
      if (roleClass(view.tokens[at]?.norm ?? "") === undefined || readName(view, at + 1) === undefined) continue;
      return { from: organisation.from, to: at, text: textOf(view, organisation.from, at) };
    }
    return organisation;
  }

  /** "President Ana Lind" · "spokeswoman Kari Moe" · "Chief Inspector Maja Strand of Kallby Police". */
  #titleAndName(i: number): Found | undefined {
    const { view } = this;
    const { tokens } = view;
    const role = readRole(view, i);
    const name = role === undefined ? undefined : readName(view, role.to);
    if (role === undefined || name === undefined) return undefined;
    const of = ["of", "from", "at"].includes(tokens[name.to]?.norm ?? "");
    const organisation = of ? readOrganisation(view, name.to + 1) : undefined;
    const to = organisation?.to ?? name.to;
    return this.#found([this.#person(name, { role, organisation, to, roleTo: role.to }, i), ...this.#more(name)], to);
  }

  /** A second office of a name that has just been read: "Lead author Amara Okafor, a glaciologist at X". */
  #more(name: Proper): Person[] {
    const office = this.#officeAfter(name.to);
    return office === undefined ? [] : [this.#person(name, office, name.from)];
  }

  /** A full name, or the surname of somebody already named. */
  #readKnownName(i: number): Proper | undefined {
    const name = readName(this.view, i);
    if (name !== undefined) return name;
    const token = this.view.tokens[i];
    const known = token === undefined ? undefined : this.#bySurname.get(token.norm);
    return known === undefined ? undefined : { from: i, to: i + 1, text: known };
  }

  #noteOrganisation(i: number): void {
    const { view } = this;
    if (!isCapitalised(view, view.tokens[i]) || isCapitalised(view, view.tokens[i - 1])) return;
    const proper = readOrganisation(view, i);
    if (proper === undefined) return;
    if (
      proper.to - proper.from > 1 ||
      isAcronym(view, view.tokens[proper.from] ?? { kind: "punct", norm: "", start: 0, end: 0 })
    ) {
      this.#lastOrganisation = { proper, at: i };
    }
  }

  /** The organisation named last before a token, if it is near enough to be meant. */
  #organisationNear(i: number): Proper | undefined {
    const last = this.#lastOrganisation;
    return last !== undefined && i - last.at < 40 ? last.proper : undefined;
  }

  #possessorBefore(i: number): Proper | undefined {
    const { view } = this;
    if (!/['’]s$/u.test(view.tokens[i - 1]?.norm ?? "") || !isCapitalised(view, view.tokens[i - 1])) return undefined;
    let from = i - 1;
    while (from > 0 && isCapitalised(view, view.tokens[from - 1])) from--;
    return { from, to: i, text: textOf(view, from, i).replace(/['’]s$/u, "") };
  }

  /** Whether the word also stands in lower case: then it is a common word that opened a sentence. */
  #isLowerElsewhere(norm: string): boolean {
    this.#lowerCase ??= new Set(
      this.view.words.filter((word) => !isCapitalised(this.view, word)).map((word) => word.norm),
    );
    return this.#lowerCase.has(norm);
  }

  #person(name: Proper | undefined, office: Office, from: number): Person {
    const { tokens } = this.view;
    const start = Math.min(tokens[from]?.start ?? 0, tokens[name?.from ?? from]?.start ?? 0);
    const last = tokens[Math.max(office.to, name?.to ?? 0) - 1];
    if (name !== undefined) this.#bySurname.set(foldName(name.text).split(" ").at(-1) ?? "", name.text);
    return {
      name: name?.text ?? null,
      role: office.role.norm,
      roleClass: office.role.className,
      shifter: office.role.shifter,
      field: office.role.field,
      organisation: office.organisation?.text ?? null,
      span: this.view.span(start, last?.end ?? start),
    };
  }

  #found(people: readonly Person[], next: number): Found {
    return { people, next };
  }
}
