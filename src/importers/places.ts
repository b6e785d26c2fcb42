/** Lines and columns for JSON pointers: editors and code scanning know nothing of pointers. */
import { visit } from "jsonc-parser";
import type { Source } from "../model.js";
import { pointerTo } from "./json.js";

export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** Where the values at these pointers start in a JSON text. One pass; a pointer that leads nowhere has no place. */
export function placesOf(text: string, pointers: ReadonlySet<string>): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const depths = new Set([...pointers].map((pointer) => pointer.split("/").length - 1));
  // The depth is kept by hand, since asking for a path costs more than all the rest.
  let depth = 0;
  const note = (line: number, character: number, pathOf: () => readonly (string | number)[]) => {
    if (!depths.has(depth)) return;
    const pointer = pathOf().reduce<string>(pointerTo, "");
    if (pointers.has(pointer)) places.set(pointer, { line: line + 1, column: character + 1 });
  };
  try {
    visit(text, {
      onObjectBegin: (_offset, _length, line, character, pathOf) => {
        note(line, character, pathOf);
        depth++;
      },
      onObjectEnd: () => {
        depth--;
      },
      onArrayBegin: () => {
        depth++;
      },
      onArrayEnd: () => {
        depth--;
      },
      onLiteralValue: (_value, _offset, _length, line, character, pathOf) => note(line, character, pathOf),
    });
  } catch (error) {
    // Its parser recurses; what is nested beyond the stack keeps its pointer alone.
    if (!(error instanceof RangeError)) throw error;
  }
  return places;
}

/** Adds line and column to the sources that have a pointer and no line yet. */
export function withPlaces<T extends { readonly source?: Source }>(records: readonly T[], text: string): T[] {
  const wanted = records.flatMap(({ source }) =>
    source?.pointer === undefined || source.line !== undefined ? [] : [source.pointer],
  );
  if (wanted.length === 0) return [...records];
  const places = placesOf(text, new Set(wanted));
  return records.map((record) => {
    const place = record.source?.line === undefined ? places.get(record.source?.pointer ?? "") : undefined;
    return place === undefined ? record : { ...record, source: { ...record.source, ...place } };
  });
}
