/** Every format: recognised without a flag, threads and replies right, nothing left of its markup. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { joinSources } from "../src/importers/join.js";
import { IMPORTERS, readSource, readThreads } from "../src/importers/registry.js";
import type { Thread } from "../src/model.js";
import { runCli } from "./support/cli.js";
import { FIXTURES } from "./support/fixtures.js";

const FOLDER = join(FIXTURES, "imports");
const bytes = (name: string) => readFileSync(join(FOLDER, name));

interface Expected {
  readonly file: string;
  readonly format: string;
  /** Comments of each thread, by size. */
  readonly comments: readonly number[];
  readonly replies: number;
  readonly leftOut: number;
  readonly title?: boolean;
}

const row = (
  file: string,
  format: string,
  comments: readonly number[],
  replies: number,
  leftOut: number,
  title = false,
): Expected => ({ file, format, comments, replies, leftOut, title });

const CASES = [
  row("wordpress-wxr.xml", "wordpress-wxr", [2], 1, 2, true),
  row("disqus.xml", "disqus-xml", [2], 1, 1, true),
  row("wordpress-rest.json", "wordpress-rest", [2], 1, 1),
  row("disqus-api.json", "disqus-api", [2], 1, 1, true),
  row("youtube-api.json", "youtube-api", [2], 1, 0),
  row("video.info.json", "yt-dlp", [2], 1, 0, true),
  row("youtube-comment-downloader.ndjson", "youtube-comment-downloader", [2], 1, 0),
  row("reddit.json", "reddit", [2], 1, 1, true),
  row("reddit-dump.ndjson", "reddit-dump", [2], 1, 0, true),
  row("hackernews.json", "hackernews", [2], 1, 1, true),
  row("discourse.json", "discourse", [2], 1, 1, true),
  row("mastodon.json", "mastodon", [2], 1, 0),
  row("bluesky.json", "bluesky", [2], 1, 1),
  row("lemmy.json", "lemmy", [2], 1, 1, true),
  row("github.json", "github", [2], 0, 0),
  row("giscus.json", "github", [2], 1, 1, true),
  row("remark42.ndjson", "remark42", [2], 1, 1, true),
  row("commento.json", "commento", [2], 1, 1),
  row("isso.json", "isso", [2], 1, 1, true),
  row("coral.ndjson", "coral", [2], 1, 1, true),
  row("coral-graphql.json", "coral", [2], 1, 0, true),
  row("cusdis.json", "cusdis", [2], 1, 1, true),
  row("ghost.json", "ghost", [2], 1, 1),
  row("regulations.ndjson", "regulations", [2], 0, 1),
  row("facebook.json", "facebook", [2], 1, 1),
  row("staticman/ferry/entry1.yml", "staticman", [1], 0, 0),
  row("records.ndjson", "records", [1, 2], 1, 0),
  row("comments.csv", "csv", [2], 1, 1),
  row("regulations.csv", "csv", [1], 0, 1, true),
];

test("every registered format has a case", () => {
  const own = new Set(["native", "ndjson", ...CASES.map(({ format }) => format)]);
  expect(IMPORTERS.map(({ id }) => id).filter((id) => !own.has(id))).toEqual([]);
});

