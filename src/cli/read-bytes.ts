/** A file's bytes, or an error in the user's words. */
import { UserError } from "../errors.js";
import type { Io } from "../io.js";

export async function readBytes(path: string, io: Io, hint: string): Promise<Uint8Array> {
  try {
    return await io.readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT"
        ? "there is no such file"
        : code === "EISDIR"
          ? "it is a folder"
          : code === "ENODEV"
            ? "it is a device"
            : code === "EACCES"
              ? "reading it is not allowed"
              : `it cannot be read (${code ?? String(cause)})`;
    throw new UserError("input/unreadable", `${path}: ${reason}.`, { hint, where: { file: path }, cause });
  }
}
