/** What the words after a name say of its bearer: ", the head of X," · "(editor, X)" · ", who runs X" · "is dean of X". */
import type { TextView } from "../../corpus.js";
import type { Mentions } from "./mentions.js";
import { OF, readOffice, readRole, shifted, type Office } from "./office.js";
import { isCapitalised, readOrganisation } from "./proper.js";
import { LEADING_VERBS } from "./roles.js";

const CLOSING = new Set([",", ".", ")", ";", "-", ":"]);
/** The office that a verb gives, as a noun. */
const LEADER_NOUNS: Readonly<Record<string, string>> = {
  chairs: "chair",
  directs: "director",
  leads: "leader",
};
const HELD = new Set(["was", "worked", "served"]);
const HOLDING: readonly (readonly string[])[] = [
  ["is", "now"],
  ["has", "been"],
  ["had", "been"],
  ["serves", "as"],
  ["served", "as"],
  ["works", "as"],
  ["worked", "as"],
  ["acts", "as"],
  ["took", "over", "as"],
  ["had", "taken", "over", "as"],
  ["has", "taken", "over", "as"],
  ["also", "serves", "as"],
  ["is", "also"],
  ["is"],
  ["was"],
  ["became"],
  ["remains"],
];

/** The offices that a name's apposition, relative clause or copula gives its bearer; usually none or one. */
export function officesAfter(view: TextView, at: number, mentions: Mentions): Office[] {
  const first = officeAfter(view, at, mentions);
  if (first === undefined) return [];
  const offices = [first];
  // "an analyst at X and author of Y"
  for (let to = first.to; view.tokens[to]?.norm === "and" && offices.length < 3;) {
    // "head of X, and the mayor of Y, Bo Ek": a definite office is somebody else's.
    const next = view.tokens[to + 1]?.norm === "the" ? undefined : readOffice(view, to + 1);
    if (next?.organisation === undefined) break;
    offices.push(next);
    ({ to } = next);
  }
  return offices;
}

function officeAfter(view: TextView, name: number, mentions: Mentions): Office | undefined {
  const at = pastAge(view, name);
  const separator = view.tokens[at]?.norm ?? "";
  if (separator === "(" || separator === ",")
    return (
      apposition(view, at + 1, mentions) ??
      organisationThenRole(view, at + 1) ??
      (view.tokens[at + 1]?.norm === "who"
        ? (holds(view, at + 2, mentions) ?? leads(view, at + 2, mentions))
        : undefined)
    );
  const office = holds(view, at, mentions) ?? leads(view, at, mentions) ?? joins(view, at);
  return office?.organisation === undefined ? undefined : office;
}

/** "Doreen Applegarth, 74, chairwoman of …". */
function pastAge(view: TextView, at: number): number {
  const { tokens } = view;
  if (tokens[at]?.norm === "(" && tokens[at + 1]?.kind === "number" && tokens[at + 2]?.norm === ")") return at + 3;
  if (tokens[at]?.norm !== ",") return at;
  const number = tokens[at + 1]?.norm === "aged" ? at + 2 : at + 1;
  return tokens[number]?.kind === "number" && tokens[number + 1]?.norm === "," ? number + 1 : at;
}

/** "is the project engineer with X" · "serves as field officer with X" · "was dean of X". */
export function holds(view: TextView, at: number, mentions: Mentions): Office | undefined {
  const verb = HOLDING.find((words) => words.every((word, k) => view.tokens[at + k]?.norm === word));
  if (verb === undefined) return undefined;
  const from = at + verb.length;
  const owner = possessorAt(view, from);
  const read = readOffice(view, owner === undefined ? from : owner + 1, { loose: true, antecedents: mentions });
  const own = ["its", "their"].includes(view.tokens[from]?.norm ?? "");
  const theirs = owner === undefined ? undefined : mentions.byNoun(nounAt(view, owner), at);
  const organisation = read?.organisation ?? theirs ?? (own ? mentions.organisationNear(at) : undefined);
  if (read === undefined || organisation === undefined) return undefined;
  const office = { ...read, organisation };
  return HELD.has(verb[0] ?? "") ? { ...office, role: shifted(office.role, "former") } : office;
}

