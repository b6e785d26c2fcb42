/** `comment-audit completion <shell>`: written from the commands themselves, so that it cannot lag behind. */
import type { Command } from "commander";
import { SIGNALS } from "../detectors/catalogue.js";
import { UserError } from "../errors.js";
import { GATE_FORMS } from "../gates.js";
import { IMPORTERS } from "../importers/registry.js";
import { STATUSES } from "../importers/statuses.js";
import type { Io } from "../io.js";
import { BANDS } from "../model.js";
import { REPORTERS } from "../reporters/registry.js";
import { SCHEMA_NAMES } from "./schema-command.js";

interface Described {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly {
    readonly short: string | undefined;
    readonly long: string;
    readonly description: string;
  }[];
}

const SHELLS: Readonly<Record<string, (commands: readonly Described[]) => string>> = { bash, zsh, fish };

export async function completionCommand(shell: string, program: Command, io: Io): Promise<0> {
  const write = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (write === undefined)
    throw new UserError("usage/shell", `there is no completion for "${shell}".`, {
      hint: `known: ${Object.keys(SHELLS).join(", ")}`,
    });
  const commands = program.commands.map((command): Described => ({
    name: command.name(),
    summary: command.summary(),
    flags: command.options.map(({ short, long, description }) => ({ short, long: long ?? "", description })),
  }));
  await io.out(write(commands));
  return 0;
}

/** What may stand after a flag or a command, where that is a closed list. */
function choices(): Readonly<Record<string, readonly string[]>> {
  const formats = REPORTERS.map(({ id }) => id);
  return {
    "--format": formats,
    "--input-format": IMPORTERS.map(({ id }) => id),
    "--min-band": BANDS,
    "--fail-on": GATE_FORMS,
    "--status": STATUSES,
    signals: SIGNALS.map(({ id }) => id),
    schema: SCHEMA_NAMES,
    completion: Object.keys(SHELLS),
  };
}

function bash(commands: readonly Described[]): string {
  const words = choices();
  const afterFlag = Object.entries(words)
    .filter(([name]) => name.startsWith("--"))
    .map(([name, values]) => {
      const short = name === "--format" ? "|-f" : "";
      return `    ${name}${short}) COMPREPLY=($(compgen -W "${values.join(" ")}" -- "$cur")); return ;;`;
    });
  const afterCommand = commands.map(({ name, flags }) => {
    const fixed = words[name] ?? [];
    return `    ${name}) words="${[...flags.map(({ long }) => long), ...fixed].join(" ")}" ;;`;
  });
  const names = commands.map(({ name }) => name).join(" ");
  const audit = commands.find(({ name }) => name === "audit");
  return `# bash completion for comment-audit
_comment_audit() {
  local cur prev words command IFS=$' \\t\\n'
  cur="\${COMP_WORDS[COMP_CWORD]}"
  prev="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$prev" in
${afterFlag.join("\n")}
  esac
  command="\${COMP_WORDS[1]}"
  words="${(audit?.flags ?? []).map(({ long }) => long).join(" ")}"
  [ "$COMP_CWORD" -eq 1 ] && words="$words ${names}"
  case "$command" in
${afterCommand.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  local IFS=$'\\n'
  COMPREPLY+=($(compgen -f -- "$cur"))
}
complete -o filenames -F _comment_audit comment-audit
`;
}

function zsh(commands: readonly Described[]): string {
  const words = choices();
  const quoted = (text: string) => text.replaceAll("'", "’").replace(/[[\]:]/gu, "\\$&");
  const cases = commands.map(({ name, flags }) => {
    const specs = flags.map(({ short, long, description }) => {
      const values = words[long];
      const argument = values === undefined ? "" : `:value:(${values.join(" ")})`;
      const names = short === undefined ? `'${long}` : `{${short},${long}}'`;
      return `        ${names}[${quoted(description)}]${argument}'`;
    });
    const rest = words[name] === undefined ? "'*:file:_files'" : `'*:value:(${words[name].join(" ")})'`;
    return `      ${name}) _arguments \\\n${[...specs, `        ${rest}`].join(" \\\n")} ;;`;
  });
  return `#compdef comment-audit
_comment_audit() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _files
  else
    case $words[2] in
${cases.join("\n")}
      *) _files ;;
    esac
  fi
}
_comment_audit "$@"
`;
}

function fish(commands: readonly Described[]): string {
  const words = choices();
  const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const names = commands.map(({ name }) => name).join(" ");
  const lines = commands.flatMap(({ name, summary, flags }) => {
    const inside =
      name === "audit"
        ? `not __fish_seen_subcommand_from ${names.replace("audit ", "")}`
        : `__fish_seen_subcommand_from ${name}`;
    return [
      `complete -c comment-audit -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
      ...flags.map(({ short, long, description }) => {
        const values = words[long];
        const argument = values === undefined ? "" : ` -x -a ${quoted(values.join(" "))}`;
        const letter = short === undefined ? "" : ` -s ${short.slice(1)}`;
        return `complete -c comment-audit -n ${quoted(inside)}${letter} -l ${long.slice(2)} -d ${quoted(description)}${argument}`;
      }),
      ...(words[name] === undefined
        ? []
        : [`complete -c comment-audit -n ${quoted(inside)} -f -a ${quoted(words[name].join(" "))}`]),
    ];
  });
  return `# fish completion for comment-audit\n${lines.join("\n")}\n`;
}