describe.each(CASES.map((each) => [each.file, each] as const))("%s", (file, expected) => {
  const read = () => readThreads(bytes(file), file);

  test("is recognised, with its threads, replies and what was left out", async () => {
    const { format, threads, diagnostics } = await read();
    const sizes = threads.map(({ comments }) => comments.length).sort();
    const replies = threads.flatMap(({ comments }) => comments).filter(({ parentId }) => parentId !== null);
    const leftOut = diagnostics.filter(({ dropsRecord }) => dropsRecord === true);
    expect({
      format,
      comments: sizes,
      replies: replies.length,
      leftOut: leftOut.reduce((sum, { records }) => sum + (records ?? 1), 0),
    }).toEqual({
      format: expected.format,
      comments: expected.comments,
      replies: expected.replies,
      leftOut: expected.leftOut,
    });
    if (expected.title === true) expect(threads[0]?.article.title).toBe("Ferry to Holm stops at nine");
  });

  test("is text as a reader saw it, without addresses of people", async () => {
    const { threads } = await read();
    const all = JSON.stringify(threads);
    expect(all).not.toMatch(/<\/?[a-z]+[\s>]|&(?:amp|lt|gt|quot|#\w+);|&#/u);
    expect(all).not.toMatch(/@holm\.example|192\.0\.2|0123456789abcdef/u);
  });

  test("converted to the native form and back it is the same", async () => {
    const { threads } = await read();
    const converted = await runCli(["convert", `fixtures/imports/${file}`]);
    const again = await readThreads(converted.out, "converted.ndjson");
    expect(again.threads.map(bare)).toEqual(threads.map(bare));
  });
});

function bare({ id, article, comments }: Thread): object {
  const withoutPlace = comments.map((comment) =>
    Object.fromEntries(Object.entries(comment).filter(([key]) => key !== "source")),
  );
  return { id, article, comments: withoutPlace };
}

test("the article's author and the staff are known where the format says so", async () => {
  const authors = async (file: string) =>
    (await readThreads(bytes(file), file)).threads[0]?.comments.map(({ author }) => author);
  expect(await authors("wordpress-wxr.xml")).toContainEqual({ name: "mara", id: "2", isArticleAuthor: true });
  expect(await authors("reddit.json")).toContainEqual({ name: "mara", isArticleAuthor: true });
  expect(await authors("github.json")).toContainEqual(expect.objectContaining({ name: "mara", isStaff: true }));
  expect(await authors("remark42.ndjson")).toContainEqual({ name: "mara", id: "u2", isStaff: true });
});

test("an address that a link shortens is shown whole", async () => {
  const { threads } = await readThreads(bytes("hackernews.json"), "hackernews.json");
  expect(threads[0]?.comments.map(({ text }) => text)).toContain(
    "Same here. See https://holm.example/a/very/long/path",
  );
});

test("--status keeps what is named", async () => {
  const { threads } = await readThreads(bytes("wordpress-wxr.xml"), "x.xml", { statuses: new Set(["spam"]) });
  expect(threads.flatMap(({ comments }) => comments).map(({ text }) => text)).toEqual([
    "Cheap watches at watches.example",
  ]);
});

test("files of one thread are one thread, and a position answers by date", async () => {
  const names = readdirSync(join(FOLDER, "staticman/ferry")).map((name) => `staticman/ferry/${name}`);
  const sources = await Promise.all(names.map((name) => readSource(bytes(name), name)));
  const { threads } = joinSources(sources);
  expect(threads).toHaveLength(1);
  expect(threads[0]?.comments.map(({ id, parentId }) => [id, parentId])).toEqual([
    ["1e10", "5b43"],
    ["5b43", null],
  ]);
});

test("posts and comments of WordPress in two files are one thread with its article", async () => {
  const post = {
    id: 10,
    link: "https://holm.example/ferry/",
    title: { rendered: "Ferry to Holm" },
    content: { rendered: "<p>The last ferry leaves at nine.</p>", protected: false },
  };
  const sources = [
    await readSource(JSON.stringify(post), "post.json"),
    await readSource(bytes("wordpress-rest.json"), "comments.json"),
  ];
  const { threads } = joinSources(sources);
  expect(threads.map(({ article, comments }) => [article.body, comments.length])).toEqual([
    ["The last ferry leaves at nine.", 2],
  ]);
});

describe("threads of several files", () => {
  const join_ = async (files: Readonly<Record<string, string>>) => {
    const sources = await Promise.all(Object.entries(files).map(([name, text]) => readSource(text, name)));
    return joinSources(sources).threads.map(({ comments }) => comments.length);
  };

  test("files that name no thread are threads of their own", async () => {
    const csv = "id,author,text\n1,Tove,Nine is too early\n2,Jan,Same here\n";
    expect(await join_({ "a.csv": csv, "b.csv": csv })).toEqual([2, 2]);
  });

  test("two sites that number their posts alike are kept apart", async () => {
    const one = bytes("wordpress-wxr.xml").toString();
    expect(await join_({ "a.xml": one, "b.xml": one.replaceAll("holm.example", "lomma.example") })).toEqual([2, 2]);
  });

  test("the same page twice counts once", async () => {
    const page = bytes("disqus.xml").toString();
    expect(await join_({ "a.xml": page, "b.xml": page })).toEqual([2]);
  });
});

test("words that every object knows are no statuses and no offices", async () => {
  const text = bytes("wordpress-wxr.xml")
    .toString()
    .replaceAll("<wp:comment_approved>1<", "<wp:comment_approved>constructor<");
  const { threads } = await readThreads(text, "x.xml");
  expect(threads[0]?.comments).toHaveLength(2);
});

test("a file longer than a string can be is refused", async () => {
  await expect(readThreads(new Uint8Array(0x1fffffe9), "big")).rejects.toMatchObject({ code: "input/too-large" });
});

describe("damage", () => {
  test("a cut XML file is read as far as it goes, and that is said", async () => {
    const text = bytes("disqus.xml").toString();
    const { threads, diagnostics } = await readThreads(
      text.slice(0, text.indexOf('<post dsq:id="903"') + 60),
      "cut.xml",
    );
    expect(threads[0]?.comments).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toContain("input/cut-off");
  });

  test("undefined entities, control characters and unclosed elements cost nothing else", async () => {
    const text = bytes("wordpress-wxr.xml").toString().replace("too early.", "too\u0003 early&nbsp;&undefined;.");
    const { threads } = await readThreads(`\n\n${text}`, "x.xml");
    expect(threads[0]?.comments).toHaveLength(2);
  });

  test("a broken line of a dump is a diagnostic", async () => {
    const text = `${bytes("reddit-dump.ndjson").toString()}{"id":"c4","link_`;
    const { threads, diagnostics } = await readThreads(text, "dump.ndjson");
    expect(threads[0]?.comments).toHaveLength(2);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: "input/cut-off", where: { file: "dump.ndjson", line: 4 } }),
    );
  });

  test("pages written one after the other are read together", async () => {
    const page = bytes("github.json").toString().trim();
    const { threads } = await readThreads(
      page + page.replaceAll('"id": 1,', '"id": 11,').replaceAll('"id": 2,', '"id": 12,'),
      "pages.json",
    );
    expect(threads[0]?.comments.length).toBeGreaterThan(2);
  });

  test("windows-1252 is read and said", async () => {
    const csv = Buffer.from("id,author,text\n1,Tove,\x93Nine\x94 is too early \x96 for me\n2,Jan,yes\n", "latin1");
    const { threads, diagnostics } = await readThreads(csv, "x.csv");
    expect(threads[0]?.comments[0]?.text).toBe("“Nine” is too early – for me");
    expect(diagnostics.map(({ code }) => code)).toContain("input/encoding");
  });

  test("an API's error is quoted", async () => {
    await expect(readThreads('{"code":2,"response":"Invalid API key"}', "x.json")).rejects.toMatchObject({
      code: "input/api-error",
      message: expect.stringContaining("Invalid API key") as string,
    });
  });
});

