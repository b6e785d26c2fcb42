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
import { CLAIMING_VERBS, LEADING_VERBS } from "./roles.js";
import { saysIt, speakerAfter } from "./speaker.js";

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
  if (speaker === undefined) return undefined;
  return { frame: "as", speaker, ...phrase.claim, span: spanOf(comment, opening.from, phrase.to) };
}

/** What leads up to "as", where a claim may stand: nothing, "and", "speaking", "I", or an aside of the writer's. */
function openingOf(comment: CommentView, i: number): { from: number; ownVoice: boolean } | undefined {
  const { tokens } = comment;
  if (tokens[i - 1]?.norm !== ":" && isSentenceStart(comment, i)) return { from: i, ownVoice: false };
  let from = i - 1;
  while (i - from <= MAX_OPENING && from > 0 && !isSentenceStart(comment, from)) from--;
  const aside = isClauseStart(comment, i) ? { from: i, ownVoice: false } : undefined;
  if (!isSentenceStart(comment, from)) return aside;
  const words = tokens.slice(from, i).map(({ norm }) => norm);
  if (words.every((word) => CONNECTING.has(word) || word === ",")) return { from, ownVoice: false };
  const speaks = words.some((word) => SPEAKING.has(word));
  if (speaks && words.every((word) => SPEAKING.has(word) || SPEAKING_WITH.has(word))) return { from, ownVoice: true };
  const office = words[0] === "in" && words[1] === "my" && MY_OFFICE.has(words.at(-1) ?? "");
  const subject = words.length === 2 && (words[0] === "i" || words[0] === "we") && words[1] === ",";
  return office || subject ? { from, ownVoice: true } : aside;
}

/** "I am the head of HRMMU", "Being the mayor, …", "I lead the Harbour Trust". */
function beingClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const [a, b] = [tokens[i]?.norm, tokens[i + 1]?.norm];
  const opens = isClauseStart(comment, i);
  const plain = a === "i" && b === "am";
  if (a === "i'm" || a === "being" || plain) {
    const phrase = rolePhrase(comment, i + (plain ? 2 : 1));
    if (phrase === undefined || isMocked(comment, phrase.to)) return undefined;
    // Inside a sentence an office is told, imagined or mocked: "and I said I am the head of …".
    const office = phrase.claim.definite || phrase.claim.organisation !== null;
    if (!opens && (office || DENYING.has(tokens[i - 1]?.norm ?? ""))) return undefined;
    return { frame: "i-am", speaker: "first", ...phrase.claim, span: spanOf(comment, i, phrase.to) };
  }
  const here = opens ? hereClaim(comment, i) : undefined;
  if (here !== undefined) return here;
  // "I lead", "I have led", "I've led", "having led"
  const at = a === "i've" || a === "having" || a === "i" ? (a === "i" && b === "have" ? i + 2 : i + 1) : undefined;
  const verb = opens && at !== undefined ? tokens[at]?.norm : undefined;
  const className = verb === undefined || !CLAIMING_VERBS.has(verb) ? undefined : LEADING_VERBS.get(verb);
  const organisation = className === undefined ? undefined : readOrganisation(comment, (at ?? i) + 1);
  if (className === undefined || organisation === undefined) return undefined;
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
