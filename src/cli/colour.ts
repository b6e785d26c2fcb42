/** Whether to colour: the flag, then NO_COLOR and FORCE_COLOR, then whether anybody sees it. */
import { Chalk, type ChalkInstance } from "chalk";
import type { Io } from "../io.js";

export function chalkFor(flag: boolean | undefined, toStdout: boolean, io: Io): ChalkInstance {
  return new Chalk({ level: wantsColour(flag, toStdout, io) ? 1 : 0 });
}

function wantsColour(flag: boolean | undefined, toStdout: boolean, { env, outIsTerminal }: Io): boolean {
  if (flag !== undefined) return flag;
  if (!toStdout) return false;
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  return outIsTerminal && env["TERM"] !== "dumb";
}
