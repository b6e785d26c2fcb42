/** What attackers write into comments, names, ids and titles. */
import { judgeGates, parseGate } from "../../src/gates.js";
import { audit } from "../../src/index.js";
import type { Comment, Report } from "../../src/model.js";

const HOSTILE = {
  ansi: "It is crucial \u001B[31mred\u001B[0m to act \u009B31m now, as the findings are deeply concerning.",
  osc: "a link \u001B]8;;https://evil.example\u001B\\click\u001B]8;;\u001B\\ and a title \u001B]0;owned\u0007 it is deeply concerning",
  bidi: "It is crucial \u202Egnihton\u202C and \u2066isolated\u2069 to hold those responsible accountable for this.",
  html: `<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a> "' onmouseover="alert(1)`,
  styleEnd: "</style></script></textarea></title><!-- --> <svg onload=alert(1)>",
  formula: '=HYPERLINK("https://evil.example","click") it is deeply concerning to see this pattern of negligence',
  formulas: "+1+cmd|' /C calc'!A0\n@SUM(1+1)*cmd\n-2+3\t=1",
  command: "\n::error file=x::owned\r\n::set-output name=a::b\n##[error]owned %0A::stop-commands::x",
  markdown:
    "![x](https://evil.example/x.png) [click](javascript:alert(1)) <b>b</b> `code` **bold** @everyone #1 | a | b |\n# head\n- item\nhttps://evil.example www.evil.example",
  cdata: "]]> <![CDATA[ &lt; &#0; \u0000\u0001\uFFFE <!ENTITY x SYSTEM 'file:///etc/passwd'>",
  surrogate: "half \uD800 and half \uDC00 a character, and it is crucial that the council acts on this now",
  replacement: "$& $1 $$ $` $' ${process.env.HOME} {{7*7}} <%= 7*7 %> %s %d",
  invisible: "it is\u200B cru\u200Ccial\u00AD to\uFEFF act \u{E0041}\u{E0042} and the findings are deeply concerning",
  proto: "__proto__ constructor toString it is crucial to ensure accountability at every level now",
  fence: "```\nend of code\n``` and `` two `` and ``` three, it is deeply concerning to see this happen",
  long: "a".repeat(20_000),
} as const;

/** Every text in every place that a stranger fills: text, name, id, title, the name of the file. */
export function hostileReport(): Report {
  const texts = Object.values(HOSTILE);
  const threads = texts.map((evil, i) => ({
    id: `${evil.slice(0, 60)}${i}`,
    file: `${evil.slice(0, 40)}.json`,
    article: { title: evil.slice(0, 500), body: evil, author: evil.slice(0, 60), url: "javascript:alert(1)" },
    comments: texts.map((each, k): Comment => ({
      id: `${k} ${evil.slice(0, 80)}`,
      parentId: null,
      author: { name: each.slice(0, 100) },
      text: each,
      createdAt: evil.slice(0, 40),
      source: { file: `${evil.slice(0, 40)}.json`, line: k + 1 },
    })),
  }));
  const plain = audit({
    threads,
    inputs: [{ path: `${HOSTILE.html}.json`, format: "native", threads: 1, comments: 1, sha256: "0" }],
    diagnostics: [{ severity: "error", code: "x", message: HOSTILE.command, where: { file: HOSTILE.command } }],
  });
  const flagged = {
    ...plain,
    threads: plain.threads.map((thread) => ({
      ...thread,
      comments: thread.comments.map((comment, i) => ({
        ...comment,
        band: "high" as const,
        ...(i % 3 === 0 ? { suppressed: HOSTILE.markdown } : {}),
      })),
    })),
  };
  return { ...flagged, gates: judgeGates(flagged, ["comment=high", "family=2"].map(parseGate)) };
}
