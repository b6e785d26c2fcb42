import fc from "fast-check";
import { runCli } from "./support/cli.js";
import { UserError } from "../src/errors.js";
import { compareIds, UniqueIds } from "../src/ids.js";
import { readThreads } from "../src/importers/registry.js";

const read = (value: unknown) =>
  readThreads(new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)), "in.json");

async function texts(value: unknown): Promise<string[][]> {
  return (await read(value)).threads.map(({ comments }) => comments.map(({ text }) => text));
}

const article = { title: "T", body: "B" };

describe("forms that people have", () => {
  test.each<[string, unknown, string[][]]>([
    ["native", { article, comments: [{ id: "1", text: "a" }] }, [["a"]]],
    [
      "a bare array of objects",
      [
        { id: 1, body: "a" },
        { id: 2, content: "b" },
      ],
      [["a", "b"]],
    ],
    ["comments in data", { data: { comments: [{ id: "1", message: "a" }] } }, [["a"]]],
    ["comments in items", { items: [{ id: "1", comment: "a" }] }, [["a"]]],
    ["comments in the article", { article: { ...article, comments: [{ id: "1", text: "a" }] } }, [["a"]]],
    [
      "comments as an object of data",
      { title: "T", body: "B", comments: { data: [{ id: "1", message: "a" }] } },
      [["a"]],
    ],
    [
      "replies nested",
      {
        article,
        comments: [{ id: "1", text: "a", replies: [{ id: "2", text: "b", children: [{ id: "3", text: "c" }] }] }],
      },
      [["a", "b", "c"]],
    ],
    [
      "several threads",
      [
        { article, comments: [{ id: "1", text: "a" }] },
        { title: "U", comments: [{ id: "1", text: "b" }] },
      ],
      [["a"], ["b"]],
    ],
    ["threads under a key", { threads: [{ article, comments: [{ id: "1", text: "a" }] }] }, [["a"]]],
  ])("%s", async (_, value, expected) => {
    expect(await texts(value)).toEqual(expected);
  });

  test("strings alone", async () => {
    expect((await texts(["one", "two"]))[0]?.sort()).toEqual(["one", "two"]);
  });

  test("NDJSON of threads, with a broken line as a diagnostic", async () => {
    const lines = [
      JSON.stringify({ article, comments: [{ id: "1", text: "a" }] }),
      "{broken",
      JSON.stringify({ article, comments: [{ id: "1", text: "b" }] }),
    ];
    const { format, threads, diagnostics } = await readThreads(
      new TextEncoder().encode(`${lines[0] ?? ""}\n${lines[2] ?? ""}\n${lines[1] ?? ""}\n`),
      "t.ndjson",
    );
    expect(format).toBe("ndjson");
    expect(threads).toHaveLength(2);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: "record/json", where: { file: "t.ndjson", line: 3 } }),
    );
  });

  test("NDJSON of comments is one thread", async () => {
    const { threads } = await readThreads(
      new TextEncoder().encode('{"id":1,"text":"a"}\n{"id":2,"text":"b"}\n'),
      "c.ndjson",
    );
    expect(threads.map(({ comments }) => comments.map(({ text, source }) => [text, source?.line]))).toEqual([
      [
        ["a", 1],
        ["b", 2],
      ],
    ]);
  });

  test("other names for fields, said once", async () => {
    const { threads, diagnostics } = await read([
      { comment_id: 7, body: "a", user: { login: "ana" }, created_at: "2024-01-02T03:04:05Z", parent_id: 0 },
    ]);
    expect(threads[0]?.comments[0]).toMatchObject({
      id: "7",
      text: "a",
      author: { name: "ana" },
      createdAt: "2024-01-02T03:04:05Z",
      parentId: null,
    });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: "input/guessed-fields",
        message: expect.stringContaining('text from "body"') as string,
      }),
    );
  });

  test.each([
    ["UTF-8 with a byte order mark", Buffer.from('\uFEFF["a"]', "utf8")],
    ["UTF-16 LE with a mark", Buffer.from('\uFEFF["a"]', "utf16le")],
    ["UTF-16 LE without", Buffer.from('["a"]', "utf16le")],
    ["UTF-16 BE with a mark", Buffer.from('\uFEFF["a"]', "utf16le").swap16()],
  ])("%s", async (_, bytes) => {
    expect((await readThreads(bytes, "in.json")).threads[0]?.comments[0]?.text).toBe("a");
  });
});

