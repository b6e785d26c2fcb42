/** A module of its own, so that it is loaded by the few runs whose settings have globs. */
import picomatch from "picomatch";

export function compileGlobs(globs: readonly string[]): (path: string) => boolean {
  return picomatch([...globs], { dot: true });
}
