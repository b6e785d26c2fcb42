import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { audit as auditWith } from "../src/audit.js";
import type { Detector } from "../src/detectors/detector.js";
import { audit } from "../src/index.js";
import type { Comment, Report, Thread } from "../src/model.js";
import { scoringModel } from "../src/scoring/shipped.js";
import { runCli } from "./support/cli.js";
import { FIXTURES, hasSharedData, readFixture, SHARED_DATA, withParents } from "./support/fixtures.js";

const EXAMPLE = "fixtures/threads/port-calder.json";

function thread(texts: readonly string[], id = "t"): Thread {
  const comments = texts.map((text, i): Comment => ({ id: String(i + 1), parentId: null, text }));
  return {
    id,
    article: { title: "Old bridge to reopen in May", body: "The old bridge will reopen in May, the council said." },
    comments,
  };
}

function comment(report: Report, id: string) {
  const found = report.threads[0]?.comments.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no comment ${id}`);
  return found;
}

test("the report of the example is the golden one", async () => {
  const { out } = await runCli([EXAMPLE, "-f", "json"]);
  const golden = readFileSync(join(FIXTURES, "reports", "port-calder.json"), "utf8");
  expect(out).toBe(golden);
});

describe("the example thread", () => {
  const report = audit({ threads: [withParents(readFixture("threads/port-calder.json"))] });

  test("is called high, with the phrases its comments share", () => {
    const verdict = report.threads[0]?.verdict;
    expect(verdict?.band).toBe("high");
    expect(verdict?.reasons.map(({ signal }) => signal)).toContain("thread/shared-phrases");
  });

  test("names the one who speaks as the head of the agency, and nobody else", () => {
    const impersonators = report.threads[0]?.comments.filter(({ findings }) =>
      findings.some(({ signal }) => /impersonation\/(?:quoted|unique|name|organisation)/u.test(signal)),
    );
    expect(impersonators?.map(({ id }) => id)).toEqual(["3"]);
    expect(comment(report, "3").findings[0]).toMatchObject({
      signal: "impersonation/quoted-role",
      data: { person: "Marit Solheim", role: "head", organisation: "HSBA" },
    });
  });

  test("puts the question that is asked twice into one family", () => {
    expect(report.clusters.map(({ members }) => members.map((member) => member.comment))).toEqual([["2", "6"]]);
  });

  test("does not accuse the two who write like people", () => {
    expect([comment(report, "4").band, comment(report, "9").band]).toEqual(["ordinary", "ordinary"]);
  });
});

(hasSharedData ? describe : describe.skip)("the thread that the project was born from (needs the shared data)", () => {
  const report = hasSharedData
    ? audit({ threads: [withParents(JSON.parse(readFileSync(join(SHARED_DATA, "seed", "thread.json"), "utf8")))] })
    : audit({ threads: [] });

  test("all thirteen are in the upper bands, the thread is high", () => {
    expect(report.threads[0]?.comments.filter(({ band }) => band === "high" || band === "elevated")).toHaveLength(13);
    expect(report.threads[0]?.verdict.band).toBe("high");
    expect(report.threads[0]?.verdict.humanRate).toBeLessThanOrEqual(0.005);
  });

  test("8 speaks as Danielle Bell of HRMMU, 10 claims a credential, nobody else impersonates", () => {
    const claims = new Map(
      report.threads[0]?.comments.map(({ id, findings }) => [
        id,
        findings.map(({ signal }) => signal).filter((signal) => signal.startsWith("impersonation/")),
      ]),
    );
    expect([...claims].filter(([, signals]) => signals.length > 0).sort()).toEqual([
      ["10", ["impersonation/credential"]],
      ["8", ["impersonation/quoted-role"]],
    ]);
    const finding = comment(report, "8").findings[0];
    expect(finding?.data).toMatchObject({ person: "Danielle Bell", organisation: "HRMMU" });
    expect(finding?.evidence.map((evidence) => ("quote" in evidence ? evidence.quote : ""))).toEqual([
      "As the head of HRMMU",
      "Danielle Bell, the head of HRMMU",
    ]);
  });

  test("5 and 6 are one family", () => {
    expect(report.clusters.map(({ members }) => members.map((member) => member.comment))).toContainEqual(["5", "6"]);
  });
});

describe("properties", () => {
  const words = fc
    .array(
      fc.constantFrom(
        "the",
        "bridge",
        "is",
        "crucial",
        "we",
        "must",
        "lol",
        "I",
        "saw",
        "it",
        "on",
        "Monday",
        "deeply",
        "concerning",
        "council",
        "!",
        "?",
        ".",
        "“quote”",
        "\n> said",
      ),
      { maxLength: 40 },
    )
    .map((list) => list.join(" "));
  const text = fc.oneof(
    words,
    fc.string({ unit: "grapheme", maxLength: 80 }),
    fc.string({ unit: "binary", maxLength: 40 }),
  );
  const texts = fc.array(text, { minLength: 1, maxLength: 14 });

  test("every quote slices out of its text, contributions add up, figures are in range", () => {
    fc.assert(
      fc.property(texts, (list) => {
        const report = audit({ threads: [thread(list)] });
        expect(report.complete).toBe(true);
        const byId = new Map(report.threads[0]?.comments.map((each) => [each.id, each.text]));
        for (const each of report.threads[0]?.comments ?? []) {
          const sum = each.findings.reduce((total, { contribution }) => total + contribution, 0);
          if (each.logOdds !== null) expect(Math.abs(sum - each.logOdds)).toBeLessThan(1e-6);
          if (each.score !== null) expect(each.score >= 0 && each.score <= 100).toBe(true);
          if (each.humanRate !== null) expect(each.humanRate > 0 && each.humanRate <= 1).toBe(true);
          expect(each.band === "insufficient").toBe(each.score === null);
          for (const { evidence, contribution } of each.findings) {
            expect(Number.isFinite(contribution)).toBe(true);
            expect(evidence.length).toBeGreaterThan(0);
            for (const item of evidence) {
              if (item.kind === "quote") expect(each.text.slice(item.start, item.end)).toBe(item.quote);
              if (item.kind === "comment") expect(byId.get(item.comment)?.slice(item.start, item.end)).toBe(item.quote);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the order of arrival changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const records = list.map((each, i) => ({ id: String(i), text: each }));
        const render = async (order: unknown[]) => {
          const { out } = await runCli(["x.json", "-f", "json"], {
            files: { "x.json": JSON.stringify({ article: { title: "T", body: "B" }, comments: order }) },
          });
          const { threads, clusters, totals } =
            out === "" ? { threads: [], clusters: [], totals: {} } : (JSON.parse(out) as Report);
          // Where a record stands in the file is the one thing that its order may change.
          return JSON.stringify({ threads, clusters, totals }, (key, value: unknown) =>
            key === "source" ? undefined : value,
          );
        };
        expect(await render([...records].reverse())).toBe(await render(records));
      }),
      { numRuns: 25 },
    );
  });

  test("adding impersonation never lowers a score", () => {
    const plain = "It's deeply concerning to see how the council handled this bridge and its repairs.";
    const claimed = `As the head of HSBA, ${plain}`;
    const article = { title: "Bridge", body: "The bridge is unsafe, said Ana Lind, the head of HSBA." };
    const score = (text: string) =>
      audit({ threads: [{ ...thread([text]), article }] }).threads[0]?.comments[0]?.score ?? 0;
    expect(score(claimed)).toBeGreaterThan(score(plain));
  });
});

describe("a detector that fails", () => {
  const broken = (id: string, assess: Detector["prepare"]): Detector => ({
    id,
    title: id,
    axis: "artifact",
    signals: [],
    prepare: assess,
  });
  const settings = (detector: Detector) => ({
    detectors: [detector],
    catalogue: [],
    model: scoringModel,
    version: "0",
  });

  test.each<[string, Detector, RegExp]>([
    [
      "in prepare",
      broken("p", () => {
        throw new Error("boom");
      }),
      /p failed: boom/u,
    ],
    [
      "on a comment",
      broken("c", () => ({
        assess: () => {
          throw new Error("boom");
        },
      })),
      /c failed on comment 1: boom/u,
    ],
    [
      "by quoting what is not there",
      broken("q", () => ({
        assess: () => ({
          state: "scored",
          observations: [
            { signal: "q/x", strength: 1, data: {}, evidence: [{ kind: "quote", start: 0, end: 2, quote: "zz" }] },
          ],
        }),
      })),
      /quotes "zz" at 0/u,
    ],
    [
      "by giving no evidence",
      broken("e", () => ({
        assess: () => ({ state: "scored", observations: [{ signal: "e/x", strength: 1, data: {}, evidence: [] }] }),
      })),
      /no evidence/u,
    ],
    [
      "by a strength that is no number",
      broken("n", () => ({
        assess: () => ({
          state: "scored",
          observations: [{ signal: "n/x", strength: NaN, data: {}, evidence: [{ kind: "fact", name: "x", value: 1 }] }],
        }),
      })),
      /strength NaN/u,
    ],
  ])("%s is contained: no score, exit 2, and it is named", (_, detector, message) => {
    const report = auditWith({ threads: [thread(["a comment of eight words or a few more"])] }, settings(detector));
    expect(report.complete).toBe(false);
    expect(report.diagnostics.map((diagnostic) => diagnostic.message).join("\n")).toMatch(message);
    expect(report.threads[0]?.comments[0]).toMatchObject({
      score: null,
      band: "insufficient",
      outcomes: { [detector.id]: { state: "failed" } },
    });
  });
});

test("fingerprints survive re-ordering, added comments and edits elsewhere", () => {
  const target = "It is crucial for the council to act now and ensure the safety of the bridge.";
  const prints = (report: Report, text: string) =>
    report.threads[0]?.comments
      .find((each) => each.text === text)
      ?.findings.filter(({ signal }) => signal.startsWith("generic-phrasing/"))
      .map(({ fingerprint }) => fingerprint);
  const before = prints(audit({ threads: [thread([target, "Something else that somebody wrote about it."])] }), target);
  const after = prints(
    audit({
      threads: [thread([target, "Edited: something else that somebody wrote about it.", "And one more comment here."])],
    }),
    target,
  );
  expect(before?.length).toBeGreaterThan(0);
  expect(after).toEqual(before);
});

test("other languages get no wording score and are told so", () => {
  const report = audit({
    threads: [thread(["Das ist ein sehr schöner Artikel, vielen Dank dafür und weiter so, liebe Redaktion"])],
  });
  expect(report.threads[0]?.comments[0]).toMatchObject({
    score: null,
    band: "insufficient",
    outcomes: {
      "generic-phrasing": { state: "not-applicable", reason: expect.stringContaining("not English") as string },
    },
  });
});

test("short exclamations are not judged and belong to no family", () => {
  const report = audit({ threads: [thread(["lol", "RIP", "RIP", "+1", "first", "this", "lol"])] });
  expect(report.totals.bands).toEqual({ high: 0, elevated: 0, ordinary: 0, insufficient: 7 });
  expect(report.clusters).toEqual([]);
  expect(report.threads[0]?.verdict.band).toBe("insufficient");
});

test("a credential alone never reaches a band", () => {
  for (const text of [
    "As a former journalist who has covered ports, I find this hard to believe, frankly.",
    "As a nurse, I see what falls from bridges every single week of the year.",
  ]) {
    const report = audit({ threads: [thread([text])] });
    const withoutClaim = audit({ threads: [thread([text.replace(/^As an? [^,]*, /u, "")])] });
    expect(["ordinary", withoutClaim.threads[0]?.comments[0]?.band]).toContain(report.threads[0]?.comments[0]?.band);
  }
});
