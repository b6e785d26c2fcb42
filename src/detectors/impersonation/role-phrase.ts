/** The noun phrase of a claim: an office with its organisation, or an occupation. */
import { isContentWord, type CommentView } from "../../corpus.js";
import { leads, spanOf, type Claim } from "./claim.js";
import { OF, readOffice, readRole, type Office } from "./office.js";
import { isCapitalised, isOrganisationNoun, readOrganisation, textOf, type Proper } from "./proper.js";
import { isCredential } from "./occupations.js";
import { isUniqueRole, LEADING_VERBS } from "./roles.js";
import { FIRST } from "./speaker.js";

export interface RolePhrase {
  readonly claim: Pick<
    Claim,
    | "definite"
    | "determined"
    | "role"
    | "organisation"
    | "fullRole"
    | "organisationNoun"
    | "organisationWords"
    | "ofSomethingElse"
    | "name"
  >;
  readonly to: number;
}

/** The noun phrase after "as" or "I am": an office with its organisation, or an occupation. */
export function rolePhrase(comment: CommentView, from: number): RolePhrase | undefined {
  const { tokens } = comment;
  const determiner = tokens[from]?.norm ?? "";
  const definite = determiner === "the";
  const article = determiner === "a" || determiner === "an";
  // "As Ellenby's mayor, …": the possessor stands before the role.
  const start = definite ? from + 1 : from;
  const possessor =
    /['’]s$/u.test(determiner) && isCapitalised(comment, tokens[from]) ? readOrganisation(comment, from) : undefined;
  // "As HRMMU head I …", "the Harlow County DA": or the organisation itself does.
  const leading = possessor ?? (isCapitalised(comment, tokens[start]) ? organisationBefore(comment, start) : undefined);
  const office = readOffice(comment, leading?.to ?? from, { loose: definite }) ?? looseOffice(comment, from, article);
  // "As Health Secretary, …": an office that is written like a name needs no article.
  const capitalised = office !== undefined && isCapitalised(comment, tokens[from]);
  if (office !== undefined) {
    const { role } = office;
    // "As Secretary, Suryanagar Consumer Forum, I …"
    const listed = capitalised && office.organisation === undefined ? listedAfter(comment, office.to) : undefined;
    const organisation = office.organisation ?? listed;
    const here = organisation === undefined && isHere(comment, office.roleTo);
    const words = organisation === undefined && !here ? wordsAfterOf(comment, office.roleTo) : null;
    const to = listed?.to ?? (here ? office.roleTo + 3 : (words?.to ?? pastNoun(comment, office.to)));
    const preposition = tokens.slice(from, office.to + 1).some(({ norm }) => OF.has(norm));
    const goesOn = !definite && organisation === undefined && words === null && isContentNoun(comment, office.to);
    const ends = tokens[office.to]?.norm === "," || FIRST.has(tokens[office.to]?.norm ?? "");
    const bare =
      (ends || role.heads.some(({ norm }) => isUniqueRole(norm))) &&
      office.to === office.roleTo &&
      !isHypothetical(comment, office.to);
    const yours = POSSESSIVES.has(determiner);
    if (
      !goesOn &&
      !isRelative(comment, office.to) &&
      !isElsewhere(comment, office.to) &&
      (definite || article || preposition || capitalised || bare || yours)
    ) {
      return {
        claim: {
          definite: definite || !article,
          determined: definite || yours,
          role: { text: role.text, heads: role.heads },
          organisation: organisation?.text ?? leading?.text ?? null,
          organisationNoun: organisation === undefined && !here ? nounOf(comment, office.roleTo) : null,
          organisationWords: words?.text ?? null,
          fullRole: words === null ? null : `${role.text} ${textOf(comment, office.roleTo, words.to)}`,
          ofSomethingElse: preposition && organisation === undefined && !here,
          name: null,
        },
        to,
      };
    }
  }
  if (!article) return someoneWho(comment, from);
  for (let at = from + 1; at <= from + 5; at++) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== "word" && token.norm !== "-")) return undefined;
    if (isCredential(token.norm) && !isOwnerOf(comment, at) && !isContentNoun(comment, at + 1))
      return { claim: occupation(token.norm), to: at + 1 };
    if (token.kind === "word" && !isContentWord(token) && token.norm !== "ex") return undefined;
  }
  return undefined;
}

