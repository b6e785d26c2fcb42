/**
 * Reading, as ratios in one run: each importer against the bare parser of its format on the same
 * bytes, and the peak memory of converting a large export. `npm run build` first; the size of the
 * large export in MB may be given (default 256).
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { SaxesParser } from "saxes";
import { readThreads } from "../dist/index.js";

const MEGABYTES = Number(process.argv[2] ?? 256);
const SENTENCE =
  "My detour has been twenty minutes since the bridge was closed, and nobody asked the people of Lomma. ";
const comment = (i) => `${i}: ${SENTENCE.repeat(1 + (i % 4))}`;

const wxrItem = (post) => `<item><title>Post ${post}</title><link>https://site.example/${post}</link>
<dc:creator><![CDATA[mara]]></dc:creator><content:encoded><![CDATA[<p>${SENTENCE.repeat(10)}</p>]]></content:encoded>
<wp:post_id>${post}</wp:post_id><wp:post_type>post</wp:post_type>
${Array.from(
  { length: 25 },
  (_, i) =>
    `<wp:comment><wp:comment_id>${post * 25 + i}</wp:comment_id><wp:comment_author><![CDATA[Ana ${i}]]></wp:comment_author><wp:comment_author_email>a@b.example</wp:comment_author_email><wp:comment_date_gmt>2024-05-01 10:01:00</wp:comment_date_gmt><wp:comment_content><![CDATA[${comment(i)}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>`,
).join("\n")}</item>\n`;
const WXR_HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>\n';
const WXR_END = "</channel></rss>\n";

const posts = (count) => Array.from({ length: count }, (_, i) => i + 1);
const disqusPost = (i) =>
  `<post dsq:id="${i}"><message><![CDATA[<p>${comment(i)}</p>]]></message><createdAt>2021-05-01T10:01:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Ana</name><isAnonymous>false</isAnonymous><username>ana${i}</username></author><thread dsq:id="${1 + (i % 50)}"/></post>`;
const lines = (count, record) => `${Array.from({ length: count }, (_, i) => JSON.stringify(record(i))).join("\n")}\n`;

function bareXml(text) {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let seen = 0;
  parser.on("text", (piece) => (seen += piece.length));
  parser.on("cdata", (piece) => (seen += piece.length));
  parser.write(text).close();
  return seen;
}
const bareJsonLines = (text) =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line)).length;

const CASES = [
  ["WordPress (WXR)", "x.xml", WXR_HEAD + posts(1_200).map(wxrItem).join("") + WXR_END, "saxes", bareXml],
  [
    "Disqus (XML)",
    "x.xml",
    `<?xml version="1.0"?>\n<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">${posts(50)
      .map((t) => `<thread dsq:id="${t}"><title>T ${t}</title><link>https://site.example/${t}</link></thread>`)
      .join("")}${Array.from({ length: 30_000 }, (_, i) => disqusPost(i + 1)).join("\n")}</disqus>`,
    "saxes",
    bareXml,
  ],
  [
    "Reddit dump",
    "x.ndjson",
    lines(30_000, (i) => ({
      id: `c${i}`,
      parent_id: `t3_${i % 50}`,
      link_id: `t3_${i % 50}`,
      author: "ana",
      body: comment(i),
      created_utc: 1_714_557_660,
      subreddit: "holm",
      score: 1,
    })),
    "JSON.parse",
    bareJsonLines,
  ],
  [
    "NDJSON of threads",
    "x.ndjson",
    lines(600, (t) => ({
      id: String(t),
      article: { title: "T", body: SENTENCE },
      comments: posts(50).map((i) => ({ id: String(i), text: comment(i) })),
    })),
    "JSON.parse",
    bareJsonLines,
  ],
  [
    "JSON records",
    "x.json",
    JSON.stringify(Array.from({ length: 30_000 }, (_, i) => ({ id: String(i), text: comment(i), author: "Ana" }))),
    "JSON.parse",
    (text) => JSON.parse(text).length,
  ],
  [
    "CSV",
    "x.csv",
    `id,author,text\n${Array.from({ length: 30_000 }, (_, i) => `${i},Ana,"${comment(i)}"`).join("\n")}\n`,
    "csv-parse",
    (text) => parseCsv(text).length,
  ],
];

async function fastest(work) {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    await work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

for (const [name, file, text, parser, bare] of CASES) {
  const parsed = await fastest(() => bare(text));
  const read = await fastest(() => readThreads(text, file));
  const speed = text.length / 1e6 / (read / 1e3);
  console.log(
    `${name.padEnd(20)} ${speed.toFixed(0).padStart(4)} MB/s   ${(read / parsed).toFixed(1).padStart(5)} × ${parser}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "comment-audit-bench-"));
try {
  const large = join(folder, "large.xml");
  const file = openSync(large, "w");
  writeSync(file, WXR_HEAD);
  for (let post = 1, size = 0; size < MEGABYTES * 1e6; post += 100) {
    const piece = posts(100)
      .map((i) => wxrItem(post + i))
      .join("");
    writeSync(file, piece);
    size += piece.length;
  }
  writeSync(file, WXR_END);
  closeSync(file);
  const peak = join(folder, "peak");
  const probe = join(folder, "probe.mjs");
  writeFileSync(
    probe,
    `import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`,
  );
  const bin = new URL("../bin/comment-audit.js", import.meta.url).pathname;
  const out = join(folder, "threads.ndjson");
  const started = performance.now();
  const { status } = spawnSync(process.execPath, ["--import", probe, bin, "convert", large, "-o", out], {
    stdio: "inherit",
  });
  const seconds = (performance.now() - started) / 1e3;
  const size = statSync(large).size / 1e6;
  console.log(
    `convert ${size.toFixed(0)} MB of WXR: exit ${status}, ${(size / seconds).toFixed(0)} MB/s, peak memory ${(Number(readFileSync(peak, "utf8")) / 1024).toFixed(0)} MB, ${(statSync(out).size / 1e6).toFixed(0)} MB written`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
