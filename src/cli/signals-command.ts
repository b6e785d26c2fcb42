/** `comment-audit signals [id]`: what each signal means. */
import { SIGNALS } from "../detectors/catalogue.js";
import type { SignalMeta } from "../detectors/detector.js";
import { UserError } from "../errors.js";
import type { Io } from "../io.js";
import { padEnd, truncate, wrap } from "../reporters/terminal/layout.js";
import { oneIn } from "../reporters/wording.js";
import type { SignalWeight } from "../scoring/model.js";
import { scoringModel } from "../scoring/shipped.js";
import { chalkFor } from "./colour.js";

export async function signalsCommand(
  id: string | undefined,
  flags: { readonly color?: boolean; readonly width?: number },
  io: Io,
): Promise<0> {
  const chalk = chalkFor(flags.color, true, io);
  const width = Math.max(40, flags.width ?? Math.min(120, io.columns ?? 80));
  const listed = SIGNALS.filter((signal) => id === undefined || signal.id.startsWith(`${id}/`));
  if (listed.length > 0) {
    const longest = Math.max(...listed.map((signal) => signal.id.length));
    await io.out(
      `${listed.map((signal) => truncate(`${padEnd(signal.id, longest)}  ${signal.title}`, width)).join("\n")}\n`,
    );
    return 0;
  }
  const signal = SIGNALS.find((candidate) => candidate.id === id || candidate.id.endsWith(`/${id}`));
  if (signal === undefined)
    throw new UserError("usage/signal", `there is no signal "${id}".`, { hint: "comment-audit signals lists them" });
  const lines = [
    chalk.bold(signal.id),
    signal.title,
    "",
    ...wrap(signal.meaning, width, 12),
    "",
    ...describe(signal, scoringModel.signals[signal.id], width),
  ];
  await io.out(`${lines.join("\n")}\n`);
  return 0;
}

function describe(signal: SignalMeta, weight: SignalWeight | undefined, width: number): string[] {
  const rows: [string, string][] = [
    ["fires on", signal.example],
    ["not on", signal.nearMiss],
    ["effect", effect(signal, weight)],
    ["source", signal.source],
  ];
  if (weight?.humanRate !== null && weight?.humanRate !== undefined)
    rows.push([
      "people",
      weight.humanRate === 0
        ? "none of the human comments measured shows it"
        : `${oneIn(weight.humanRate)} human comments shows it`,
    ]);
  return rows.flatMap(([label, text]) =>
    wrap(text, width - 10, 6).map((line, i) => `${padEnd(i === 0 ? label : "", 10)}${line}`),
  );
}

function effect({ direction }: SignalMeta, weight: SignalWeight | undefined): string {
  if (weight === undefined || weight.basis === "none")
    return direction === "informs" ? "shown only; it changes no score" : "part of the thread's verdict";
  const most = weight.weight < 0 ? weight.min : weight.max;
  const basis =
    weight.basis === "fitted" ? "fitted on labelled comments" : "chosen with its rarity on human comments in view";
  return `${direction === "lowers" || most < 0 ? "lowers" : "raises"} the log-odds by at most ${Math.abs(most)}, ${basis}${weight.weak === true ? "; never decides a band" : ""}`;
}
