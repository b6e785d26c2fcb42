import type { Report } from "../model.js";

/**
 * The whole report: the bytes of JSON.stringify(report, null, 2), one comment at a time: a corpus is longer than a
 * string can be. Lone surrogates are escaped, so that the file is valid UTF-8 and reads back equal.
 */
export function* renderJson(report: Report): Generator<string> {
  yield* object(report, 0, (key) => {
    if (key !== "threads") return undefined;
    return report.threads.map((thread) => ({
      write: (depth: number) =>
        object(thread, depth, (field) =>
          field === "comments"
            ? thread.comments.map((comment) => ({ write: (inner: number) => [indent(comment, inner)] }))
            : undefined,
        ),
    }));
  });
  yield "\n";
}

interface Writer {
  write(depth: number): Iterable<string>;
}

/** An object whose `streamed` fields are arrays written element by element. */
function* object(
  value: object,
  depth: number,
  streamed: (key: string) => readonly Writer[] | undefined,
): Generator<string> {
  const pad = "  ".repeat(depth + 1);
  let first = true;
  yield "{";
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    yield `${first ? "" : ","}\n${pad}${JSON.stringify(key)}: `;
    first = false;
    const writers = streamed(key);
    if (writers === undefined || writers.length === 0) yield indent(field, depth + 1);
    else yield* array(writers, depth + 1);
  }
  yield `\n${"  ".repeat(depth)}}`;
}

function* array(writers: readonly Writer[], depth: number): Generator<string> {
  const pad = "  ".repeat(depth + 1);
  yield "[";
  for (const [i, writer] of writers.entries()) {
    yield `${i === 0 ? "" : ","}\n${pad}`;
    yield* writer.write(depth + 1);
  }
  yield `\n${"  ".repeat(depth)}]`;
}

function indent(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${"  ".repeat(depth)}`);
}
