/** What a text has named so far, for "she", "its", "the authority's" and bare surnames. */
import type { TextView } from "../../corpus.js";
import { FUNCTION_WORDS } from "../../text/function-words.js";
import { overlapsAny } from "../../text/quotation.js";
import { foldName, isAcronym, isCapitalised, readName, readOrganisation, textOf, type Proper } from "./proper.js";

/** Tokens back to which "its" and "the company's" may refer. */
const NEAR = 40;
/** Tokens back to which "she" may refer. */
const NEAR_PERSON = 60;
const MAX_KEPT = 64;

/** "in Stoneleigh Vale": a place, which "its" and "the company" do not mean. */
const PLACING = new Set(["in", "near", "around", "across", "outside", "at", "from", "to", "into"]);
const NOT_BEFORE_PERSONS = new Set(["the", "of", "at", "in", "near", "from", "for"]);
/** Nouns that may stand for whatever body was named last. */
const KINDS = new Set(
  "company firm group club charity union agency association organisation organization body party team business retailer insurer bank lender start-up startup broker nonprofit foundation trust campaign committee board chain operator".split(
    " ",
  ),
);

export class Mentions {
  /** Full names by surname, as they are met: "Aune" after "Viktor Aune". */
  readonly #surnames = new Map<string, string>();
  readonly #organisations: (Proper & { readonly isPlace: boolean })[] = [];
  readonly #givenNames = new Set<string>();
  #person: Proper | undefined;
  #lowerCase: ReadonlySet<string> | undefined;
  #names: ReadonlySet<string> | undefined;

  constructor(readonly view: TextView) {}