/** "As tournament director at Marlcombe I …": a modifier that no list knows, where the rest leaves no doubt. */
function looseOffice(comment: CommentView, from: number, article: boolean): Office | undefined {
  const office = article ? undefined : readOffice(comment, from, { loose: true });
  if (office === undefined) return undefined;
  const ends = office.organisation !== undefined || FIRST.has(comment.tokens[office.to]?.norm ?? "");
  return ends && office.roleTo - from <= 4 ? office : undefined;
}

const POSSESSIVES = new Set(["your", "its", "their", "our"]);

/** The words after "of", to the next mark or the writer's own "I"; undefined words leave the claim where it is. */
function wordsAfterOf(comment: CommentView, to: number): { text: string; to: number } | null {
  const { tokens } = comment;
  if (!OF.has(tokens[to]?.norm ?? "") || INDEFINITE.has(tokens[to + 1]?.norm ?? "")) return null;
  let end = to + 1;
  while (end < to + MAX_ORGANISATION_WORDS && tokens[end]?.kind === "word" && !FIRST.has(tokens[end]?.norm ?? ""))
    end++;
  return end === to + 1 ? null : { text: textOf(comment, to + 1, end), to: end };
}

/** "at the Innis Mhor practice": the common noun after a name in capitals. */
function pastNoun(comment: CommentView, to: number): number {
  const [noun, next] = comment.tokens.slice(to, to + 2);
  const ends = next === undefined || next.kind === "punct" || FIRST.has(next.norm);
  return noun !== undefined && ends && isOrganisationNoun(noun.norm) ? to + 1 : to;
}

/** "president of a tennis club": no particular one. */
const INDEFINITE = new Set(["a", "an", "another", "some", "any", "my", "your", "no", "every", "each"]);
const MAX_ORGANISATION_WORDS = 11;

/** ", Suryanagar Consumer Forum,". */
function listedAfter(comment: CommentView, to: number): Proper | undefined {
  if (comment.tokens[to]?.norm !== ",") return undefined;
  const organisation = readOrganisation(comment, to + 1);
  const closes = organisation !== undefined && comment.tokens[organisation.to]?.norm === ",";
  return closes && organisation.to - organisation.from > 1 ? organisation : undefined;
}

/** "the mayor of this town", "the judge in this case": the article's own, without its name. */
function isHere(comment: CommentView, to: number): boolean {
  const [of, that, noun] = comment.tokens.slice(to, to + 3);
  return (
    OF.has(of?.norm ?? "") &&
    that?.norm === "this" &&
    noun !== undefined &&
    isContentWord(noun) &&
    !PRIVATE.has(noun.norm)
  );
}

const PRIVATE = new Set("house household home family flat kitchen couch thread department gang world".split(" "));

/** "head of the trust": the noun, where the body is not named. */
function nounOf(comment: CommentView, to: number): string | null {
  const { tokens } = comment;
  if (!OF.has(tokens[to]?.norm ?? "") || tokens[to + 1]?.norm !== "the") return null;
  const noun = tokens[to + 2];
  const ends = tokens[to + 3]?.kind !== "word" || FIRST.has(tokens[to + 3]?.norm ?? "");
  return noun !== undefined && isContentWord(noun) && ends ? noun.norm : null;
}

/** "As someone who works nights, …", "As someone who leads the Harbour Trust, …". */
function someoneWho(comment: CommentView, from: number): RolePhrase | undefined {
  const { tokens } = comment;
  const [first, second] = [tokens[from]?.norm ?? "", tokens[from + 1]?.norm ?? ""];
  const who = SOMEONE.has(first) ? from + 1 : first === "the" && PERSONS.has(second) ? from + 2 : undefined;
  if (who === undefined || tokens[who]?.norm !== "who") return undefined;
  const className = LEADING_VERBS.get(tokens[who + 1]?.norm ?? "");
  const organisation = className === undefined ? undefined : readOrganisation(comment, who + 2);
  if (className !== undefined && organisation !== undefined)
    return { claim: leads(className, organisation.text, spanOf(comment, from, organisation.to)), to: organisation.to };
  return SOMEONE.has(first) && WORKING.has(tokens[who + 1]?.norm ?? "")
    ? { claim: occupation("someone"), to: who }
    : undefined;
}