describe("tables", () => {
  test("--map names the columns", async () => {
    const csv = "who,what,when\nTove,Nine is too early,2024-05-01\nJan,Same here,2024-05-02\n";
    const map = new Map([
      ["text", "what"],
      ["author", "1"],
    ]);
    const { threads } = await readThreads(csv, "x.csv", { map });
    expect(threads[0]?.comments.map(({ author, text }) => [author?.name, text]).sort()).toEqual([
      ["Jan", "Same here"],
      ["Tove", "Nine is too early"],
    ]);
    await expect(readThreads(csv, "x.csv", { map: new Map([["text", "nowhere"]]) })).rejects.toMatchObject({
      code: "usage/map",
    });
  });

  test("without a known name the longest texts are taken, and that is said", async () => {
    const csv = "k;reaction\n1;Nine is far too early for those who work in town\n2;Same here and for my sister\n";
    const { threads, diagnostics } = await readThreads(csv, "x.csv", { inputFormat: "csv" });
    expect(threads[0]?.comments).toHaveLength(2);
    expect(diagnostics.map(({ message }) => message)).toContain('read text from "reaction"');
  });

  test("a cell longer than what recognition looks at", async () => {
    const { threads } = await readThreads(`id,text\n1,"${"a ".repeat(100_000)}"\n2,"hello, there"\n`, "comments");
    expect(threads[0]?.comments.map(({ text }) => text.length).sort((a, b) => a - b)).toEqual([12, 200_000]);
  });

  test("records map by the path of a key", async () => {
    const lines = '{"body":{"plain":"Nine is too early"},"by":"Tove"}\n{"body":{"plain":"Same here"},"by":"Jan"}\n';
    const { threads } = await readThreads(lines, "x.ndjson", { map: new Map([["text", "body.plain"]]) });
    expect(threads[0]?.comments).toHaveLength(2);
  });
});

