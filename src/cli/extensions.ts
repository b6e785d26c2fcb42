/** Phrase lists and detectors that a configuration adds. */
import type { AuditOptions } from "../index.js";
import type { Detector } from "../detectors/detector.js";
import { DETECTORS } from "../detectors/registry.js";
import { UserError } from "../errors.js";
import { decodeText } from "../importers/decode.js";
import type { Io } from "../io.js";
import type { Config, PhraseList } from "../schema/config.js";
import { readBytes } from "./read-bytes.js";
import { describeIssue } from "./schema-issue.js";

type Extensions = Pick<AuditOptions, "detectors" | "weights">;

export async function loadExtensions(config: Config, io: Io): Promise<Extensions> {
  const detectors: Detector[] = [];
  let weights: Readonly<Record<string, number>> = { ...config.weights };
  if (config.phrases !== undefined && config.phrases.length > 0) {
    const own = await loadPhrases(config.phrases, io);
    detectors.push(own.detector);
    weights = { ...own.weights, ...weights };
  }
  for (const path of config.detectors ?? []) detectors.push(await loadDetector(path, io));
  refuseClashes(detectors, weights);
  return { detectors, weights };
}

async function loadPhrases(entries: readonly (string | PhraseList)[], io: Io) {
  const { createOwnPhrases } = await import("../detectors/own-phrases/index.js");
  const lists: PhraseList[] = [];
  for (const entry of entries) lists.push(typeof entry === "string" ? await readPhraseList(entry, io) : entry);
  const files = entries.filter((entry) => typeof entry === "string").join(", ");
  try {
    return createOwnPhrases(lists);
  } catch (cause) {
    throw new UserError(
      "config/phrases",
      `the phrases${files === "" ? "" : ` of ${files}`} are not sound: ${messageOf(cause)}.`,
      {
        hint: "the form: comment-audit schema phrases",
        cause,
      },
    );
  }
}

async function readPhraseList(path: string, io: Io): Promise<PhraseList> {
  const text = decodeText(await readBytes(path, io, "give a JSON or YAML file of phrases"), path);
  const [{ parseYamlFile }, { phraseListSchema }] = await Promise.all([
    import("./yaml-file.js"),
    import("../schema/config.js"),
  ]);
  return parseYamlFile(text, path, phraseListSchema, "the form: comment-audit schema phrases");
}

/** A module of the user's own: its shape is checked, since a mistake in it would look like one of ours. */
async function loadDetector(path: string, io: Io): Promise<Detector> {
  const fail = (message: string, cause?: unknown): UserError =>
    new UserError("config/detector", `${path}: ${message}.`, {
      hint: "an example: docs/detectors.md",
      where: { file: path },
      ...(cause === undefined ? {} : { cause }),
    });
  let value: unknown;
  try {
    value = await io.importDefault(path);
  } catch (cause) {
    throw fail(`it cannot be loaded: ${messageOf(cause).split("\n")[0] ?? ""}`, cause);
  }
  if (typeof value !== "object" || value === null) throw fail("it exports no detector by default");
  const { detectorSchema } = await import("../schema/detector.js");
  const parsed = detectorSchema.safeParse(value);
  if (!parsed.success) {
    const { message, pointer } = describeIssue(parsed.error);
    throw fail(`${pointer === "" ? "" : `${pointer}: `}${message.replace(/\.$/u, "")}`);
  }
  const { id, signals } = parsed.data;
  const foreign = signals.find((signal) => !signal.id.startsWith(`${id}/`));
  if (foreign !== undefined) throw fail(`the id of signal ${foreign.id} has to start with ${id}/`);
  return value as Detector;
}

function refuseClashes(detectors: readonly Detector[], weights: Readonly<Record<string, number>>): void {
  const ids = [...DETECTORS, ...detectors].map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) < i);
  if (twice !== undefined) throw new UserError("config/detector", `there are two detectors with the id ${twice}.`);
  const own = new Set(detectors.flatMap(({ signals }) => signals.map(({ id }) => id)));
  const foreign = Object.keys(weights).find((signal) => !own.has(signal));
  if (foreign !== undefined)
    throw new UserError(
      "config/weights",
      `the weight of ${foreign} is not yours to set: only signals of own detectors have one.`,
      {
        hint: own.size === 0 ? "name the detector's module in detectors" : `yours: ${[...own].join(", ")}`,
      },
    );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
