/** The command line. Commands are loaded when they run, so that --help and --version start at once. */
import { Command, Option } from "commander";
import { GATE_FORMS } from "../gates.js";
import type { Io } from "../io.js";
import { REPORTERS } from "../reporters/registry.js";
import { VERSION } from "../version.js";

export type ExitCode = 0 | 1 | 2;

type Flags = Record<string, unknown>;

const collect = (value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value];

/** `exit` receives the exit code of the command that ran. */
export function buildProgram(io: Io, exit: (code: ExitCode) => void): Command {
  const program = new Command("comment-audit")
    .description("Ranks the comments under an article by how bot-like they are, and shows the evidence.")
    .version(VERSION)
    .showHelpAfterError("(comment-audit --help shows the usage)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.out(text),
      writeErr: (text) => io.err(text),
      getOutHelpWidth: () => io.columns ?? 80,
      getErrHelpWidth: () => io.columns ?? 80,
    });

  reading(
    display(
      program
        .command("audit <files...>", { isDefault: true })
        .summary("rank the comments of one or more threads (the default)")
        .description(
          "Ranks the comments of one or more threads and says why. Exports of most comment systems are recognised; a folder stands for its files, - for standard input.",
        )
        .option("-f, --format <id[=file]>", FORMAT_HELP, collect)
        .option("-o, --output <file>", "write the report here")
        .option("--top <n>", "comments shown per thread in terminal and markdown (default: 20)", number("--top", 1))
        .option(
          "--min-band <band>",
          "in terminal and markdown, comments of this band and above: high, elevated, ordinary, insufficient (default)",
        )
        .option("--fail-on <gate>", GATE_HELP, collect)
        .option("--baseline <report>", "gates look only at what this earlier JSON report does not have")
        .option("--update-baseline", "write this run's report to the baseline file")
        .option("--suppressions <file>", "comments that were looked at and released, JSON or YAML")
        .option("--redact", "replace authors by pseudonyms, take out addresses and mentions")
        .option("--config <file>", "settings (default: comment-audit.config.json and the like, here or above)")
        .addOption(new Option("--no-config", "look for no settings").default(undefined))
        .option("-q, --quiet", "no report on standard output and no notes; files and exit code only")
        .option("--verbose", "say on standard error what was guessed and left out")
        .addHelpText(
          "after",
          examples([
            "comment-audit thread.json",
            "comment-audit export.xml -f terminal -f html=report.html",
            "comment-audit export.ndjson --fail-on thread=high --baseline last.json",
          ]),
        )
        .action(async (files: string[], flags: Flags) => {
          const { auditCommand } = await import("./audit-command.js");
          exit(await auditCommand(files, flags, io));
        }),
    ),
  );

  reading(
    display(
      program
        .command("explain <file> <comment-id>")
        .summary("how the score of one comment came about")
        .description("Shows every contribution to the score of one comment, with its evidence.")
        .option("--thread <id>", "the thread, where several have a comment of this id")
        .option("--config <file>", "settings (default: comment-audit.config.json and the like, here or above)")
        .addOption(new Option("--no-config", "look for no settings").default(undefined))
        .addHelpText(
          "after",
          examples([
            "comment-audit explain thread.json 8",
            "comment-audit explain export.ndjson 8 --thread bridge-reopens",
          ]),
        )
        .action(async (file: string, commentId: string, flags: Flags) => {
          const { explainCommand } = await import("./explain-command.js");
          exit(await explainCommand(file, commentId, flags, io));
        }),
    ),
  );

  display(
    program
      .command("render <report>")
      .summary("a saved JSON report in another format")
      .description("Renders a report that was saved as JSON, as the audit itself would have; - for standard input.")
      .option("-f, --format <id[=file]>", FORMAT_HELP, collect)
      .option("-o, --output <file>", "write here instead of standard output")
      .option("--top <n>", "comments shown per thread (default: 20)", number("--top", 1))
      .option("--min-band <band>", "show comments of this band and above (default: insufficient)")
      .option("--redact", "replace authors by pseudonyms, take out addresses and mentions")
      .addHelpText("after", examples(["comment-audit render report.json -f html -o report.html"]))
      .action(async (report: string, flags: Flags) => {
        const { renderCommand } = await import("./render-command.js");
        exit(await renderCommand(report, flags, io));
      }),
  );

  display(
    program
      .command("diff <old> <new>")
      .summary("what is new and what is gone between two reports")
      .description("Compares two reports that were saved as JSON.")
      .option("-f, --format <id[=file]>", "the new report in a format, with what is new marked", collect)
      .option("-o, --output <file>", "write here instead of standard output")
      .option("--fail-on <gate>", "exit 1 when what is new reaches a gate; repeatable", collect)
      .addHelpText("after", examples(["comment-audit diff monday.json tuesday.json"]))
      .action(async (old: string, fresh: string, flags: Flags) => {
        const { diffCommand } = await import("./diff-command.js");
        exit(await diffCommand(old, fresh, flags, io));
      }),
  );

  program
    .command("signals [id]")
    .summary("what each signal means")
    .description("Lists every signal, or tells what one means, what it fires on and what it does not.")
    .addOption(new Option("--no-color", "no colour").default(undefined))
    .option("--width <columns>", "columns to fill", number("--width", 40))
    .addHelpText("after", examples(["comment-audit signals", "comment-audit signals impersonation/quoted-role"]))
    .action(async (id: string | undefined, flags: Flags) => {
      const { signalsCommand } = await import("./signals-command.js");
      exit(await signalsCommand(id, flags, io));
    });

  program
    .command("formats")
    .summary("the exports that are read, and how to get them")
    .description("Lists every format that is read, with the menu or command that writes it.")
    .option("--width <columns>", "columns to fill", number("--width", 40))
    .addHelpText("after", examples(["comment-audit formats", "comment-audit export.xml"]))
    .action(async (flags: Flags) => {
      const { formatsCommand } = await import("./formats-command.js");
      exit(await formatsCommand(flags, io));
    });

  reading(
    program
      .command("convert <files...>")
      .summary("write what was read in the native form, one thread a line")
      .description("Reads like audit and writes the threads as NDJSON, to look at, to cut and to label.")
      .option("-o, --output <file>", "write here instead of standard output")
      .option("--config <file>", "settings (default: comment-audit.config.json and the like, here or above)")
      .addOption(new Option("--no-config", "look for no settings").default(undefined))
      .option("--verbose", "say on standard error what was guessed and left out")
      .addHelpText(
        "after",
        examples([
          "comment-audit convert export.xml -o threads.ndjson",
          "comment-audit convert comments.csv --map text=review",
        ]),
      )
      .action(async (files: string[], flags: Flags) => {
        const { convertCommand } = await import("./convert-command.js");
        exit(await convertCommand(files, flags, io));
      }),
  );

  program
    .command("schema <name>")
    .summary("a JSON Schema: input, report, config, phrases or suppressions")
    .addHelpText("after", examples(["comment-audit schema input", "comment-audit schema config > config.schema.json"]))
    .action(async (name: string) => {
      const { schemaCommand } = await import("./schema-command.js");
      exit(await schemaCommand(name, io));
    });

  program
    .command("completion <shell>")
    .summary("a completion script for bash, zsh or fish")
    .addHelpText("after", examples(["comment-audit completion bash > /etc/bash_completion.d/comment-audit"]))
    .action(async (shell: string) => {
      const { completionCommand } = await import("./completion-command.js");
      exit(await completionCommand(shell, program, io));
    });

  program.addHelpText(
    "after",
    `${examples(["comment-audit thread.json", "cat thread.json | comment-audit - --top 5"])}\nExit codes: 0 audited, 1 a --fail-on gate was reached, 2 not audited or not complete.`,
  );
  return program;
}