describe("the command", () => {
  test("a folder stands for its files, gzip is unpacked", async () => {
    const result = await runCli(["all", "-f", "json"], {
      folders: { all: ["all/a.xml", "all/b.xml.gz"] },
      files: { "all/a.xml": bytes("wordpress-wxr.xml"), "all/b.xml.gz": gzipSync(bytes("disqus.xml")) },
    });
    const report = JSON.parse(result.out) as { inputs: { format: string }[]; totals: { comments: number } };
    expect(report.inputs.map(({ format }) => format)).toEqual(["wordpress-wxr", "disqus-xml"]);
    expect(report.totals.comments).toBe(4);
  });

  test("--articles joins by id or address", async () => {
    const articles =
      '{"url":"http://www.holm.example/ferry?x=1","title":"Ferry","body":"The last ferry leaves at nine."}\n';
    const { out } = await runCli(["fixtures/imports/disqus.xml", "--articles", "a.ndjson", "-f", "json"], {
      files: { "a.ndjson": articles, "fixtures/imports/disqus.xml": bytes("disqus.xml") },
    });
    const report = JSON.parse(out) as { threads: { article: { body: string } }[] };
    expect(report.threads[0]?.article.body).toBe("The last ferry leaves at nine.");
    const none = await runCli(["fixtures/imports/disqus.xml", "--articles", "a.ndjson"], {
      files: { "a.ndjson": '{"url":"https://other.example/","body":"x"}' },
    });
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("by id or address")]);
  });

  test("formats lists every format with the way to get it", async () => {
    const { out, code } = await runCli(["formats"]);
    expect(code).toBe(0);
    for (const { title } of IMPORTERS) expect(out).toContain(title);
  });

  test("an unknown status is a usage error", async () => {
    const { code, err } = await runCli(["--status", "liked", "fixtures/imports/disqus.xml"]);
    expect(code).toBe(2);
    expect(err).toContain("approved, pending, spam, deleted");
  });
});

describe("a file too large to be one text", () => {
  const large = 1 << 27;
  const thread = (id: string) =>
    JSON.stringify({
      id,
      article: { title: `Färja ${id}`, body: "B" },
      comments: ["Nine is too early.", "Same here 🌉"],
    });
  const FILES: Readonly<Record<string, string | Uint8Array>> = {
    "wordpress.xml": bytes("wordpress-wxr.xml"),
    "disqus.xml": bytes("disqus.xml"),
    "threads.ndjson": `${thread("a")}\n\n${thread("b")}\n${thread("a")}\n`,
    "comments.ndjson": '{"id":"1","text":"Nine is too early."}\n{"id":"2","parentId":"1","text":"Same here."}\n',
  };

  test.each(Object.entries(FILES))(
    "%s: read in pieces of seven bytes it is what it is as a whole",
    async (name, content) => {
      const files = { [name]: content };
      const whole = await runCli(["convert", name, "--verbose"], { files });
      const pieces = await runCli(["convert", name, "--verbose"], { files, sizes: { [name]: large } });
      const sorted = (text: string) => text.split("\n").sort();
      expect(sorted(pieces.out)).toEqual(sorted(whole.out));
      expect(pieces.out.length).toBeGreaterThan(100);
      // What is left out is told in both, where comments without an article may be told more often.
      expect(new Set(sorted(pieces.err))).toEqual(new Set(sorted(whole.err)));
    },
  );

  test("cut off: what was complete is written, and the exit code says so", async () => {
    const files = {
      "cut.xml": bytes("wordpress-wxr.xml").subarray(0, bytes("wordpress-wxr.xml").length - 20),
      "cut.ndjson": `${thread("a")}\n${thread("b").slice(0, 40)}`,
    };
    for (const name of Object.keys(files)) {
      const { code, out, err } = await runCli(["convert", name, "-o", "o"], { files, sizes: { [name]: large } });
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(/what (?:was complete|came before)/u);
      const { files: written } = await runCli(["convert", name, "-o", "o"], { files, sizes: { [name]: large } });
      expect(written.get("o")?.trim().split("\n")).toHaveLength(1);
    }
  });

  test("windows-1252 is found before anything is written", async () => {
    const text = `${thread("a")}\n`.replaceAll("🌉", "");
    const files = { "old.ndjson": Uint8Array.from(text, (char) => char.charCodeAt(0)) };
    const { out, err } = await runCli(["convert", "old.ndjson", "--verbose"], {
      files,
      sizes: { "old.ndjson": large },
    });
    expect(out).toContain("Färja a");
    expect(err).toContain("windows-1252");
  });

  test("a format that has to be read as a whole is", async () => {
    const files = { "isso.json": bytes("isso.json") };
    const sizes = { "isso.json": large };
    expect((await runCli(["convert", "isso.json"], { files, sizes })).out).toBe(
      (await runCli(["convert", "isso.json"], { files })).out,
    );
  });
});
