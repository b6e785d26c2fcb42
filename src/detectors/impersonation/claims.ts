/**
 * What a comment claims its writer to be, in the writer's own person.
 *
 * A claim is a frame ("As …", "I am …", "We at …"), a role or an organisation, and a main clause
 * that speaks as that person. "As the head of X said" reports somebody; "As the head of X, she must
 * go" speaks of somebody; neither is a claim.
 */
import type { CommentView } from "../../corpus.js";
import { overlapsAny } from "../../text/quotation.js";
import { isSentenceStart, leads, spanOf, type Claim } from "./claim.js";
import { nameClaim } from "./name-claims.js";
import { organisationClaim, ourWorkClaim } from "./organisation-claims.js";
import { readOrganisation } from "./proper.js";
import { rolePhrase } from "./role-phrase.js";
import { CLAIMING_VERBS, LEADING_VERBS } from "./roles.js";
import { saysIt, speakerAfter } from "./speaker.js";

const PREFIXES: readonly (readonly string[])[] = [
  ["speaking"],
  ["in", "my", "role"],
  ["in", "my", "capacity"],
  ["in", "my", "position"],
  ["i", ","],
  ["we", ","],
  ["speaking", "here"],
  ["writing"],
  ["and"],
  ["but"],
];
/** "Speaking as", "In my role as", "I, as": whoever writes this speaks of himself. */
const OWN_VOICE = new Set(["speaking", "in", "i", "we", "writing"]);
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
  const prefix = PREFIXES.find(
    (words) =>
      words.every((word, k) => tokens[i - words.length + k]?.norm === word) &&
      isSentenceStart(comment, i - words.length),
  );
  const colon = tokens[i - 1]?.norm === ":";
  if ((!isSentenceStart(comment, i) || colon) && prefix === undefined) return undefined;
  const phrase = rolePhrase(comment, i + 1);
  if (phrase === undefined) return undefined;
  const ownVoice = prefix !== undefined && OWN_VOICE.has(prefix[0] ?? "") && !saysIt(comment, phrase.to);
  const speaker = ownVoice ? "first" : speakerAfter(comment, phrase.to, phrase.claim.definite);
  if (speaker === undefined) return undefined;
  return { frame: "as", speaker, ...phrase.claim, span: spanOf(comment, i - (prefix?.length ?? 0), phrase.to) };
}

/** "I am the head of HRMMU", "Being the mayor, …", "I lead the Harbour Trust". */
function beingClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const [a, b] = [tokens[i]?.norm, tokens[i + 1]?.norm];
  const opens = isSentenceStart(comment, i) && tokens[i - 1]?.norm !== ":";
  const plain = a === "i" && b === "am";
  if (a === "i'm" || a === "being" || plain) {
    const phrase = rolePhrase(comment, i + (plain ? 2 : 1));
    if (phrase === undefined || isMocked(comment, phrase.to)) return undefined;
    // Inside a sentence an office is told, imagined or mocked: "and I said I am the head of …".
    const office = phrase.claim.definite || phrase.claim.organisation !== null;
    if (!opens && (office || DENYING.has(tokens[i - 1]?.norm ?? ""))) return undefined;
    return { frame: "i-am", speaker: "first", ...phrase.claim, span: spanOf(comment, i, phrase.to) };
  }
  const verb = opens && (a === "i" || a === "having") ? b : undefined;
  const className = verb === undefined || !CLAIMING_VERBS.has(verb) ? undefined : LEADING_VERBS.get(verb);
  const organisation = className === undefined ? undefined : readOrganisation(comment, i + 2);
  if (className === undefined || organisation === undefined) return undefined;
  return leads(className, organisation.text, spanOf(comment, i, organisation.to));
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
