/**
 * Gold articles in different journalistic styles: the people they name, comments that speak as one of
 * them, and comments that look alike and do not.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { buildCorpus, TextView } from "../src/corpus.js";
import { impersonationDetector } from "../src/detectors/impersonation/index.js";
import { findPeople, type Person } from "../src/detectors/impersonation/people.js";
import { foldName } from "../src/detectors/impersonation/proper.js";
import { roleClass } from "../src/detectors/impersonation/roles.js";
import type { Article, Author } from "../src/model.js";
import { FIXTURES, readFixture } from "./support/fixtures.js";

interface Triple {
  readonly person: string;
  readonly role: string;
  readonly organisation: string | null;
}

interface GoldComment {
  readonly text: string;
  readonly author?: string;
}

interface Gold {
  readonly id: string;
  readonly article: Article;
  readonly triples: readonly Triple[];
  readonly hits: readonly (GoldComment & { readonly signal: string })[];
  readonly nearMisses: readonly GoldComment[];
}

const gold = readdirSync(join(FIXTURES, "impersonation"))
  .sort()
  .map((name) => readFixture(`impersonation/${name}`) as Gold);

test("the set is there", () => {
  expect(gold.length).toBeGreaterThanOrEqual(25);
  expect(gold.flatMap(({ hits }) => hits).length).toBeGreaterThanOrEqual(130);
  expect(gold.flatMap(({ nearMisses }) => nearMisses).length).toBeGreaterThanOrEqual(200);
});

function signalsOf(article: Article, { text, author }: GoldComment): string[] {
  const comment = { id: "0", parentId: null, text, ...(author === undefined ? {} : { author: { name: author } }) };
  const corpus = buildCorpus([{ id: "t", article, comments: [comment] }]);
  const view = corpus.threads[0]?.comments[0];
  if (view === undefined) throw new Error("no comment");
  const result = impersonationDetector.prepare(corpus).assess(view);
  return result.state === "scored" ? result.observations.map(({ signal }) => signal) : [];
}

const STRONG = /^impersonation\/(?:quoted-role|unique-role|organisation-voice|name-match)$/u;

describe.each(gold.map((each) => [each.id, each] as const))("%s", (_, { article, hits, nearMisses, triples }) => {
  test.each(hits.map((hit) => [hit.signal, hit.author ?? "", hit.text, hit] as const))(
    "%s: %s %s",
    (signal, _author, _text, hit) => {
      expect(signalsOf(article, hit)).toContain(signal);
    },
  );

  test.each(nearMisses.map((miss) => [miss.author ?? "", miss.text, miss] as const))(
    "not: %s %s",
    (_author, _text, miss) => {
      expect(signalsOf(article, miss).filter((signal) => STRONG.test(signal))).toEqual([]);
    },
  );

  test("names nobody whom the article does not name in that office", () => {
    const extra = peopleOf(article).filter((person) => !triples.some((triple) => isSame(triple, person)));
    expect(extra.map(({ name, role, organisation }) => [name, role, organisation])).toEqual([]);
  });
});

test("finds nearly all people with role and organisation", () => {
  const found = gold.flatMap(({ article, triples }) => {
    const people = peopleOf(article);
    return triples.map((triple) => people.some((person) => isSame(triple, person)));
  });
  expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(0.95);
});

describe("who may speak as that person", () => {
  const article: Article = {
    title: "Inquiry",
    body: '"It was rusty," said Marit Solheim, the head of HSBA. Inger Vale reports.',
    author: "Inger Vale",
  };
  const outcome = (author: Author, text = "As the head of HSBA, I can only repeat that it was rusty.") => {
    const corpus = buildCorpus([{ id: "t", article, comments: [{ id: "0", parentId: null, text, author }] }]);
    const view = corpus.threads[0]?.comments[0];
    if (view === undefined) throw new Error("no comment");
    return impersonationDetector.prepare(corpus).assess(view);
  };

  test.each<[string, Author, RegExp]>([
    ["staff and verified accounts", { name: "Marit Solheim", isStaff: true }, /staff/u],
    ["the article's author by the export's mark", { name: "x", isArticleAuthor: true }, /author of the article/u],
    ["the article's author by name", { name: "Inger Vale" }, /author of the article/u],
  ])("%s are exempt, and it is said why", (_, author, reason) => {
    expect(outcome(author)).toEqual({ state: "not-applicable", reason: expect.stringMatching(reason) as string });
  });

  test("what matched how, and what the person is quoted with, go into the data", () => {
    const result = outcome({ name: "stranger" });
    expect(result.state === "scored" ? result.observations[0]?.data : {}).toMatchObject({
      person: "Marit Solheim",
      matched: "the role “head”; the organisation by the same name",
      quoted: '"It was rusty,"',
    });
  });
});

describe("credentials", () => {
  const claims = readFixture("detectors/credentials.json") as string[];
  const article = { title: "Port inquiry", body: "The inquiry into the port will publish its findings in May." };

  test("nine in ten claims of an occupation are seen", () => {
    const seen = claims.filter((text) =>
      signalsOf(article, { text }).some((signal) => signal.startsWith("impersonation/")),
    );
    expect(seen.length / claims.length).toBeGreaterThanOrEqual(0.9);
  });
});

function peopleOf({ title, body }: Article): Person[] {
  return [title, body].flatMap((text) => findPeople(new TextView(text))).filter(({ name }) => name !== null);
}

function isSame(triple: Triple, person: Person): boolean {
  const [wanted, name] = [foldName(triple.person), foldName(person.name ?? "")];
  const sameName = wanted === name || name.endsWith(` ${wanted}`);
  const sameRole =
    triple.role === person.role ||
    person.heads.some(({ norm, className }) => norm === triple.role || className === roleClass(triple.role));
  const sameBody =
    triple.organisation === null ||
    (person.organisation !== null && foldName(person.organisation).includes(foldName(triple.organisation)));
  return sameName && sameRole && sameBody;
}
