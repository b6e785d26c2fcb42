/** One line on stderr, on terminals only, and only for work that takes longer than a second. */
import type { Io } from "../io.js";

const PATIENCE = 1_000;
const INTERVAL = 150;

export interface Progress {
  step(done: number): void;
  finish(): void;
}

/** More comments than this take over a second, most of it before the first one is done. */
const MANY = 1_500;

export function startProgress(label: string, total: number, quiet: boolean, io: Io): Progress {
  const started = io.now();
  let last = started;
  let shown = false;
  const silent = quiet || !io.errIsTerminal;
  if (!silent && total > MANY) {
    shown = true;
    io.err(`${label} ${total.toLocaleString("en-US")} comments …`);
  }
  return {
    step: (done) => {
      const now = io.now();
      if (silent || now - started < PATIENCE || now - last < INTERVAL) return;
      last = now;
      shown = true;
      io.err(
        `\r${label} ${Math.floor((100 * done) / Math.max(1, total))} % of ${total.toLocaleString("en-US")}\u001B[K`,
      );
    },
    finish: () => {
      if (shown) io.err("\r\u001B[K");
    },
  };
}
