/** man/comment-audit.1 from the help itself (man-pages(7) conventions). */
import type { Command } from "commander";
import { buildProgram } from "../src/cli/program.js";
import type { Io } from "../src/io.js";

/** No date and no version: the page changes when the help does, and at no other time. */
export function manPage(): string {
  const io = { columns: 80, out: () => Promise.resolve(), err: () => undefined } as unknown as Io;
  const program = buildProgram(io, () => undefined);
  const commands = program.commands.flatMap((command) => describe(command));
  return `${[
    '.TH COMMENT\\-AUDIT 1 "" "comment\\-audit" "User Commands"',
    ".SH NAME",
    `comment\\-audit \\- ${roff("rank the comments under an article by how bot-like they are, with the evidence")}`,
    ".SH SYNOPSIS",
    ".B comment\\-audit",
    "[\\fIcommand\\fR] [\\fIoptions\\fR] [\\fIfile\\fR...]",
    ".SH DESCRIPTION",
    roff(program.description()),
    ".SH COMMANDS",
    ...commands,
    ".SH EXIT STATUS",
    ".TP",
    ".B 0",
    "Audited.",
    ".TP",
    ".B 1",
    roff("A --fail-on gate was reached."),
    ".TP",
    ".B 2",
    "Not audited, or not complete.",
    ".SH ENVIRONMENT",
    ".TP",
    ".B NO_COLOR, FORCE_COLOR",
    "No colour, or colour even in a pipe.",
  ].join("\n")}\n`;
}

function describe(command: Command): string[] {
  const usage = [
    command.name(),
    ...command.registeredArguments.map((each) => argument(each.name(), each.required, each.variadic)),
  ];
  return [
    ".SS " + usage.map(roff).join(" "),
    roff(command.description() === "" ? `${command.summary()}.` : command.description()),
    ...command.options.flatMap(({ flags, description }) => [".TP", `.B ${roff(flags)}`, roff(description)]),
  ];
}

function argument(name: string, required: boolean, variadic: boolean): string {
  const text = `${name}${variadic ? "..." : ""}`;
  return required ? `<${text}>` : `[${text}]`;
}

/** Backslashes and hyphens are special everywhere, dots and apostrophes at the start of a line. */
function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^(?=[.'])/u, "\\&");
}
