/** A module of its own, so that the parser is loaded when there is YAML to read. */
import { parse } from "yaml";

export function parseYaml(text: string): unknown {
  return parse(text) as unknown;
}
