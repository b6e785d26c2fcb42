/**
 * Writes docs/signals/ and docs/formats.md from the code: `npm run docs`. A test fails when the two differ.
 * `docs/` itself is never edited there by hand.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatsPage } from "./formats-page.js";
import { signalPages } from "./signal-pages.js";

const FOLDER = "docs/signals";

mkdirSync(FOLDER, { recursive: true });
const pages = signalPages();
for (const name of readdirSync(FOLDER)) if (!pages.has(name)) rmSync(join(FOLDER, name));
for (const [name, text] of pages) writeFileSync(join(FOLDER, name), text);
writeFileSync("docs/formats.md", formatsPage());
console.log(`${pages.size} pages in ${FOLDER}, docs/formats.md`);
