/**
 * Who the article speaks of: person, role and organisation, with the words that say so.
 *
 * Patterns on capitals and a list of roles, each a function of its own. Precision before recall:
 * what is missed here only costs a finding, what is wrong here accuses somebody.
 */
import type { TextView } from "../../corpus.js";
import { FUNCTION_WORDS } from "../../text/function-words.js";
import type { Span } from "../../model.js";
import { holds, officesAfter } from "./apposition.js";
import { continuesName, Mentions } from "./mentions.js";
import { readOffice, readRole, shifted, type Head, type Office, type Role } from "./office.js";
import { isAcronym, isCapitalised, readName, readOrganisation, textOf, type Proper } from "./proper.js";
import { DESCRIPTORS, ROLE_SHIFTERS, roleClass, SPEECH_VERBS } from "./roles.js";

export interface Person {
  /** Null where the article names the office alone. */
  readonly name: string | null;
  /** As the article words it: "vice-president", "professor of physics". Null where it only lets the person speak. */
  readonly role: string | null;
  /** The offices that the role joins; empty without a role. */
  readonly heads: readonly Head[];
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

/** Ranks that stand before a name in short. */
const RANKS: ReadonlyMap<string, string> = new Map([
  ["sgt", "sergeant"],
  ["capt", "captain"],
  ["lt", "lieutenant"],
  ["col", "colonel"],
  ["maj", "major"],
  ["gen", "general"],
  ["sen", "senator"],
  ["rep", "representative"],
  ["gov", "governor"],
  ["prof", "professor"],
  ["insp", "inspector"],
  ["det", "detective"],
  ["supt", "superintendent"],
  ["cllr", "councillor"],
]);
/** Whom "its" introduces of a body; its designer may be a building's, its author a book's. */
const OFFICERS = new Set(
  "head founder spokesperson minister editor deputy manager treasurer cfo coo cto cio cmo coach commander officer scholar lawyer clerk registrar curator controller".split(
    " ",
  ),
);
const REVEREND = new Set(["right", "most", "very", "rev", "revd", "venerable", "reverend", "hon", "honourable"]);
/** A headline has no room to name anything twice. */
const HEADLINE_WORDS = 40;
const APPOINTING = new Set("named appointed hired elected promoted made picked tapped".split(" "));

class PeopleReader {
  readonly #mentions: Mentions;

  constructor(readonly view: TextView) {
    this.#mentions = new Mentions(view);
  }

  at(i: number): Found | undefined {
    const found =
      this.#nameFirst(i) ??
      this.#pronounFirst(i) ??
      this.#officeFirst(i) ??
      this.#organisationFirst(i) ??
      this.#titleAndName(i);
    if (found === undefined) this.#mentions.noteAt(i);
    return found;
  }

