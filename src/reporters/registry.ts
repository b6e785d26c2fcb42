/** All output formats. */
import type { Reporter } from "./reporter.js";

export const REPORTERS: readonly Reporter[] = [
  {
    id: "terminal",
    title: "for a person at a terminal",
    extension: "txt",
    load: async () => (await import("./terminal/index.js")).renderTerminal,
  },
  {
    id: "html",
    title: "a page to look at: the thread with its evidence, one file, no network",
    extension: "html",
    load: async () => (await import("./html/index.js")).renderHtml,
  },
  {
    id: "json",
    title: "the whole report; its schema: comment-audit schema report",
    extension: "json",
    load: async () => (await import("./json.js")).renderJson,
  },
  {
    id: "ndjson",
    title: "one comment a line, with its thread's verdict",
    extension: "ndjson",
    load: async () => (await import("./ndjson.js")).renderNdjson,
  },
  {
    id: "csv",
    title: "one row per comment, for a spreadsheet",
    extension: "csv",
    load: async () => (await import("./csv.js")).renderCsv,
  },
  {
    id: "markdown",
    title: "for a comment on a pull request or an issue, at most 65,000 characters",
    extension: "md",
    load: async () => (await import("./markdown.js")).renderMarkdown,
  },
  {
    id: "sarif",
    title: "SARIF 2.1.0, for code scanning",
    extension: "sarif",
    load: async () => (await import("./sarif.js")).renderSarif,
  },
  {
    id: "junit",
    title: "a test suite per thread; what reached a gate has failed",
    extension: "xml",
    load: async () => (await import("./junit.js")).renderJunit,
  },
  {
    id: "github",
    title: "annotations for the log of a GitHub workflow",
    extension: "txt",
    load: async () => (await import("./github.js")).renderGithub,
  },
];