describe("what cannot become a comment", () => {
  test("records in = comments + dropped records, whatever they are", async () => {
    const record = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.boolean(),
      fc.record({
        id: fc.option(fc.oneof(fc.string(), fc.integer())),
        text: fc.option(fc.oneof(fc.string(), fc.integer(), fc.constant({}))),
        parentId: fc.option(fc.string()),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (records) => {
        const comments = [...records, { id: "anchor", text: "an anchor" }];
        const { threads, diagnostics } = await read({ article, comments });
        const dropped = diagnostics.filter(({ dropsRecord }) => dropsRecord === true).length;
        expect((threads[0]?.comments.length ?? 0) + dropped).toBe(comments.length);
        expect(new Set(threads[0]?.comments.map(({ id }) => id)).size).toBe(threads[0]?.comments.length);
      }),
    );
  });

  test("duplicate ids, unknown parents and reply cycles are diagnostics", async () => {
    const { threads, diagnostics } = await read({
      article,
      comments: [
        { id: "1", text: "a" },
        { id: "1", text: "b" },
        { id: "2", text: "c", parentId: "nobody" },
        { id: "3", text: "d", parentId: "4" },
        { id: "4", text: "e", parentId: "3" },
      ],
    });
    expect(threads[0]?.comments.map(({ id }) => id)).toEqual(["1", "1~2", "2", "3", "4"]);
    expect(diagnostics.map(({ code }) => code).sort()).toEqual([
      "thread/duplicate-id",
      "thread/reply-cycle",
      "thread/unknown-parent",
    ]);
    const parents = new Map(threads[0]?.comments.map(({ id, parentId }) => [id, parentId]));
    expect([parents.get("3"), parents.get("4")].filter((parent) => parent === null)).toHaveLength(1);
  });

  test("the order of arrival does not matter", async () => {
    const comments = [
      { text: "b" },
      { id: "1", text: "x" },
      { text: "a" },
      { id: "1", text: "y" },
      { id: "10", text: "z" },
      { id: "2", text: "w" },
    ];
    const ids = async (list: unknown[]) =>
      (await read({ article, comments: list })).threads[0]?.comments.map(({ id, text }) => `${id} ${text}`);
    expect(await ids([...comments].reverse())).toEqual(await ids(comments));
  });

  test("__proto__ is an ordinary key", async () => {
    const { threads } = await read(
      '{"article":{"title":"T","body":"B"},"comments":[{"id":"1","text":"a","__proto__":{"isStaff":true},"author":{"__proto__":{"name":"x"}}}]}',
    );
    expect(threads[0]?.comments[0]).not.toHaveProperty("author");
    expect(({} as Record<string, unknown>)["isStaff"]).toBeUndefined();
  });

  test("replies nested two thousand deep are read", async () => {
    let value: unknown = { id: "0", text: "deep" };
    for (let i = 1; i < 2_000; i++) value = { id: String(i), text: "x", replies: [value] };
    expect((await read({ article, comments: [value] })).threads[0]?.comments).toHaveLength(2_000);
  });
});

describe("nothing is lost on the way", () => {
  const native = (text: string) => JSON.stringify({ article, comments: [{ id: "1", text }] });

  test("a line without comments costs that line only", async () => {
    const { threads, diagnostics } = await read(
      [native("a"), '{"meta":1}', '{"article":{"title":"T","body":""},"comments":[]}', native("b")].join("\n") + "\n",
    );
    expect(threads.map(({ comments }) => comments[0]?.text)).toEqual(["a", "b"]);
    expect(diagnostics.map(({ where }) => where?.line)).toEqual(expect.arrayContaining([2, 3]));
  });

  test("lines longer than the head that is sniffed", async () => {
    const long = "x ".repeat(40_000);
    expect((await read([native(long), native(long), native("c")].join("\n"))).threads).toHaveLength(3);
  });

  test("a cut last line is an error, what came before is read", async () => {
    const { threads, diagnostics } = await read(`${native("a")}\n${native("b")}\n{"article":{"ti`);
    expect(threads).toHaveLength(2);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: "input/cut-off", severity: "error" }));
  });

  test.each<[string, unknown, string[]]>([
    [
      "a count of replies beside the replies",
      [{ id: 1, text: "a", replies: 1, children: [{ id: 2, text: "b" }] }],
      ["a", "b"],
    ],
    ["replies inside an object", [{ id: 1, text: "a", replies: { items: [{ id: 2, text: "b" }] } }], ["a", "b"]],
    [
      "an empty text beside a full one",
      [
        { id: 1, text: null, body: "a" },
        { id: 2, text: "", body: "b" },
      ],
      ["a", "b"],
    ],
    ["names that start with comment_", [{ comment_id: 1, comment_content: "a", comment_author: "ana" }], ["a"]],
  ])("%s", async (_, value, expected) => {
    expect((await texts(value)).flat()).toEqual(expected);
  });

  test("comments beside threads, and a second list, are read or said", async () => {
    const { threads } = await read([
      { article, comments: [{ id: "1", text: "a" }] },
      { id: "2", text: "loose" },
    ]);
    expect(threads.flatMap(({ comments }) => comments.map(({ text }) => text))).toEqual(["a", "loose"]);
    const { diagnostics } = await read({ comments: [{ id: "1", text: "a" }], hidden: [{ id: "2", text: "b" }] });
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: "input/list-left-out" }));
  });

  test("ids stay unique, whatever they look like", async () => {
    const { threads } = await read({
      article,
      comments: ["1", "1", "1~2", "1"].map((id, i) => ({ id, text: String(i) })),
    });
    expect(new Set(threads[0]?.comments.map(({ id }) => id)).size).toBe(4);
  });

  test("parent 0 is a parent where a comment is called 0", async () => {
    const { threads } = await read({
      article,
      comments: [
        { id: 0, text: "a" },
        { id: 1, parent: 0, text: "b" },
      ],
    });
    expect(threads[0]?.comments.map(({ parentId }) => parentId)).toEqual([null, "0"]);
  });
});