  /** Notes the name that begins at a token, if one does. */
  noteAt(i: number): void {
    const { view } = this;
    if (!isCapitalised(view, view.tokens[i]) || continuesName(view, i)) return;
    const name = readName(view, i);
    // "of Towpath Close": a name after such a word is a place or a body.
    const before = view.tokens[i - 1]?.norm ?? "";
    if (name !== undefined && !NOT_BEFORE_PERSONS.has(before)) this.notePerson(name, i);
    // "Friends of Harrow Lane Library" is noted once, not again from "Harrow" on.
    if (i < (this.#organisations.at(-1)?.to ?? 0)) return;
    const proper = readOrganisation(view, i);
    const first = proper === undefined ? undefined : view.tokens[proper.from];
    if (proper === undefined || first === undefined) return;
    // A title in quotation marks is a film, a book or a slogan.
    if (overlapsAny(view.quoted, first)) return;
    this.noteOrganisation(proper, PLACING.has(before));
  }

  noteOrganisation(proper: Proper, isPlace = false): void {
    this.#organisations.push({ ...proper, isPlace });
    if (this.#organisations.length > MAX_KEPT) this.#organisations.shift();
  }

  notePerson(name: Proper, at: number): void {
    const surname = foldName(name.text).split(" ").at(-1) ?? "";
    this.#givenNames.add(foldName(name.text).split(" ")[0] ?? "");
    if (name.text.includes(" ") || !this.#surnames.has(surname)) this.#surnames.set(surname, name.text);
    this.#person = { ...name, from: at };
  }

  /** Somebody already named, by surname. */
  bySurname(i: number): Proper | undefined {
    const token = this.view.tokens[i];
    const known = token === undefined ? undefined : this.#surnames.get(token.norm);
    return known === undefined ? undefined : { from: i, to: i + 1, text: known };
  }

  /** Whom "he" or "she" means. */
  lastPerson(i: number): Proper | undefined {
    const last = this.#person;
    return last !== undefined && last.from < i && i - last.from <= NEAR_PERSON
      ? { ...last, from: i, to: i + 1 }
      : undefined;
  }

  /** The organisation named last before a token, if it is near enough to be meant. */
  organisationNear(i: number): Proper | undefined {
    return this.#organisations.findLast(
      (proper) => proper.to <= i && i - proper.from < NEAR && !proper.isPlace && this.#isName(proper),
    );
  }

  /** "the authority's": the organisation whose name says so; a common kind of body may be the one named last. */
  byNoun(noun: string, i: number): Proper | undefined {
    const named = this.#organisations.findLast(
      (proper) => proper.to <= i && proper.text.includes(" ") && foldName(proper.text).split(" ").includes(noun),
    );
    return named ?? (KINDS.has(noun) ? this.#subject(i) : undefined);
  }

  /** What the text is about: the body named most often so far, or the one named last. */
  #subject(i: number): Proper | undefined {
    const counts = new Map<string, number>();
    for (const proper of this.#organisations) {
      const key = foldName(proper.text);
      if (proper.to <= i && !proper.isPlace && (this.#isName(proper) || this.#isOwnName(proper)))
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const most = Math.max(0, ...counts.values());
    const leading = [...counts].filter(([, count]) => count === most).map(([key]) => key);
    const [only] = leading;
    if (most < 2 || leading.length > 1) return this.organisationNear(i);
    return this.#organisations.findLast((proper) => proper.to <= i && foldName(proper.text) === only);
  }

  /** "the Creamery" after "Prairie Lantern Creamery": the longer name, where one only ends so. */
  fullName(text: string): string {
    if (text.includes(" ")) return text;
    const longer = new Set(
      this.#organisations.map((proper) => proper.text).filter((name) => name.endsWith(` ${text}`)),
    );
    const [name] = longer;
    return longer.size === 1 && name !== undefined ? name : text;
  }

  /** "company spokesperson": whose, where the modifier is such a kind. */
  ofKind(modifier: string, i: number): Proper | undefined {
    const named = this.#organisations.findLast(
      (proper) => proper.to <= i && proper.text.includes(" ") && foldName(proper.text).endsWith(` ${modifier}`),
    );
    return named ?? (KINDS.has(modifier) ? this.#subject(i) : undefined);
  }

  /** The organisation whose name ends at a token, or one comma before it. */
  endingAt(i: number): Proper | undefined {
    const to = this.view.tokens[i - 1]?.norm === "," ? i - 1 : i;
    return this.#organisations.findLast((proper) => proper.to === to);
  }

  /** The subject of a verb: "Baltrum Foods named …". */
  subjectBefore(verb: number): Proper | undefined {
    return this.endingAt(verb) ?? this.organisationNear(verb);
  }

  /** Whose office stands at a token, after "…'s". */
  possessorBefore(i: number): Proper | undefined {
    const { view } = this;
    const owner = view.tokens[i - 1];
    // "The Rangers' coordinator"
    if (owner?.norm === "'") return this.endingAt(i - 1);
    if (owner === undefined || !/['’]s$/u.test(owner.norm)) return undefined;
    if (this.isSurname(owner.norm)) return undefined;
    if (!isCapitalised(view, owner)) return this.byNoun(owner.norm.replace(/['’]s$/u, ""), i - 1);
    let from = i - 1;
    while (from > 0 && isCapitalised(view, view.tokens[from - 1])) from--;
    return { from, to: i, text: textOf(view, from, i).replace(/['’]s$/u, "") };
  }

  /** "Stroud's lawyer": somebody already named owns no office. */
  isSurname(norm: string): boolean {
    return this.#surnames.has(norm.replace(/['’]s$/u, ""));
  }

  /** Whether a word is capitalised inside a sentence too: then it is a name. */
  isNameElsewhere(norm: string): boolean {
    this.#names ??= new Set(
      this.view.tokens.flatMap((token, i) => {
        const before = this.view.tokens[i - 1];
        const inside = before !== undefined && before.kind === "word" && !isCapitalised(this.view, before);
        return inside && isCapitalised(this.view, token) ? [token.norm.replace(/['’]s$/u, "")] : [];
      }),
    );
    return this.#names.has(norm);
  }

  /** Whether the word also stands in lower case: then it is a common word that opened a sentence. */
  standsInLowerCase(norm: string): boolean {
    this.#lowerCase ??= new Set(
      this.view.words.filter((word) => !isCapitalised(this.view, word)).map((word) => word.norm),
    );
    return this.#lowerCase.has(norm);
  }

  /** One capitalised word alone is as often a place or the start of a sentence. */
  #isName(proper: Proper): boolean {
    const first = this.view.tokens[proper.from];
    return proper.to - proper.from > 1 || (first !== undefined && isAcronym(this.view, first));
  }

  /** A single word that is capitalised throughout, and no person's. */
  #isOwnName(proper: Proper): boolean {
    const norm = (this.view.tokens[proper.from]?.norm ?? "").replace(/['’]s$/u, "");
    return this.isNameElsewhere(norm) && !this.#surnames.has(norm) && !this.#givenNames.has(norm);
  }
}

/** Whether the word before belongs to the same capitals; "Then" or "At" that opens a sentence does not. */
export function continuesName(view: TextView, i: number): boolean {
  const before = view.tokens[i - 1];
  return before !== undefined && isCapitalised(view, before) && !FUNCTION_WORDS.has(before.norm);
}
