/** The organisations an article names, for comments that speak as one of them. */
import type { ArticleView, TextView } from "../../corpus.js";
import type { Span } from "../../model.js";
import type { Claim } from "./claim.js";
import type { Aliases } from "./match.js";
import { foldName, isAcronym, isCapitalised, isOrganisationNoun, readOrganisation } from "./proper.js";

export interface NamedOrganisation {
  readonly name: string;
  readonly part: "title" | "body";
  readonly span: Span;
}

/** "in Tarsk", "near Lund": a place, for which nobody speaks. */
const PLACE_PREPOSITIONS = new Set(["in", "near", "around", "across", "outside", "to", "from", "into", "between"]);

const MAX_ORGANISATIONS = 500;

export class Organisations {
  readonly #named: NamedOrganisation[] = [];
  readonly #byName = new Map<string, NamedOrganisation>();
  readonly #works = new Map<string, NamedOrganisation>();

  constructor(
    readonly article: ArticleView,
    readonly aliases: Aliases,
    people: readonly { readonly organisation: string | null; readonly part: "title" | "body"; readonly span: Span }[],
  ) {
    for (const { organisation, part, span } of people) if (organisation !== null) this.#add(organisation, part, span);
    this.#read(article.title, "title");
    this.#read(article.body, "body");
  }

  /** The organisation that a claim speaks for, by its name or by what it did ("our mission documented"). */
  find(frame: Claim["frame"], name: string): NamedOrganisation | undefined {
    if (frame === "our-work") return this.#works.get(name);
    return (
      this.#byName.get(foldName(name)) ??
      this.#named.find((known) => this.#isFullName(known.name, name)) ??
      (name.includes(" ") ? this.mentionOf(name) : this.#onlyOne(name))
    );
  }

  /** Whether the article names it, in full or in short. */
  names(name: string): boolean {
    return this.aliases.mentions(name) || this.#named.some((known) => this.aliases.same(known.name, name));
  }

  /** Where the article writes this name, as the claim writes it. */
  mentionOf(name: string): NamedOrganisation | undefined {
    for (const [part, view] of [
      ["title", this.article.title],
      ["body", this.article.body],
    ] as const) {
      // A headline may have it in capitals.
      const start = this.aliases.mentions(name) ? view.raw.toUpperCase().indexOf(name.toUpperCase()) : -1;
      if (start >= 0) return { name, part, span: view.span(start, start + name.length) };
    }
    return undefined;
  }

  /** "We at the Observatory", where one body of the article is called so. */
  #onlyOne(noun: string): NamedOrganisation | undefined {
    const known = this.#named.filter(({ name }) => name.includes(" ") && name.endsWith(` ${noun}`));
    return known.length === 1 && isOrganisationNoun(foldName(noun)) ? known[0] : undefined;
  }

  #read(view: TextView, part: NamedOrganisation["part"]): void {
    const { tokens } = view;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token?.kind !== "word") continue;
      const place = PLACE_PREPOSITIONS.has(tokens[i - 1]?.norm ?? "");
      const starts = isCapitalised(view, token) && !isCapitalised(view, tokens[i - 1]);
      const proper = starts ? readOrganisation(view, i) : undefined;
      if (proper !== undefined && !(place && proper.to - proper.from === 1 && !isAcronym(view, token))) {
        this.#add(proper.text, part, view.span(token.start, tokens[proper.to - 1]?.end ?? token.end));
      }
      if (!this.#works.has(token.norm)) {
        this.#works.set(token.norm, {
          name: view.raw.slice(token.start, token.end),
          part,
          span: view.span(token.start, token.end),
        });
      }
    }
  }

  /** A part of a name is too little to speak for its owner: "We at Ellenby" is not Ellenby Council. */
  #isFullName(known: string, name: string): boolean {
    return (
      this.aliases.same(known, name) &&
      (known.includes(" ") === name.includes(" ") || !/ of its name$/u.test(this.aliases.relation(known, name) ?? ""))
    );
  }

  #add(name: string, part: NamedOrganisation["part"], span: Span): void {
    const key = foldName(name);
    if (key === "" || this.#byName.has(key) || this.#byName.size >= MAX_ORGANISATIONS) return;
    const named = { name, part, span };
    this.#byName.set(key, named);
    this.#named.push(named);
  }
}
