/** Runs the detectors and contains what goes wrong in them: a failed detector leaves no score, never a 0. */
import type { CommentView, Corpus } from "./corpus.js";
import type { Detector, Prepared } from "./detectors/detector.js";
import type { Axis, Diagnostic, Observation, Outcome } from "./model.js";

export interface Observed {
  readonly view: CommentView;
  readonly observations: readonly { readonly observation: Observation; readonly axis: Axis }[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly applicable: ReadonlySet<Axis>;
  readonly failed: boolean;
}

export interface Running {
  readonly detector: Detector;
  readonly prepared: Prepared | undefined;
  readonly error: string | undefined;
}

export function start(detector: Detector, corpus: Corpus, diagnostics: Diagnostic[]): Running {
  try {
    return { detector, prepared: detector.prepare(corpus), error: undefined };
  } catch (error) {
    diagnostics.push(failure(detector, error));
    return { detector, prepared: undefined, error: messageOf(error) };
  }
}

export function observe(view: CommentView, running: readonly Running[], diagnostics: Diagnostic[]): Observed {
  const observations: { observation: Observation; axis: Axis }[] = [];
  const outcomes: Record<string, Outcome> = {};
  const applicable = new Set<Axis>();
  let failed = false;
  for (const { detector, prepared, error } of running) {
    const fail = (reason: string) => {
      outcomes[detector.id] = { state: "failed", reason };
      failed = true;
    };
    if (prepared === undefined) {
      fail(error ?? "could not start");
      continue;
    }
    try {
      const result = prepared.assess(view);
      if (result.state === "not-applicable") {
        outcomes[detector.id] = result;
        continue;
      }
      for (const observation of result.observations) {
        checkObservation(observation, view, detector);
        observations.push({ observation, axis: detector.axis });
      }
      outcomes[detector.id] = { state: "scored" };
      applicable.add(detector.axis);
    } catch (thrown) {
      fail(messageOf(thrown));
      diagnostics.push(failure(detector, thrown, view));
    }
  }
  return { view, observations, outcomes, applicable, failed };
}

/** A detector that reports a span which does not slice out as its quote has a bug: say whose. */
function checkObservation(observation: Observation, view: CommentView, detector: Detector): void {
  if (observation.evidence.length === 0) throw new Error(`${detector.id} gave no evidence for ${observation.signal}`);
  if (!Number.isFinite(observation.strength))
    throw new Error(`${detector.id} gave ${observation.signal} the strength ${observation.strength}`);
  for (const evidence of observation.evidence) {
    if (evidence.kind === "quote" && view.raw.slice(evidence.start, evidence.end) !== evidence.quote) {
      throw new Error(
        `${detector.id} quotes ${JSON.stringify(evidence.quote)} at ${evidence.start}, where it does not stand`,
      );
    }
  }
}

function failure(detector: Detector, error: unknown, view?: CommentView): Diagnostic {
  const about = view === undefined ? "" : ` on comment ${view.comment.id}`;
  return {
    severity: "error",
    code: "detector/failed",
    message: `${detector.id} failed${about}: ${messageOf(error)}; this is a bug of ours, the scores concerned are left out`,
    ...(view?.comment.source === undefined ? {} : { where: view.comment.source }),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
