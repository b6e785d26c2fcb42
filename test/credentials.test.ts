/** The table of credential phrases: each finds its own sentence and not its near miss. */
import { buildCorpus, type CommentView } from "../src/corpus.js";
import { CREDENTIAL_PHRASES } from "../src/detectors/impersonation/credential-phrases.js";
import { credentialClaim, credentialIndex } from "../src/detectors/impersonation/credentials.js";

function comment(text: string): CommentView {
  const thread = { id: "t", article: { title: "", body: "" }, comments: [{ id: "0", parentId: null, text }] };
  const view = buildCorpus([thread]).threads[0]?.comments[0];
  if (view === undefined) throw new Error("no comment");
  return view;
}

test.each(CREDENTIAL_PHRASES.map((phrase) => [phrase.pattern, phrase] as const))("%s", (_, phrase) => {
  const index = credentialIndex([phrase]);
  expect(credentialClaim(comment(phrase.hit), index)?.span.quote).toMatch(/\w/u);
  expect(credentialClaim(comment(phrase.miss), index)).toBeUndefined();
});

test.each([
  "My brother is a nurse.",
  "If I were a doctor, I would say the opposite.",
  "I am not a lawyer, but this is wrong.",
  "I'm a terrible cook.",
  'She wrote "I am a nurse" under every post.',
  "I worked on my garden all day.",
  "Constructor Kit, I never had one.",
  "I work at home.",
  "I work in Lomma until eight.",
  "Any nurse here?",
  "I wish I was a pilot.",
  "I have been a customer for 20 years.",
  "I taught him better than that.",
])("no claim: %s", (text) => {
  expect(credentialClaim(comment(text))).toBeUndefined();
});
