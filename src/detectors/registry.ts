import { artifactDetector } from "./artifact/index.js";
import type { Detector } from "./detector.js";
import { genericPhrasingDetector } from "./generic-phrasing/index.js";
import { impersonationDetector } from "./impersonation/index.js";
import { nearDuplicateDetector } from "./near-duplicate/index.js";

export const DETECTORS: readonly Detector[] = [
  genericPhrasingDetector,
  nearDuplicateDetector,
  impersonationDetector,
  artifactDetector,
];
