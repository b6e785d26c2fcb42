/**
 * What a comment claims its writer to be, in the writer's own person.
 *
 * A claim is a frame ("As …", "I am …", "We at …"), a role or an organisation, and a main clause
 * that speaks as that person. "As the head of X said" reports somebody; "As the head of X, she must
 * go" speaks of somebody; neither is a claim.
 */
import type { CommentView } from "../../corpus.js";
import { overlapsAny } from "../../text/quotation.js";
import { isClauseStart, isSentenceStart, leads, spanOf, type Claim } from "./claim.js";
import { nameClaim } from "./name-claims.js";
import { organisationClaim, ourWorkClaim } from "./organisation-claims.js";
import { isCapitalised, readOrganisation } from "./proper.js";
import { rolePhrase } from "./role-phrase.js";
import { shifted } from "./office.js";
import { CLAIMING_VERBS, LEADING_VERBS, SPEECH_VERBS } from "./roles.js";
import { FIRST, saysIt, speakerAfter } from "./speaker.js";

/** "I write this as", "Speaking here as", "In my capacity as": whoever writes this speaks of himself. */
const SPEAKING = new Set(
  "speak speaking write writing comment commenting post posting reply replying respond responding say saying talk talking tell telling".split(
    " ",
  ),
);
const SPEAKING_WITH = new Set(
  "i i'm am we we're here this that it only today now to you purely strictly simply let me".split(" "),
);
const MY_OFFICE = new Set(["role", "capacity", "position", "time", "job"]);
/** Words between the start of a sentence and "as" that belong to its frame. */
const MAX_OPENING = 6;
const CONNECTING = new Set(["and", "but", "so", "well", "look", "sorry", "yes", "no", "again", "honestly"]);

/** All claims of a comment, in reading order. O(tokens). */
export function findClaims(comment: CommentView): Claim[] {
  const claims: Claim[] = [];
  comment.tokens.forEach((token, i) => {
    if (overlapsAny(comment.quoted, token)) return;
    const claim =
      asClaim(comment, i) ??
      beingClaim(comment, i) ??
      organisationClaim(comment, i) ??
      ourWorkClaim(comment, i) ??
      nameClaim(comment, i);
    if (claim !== undefined) claims.push(claim);
  });
  return claims;
}

/** "As the head of HRMMU, …", "Speaking as a nurse, …", "I, as the mayor, …". */
function asClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  if (tokens[i]?.norm !== "as") return undefined;
  const opening = openingOf(comment, i);
  if (opening === undefined) return undefined;
  const phrase = rolePhrase(comment, i + 1);
  if (phrase === undefined) return undefined;
  const ownVoice = opening.ownVoice && !saysIt(comment, phrase.to);
  const speaker = ownVoice ? "first" : speakerAfter(comment, phrase.to, phrase.claim.definite);
  if (speaker === undefined || (opening.inside === true && speaker !== "first")) return undefined;
  return { frame: "as", speaker, ...phrase.claim, span: spanOf(comment, opening.from, phrase.to) };
}

interface Opening {
  readonly from: number;
  readonly ownVoice: boolean;
  /** Inside a sentence only a clause of the writer's own counts: "…, but as the mayor I …". */
  readonly inside?: boolean;
}

function insideOf(comment: CommentView, i: number): Opening | undefined {
  const before = comment.tokens.slice(Math.max(0, i - 5), i).map(({ norm }) => norm);
  const joined = [",", "but", "and", "so", "because", "-", "(", ";"].includes(before.at(-1) ?? "");
  if (!joined || before.some((norm) => SPEECH_VERBS.has(norm) || DENYING.has(norm))) return undefined;
  return { from: i, ownVoice: false, inside: true };
}

/** What leads up to "as", where a claim may stand: nothing, "and", "speaking", "I", or an aside of the writer's. */
function openingOf(comment: CommentView, i: number): Opening | undefined {
  const { tokens } = comment;
  if (tokens[i - 1]?.norm !== ":" && isSentenceStart(comment, i)) return { from: i, ownVoice: false };
  let from = i - 1;
  while (i - from <= MAX_OPENING && from > 0 && !isClauseStart(comment, from)) from--;
  const aside = isClauseStart(comment, i) ? { from: i, ownVoice: false } : insideOf(comment, i);
  if (!isClauseStart(comment, from)) return aside;
  const words = tokens.slice(from, i).map(({ norm }) => norm);
  if (words.every((word) => CONNECTING.has(word) || word === ",")) return { from, ownVoice: false };
  const speaks = words.some((word) => SPEAKING.has(word));
  if (speaks && words.every((word) => SPEAKING.has(word) || SPEAKING_WITH.has(word))) return { from, ownVoice: true };
  const office = words[0] === "in" && words[1] === "my" && MY_OFFICE.has(words.at(-1) ?? "");
  const own = CONNECTING.has(words[0] ?? "") ? words.slice(1) : words;
  const subject = own.length === 2 && (own[0] === "i" || own[0] === "we") && own[1] === ",";
  return office || subject ? { from, ownVoice: true } : aside;
}

/** Ways of stating an office of one's own, and how long ago it was. */
const BEING: readonly { readonly words: readonly string[]; readonly tense: "present" | "perfect" | "past" }[] = [
  { words: ["i'm"], tense: "present" },
  { words: ["im"], tense: "present" },
  { words: ["i", "am"], tense: "present" },
  { words: ["being"], tense: "present" },
  { words: ["i", "have", "been"], tense: "perfect" },
  { words: ["i've", "been"], tense: "perfect" },
  { words: ["having", "been"], tense: "perfect" },
  { words: ["having", "served", "as"], tense: "perfect" },
  { words: ["i", "serve", "as"], tense: "present" },
  { words: ["i", "was"], tense: "past" },
  { words: ["i", "served", "as"], tense: "past" },
];
/** What may stand before such a statement inside a sentence. */
const LINKS = new Set([",", "and", "but", "because", "since", "so", "-", "(", "as", "when"]);

