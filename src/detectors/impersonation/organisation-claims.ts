/** Claims to speak for an organisation. */
import type { CommentView } from "../../corpus.js";
import { isClauseStart, spanOf, type Claim } from "./claim.js";
import { readName, readOrganisation, type Proper } from "./proper.js";

const ORGANISATION_FRAMES: readonly { readonly words: readonly string[]; readonly anywhere: boolean }[] = [
  { words: ["we", "at"], anywhere: false },
  { words: ["we", "here", "at"], anywhere: false },
  { words: ["on", "behalf", "of", "everyone", "at"], anywhere: false },
  { words: ["on", "behalf", "of", "all", "of", "us", "at"], anywhere: false },
  { words: ["we", ","], anywhere: false },
  { words: ["we", "the"], anywhere: false },
  { words: ["all", "of", "us", "at"], anywhere: false },
  { words: ["on", "behalf", "of"], anywhere: false },
  { words: ["speaking", "for"], anywhere: false },
  { words: ["speaking", "on", "behalf", "of"], anywhere: false },
  { words: ["writing", "on", "behalf", "of"], anywhere: true },
  { words: ["commenting", "on", "behalf", "of"], anywhere: true },
  { words: ["posting", "on", "behalf", "of"], anywhere: true },
  { words: ["statement", "from"], anywhere: false },
  { words: ["statement", "on", "behalf", "of"], anywhere: false },
  { words: ["official", "response", "from"], anywhere: false },
  { words: ["official", "statement", "from"], anywhere: false },
  { words: ["official", "reply", "from"], anywhere: false },
  { words: ["this", "is", "the", "official", "account", "of"], anywhere: false },
  { words: ["all", "of", "us", "here", "at"], anywhere: false },
  { words: ["everyone", "here", "at"], anywhere: false },
  { words: ["those", "of", "us", "at"], anywhere: false },
  { words: ["our", "staff", "at"], anywhere: true },
  { words: ["our", "people", "at"], anywhere: true },
  { words: ["our", "colleagues", "at"], anywhere: true },
  { words: ["my", "staff", "at"], anywhere: true },
  { words: ["my", "team", "at"], anywhere: true },
  { words: ["our", "team", "at"], anywhere: true },
  { words: ["my", "colleagues", "at"], anywhere: true },
  { words: ["our", "work", "at"], anywhere: true },
];

/** "We at the Harbour Trust …", "On behalf of HRMMU, …", "HRMMU here." */
export function organisationClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const base = {
    frame: "organisation",
    speaker: "first",
    definite: true,
    determined: true,
    role: null,
    organisationNoun: null,
    fullRole: null,
    organisationWords: null,
    ofSomethingElse: false,
    name: null,
  } as const;
  for (const { words, anywhere } of ORGANISATION_FRAMES) {
    if (!words.every((word, k) => tokens[i + k]?.norm === word) || (!anywhere && !isClauseStart(comment, i))) continue;
    const organisation = readOrganisation(comment, i + words.length);
    if (organisation === undefined) continue;
    // "On behalf of HRMMU, Danielle Bell said …": somebody is reported.
    const reported = tokens[organisation.to]?.norm === "," && readName(comment, organisation.to + 1) !== undefined;
    return reported
      ? undefined
      : { ...base, organisation: organisation.text, span: spanOf(comment, i, organisation.to) };
  }
  if (!isClauseStart(comment, i)) return undefined;
  const at = hereAt(comment, i);
  if (at !== undefined) return { ...base, organisation: at.text, span: spanOf(comment, i, at.to + 1) };
  const organisation = readOrganisation(comment, i);
  const here = organisation === undefined ? undefined : tokens[organisation.to];
  const closes = organisation === undefined ? undefined : tokens[organisation.to + 1];
  if (organisation === undefined || here?.norm !== "here" || closes === undefined || closes.kind !== "punct")
    return undefined;
  return { ...base, organisation: organisation.text, span: spanOf(comment, i, organisation.to + 1) };
}

/** "Here at the Harbour Trust we …", "At the Harbour Trust, our …". */
function hereAt(comment: CommentView, i: number): Proper | undefined {
  const { tokens } = comment;
  const from = tokens[i]?.norm === "here" ? i + 1 : i;
  if (tokens[from]?.norm !== "at") return undefined;
  const organisation = readOrganisation(comment, from + 1);
  if (organisation === undefined) return undefined;
  const comma = tokens[organisation.to]?.norm === "," ? 1 : 0;
  const subject = tokens[organisation.to + comma]?.norm ?? "";
  return ["we", "we're", "we've", "we'll", "our"].includes(subject) ? organisation : undefined;
}

const OUR_NOUNS = new Set(
  "clinic models model excavation dig trial poll inspection board team survey staff crews officers divers engineers scientists volunteers lab laboratory analysis measurements data figures tests review paper records campaign mission report investigators investigation monitors inspectors interviews findings researchers study audit patrols office agency institute".split(
    " ",
  ),
);
const OUR_VERBS = new Set(
  "covered gave measured warned reviewed surveyed examined tested published reported analysed analyzed tracked inspected observed found documented shows showed verified confirms confirmed concluded established recorded counted interviewed revealed identified gathered".split(
    " ",
  ),
);

/** "Our mission documented …", "our interviews confirm …": speaks for whoever did that. */
export function ourWorkClaim(comment: CommentView, i: number): Claim | undefined {
  const { tokens } = comment;
  const noun = tokens[i + 1]?.norm ?? "";
  const owned = tokens[i]?.norm === "our" || (tokens[i]?.norm === "my" && noun === "office");
  if (!owned || !OUR_NOUNS.has(noun)) return undefined;
  const verb = [tokens[i + 2]?.norm ?? "", tokens[i + 3]?.norm ?? ""].findIndex((word) => OUR_VERBS.has(word));
  if (verb === -1) return undefined;
  const span = spanOf(comment, i, i + 3 + verb);
  return {
    frame: "our-work",
    speaker: "first",
    definite: true,
    determined: true,
    role: null,
    organisation: noun,
    organisationNoun: null,
    fullRole: null,
    organisationWords: null,
    ofSomethingElse: false,
    name: null,
    span,
  };
}
