/** What a damaged XML file costs, said once. */
import type { Gathering } from "./gather.js";
import type { XmlReader } from "./xml.js";

export function noteXmlProblems(gathering: Gathering, { problems, isWhole, end }: XmlReader): void {
  const [first] = problems;
  if (!isWhole) {
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
