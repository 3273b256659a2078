/** The commands that ask what the ledger's facts amount to; their options come from the declarations of the measures. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { parametersOf, QUESTIONS } from '../../answers/questions.ts';
import type { Question } from '../../answers/questions.ts';
import { ledgerPath } from '../../ledger/place.ts';
import { TYPES_OF } from '../../ledger/ask.ts';
import type { Parameter } from '../../relations/declaration.ts';
import { FACTUALITIES } from '../../story/facts.ts';
import { collect, ledgerOption } from './options.ts';
import type { Exit } from './options.ts';

interface Help {
  summary: string;
  arguments: string;
  examples: string;
}

const HELP: Readonly<Record<Question['name'], Help>> = {
  relation: {
    summary: 'how two parties deal with each other, and since when', arguments: '<a> [b]',
    examples: `  $ dragoman relation Belarus                 which of its relations thaw or chill
  $ dragoman relation Belarus "United States"
  $ dragoman relation RUS UKR --from 2014 --to 2014 --by week
  $ dragoman relation Беларусь Польша --factuality fact --json`,
  },
  between: {
    summary: 'who goes between two parties, or whom one stands between', arguments: '<a> [b]',
    examples: `  $ dragoman between Russia "United States" --from 2025
  $ dragoman between RUS UKR --days 14 --first 5
  $ dragoman between Belarus                  whom it stands between
  $ dragoman between Rusya ABD --blocs my-blocs.tsv --json`,
  },
  room: {
    summary: 'how much room a party has, and who takes it', arguments: '<party>',
    examples: `  $ dragoman room Belarus
  $ dragoman room Минск --from 2020 --weight contact`,
  },
  precedent: {
    summary: 'when such an act was last seen, and whether it is the first it is said to be', arguments: '<a> [b]',
    examples: `  $ dragoman precedent e12                    of an event: its parties, type and mode, up to its day
  $ dragoman precedent Belarus "United States" --type CONSULT:call
  $ dragoman precedent BLR POL --type SANCTION --from 2020`,
  },
  claims: {
    summary: 'what is said about a party or two, rival readings together', arguments: '<a> [b]',
    examples: `  $ dragoman claims about Belarus
  $ dragoman claims about BLR USA --from 2025 --type prediction`,
  },
};

/** A parameter as an option of the command line. */
function optionFor(parameter: Parameter): Option {
  const choice = 'choices' in parameter;
  const about = `${parameter.about} (${choice ? parameter.choices.join(', ') : parameter.unit}; otherwise ${parameter.default})`;
  return new Option(`--${parameter.name} <${choice ? 'which' : 'n'}>`, about);
}

interface Given extends Record<string, unknown> {
  json?: boolean;
  ledger?: string;
  type?: string[];
  factuality?: string[];
  from?: string;
  to?: string;
  outlet?: string;
  blocs?: string;
}

function define(command: Command, question: Question, exit: Exit): void {
  const { name, measures } = question, { summary, examples } = HELP[name], parameters = parametersOf(question), claims = name === 'claims';
  command.summary(summary)
    .description(`${question.question}\n\n${measures.map((measure) => `${measure.name}: ${measure.source}`).join('\n')}`)
    .option('--from <day>', 'from this day, month or year on (2025-09-01, 2025-09, 2025)').option('--to <day>', 'up to it')
    .option('--type <types>', claims ? `kinds: ${TYPES_OF.claim.join(', ')}` : `only acts of these types, a CONSULT with its mode where wanted (CONSULT:call): ${TYPES_OF.event.join(', ')}`, collect)
    .option('--factuality <list>', `only acts that the text commits to so far: ${FACTUALITIES.join(', ')}`, collect)
    .option('--outlet <name>', 'only from stories of outlets whose name holds this');
  for (const parameter of parameters) command.addOption(optionFor(parameter));
  if (measures.some(({ inputs }) => inputs.includes('blocs'))) command.option('--blocs <file>', 'your own blocs: one "code<TAB>bloc" a line');
  command.addOption(new Option('--json', 'print one JSON object')).addOption(ledgerOption())
    .addHelpText('after', `\nParties are given by code or by name in Turkish, English or Russian.\n\nExamples:\n${examples}`);
  command.action(async (...args: unknown[]) => {
    const own = args.at(-1) as Command, options = own.optsWithGlobals<Given>();
    const { ask } = await import('../commands/relations.ts');
    const set = Object.fromEntries(parameters.flatMap((parameter) => (typeof options[parameter.name] === 'string' ? [[parameter.name, options[parameter.name] as string]] : [])));
    exit(await ask(name, own.processedArgs.filter((arg): arg is string => typeof arg === 'string'), ledgerPath(options.ledger), { ...options, json: options.json === true, parameters: set }));
  });
}

/** Adds the questions about relations; `claims about` goes under the command that lists claims. */
export function addRelations(program: Command, exit: Exit): void {
  for (const question of QUESTIONS) {
    const { name } = question;
    if (name === 'claims') {
      const claims = program.commands.find((command) => command.name() === 'claims') as Command;
      define(claims.command(`about ${HELP.claims.arguments}`), question, exit);
    } else define(program.command(`${name} ${HELP[name].arguments}`), question, exit);
  }
}
