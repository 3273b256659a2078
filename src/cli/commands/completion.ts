/** dragoman completion: scripts for bash, zsh and fish, made from the commands themselves. */
import type { Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Values that complete an option, where it takes one of a few. */
export type Values = Readonly<Record<string, readonly string[]>>;

interface Known {
  name: string;
  about: string;
  options: { long: string; about: string; takesValue: boolean; values: readonly string[] }[];
  /** Takes files. */
  files: boolean;
}

function known(program: Command, values: Values): Known[] {
  const options = (command: Command): Known['options'] => [...command.options, ...program.options]
    .filter((option): option is Option & { long: string } => option.long !== undefined && option.long !== null && !option.hidden)
    .map((option) => ({ long: option.long, about: option.description, takesValue: option.required || option.optional, values: values[option.long] ?? option.argChoices ?? [] }));
  return program.commands.filter((command) => command.name() !== 'help').map((command) => ({
    name: command.name(), about: command.summary() || command.description(), options: options(command),
    files: command.registeredArguments.some((argument) => argument.name() === 'file'),
  }));
}

const bash = (commands: readonly Known[]): string => `# bash completion for dragoman: dragoman completion bash > ~/.local/share/bash-completion/completions/dragoman
_dragoman() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help" -- "$current"))
    return
  fi
  case "$command:$before" in
${commands.flatMap(({ name, options }) => options.filter(({ values }) => values.length).map(({ long, values }) => `    ${name}:${long}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$current")); return ;;`)).join('\n')}
    *:--ledger) COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  case "$command" in
${commands.map(({ name, options, files }) => `    ${name})
      if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W "${options.map(({ long }) => long).join(' ')}" -- "$current"))
      else COMPREPLY=(${files ? '$(compgen -f -- "$current")' : name === 'completion' ? `$(compgen -W "${SHELLS.join(' ')}" -- "$current")` : ''}); fi ;;`).join('\n')}
  esac
}
complete -o filenames -F _dragoman dragoman
`;

const quote = (text: string): string => text.replace(/'/g, '’').replace(/[[\]:]/g, (c) => `\\${c}`);

const zsh = (commands: readonly Known[]): string => `#compdef dragoman
# zsh completion for dragoman: dragoman completion zsh > "\${fpath[1]}/_dragoman"
_dragoman() {
  local -a commands
  commands=(
${commands.map(({ name, about }) => `    '${name}:${quote(about)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case "$words[2]" in
${commands.map(({ name, options, files }) => `    ${name}) _arguments ${[
  ...options.map(({ long, about, takesValue, values }) => `'${long}[${quote(about)}]${takesValue ? `:value:${values.length ? `(${values.join(' ')})` : long === '--ledger' ? '_files' : ''}` : ''}'`),
  files ? `'*:file:_files'` : name === 'completion' ? `'*:shell:(${SHELLS.join(' ')})'` : '',
].filter(Boolean).join(' ')} ;;`).join('\n')}
  esac
}
if [ "$funcstack[1]" = "_dragoman" ]; then _dragoman "$@"; else compdef _dragoman dragoman; fi
`;

const fishQuote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

const fish = (commands: readonly Known[]): string => `# fish completion for dragoman: dragoman completion fish > ~/.config/fish/completions/dragoman.fish
complete -c dragoman -f
${commands.map(({ name, about }) => `complete -c dragoman -n __fish_use_subcommand -a ${name} -d ${fishQuote(about)}`).join('\n')}
${commands.flatMap(({ name, options, files }) => [
  ...options.map(({ long, about, takesValue, values }) => `complete -c dragoman -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)} -d ${fishQuote(about)}${takesValue ? ' -r' : ''}${values.length ? ` -a ${fishQuote(values.join(' '))}` : ''}${long === '--ledger' ? ' -F' : ''}`),
  ...(files ? [`complete -c dragoman -n '__fish_seen_subcommand_from ${name}' -F`] : []),
  ...(name === 'completion' ? [`complete -c dragoman -n '__fish_seen_subcommand_from completion' -a ${fishQuote(SHELLS.join(' '))}`] : []),
]).join('\n')}
`;

/** The script of a shell. */
export const completion = (shell: Shell, program: Command, values: Values): string => ({ bash, zsh, fish })[shell](known(program, values));
