/** What a damaged XML file costs, said once. */
import type { Gathering } from "./gather.js";
import type { XmlProblem } from "./xml.js";

/** `end` is the tag that a whole file ends with. */
export function noteXmlProblems(
  gathering: Gathering,
  problems: readonly XmlProblem[],
  text: string,
  end: string,
): void {
  const [first] = problems;
  if (!text.includes(end)) {
    gathering.note(
      "input/cut-off",
      `the file does not end with ${end}: what was complete was read`,
      {},
      { severity: "error" },
    );
    return;
  }
  if (first === undefined) return;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more places)` : "";
  const line = first.line;
  gathering.note(
    "input/damaged-xml",
    `the XML is damaged: ${first.message}${more}; the rest was read`,
    { line },
    { severity: "warning" },
  );
}