/** "someone who works nights", "somebody who has covered three wars", but not "someone who loves this city". */
const WORKING = new Set(
  "works worked teaches taught trains trained drives drove runs ran treats treated builds built cooks cooked manages managed served serves practices practises practised spent covers covered has's has is studies studied researches researched writes wrote edits edited sells sold designs designed flies flew".split(
    " ",
  ),
);
const SOMEONE = new Set(["someone", "somebody", "one"]);
const PERSONS = new Set(["person", "one", "woman", "man", "guy"]);

/** "HRMMU head": an organisation whose last word is followed by a role. */
function organisationBefore(comment: CommentView, from: number): Proper | undefined {
  // "Vice chair of X" begins with no organisation.
  const organisation = readRole(comment, from) === undefined ? readOrganisation(comment, from) : undefined;
  if (organisation === undefined) return undefined;
  if (readOffice(comment, organisation.to) !== undefined) return organisation;
  // "Harlow County DA": the office is the last of the capitals.
  for (let at = organisation.to - 1; at > from; at--) {
    if (readRole(comment, at) !== undefined) return { from, to: at, text: textOf(comment, from, at) };
  }
  return undefined;
}

/** "As mayor I would …": everybody may dream. */
function isHypothetical(comment: CommentView, to: number): boolean {
  return comment.tokens.slice(to, to + 4).some(({ norm }) => ["would", "i'd", "could", "might", "we'd"].includes(norm));
}

const RELATIVES = new Set(
  "neighbour neighbor wife husband mother father son daughter brother sister cousin friend fan dog cat driver cleaner ex boss".split(
    " ",
  ),
);

/** "the director of Mercy Hospital in another country": a namesake of the body, and said to be one. */
function isElsewhere(comment: CommentView, to: number): boolean {
  const next = comment.tokens.slice(to, to + 4).map(({ norm }) => norm);
  const comma = next.indexOf(",");
  return next.slice(0, comma === -1 ? 4 : comma).some((norm) => ["another", "different", "elsewhere"].includes(norm));
}

/** "the head of HRMMU's neighbour" is nobody. */
function isRelative(comment: CommentView, to: number): boolean {
  const { tokens } = comment;
  return (
    [tokens[to - 1], tokens[to]].some((token) => RELATIVES.has(token?.norm ?? "")) &&
    /['’]s$/u.test(
      tokens
        .slice(Math.max(0, to - 3), to)
        .map(({ norm }) => norm)
        .find((norm) => /['’]s$/u.test(norm)) ?? "",
    )
  );
}

/** "As a general rule": the word after is the noun, the role only describes it. */
function isContentNoun(comment: CommentView, at: number): boolean {
  const token = comment.tokens[at];
  // "As a nurse working nights", "as a teacher, I"
  const verb = /(?:ed|ing)$/u.test(token?.norm ?? "");
  return token !== undefined && isContentWord(token) && !verb && !isCapitalised(comment, token);
}

/** "As a dog owner": nobody's trade. */
function isOwnerOf(comment: CommentView, at: number): boolean {
  return comment.tokens[at]?.norm === "owner" && POSSESSIONS.has(comment.tokens[at - 1]?.norm ?? "");
}

const POSSESSIONS = new Set(
  "dog cat pet gun home house car boat bike bicycle horse property iphone mac tesla".split(" "),
);

function occupation(norm: string): RolePhrase["claim"] {
  return {
    definite: false,
    determined: false,
    role: { text: norm, heads: [{ norm, className: norm, shifter: null, field: null, ofField: false }] },
    organisation: null,
    organisationNoun: null,
    fullRole: null,
    organisationWords: null,
    ofSomethingElse: false,
    name: null,
  };
}
