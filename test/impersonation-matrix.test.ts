/**
 * Every frame of a claim, and every way of only speaking of somebody, for every office in the gold
 * articles: figures over thousands of combinations that nobody wrote one by one.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { buildCorpus } from "../src/corpus.js";
import { impersonationDetector } from "../src/detectors/impersonation/index.js";
import type { Article } from "../src/model.js";
import { FIXTURES, readFixture } from "./support/fixtures.js";

interface Office {
  readonly article: Article;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
}

type Make = (office: Office) => { readonly text: string; readonly author?: string };

const CLAIMS: Readonly<Record<string, Make>> = {
  "As the R of O, I": ({ role, organisation }) => ({
    text: `As the ${role} of ${organisation}, I can tell you that this is not what happened.`,
  }),
  "As R of O, it's": ({ role, organisation }) => ({
    text: `As ${role} of ${organisation}, it's deeply concerning to see such comments here.`,
  }),
  "As the R at O, we": ({ role, organisation }) => ({
    text: `As the ${role} at ${organisation}, we have nothing to hide.`,
  }),
  "Speaking as": ({ role, organisation }) => ({
    text: `Speaking as the ${role} of ${organisation}, nobody asked us before printing this.`,
  }),
  "In my role as": ({ role, organisation }) => ({
    text: `In my role as ${role} of ${organisation}, I have seen all of the papers.`,
  }),
  "In my capacity as": ({ role, organisation }) => ({
    text: `In my capacity as the ${role} of ${organisation}, I must object.`,
  }),
  "I am the R of O": ({ role, organisation }) => ({
    text: `I am the ${role} of ${organisation} and I stand by every word.`,
  }),
  "I'm the R of O": ({ role, organisation }) => ({ text: `I'm the ${role} of ${organisation}. Ask me anything.` }),
  "I, as the R of O": ({ role, organisation }) => ({
    text: `I, as the ${role} of ${organisation}, cannot accept this.`,
  }),
  "Being the R of O": ({ role, organisation }) => ({
    text: `Being the ${role} of ${organisation}, I read this with interest.`,
  }),
  "As O's R": ({ role, organisation }) => ({
    text: `As ${organisation}'s ${role}, I would like to correct one figure.`,
  }),
  "We at O": ({ organisation }) => ({ text: `We at ${organisation} take this very seriously.` }),
  "On behalf of O": ({ organisation }) => ({ text: `On behalf of ${organisation}, thank you for your patience.` }),
  "O here": ({ organisation }) => ({ text: `${organisation} here. The figures are wrong.` }),
  "My team at O": ({ organisation }) => ({ text: `My team at ${organisation} and I have worked on this for years.` }),
  "My name is P": ({ person }) => ({ text: `My name is ${person} and I never said this.` }),
  "P here": ({ person }) => ({ text: `${person} here. I never said this.` }),
  "This is P": ({ person }) => ({ text: `This is ${person}. I never said this.` }),
  "by P": ({ person }) => ({ text: "I never said this to anybody.", author: person }),
  "signed P": ({ person }) => ({ text: `I never said this to anybody at all.\n\n— ${person}` }),
};

const MENTIONS: Readonly<Record<string, Make>> = {
  "As the R of O said": ({ role, organisation }) => ({
    text: `As the ${role} of ${organisation} said, this is not what happened.`,
  }),
  "As the R of O noted": ({ role, organisation }) => ({
    text: `As the ${role} of ${organisation} rightly noted, it is too late.`,
  }),
  "As the R of O put it": ({ role, organisation }) => ({
    text: `As the ${role} of ${organisation} put it, I think we are all tired.`,
  }),
  "As R of O, P must": ({ role, organisation, person }) => ({
    text: `As ${role} of ${organisation}, ${person} must resign.`,
  }),
  "As the R of O, she": ({ role, organisation }) => ({
    text: `As the ${role} of ${organisation}, she should have known.`,
  }),
  "As the R of O, it is her": ({ role, organisation }) => ({
    text: `As the ${role} of ${organisation}, it is her duty to answer.`,
  }),
  "As the R of O, what": ({ role, organisation }) => ({
    text: `As the ${role} of ${organisation}, what would you do now?`,
  }),
  "If I were": ({ role, organisation }) => ({
    text: `If I were the ${role} of ${organisation}, I would resign today.`,
  }),
  "I am not": ({ role, organisation }) => ({ text: `I am not the ${role} of ${organisation} but I can read.` }),
  quoted: ({ role, organisation }) => ({
    text: `"As the ${role} of ${organisation}, I regret this" is what we wanted to hear.`,
  }),
  "> quoted": ({ role, organisation }) => ({ text: `> As the ${role} of ${organisation}, I regret this\nToo late.` }),
  "You, as": ({ role, organisation }) => ({ text: `You, as the ${role} of ${organisation}, should be ashamed.` }),
  "resigned as": ({ role, organisation }) => ({
    text: `They resigned as the ${role} of ${organisation} last year, I was told.`,
  }),
  "Imagine being": ({ role, organisation }) => ({ text: `Imagine being the ${role} of ${organisation} tonight.` }),
  "My neighbour": ({ role, organisation }) => ({
    text: `My neighbour is the ${role} of ${organisation} and never says hello.`,
  }),
  "I told": ({ role, organisation }) => ({
    text: `I told my son that I am the ${role} of ${organisation} and he laughed.`,
  }),
  "P said": ({ person }) => ({ text: `${person} said it all, I have nothing to add.` }),
  "I met P": ({ person }) => ({ text: `I met ${person} once and we talked about boats.` }),
  "O said": ({ organisation }) => ({ text: `${organisation} said the same thing last year.` }),
  "O should": ({ organisation }) => ({ text: `I think ${organisation} should be closed.` }),
  "first name": ({ person }) => ({ text: "I never said this to anybody.", author: person.split(" ")[0] ?? "" }),
};

const OFFICES = readdirSync(join(FIXTURES, "impersonation"))
  .sort()
  .flatMap((name): Office[] => {
    const { article, triples } = readFixture(`impersonation/${name}`) as {
      article: Article;
      triples: { person: string; role: string; organisation: string | null }[];
    };
    const unique = new Set([
      "head",
      "director",
      "chairman",
      "chairwoman",
      "chair",
      "mayor",
      "president",
      "founder",
      "editor",
      "leader",
      "ceo",
    ]);
    return triples.flatMap(({ person, role, organisation }) =>
      organisation === null || !unique.has(role) || !person.includes(" ")
        ? []
        : [{ article, person, role: role === "ceo" ? "CEO" : role, organisation }],
    );
  });

function fires(office: Office, make: Make): boolean {
  const { text, author } = make(office);
  const comment = { id: "0", parentId: null, text, ...(author === undefined ? {} : { author: { name: author } }) };
  const corpus = buildCorpus([{ id: "t", article: office.article, comments: [comment] }]);
  const view = corpus.threads[0]?.comments[0];
  if (view === undefined) throw new Error("no comment");
  const result = impersonationDetector.prepare(corpus).assess(view);
  return (
    result.state === "scored" &&
    result.observations.some(({ signal }) => /(?:quoted-role|unique-role|organisation-voice|name-match)$/u.test(signal))
  );
}

function share(makes: Readonly<Record<string, Make>>): { hits: number; total: number; rows: Record<string, number> } {
  const rows = Object.fromEntries(
    Object.entries(makes).map(([name, make]) => [name, OFFICES.filter((office) => fires(office, make)).length]),
  );
  return {
    hits: Object.values(rows).reduce((sum, hits) => sum + hits, 0),
    total: OFFICES.length * Object.keys(makes).length,
    rows,
  };
}

test("frames of a claim are seen, mentions are not", () => {
  const [claims, mentions] = [share(CLAIMS), share(MENTIONS)];
  if (process.env["SHOW_FIGURES"] !== undefined) console.log(OFFICES.length, claims, mentions);
  expect(claims.total).toBeGreaterThanOrEqual(150);
  expect(mentions.total).toBeGreaterThanOrEqual(200);
  expect(claims.hits / claims.total).toBeGreaterThanOrEqual(0.95);
  expect(claims.hits / (claims.hits + mentions.hits)).toBeGreaterThanOrEqual(0.99);
});