const FORMAT_HELP = `${REPORTERS.map(({ id }) => id).join(", ")} (default: terminal); repeatable, with a file each but one`;
const GATE_HELP = `exit 1 when reached: ${GATE_FORMS.join(", ")}; repeatable`;

function reading(command: Command): Command {
  return command
    .optionsGroup("Reading:")
    .option("--input-format <id>", "read as this format instead of recognising it (comment-audit formats lists all)")
    .option("--status <list>", "what is kept: approved, pending, spam, deleted (default: approved,pending)")
    .option("--map <list>", "columns of a table or keys of records: text=COLUMN,author=COLUMN")
    .option("--article <file>", "the article (json, txt, md or html) where the export has none")
    .option("--articles <file>", "articles for many threads, one a line, joined by id or address");
}

function display(command: Command): Command {
  return command
    .optionsGroup("Display:")
    .option("--width <columns>", "columns to fill (default: the terminal's, at most 120)", number("--width", 40))
    .addOption(new Option("--color", "colour even in a pipe"))
    .addOption(new Option("--no-color", "no colour").default(undefined));
}

function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;
}

function number(name: string, least: number): (value: string) => number {
  return (value) => {
    const count = /^\d{1,9}$/u.test(value) ? Number(value) : NaN;
    if (!(count >= least)) throw new UsageError(`${name} takes a whole number of ${least} or more, not "${value}".`);
    return count;
  };
}

/** A mistake on the command line that commander does not see. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