/** "heads HRMMU" · "founded Lift Watch" · "has led the Trust since May". */
function leads(view: TextView, at: number, mentions: Mentions): Office | undefined {
  const verb = ["has", "had", "also"].includes(view.tokens[at]?.norm ?? "") ? at + 1 : at;
  const className = LEADING_VERBS.get(view.tokens[verb]?.norm ?? "");
  if (className === undefined) return undefined;
  const noun = view.tokens[verb + 1]?.norm === "the" ? (view.tokens[verb + 2]?.norm ?? "") : "";
  // "heads the opposition Centre Alliance"
  const adjective =
    noun !== "" && !isCapitalised(view, view.tokens[verb + 2]) && isCapitalised(view, view.tokens[verb + 3]);
  const named = readOrganisation(view, adjective ? verb + 3 : verb + 1);
  const organisation = named ?? mentions.byNoun(noun, verb);
  const to = named?.to ?? verb + 1;
  return {
    role: {
      text: LEADER_NOUNS[view.tokens[verb]?.norm ?? ""] ?? className,
      heads: [{ norm: className, className, shifter: null, field: null, ofField: false }],
    },
    organisation,
    to,
    roleTo: verb + 1,
  };
}

/** "joined Corven Foods as finance director" · "took over as editor of X". */
function joins(view: TextView, at: number): Office | undefined {
  const { tokens } = view;
  if (tokens[at]?.norm === "took" && tokens[at + 1]?.norm === "over" && tokens[at + 2]?.norm === "as")
    return readOffice(view, at + 3, { loose: true });
  if (!["joined", "joins", "left"].includes(tokens[at]?.norm ?? "")) return undefined;
  const organisation = readOrganisation(view, at + 1);
  if (organisation === undefined || tokens[organisation.to]?.norm !== "as") return undefined;
  const role = readRole(view, organisation.to + 1, true);
  return role === undefined ? undefined : { role, organisation, to: role.to, roleTo: role.to };
}

function apposition(view: TextView, at: number, mentions: Mentions): Office | undefined {
  const { tokens } = view;
  const owner = possessorAt(view, at);
  const office = readOffice(view, owner === undefined ? at : owner + 1, {
    loose: true,
    field: true,
    antecedents: mentions,
  });
  if (office === undefined) return undefined;
  if (office.organisation !== undefined) return office;
  const closes = tokens[office.to]?.norm;
  if (
    closes !== undefined &&
    !CLOSING.has(closes) &&
    !(owner === undefined && OF.has(tokens[office.roleTo]?.norm ?? ""))
  )
    return undefined;
  if (tokens[at - 1]?.norm === "(" && closes === ",") {
    const organisation = readOrganisation(view, office.to + 1);
    if (organisation !== undefined) return { ...office, organisation, to: organisation.to };
  }
  if (owner !== undefined) {
    return { ...office, organisation: mentions.byNoun(nounAt(view, owner), at) };
  }
  return ["its", "their"].includes(tokens[at]?.norm ?? "")
    ? { ...office, organisation: mentions.organisationNear(at) }
    : office;
}

function nounAt(view: TextView, owner: number): string {
  return (view.tokens[owner]?.norm ?? "").replace(/['’]s$/u, "");
}

/** "the office's country director", "the fire authority's deputy": where the lower-case possessor stands. */
function possessorAt(view: TextView, at: number): number | undefined {
  if (view.tokens[at]?.norm !== "the") return undefined;
  for (let owner = at + 1; owner <= at + 3; owner++) {
    const token = view.tokens[owner];
    if (token?.kind !== "word" || isCapitalised(view, token)) return undefined;
    if (/['’]s$/u.test(token.norm)) return owner;
  }
  return undefined;
}

/** "Lumenstack's co-founder and CEO" · "the Brackley Rovers head coach". */
function organisationThenRole(view: TextView, at: number): Office | undefined {
  const organisation = readOrganisation(view, at);
  if (organisation === undefined) return undefined;
  const office = readOffice(view, organisation.to, {
    loose: /['’]s$/u.test(view.tokens[organisation.to - 1]?.norm ?? ""),
  });
  if (office === undefined || office.organisation !== undefined) return undefined;
  return { ...office, organisation };
}
