/** Names of people and organisations, read from capitals. */
import type { TextView } from "../../corpus.js";
import { foldText, spellPlainly } from "../../text/fold.js";
import { FUNCTION_WORDS } from "../../text/function-words.js";
import type { Token } from "../../text/tokens.js";
import { roleClass } from "./roles.js";

export interface Proper {
  /** Token range, half-open. */
  readonly from: number;
  readonly to: number;
  /** As written. */
  readonly text: string;
}

const PARTICLES = new Set("de da del della di du van von der den la le bin ibn al el ter ten dos das y".split(" "));
const HONORIFICS = new Set(
  "mr mrs ms miss dr prof professor sir dame lord lady rev revd hon gen lt col maj sgt capt cpl cllr sen rep gov fr st wing squadron lance right most very venerable reverend honourable honorable".split(
    " ",
  ),
);
/** Offices that are first names or surnames as often: "Dean Malloy", "Mason Ek". */
const GIVEN_NAMES = new Set("dean mason king prince bishop judge major baker page marshal elder".split(" "));
const NOT_A_NAME = new Set(
  "yesterday today tomorrow meanwhile earlier later last next according then however although monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mr mrs ms dr yes no".split(
    " ",
  ),
);
/** What an organisation's name ends in, and a person's hardly ever. */
const ORGANISATION_NOUNS = new Set(
  "observatory festival jury federation panel hospital infirmary clinic practice surgery university college school academy institute laboratory council committee commission ministry department agency authority bureau board court tribunal parliament assembly corporation company foundation federation society association trust union institution cooperative co-operative coalition alliance campaign network group partnership police service museum library gallery theatre theater orchestra church cathedral parish bank airlines airways railway railways united rovers city athletic wanderers fc afc rfc council limited ltd inc plc llc gmbh ventures capital partners holdings industries logistics petroleum foods management consulting roads works observatory party club office centre center district county mission fund press times gazette herald tribune chronicle brigade".split(
    " ",
  ),
);
const ORG_JOINERS = new Set(["of", "for", "and", "the", "in", "on", "&", "de", "des", "du"]);
const KIND_OF_ORGANISATION = new Set(
  "charity company group operator agency union club party bank chain broker brokerage insurer lender retailer airline consultancy developer landlord nonprofit publisher firm start-up startup watchdog campaign pressure think-tank newspaper daily weekly monthly quarterly magazine website association".split(
    " ",
  ),
);
const POST_NOMINALS = new Set("sc qc kc mp phd md mbe obe cbe jr sr esq mrcvs frcs frs mba rn ba ma msc".split(" "));
const MAX_NAME = 5;
/** In a headline with every word capitalised, nothing shows where a longer name ends. */
const MAX_NAME_IN_HEADLINE = 2;
const MAX_ORGANISATION = 9;

export function isCapitalised(view: TextView, token: Token | undefined): boolean {
  return token?.kind === "word" && /^\p{Lu}/u.test(view.raw.slice(token.start, token.start + 2));
}

export function isAcronym(view: TextView, token: Token): boolean {
  return token.kind === "word" && /^\p{Lu}[\p{Lu}&]{1,9}(?:['’]s)?$/u.test(view.raw.slice(token.start, token.end));
}

/** The name of a person that starts at a token: two words or more, or one after a title. */
export function readName(view: TextView, from: number): Proper | undefined {
  const { tokens } = view;
  let start = from;
  while (isTitle(view, start)) start += tokens[start + 1]?.norm === "." ? 2 : 1;
  let at = start;
  let words = 0;
  const longest = isTitleCase(view) ? MAX_NAME_IN_HEADLINE : MAX_NAME;
  while (words < longest) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isCapitalised(view, token) && !isNameStop(view, token, words)) {
      at++;
      words++;
      if (token.norm.length === 1 && tokens[at]?.norm === ".") at++;
      if (tokens[at]?.norm === "-" && isCapitalised(view, tokens[at + 1]) && tokens[at]?.start === token.end) at++;
    } else if (words > 0 && PARTICLES.has(token.norm) && particleLeadsOn(view, at)) {
      at += tokens[at + 1]?.norm === "-" ? 2 : 1;
    } else break;
  }
  if (words > 1 && isOrganisationNoun(tokens[at - 1]?.norm ?? "")) return undefined;
  const postNominal = words > 2 && POST_NOMINALS.has(tokens[at - 1]?.norm ?? "") ? 1 : 0;
  if (words < (start > from ? 1 : 2)) return undefined;
  return { from: start, to: at, text: textOf(view, start, at - postNominal) };
}

const titleCase = new WeakMap<TextView, boolean>();

function isTitleCase(view: TextView): boolean {
  const known = titleCase.get(view);
  if (known !== undefined) return known;
  const capitals = view.words.filter((word) => isCapitalised(view, word)).length;
  const value = view.words.length >= 4 && view.words.length <= 40 && capitals / view.words.length > 0.7;
  titleCase.set(view, value);
  return value;
}

const shouted = new WeakMap<TextView, boolean>();

/** A text all in capitals: they tell nothing. */
function isShouted(view: TextView): boolean {
  const known = shouted.get(view);
  if (known !== undefined) return known;
  const value = view.words.length >= 6 && view.raw === view.raw.toUpperCase();
  shouted.set(view, value);
  return value;
}

