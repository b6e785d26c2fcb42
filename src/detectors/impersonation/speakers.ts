/** People whom the article lets speak, with or without an office, and what it quotes of them. */
import type { TextView } from "../../corpus.js";
import type { Span } from "../../model.js";
import type { Person } from "./people.js";
import { isCapitalised, readName, readOrganisation, type Proper } from "./proper.js";
import { SPEECH_VERBS } from "./roles.js";

/** Characters between a quotation and the name or verb that it belongs to. */
const NEAR = 24;

export interface Speaker {
  readonly person: Person;
  /** The quotation beside the mention, if there is one. */
  readonly quoted: Span | null;
}

/** "said Ana Lind" · "Ana Lind told this site" · "X and Y, both of Z" · "…: Ana Lind on her book". O(tokens). */
export function findSpeakers(view: TextView, isTitle = false): Speaker[] {
  const speakers: Speaker[] = [];
  const { tokens } = view;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !isCapitalised(view, token) || isCapitalised(view, tokens[i - 1])) continue;
    const name = readName(view, i);
    if (name === undefined) continue;
    const [before, after] = [tokens[i - 1]?.norm ?? "", tokens[name.to]?.norm ?? ""];
    // "the Harbour Safety Board said" is a body, not a person.
    if (before === "the") continue;
    if (SPEECH_VERBS.has(before) || SPEECH_VERBS.has(after))
      speakers.push(speaker(view, name, SPEECH_VERBS.has(before) ? i - 1 : i));
    else if (isTitle && after === "on") speakers.push(speaker(view, name, i));
    else speakers.push(...bothOf(view, name));
    i = name.to - 1;
  }
  return speakers;
}

/** "Ana Lind and Bo Ek, both of the Harbour Trust": one organisation for two names. */
function bothOf(view: TextView, first: Proper): Speaker[] {
  const { tokens } = view;
  if (tokens[first.to]?.norm !== "and") return [];
  const second = readName(view, first.to + 1);
  const both = second !== undefined && tokens[second.to]?.norm === "," && tokens[second.to + 1]?.norm === "both";
  if (second === undefined || !both || !["of", "from", "at", "with"].includes(tokens[second.to + 2]?.norm ?? ""))
    return [];
  const organisation = readOrganisation(view, second.to + 3);
  if (organisation === undefined) return [];
  return [first, second].map((name) => ({
    person: unplaced(view, name, first.from, organisation.to, organisation.text),
    quoted: null,
  }));
}

function speaker(view: TextView, name: Proper, from: number): Speaker {
  const verb = Math.max(name.to + 1, from + 1);
  const end = SPEECH_VERBS.has(view.tokens[name.to]?.norm ?? "") ? verb : name.to;
  const person = unplaced(view, name, from, end, null);
  const quoted = view.quoted.find(
    ({ start, end: stop }) =>
      (stop <= person.span.start && person.span.start - stop <= NEAR) ||
      (start >= person.span.end && start - person.span.end <= NEAR),
  );
  return { person, quoted: quoted === undefined ? null : view.span(quoted.start, quoted.end) };
}

function unplaced(view: TextView, name: Proper, from: number, to: number, organisation: string | null): Person {
  const [first, last] = [view.tokens[from], view.tokens[to - 1]];
  return {
    name: name.text,
    role: null,
    heads: [],
    organisation,
    span: view.span(first?.start ?? 0, last?.end ?? 0),
  };
}