  /** "Ana Lind, the head of the Harbour Trust" · "Ana Lind, who runs X" · "named Ana Lind its editor". */
  #nameFirst(i: number): Found | undefined {
    const { view } = this;
    const { tokens } = view;
    if (!isCapitalised(view, tokens[i]) || continuesName(view, i)) return undefined;
    const name = readName(view, i) ?? this.#mentions.bySurname(i);
    if (name === undefined) return undefined;
    const offices = officesAfter(view, name.to, this.#mentions);
    const appointed = offices.length === 0 ? this.#appointedTo(i, name) : undefined;
    const all = appointed === undefined ? offices : [appointed];
    const last = all.at(-1);
    if (last === undefined) return undefined;
    const title = name.from > i ? readRole(view, i) : undefined;
    const titled = title === undefined ? [] : [this.#person(name, officeOf(title, undefined, name.to), i)];
    return { people: [...titled, ...all.map((office) => this.#person(name, office, i))], next: last.to };
  }

  #appointedTo(i: number, name: Proper): Office | undefined {
    const { tokens } = this.view;
    const link = tokens[name.to]?.norm ?? "";
    if (!APPOINTING.has(tokens[i - 1]?.norm ?? "") || !["as", "its", "their", "the"].includes(link)) return undefined;
    const office = readOffice(this.view, name.to + (link === "as" ? 1 : 0), { loose: true });
    if (office === undefined) return undefined;
    const owner = ["its", "their"].some((word) => word === link || word === tokens[name.to + 1]?.norm);
    return owner ? { ...office, organisation: office.organisation ?? this.#mentions.subjectBefore(i - 1) } : office;
  }

  /** "Before that she was a staff engineer at Gridloom" · "Norvik Logistics, where she was treasurer". */
  #pronounFirst(i: number): Found | undefined {
    const { view } = this;
    const { tokens } = view;
    if (!["he", "she", "she's", "he's"].includes(tokens[i]?.norm ?? "")) return undefined;
    const name = this.#mentions.lastPerson(i);
    if (name === undefined) return undefined;
    // "Norvik Logistics, where she was treasurer"
    const where = tokens[i - 1]?.norm === "where" ? this.#mentions.endingAt(i - 1) : undefined;
    const there = where === undefined ? undefined : readRole(view, i + 2, true);
    if (where !== undefined && there !== undefined && tokens[i + 1]?.norm === "was") {
      const office = officeOf({ ...there, ...shifted(there, "former") }, where, there.to);
      return { people: [this.#person(name, office, i)], next: there.to };
    }
    const office = holds(view, i + 1, this.#mentions);
    return office === undefined ? undefined : { people: [this.#person(name, office, i)], next: office.to };
  }

  /** "the head of HRMMU, Danielle Bell, said" · "its director, Clara Neumann," · "the mayor of Lund said". */
  #officeFirst(i: number): Found | undefined {
    const { view } = this;
    const { tokens } = view;
    const opener = tokens[i]?.norm ?? "";
    const possessive = /^(?:.*['’]s|')$/u.test(tokens[i - 1]?.norm ?? "");
    // "Stapelkraft, whose product manager, Jo Ek, said"
    const whose = opener === "whose";
    if (!["the", "a", "an", "its", "his", "her", "their", "our"].includes(opener) && !possessive && !whose)
      return undefined;
    const office = readOffice(view, whose ? i + 1 : i, {
      loose: true,
      field: true,
      nameMayFollow: true,
      antecedents: this.#mentions,
    });
    if (office === undefined) return undefined;
    // "Its route director is Nigel Thwaite"
    if (opener === "its" && tokens[office.to]?.norm === "is") return this.#officeIsName(i, office);
    const after = this.#pastAcronym(office.to);
    const comma = tokens[after]?.norm === "," ? 1 : 0;
    // "The Bishop of Ambry, the Right Rev Judith Farncombe, said"
    const the = comma === 1 && tokens[after + 1]?.norm === "the" && REVEREND.has(tokens[after + 2]?.norm ?? "") ? 1 : 0;
    const name = readName(view, after + comma + the);
    if (name === undefined) {
      const split = office.organisation === undefined ? undefined : this.#splitName(office.organisation);
      if (split !== undefined) {
        const person = this.#person(split.name, { ...office, organisation: split.organisation }, i);
        return { people: [person], next: split.name.to };
      }
      const titled = opener === "the" && office.organisation !== undefined;
      return titled ? { people: [this.#person(undefined, office, i)], next: office.to } : undefined;
    }
    // A name after a comma belongs to the role only when the apposition closes.
    if (comma === 1 && !this.#closes(name.to)) return undefined;
    const own = whose
      ? this.#mentions.endingAt(i)
      : ["its", "their"].includes(opener) && office.role.heads.some(({ className }) => OFFICERS.has(className))
        ? this.#mentions.organisationNear(i)
        : undefined;
    const owner = office.organisation ?? own ?? (possessive ? this.#mentions.possessorBefore(i) : undefined);
    return { people: [this.#person(name, { ...office, organisation: owner }, i), ...this.#more(name)], next: name.to };
  }

  /** "the Alliance of Low-Lying States (ALLS), Henrique Bastos": what stands in brackets is passed over. */
  #pastAcronym(at: number): number {
    const { tokens } = this.view;
    return tokens[at]?.norm === "(" && tokens[at + 2]?.norm === ")" ? at + 3 : at;
  }

  /** "the mayor of Lund Ana Lind said": the last two capitals are the holder. */
  #splitName({ from, to }: Proper): { organisation: Proper; name: Proper } | undefined {
    const { view } = this;
    const speaks = SPEECH_VERBS.has(view.tokens[to]?.norm ?? "");
    const joined = !isCapitalised(view, view.tokens[to - 3]);
    const name = speaks && !joined && to - from >= 3 ? readName(view, to - 2) : undefined;
    if (name?.to !== to) return undefined;
    return { organisation: { from, to: to - 2, text: textOf(view, from, to - 2) }, name };
  }

  #officeIsName(i: number, office: Office): Found | undefined {
    const name = readName(this.view, office.to + 1);
    const organisation = office.organisation ?? this.#mentions.organisationNear(i);
    if (name === undefined || organisation === undefined) return undefined;
    return { people: [this.#person(name, { ...office, organisation }, i)], next: name.to };
  }

  #closes(at: number): boolean {
    return [",", ".", ")", "-"].includes(this.view.tokens[at]?.norm ?? ".");
  }

  /** "HRMMU head Danielle Bell" · "the Trust's director, Ana Lind," · "a former Board commissioner, Bo Ek, said". */
  #organisationFirst(i: number): Found | undefined {
    const { view } = this;
    const { tokens } = view;
    const first = tokens[i];
    if (first === undefined || !isCapitalised(view, first) || continuesName(view, i)) return undefined;
    // "Vice-Chancellor Birgit Aas" begins with no organisation.
    const opensRole = readRole(view, i) !== undefined && !isAcronym(view, first);
    const whole = opensRole ? undefined : readOrganisation(view, i);
    if (whole === undefined) return undefined;
    const organisation = this.#withoutShifter(this.#beforeOffice(whole));
    const possessive = /['’]s$/u.test(tokens[organisation.to - 1]?.norm ?? "");
    const office = readOffice(view, organisation.to, { loose: possessive, field: true, nameMayFollow: true });
    if (office === undefined || (office.organisation !== undefined && !possessive)) return undefined;
    const shifter = ROLE_SHIFTERS.has(tokens[i - 1]?.norm ?? "") ? (tokens[i - 1]?.norm ?? null) : null;
    const opened = ["a", "an", "the"].includes(tokens[i - (shifter === null ? 1 : 2)]?.norm ?? "");
    const comma = tokens[office.to]?.norm === "," && (possessive || opened) ? 1 : 0;
    const name = readName(view, office.to + comma);
    if (name === undefined || (comma === 1 && !possessive && !this.#closes(name.to))) return undefined;
    // One capitalised word before a role may just open the sentence: no organisation is read from it.
    const opening = tokens[organisation.from] ?? first;
    const alone = organisation.to - organisation.from === 1 && !possessive && !isAcronym(view, opening);
    const person_ = possessive && this.#mentions.isSurname(first.norm);
    const opens =
      view.words.length > HEADLINE_WORDS &&
      /^[.!?:]?$/u.test(tokens[i - 1]?.norm ?? "") &&
      !this.#mentions.isNameElsewhere(opening.norm);
    const common = DESCRIPTORS.has(opening.norm) || this.#mentions.standsInLowerCase(opening.norm) || opens;
    const descriptor = person_ || (alone && common);
    const capitalShifter = organisation.from > whole.from ? first.norm : null;
    const role = shifted(office.role, shifter ?? capitalShifter);
    const person = this.#person(
      name,
      { ...office, role, organisation: descriptor ? undefined : organisation },
      organisation.from,
    );
    return { people: [person, ...this.#more(name)], next: name.to };
  }

  /** "Former Quillan Falls selectman": the first capital is no part of the name. */
  #withoutShifter(organisation: Proper): Proper {
    const { view } = this;
    const { from, to } = organisation;
    if (!ROLE_SHIFTERS.has(view.tokens[from]?.norm ?? "") || to - from < 2) return organisation;
    return { from: from + 1, to, text: textOf(view, from + 1, to) };
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

  /** "President Ana Lind" · "marine biologist Hanne Solvik of X" · "Sgt. Maja Strand of Kallby Police". */
  #titleAndName(i: number): Found | undefined {
    const { view } = this;
    const { tokens } = view;
    const full = readOffice(view, i, { loose: this.#isBoundary(i) });
    const split = full?.organisation === undefined ? undefined : this.#splitName(full.organisation);
    if (full !== undefined && split !== undefined) {
      const person = this.#person(split.name, { ...full, organisation: split.organisation }, i);
      return { people: [person], next: split.name.to };
    }
    const office = this.#officeBeforeName(i);
    const name = office === undefined ? undefined : readName(view, office.to);
    if (office === undefined || name === undefined) return undefined;
    // "Sgt. Strand of Kallby Police", "Judge Castellane, of Orrinford Crown Court"
    const link = tokens[name.to]?.norm === "," ? name.to + 1 : name.to;
    const of =
      ["of", "from", "at"].includes(tokens[link]?.norm ?? "") && (link === name.to || tokens[link]?.norm === "of");
    // "company spokesperson Zoya Merchant"
    const ofKind = this.#mentions.ofKind(tokens[i]?.norm ?? "", i);
    const organisation = of ? readOrganisation(view, link + 1) : (ofKind ?? this.#placeBefore(i));
    const to = of && organisation !== undefined ? organisation.to : name.to;
    const more = of ? [] : this.#more(name);
    // An abbreviated rank is an office only with its body: "Sgt. Strand of Kallby Police".
    if (organisation === undefined && RANKS.has(tokens[i]?.norm ?? "") && more.length === 0) return undefined;
    return { people: [this.#person(name, { ...office, organisation, to }, i), ...more], next: to };
  }

  #officeBeforeName(i: number): Office | undefined {
    const rank = this.#titleAt(i);
    if (rank !== undefined && RANKS.has(this.view.tokens[i]?.norm ?? "")) return officeOf(rank, undefined, rank.to);
    const office = readOffice(this.view, i, { loose: this.#isBoundary(i), field: true, nameMayFollow: true });
    return office?.organisation === undefined ? office : undefined;
  }

  /** A role, or a rank in short, at a token. */
  #titleAt(i: number): Role | undefined {
    const { view } = this;
    const norm = RANKS.get(view.tokens[i]?.norm ?? "");
    const className = norm === undefined ? undefined : roleClass(norm);
    if (norm === undefined || className === undefined || !isCapitalised(view, view.tokens[i])) return readRole(view, i);
    const to = view.tokens[i + 1]?.norm === "." ? i + 2 : i + 1;
    return {
      from: i,
      to,
      text: textOf(view, i, i + 1),
      heads: [{ norm, className, shifter: null, field: null, ofField: false }],
    };
  }

  /** Whether a noun phrase may begin here: after a mark, a small word or a verb of speech. */
  #isBoundary(i: number): boolean {
    const before = this.view.tokens[i - 1];
    return before?.kind !== "word" || FUNCTION_WORDS.has(before.norm) || SPEECH_VERBS.has(before.norm);
  }

  /** "At Lakeview Regional Hospital, chief of medicine Nadia Farouk". */
  #placeBefore(i: number): Proper | undefined {
    const { tokens } = this.view;
    if (tokens[i - 1]?.norm !== ",") return undefined;
    const proper = this.#mentions.endingAt(i - 1);
    const opened =
      proper === undefined ? undefined : tokens[proper.from - (tokens[proper.from - 1]?.norm === "the" ? 2 : 1)];
    return opened?.norm === "at" ? proper : undefined;
  }

  /** A second office of a name that has just been read: "Lead author Amara Okafor, a glaciologist at X". */
  #more(name: Proper): Person[] {
    return officesAfter(this.view, name.to, this.#mentions).map((office) => this.#person(name, office, name.from));
  }

  #person(name: Proper | undefined, office: Office, from: number): Person {
    const { tokens } = this.view;
    const start = Math.min(tokens[from]?.start ?? 0, tokens[name?.from ?? from]?.start ?? 0);
    const last = tokens[Math.max(office.to, name?.to ?? 0) - 1];
    if (name !== undefined) this.#mentions.notePerson(name, from);
    if (office.organisation !== undefined) this.#mentions.noteOrganisation(office.organisation);
    return {
      name: name?.text ?? null,
      role: office.role.text,
      heads: office.role.heads,
      organisation: office.organisation === undefined ? null : this.#mentions.fullName(office.organisation.text),
      span: this.view.span(start, last?.end ?? start),
    };
  }
}

function officeOf(role: Role, organisation: Proper | undefined, to: number): Office {
  return { role, organisation, to, roleTo: role.to };
}
