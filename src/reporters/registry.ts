import { jsonReporter } from "./json.js";
import type { Reporter } from "./reporter.js";
import { terminalReporter } from "./terminal/index.js";

export const REPORTERS: readonly Reporter[] = [terminalReporter, jsonReporter];