/** "de la Cruz", "al-Harthy": a particle counts when a capital follows, at once or after another particle. */
function particleLeadsOn(view: TextView, at: number): boolean {
  const next = at + (view.tokens[at + 1]?.norm === "-" ? 2 : 1);
  return isCapitalised(view, view.tokens[next]) || PARTICLES.has(view.tokens[next]?.norm ?? "");
}

/** "Dr", "Sgt." or a capitalised office before a name: "Chief Tersoo Akume", "Commissioner Ronan Hayes". */
function isTitle(view: TextView, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined || !isCapitalised(view, token)) return false;
  const name = view.tokens[at + 1]?.norm === "." ? view.tokens[at + 2] : view.tokens[at + 1];
  const office = roleClass(token.norm) !== undefined && !GIVEN_NAMES.has(token.norm);
  return (HONORIFICS.has(token.norm) || office) && isCapitalised(view, name);
}

/** A possessive ends a name; a day, a month or a function word cannot start one. */
function isNameStop(view: TextView, token: Token, words: number): boolean {
  if (/['’]s$/u.test(token.norm)) return true;
  // "Danielle Bell / Head of HRMMU": the office under a signature is no part of the name.
  if (words >= 2 && roleClass(token.norm) !== undefined) return true;
  return words === 0 && (NOT_A_NAME.has(token.norm) || FUNCTION_WORDS.has(token.norm));
}

export function isOrganisationNoun(norm: string): boolean {
  return ORGANISATION_NOUNS.has(norm.replace(/['’]s$/u, ""));
}

/** "the charity Clean Wells", "chipmaker Lumen": a common noun that introduces a name. */
export function isKindOfOrganisation(norm: string): boolean {
  return KIND_OF_ORGANISATION.has(norm) || (norm.length > 6 && norm.endsWith("maker"));
}

/** The name of an organisation that starts at a token: an acronym or capitalised words with joiners. */
export function readOrganisation(view: TextView, from: number): Proper | undefined {
  if (isShouted(view)) return undefined;
  const { tokens } = view;
  let start = tokens[from]?.norm === "the" ? from + 1 : from;
  // "the charity Clean Wells", "the operator Nordrail"
  if (isKindOfOrganisation(tokens[start]?.norm ?? "") && isCapitalised(view, tokens[start + 1])) start++;
  // "the grocery chain Fairmarket"
  else if (
    start > from &&
    !isCapitalised(view, tokens[start]) &&
    isKindOfOrganisation(tokens[start + 1]?.norm ?? "") &&
    isCapitalised(view, tokens[start + 2])
  )
    start += 2;
  let at = start;
  let end = start;
  while (at - start < MAX_ORGANISATION) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isCapitalised(view, token) && (isAcronym(view, token) || isPartOfName(view, at, start))) {
      at++;
      end = at;
      if (/['’]s$/u.test(token.norm) && !isOwnersName(view, at)) break;
      if (isAcronym(view, token) && at === start + 1) break;
    } else if (at > start && joinsOn(tokens, at)) at++;
    else break;
  }
  if (end === start || NOT_A_NAME.has(tokens[start]?.norm ?? "")) return undefined;
  return { from: start, to: end, text: textOf(view, start, end).replace(/['’]s$/u, "") };
}

/** "Hands Across Borders", "Clean Rivers Now": inside a name small words are capitalised too. */
function isPartOfName(view: TextView, at: number, start: number): boolean {
  const norm = view.tokens[at]?.norm ?? "";
  if (!FUNCTION_WORDS.has(norm)) return true;
  return at > start && norm !== "i" && !norm.startsWith("i'") && !isTitleCase(view);
}

/** "St Oswin's Primary School", "Dottie's Diner owner": the possessor is part of the name. */
function isOwnersName(view: TextView, from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    const token = view.tokens[at];
    if (token === undefined) return false;
    if (!isCapitalised(view, token)) return at > from && roleClass(token.norm) !== undefined;
    if (roleClass(token.norm) !== undefined) return false;
    if (isOrganisationNoun(token.norm)) return true;
  }
  return false;
}

/** A word or mark inside a name: "of", a hyphen without blanks, the apostrophe of "Farmers' Union". */
function joinsOn(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token === undefined || before === undefined) return false;
  if (ORG_JOINERS.has(token.norm)) return true;
  // "St. Oswin's"
  if (token.norm === ".") return before.norm === "st" && before.end === token.start;
  return (token.norm === "-" || token.norm === "'") && before.end === token.start;
}

export function textOf(view: TextView, from: number, to: number): string {
  const first = view.tokens[from];
  const last = view.tokens[to - 1];
  return first === undefined || last === undefined ? "" : view.raw.slice(first.start, last.end).replace(/\s+/gu, " ");
}

/** Case, accents and "the" do not tell names apart. */
export function foldName(name: string): string {
  return spellPlainly(foldText(name).text.toLowerCase())
    .replace(/['’]s$/u, "")
    .replace(/[^\p{L}\p{N}& ]+/gu, " ")
    .replace(/^the /u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Initials of the capitalised words: "Human Rights Monitoring Mission in Ukraine" gives HRMMU. */
export function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}\p{M}])\p{Lu}/gu) ?? []).join("");
}

export function looksLikeAcronym(name: string): boolean {
  return /^\p{Lu}[\p{Lu}&]{1,9}$/u.test(name);
}
