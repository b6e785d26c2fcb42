import type { SignalMeta } from "../detector.js";

const CREDENTIAL_RATE =
  "1.5 in 100 comments under a formal newspaper open with “As a …” and an occupation, and most of them are true";

export const IMPERSONATION_SIGNALS: readonly SignalMeta[] = [
  {
    id: "impersonation/quoted-role",
    title: "speaks as a person the article names",
    meaning:
      "The comment speaks in its own person from an office that the article gives to somebody: role and organisation both match. The writer may be that person; the input marks no verified accounts.",
    direction: "raises",
    example:
      "“As the head of the Harbour Trust, it is deeply concerning …” under an article that quotes the head of the Harbour Trust",
    nearMiss: "“As the head of the Harbour Trust said, the crane was rusty.”",
    source: "0 of 12,210 human comments claim to head an organisation in this form",
  },
  {
    id: "impersonation/organisation-voice",
    title: "speaks for an organisation in the article",
    meaning:
      "“We at …”, “On behalf of …”, “… here.” with an organisation that the article names. Press officers do comment.",
    direction: "raises",
    example: "“We at the Harbour Trust take this seriously.”",
    nearMiss: "“We at my house never liked that crane.”",
    source: "0 of 12,210 human comments",
  },
  {
    id: "impersonation/unique-role",
    title: "speaks from an office with one holder",
    meaning:
      "The role matches one that the article gives to one person (the mayor, the CEO), without the organisation to confirm it.",
    direction: "raises",
    example: "“As the mayor, I promise that the bridge will reopen.” under an article about the mayor",
    nearMiss: "“As a director you should know better.”",
    source: "0 of 12,210 human comments",
  },
  {
    id: "impersonation/name-match",
    title: "bears the name of a person in the article",
    meaning:
      "The author’s name, an introduction or a signature is the full name of a person the article names. Namesakes exist.",
    direction: "raises",
    example: "a comment by “Ana Lind” under an article that quotes Ana Lind",
    nearMiss: "a comment by “Ana” under the same article",
    source: "Jaro-Winkler on folded names, first letter and surname alike",
  },
  {
    id: "impersonation/credential",
    title: "claims an occupation or experience",
    meaning:
      "“As a former journalist who …”. Nothing in the article speaks for or against it. People write this, and mostly truly, so it counts next to nothing and never lifts a comment over ordinary by itself.",
    direction: "raises",
    example: "“As a nurse, I see this every week.”",
    nearMiss: "“As a matter of fact, …”",
    source: CREDENTIAL_RATE,
  },
  {
    id: "impersonation/contradictory-personas",
    title: "one account, several lives",
    meaning:
      "The same account claims occupations of three or more different fields, in this thread or in others of the run. Needs account ids; two occupations are common and do not count.",
    direction: "raises",
    example: "“As a nurse, I …”, “As a veteran, I …” and “As a lawyer, I …” by one account",
    nearMiss: "“As a nurse, I …” and “As a former teacher, I …” by one account",
    source: "invented identities in a persuasion experiment with 1,783 comments; no moderator noticed",
  },
  {
    id: "impersonation/dangling-persona",
    title: "a persona that the sentence then drops",
    meaning:
      "“As a nurse, it is unacceptable …”: the claim has no I in its sentence. People slip like this too, about one in five hundred comments.",
    direction: "raises",
    example: "“As a veteran, it is disheartening to see this.”",
    nearMiss: "“As a veteran, I find this disheartening.”",
    source: "about 0.2 % of formal newspaper comments",
  },
];