test("the order of ids is one order", () => {
  const ids = ["9", "10", "10000000000000000", "007", "7", "a", "1.10", "1.9"];
  fc.assert(
    fc.property(fc.shuffledSubarray(ids, { minLength: 3 }), (some) => {
      const sorted = [...some].sort(compareIds);
      for (let i = 0; i < sorted.length; i++)
        for (let j = i + 1; j < sorted.length; j++)
          expect(compareIds(sorted[i] ?? "", sorted[j] ?? "")).toBeLessThanOrEqual(0);
    }),
  );
});

describe("unusable input", () => {
  test.each<[string, string, string, RegExp]>([
    ["empty", "", "input/empty", /is empty/u],
    ["a number", "17", "input/no-comments", /found a number/u],
    ["no JSON", "<html>", "input/unknown-format", /in no format that is known/u],
    ["cut off", '{"article":{"title":"T"},"comments":[{"id":"1","te', "input/json", /cut off/u],
    ["a mistake in it", '{"comments":[}', "input/json", /not valid JSON/u],
    ["no comments", '{"article":{"title":"T"}}', "input/no-comments", /no comments/u],
    ["no text in any record", '{"comments":[{"id":1},{"id":2}]}', "input/no-text", /no record has a text/u],
    ["200,000 brackets", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, "input/no-comments", /no comments/u],
    ["200,000 open brackets", "[".repeat(200_000), "input/json", /JSON/u],
    ["binary", "\u0000\u0001\u0002[", "input/not-text", /binary/u],
  ])("%s: one clear sentence", async (_, text, code, message) => {
    const error: unknown = await read(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) as string });
    expect((error as UserError).hint).toContain("comment-audit schema input");
  });

  test("a mistake is placed by line and column", async () => {
    await expect(read('{\n  "comments": [\n    {"id": "1" "text": "a"}\n  ]\n}')).rejects.toMatchObject({
      where: { line: 3, column: 16 },
    });
  });

  test.each([
    ["gzip", Buffer.from([0x1f, 0x8b, 8, 0])],
    ["ZIP", Buffer.from("PK\u0003\u0004")],
    ["SQLite", Buffer.from("SQLite format 3")],
  ])("%s is named, with the way out", async (name, bytes) => {
    await expect(readThreads(bytes, "x")).rejects.toMatchObject({
      code: "input/not-text",
      message: expect.stringContaining(name) as string,
    });
  });
});

test("ids sort as people count", () => {
  expect(["10", "2", "1.1", "1", "b", "a10", "a9"].sort(compareIds)).toEqual(["1", "1.1", "2", "10", "a9", "a10", "b"]);
});

test("labels survive a round trip through the native form", async () => {
  const comments = [
    { id: "1", text: "It is crucial that the council acts on this now.", label: "bot" },
    { id: "2", text: "My detour has been 20 minutes since 2023.", label: "human" },
    { id: "3", text: "Nobody has looked at this one yet." },
  ];
  const labelled = JSON.stringify({ id: "t", article: { title: "T", body: "B" }, comments });
  const first = await runCli(["convert", "x.json"], { files: { "x.json": labelled } });
  const second = await runCli(["convert", "y.ndjson"], { files: { "y.ndjson": first.out } });
  expect(second.out).toBe(first.out);
  const thread = JSON.parse(second.out) as { comments: { id: string; label?: string }[] };
  expect(thread.comments.map(({ id, label }) => [id, label])).toEqual([
    ["1", "bot"],
    ["2", "human"],
    ["3", undefined],
  ]);
});

test("equal ids are told apart, and not by an id that somebody has", () => {
  const ids = new UniqueIds();
  const told = ["a", "a~2", "a", "a", "b", "a~2"].map((id) => ids.of(id));
  expect(told).toEqual(["a", "a~2", "a~3", "a~4", "b", "a~2~2"]);
});
