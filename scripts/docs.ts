/**
 * Writes docs/signals/, docs/formats.md and man/comment-audit.1 from the code: `npm run docs`. A test fails when the two differ.
 * `docs/` itself is never edited there by hand.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatsPage } from "./formats-page.js";
import { manPage } from "./man-page.js";
import { signalPages } from "./signal-pages.js";

const FOLDER = "docs/signals";

mkdirSync(FOLDER, { recursive: true });
const pages = signalPages();
for (const name of readdirSync(FOLDER)) if (!pages.has(name)) rmSync(join(FOLDER, name));
for (const [name, text] of pages) writeFileSync(join(FOLDER, name), text);
writeFileSync("docs/formats.md", formatsPage());
mkdirSync("man", { recursive: true });
writeFileSync("man/comment-audit.1", manPage());
console.log(`${pages.size} pages in ${FOLDER}, docs/formats.md, man/comment-audit.1`);