/** "I am the head of HRMMU", "Being the mayor, …", "I lead the Harbour Trust". */
function beingClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const opens = isClauseStart(comment, i);
  const being = BEING.find(({ words }) => words.every((word, k) => tokens[i + k]?.norm === word));
  if (being !== undefined) return statedOffice(comment, i, being, opens);
  return opens ? (hereClaim(comment, i) ?? leadingClaim(comment, i)) : undefined;
}

function statedOffice(
  comment: CommentView,
  i: number,
  { words, tense }: (typeof BEING)[number],
  opens: boolean,
): Claim | undefined {
  const { tokens } = comment;
  let at = i + words.length;
  while (ASIDES.has(tokens[at]?.norm ?? "")) at++;
  const phrase = rolePhrase(comment, at);
  if (phrase === undefined || isMocked(comment, phrase.to)) return undefined;
  // "Being a police officer must be hard" says nothing of the writer.
  const next = tokens[phrase.to]?.norm ?? "";
  if (words[0] === "being" && ![",", "myself", "here", "and", "you"].includes(next) && !FIRST.has(next))
    return undefined;
  const { organisation, organisationWords, definite } = phrase.claim;
  const placed = organisation !== null || organisationWords !== null;
  if (!opens) {
    // Inside a sentence an office is told, imagined or mocked: "and I said I am the head of …".
    const before = tokens.slice(Math.max(0, i - 4), i).map(({ norm }) => norm);
    if (before.some((norm) => DENYING.has(norm) || SPEECH_VERBS.has(norm))) return undefined;
    if ((definite || placed) && !(placed && LINKS.has(before.at(-1) ?? ""))) return undefined;
  }
  // What one was or has been needs its body: "I was captain at school".
  if (tense !== "present" && !placed) return undefined;
  const { role } = phrase.claim;
  const former = role === null ? [] : shifted(role, "former").heads;
  const heads = tense === "past" ? former : tense === "perfect" ? [...(role?.heads ?? []), ...former] : role?.heads;
  return {
    frame: "i-am",
    speaker: "first",
    ...phrase.claim,
    role: role === null || heads === undefined ? role : { ...role, heads },
    span: spanOf(comment, i, phrase.to),
  };
}

const ASIDES = new Set(["actually", "also", "indeed", "currently", "still", "now", ",", "in", "fact"]);

/** "I lead the Harbour Trust", "I have led", "Having chaired HRMMU, I …". */
function leadingClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const [a, b] = [tokens[i]?.norm, tokens[i + 1]?.norm];
  const participle = PARTICIPLES.get(a ?? "");
  if (participle !== undefined) return participleClaim(comment, i, participle);
  const at = a === "i've" || a === "having" ? i + 1 : a === "i" ? (b === "have" ? i + 2 : i + 1) : undefined;
  if (at === undefined) return undefined;
  const verb = tokens[at]?.norm ?? "";
  const className = CLAIMING_VERBS.has(verb) ? LEADING_VERBS.get(verb) : undefined;
  const organisation = className === undefined ? undefined : readOrganisation(comment, at + 1);
  if (className === undefined || organisation === undefined) return undefined;
  const claim = leads(className, organisation.text, spanOf(comment, i, organisation.to));
  const { role } = claim;
  if (role === null || (a === "i" && b !== "have")) return claim;
  // "Having led X" may be over.
  return { ...claim, role: { ...role, heads: [...role.heads, ...shifted(role, "former").heads] } };
}

const PARTICIPLES: ReadonlyMap<string, string> = new Map([
  ["leading", "head"],
  ["heading", "head"],
  ["running", "head"],
  ["chairing", "head"],
  ["directing", "head"],
  ["editing", "editor"],
]);

/** "Leading the Botanic Garden these twelve years, I have …". */
function participleClaim(comment: CommentView, i: number, className: string): Claim | undefined {
  const organisation = readOrganisation(comment, i + 1);
  if (organisation === undefined || speakerAfter(comment, organisation.to, false) !== "first") return undefined;
  return leads(className, organisation.text, spanOf(comment, i, organisation.to));
}

/** "Head of HRMMU here.", "Mayor here, and …". */
function hereClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const phrase = isCapitalised(comment, tokens[i]) ? rolePhrase(comment, i) : undefined;
  if (phrase === undefined || tokens[phrase.to]?.norm !== "here" || tokens[phrase.to + 1]?.kind !== "punct")
    return undefined;
  return { frame: "i-am", speaker: "first", ...phrase.claim, span: spanOf(comment, i, phrase.to + 1) };
}

const DENYING = new Set([
  "if",
  "not",
  "imagine",
  "wish",
  "when",
  "like",
  "said",
  "that",
  "thinking",
  "pretend",
  "though",
]);
const MOCKING = new Set([
  "apparently",
  "supposedly",
  "lol",
  "allegedly",
  "now",
  "says",
  "said",
  "trust",
  "honest",
  "/s",
]);

/** "I'm the mayor, says Denham", "I'm the head of X now apparently". */
function isMocked(comment: CommentView, to: number): boolean {
  return comment.tokens.slice(to, to + 4).some(({ norm }) => MOCKING.has(norm));
}
