/** docs/formats.md: every format with the way to get it, from the registry. */
import { IMPORTERS } from "../src/importers/registry.js";

export function formatsPage(): string {
  const rows = IMPORTERS.map(
    ({ id, title, origin }) => `## ${title}\n\n${sentence(origin)}\n\n\`--input-format ${id}\``,
  );
  return `${INTRODUCTION}\n${rows.join("\n\n")}\n`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const INTRODUCTION = `# Formats

Written by \`npm run docs\` from the code.

A file is recognised by what is in it; its name breaks ties only. Where two formats are equally likely, or none is
likely enough, the command says so and asks for \`--input-format\`. A folder stands for all files in it, \`.gz\` is
unpacked (and \`.zst\` from Node 22.15 on), several files of one thread (pages, posts and their comments) are put together. HTML becomes the text that a
reader saw; e-mail addresses and IP addresses are not read at all.

What was left out is counted by reason: spam, deleted, trackbacks, system messages, placeholders such as \`[deleted]\`.
\`--status approved,pending,spam,deleted\` names what is kept (default: the first two). Replies to what was left out
answer the comment above it. \`--verbose\` shows the counts and which columns or keys were taken; \`comment-audit convert\`
writes what was read in the native form.

Most exports have no article. \`--article FILE\` adds one to one thread, \`--articles FILE\` to many: an article a line,
\`{"id"?, "url"?, "title", "body", "author"?}\`, joined by the id of the thread, then by its address without scheme,
\`www.\`, query and last slash.

A file is read whole: with Node's defaults, up to about 500 MB of text. \`comment-audit convert\` reads WordPress and
Disqus XML and NDJSON of threads in pieces when they are larger than 64 MB; of WordPress posts and of threads a line,
memory is that of the largest.
`;
