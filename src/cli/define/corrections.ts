/** The commands by which an analyst works on the record. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { NAME_SORTS, PARTY_KINDS } from '../../ledger/corrections/types.ts';
import type { NameSort, PartyKind } from '../../ledger/corrections/types.ts';
import { ledgerPath } from '../../ledger/place.ts';
import { LANGS } from '../../story/story.ts';
import type { Lang } from '../../story/story.ts';
import type { Signing } from '../commands/corrections.ts';
import { collect, day, EXIT, jsonOption, ledgerOption, whole } from './options.ts';
import type { Exit } from './options.ts';

interface Common {
  ledger?: string;
  json?: boolean;
  who?: string;
  why?: string;
}

const FACT_KINDS = ['event', 'claim', 'tie', 'trend'] as const;

const signing = ({ ledger, json, who, why }: Common): Signing => ({ ledger: ledgerPath(ledger), json: json === true, ...(who && { who }), ...(why && { why }) });

const signed = (command: Command): Command => command
  .option('--who <name>', 'who says so (otherwise DRAGOMAN_WHO, otherwise your user name)').option('--why <reason>', 'for what reason')
  .addOption(jsonOption()).addOption(ledgerOption());

/** `--name en="Western Sahara"`: names by language. */
const byLang = (given: readonly string[] = [], fallback?: string): Partial<Record<Lang, string[]>> => {
  const names: Partial<Record<Lang, string[]>> = {};
  for (const one of [...(fallback === undefined ? [] : [`en=${fallback}`]), ...given]) {
    const [, lang = 'en', name = one] = /^(tr|en|ru)=(.*)$/s.exec(one) ?? [];
    (names[lang as Lang] ??= []).push(name.trim());
  }
  return names;
};

function addFacts(correct: Command, exit: Exit): void {
  for (const kind of ['confirm', 'reject'] as const) {
    signed(correct.command(kind).summary(kind === 'confirm' ? 'a fact is right' : 'a fact is wrong, and is to be seen no more').argument('<fact...>', 'ids of facts, such as e12')
      .addHelpText('after', `\nExamples:\n  $ dragoman correct ${kind} e12 c3 --why "${kind === 'confirm' ? 'seen in the communiqué' : 'the text speaks of 1994'}"`))
      .action(async (facts: string[], options: Common) => exit(await (await import('../commands/corrections.ts')).verdict(kind, facts, signing(options))));
  }
  signed(correct.command('change').summary('fields of a fact').argument('<fact>', 'its id, such as e12')
    .option('--set <field=value>', 'a field\'s new value; parties by code or name; may be repeated', collect).option('--unset <field>', 'take a field away; may be repeated', collect)
    .option('--sentence <text>', 'the sentence that states it, as it stands in the story')
    .addHelpText('after', '\nExamples:\n  $ dragoman correct change e12 --set type=SANCTION --set target=Belarus\n  $ dragoman correct change e12 --set from=2024-03-01 --set to=2024-03-31 --unset attributed_to'))
    .action(async (fact: string, options: Common & { set?: string[]; unset?: string[]; sentence?: string }) => exit(await (await import('../commands/corrections.ts')).change(fact, options, signing(options))));
  signed(correct.command('add').summary('a fact that the coder missed').argument('<story>', 'the story\'s id or hash').argument('<kind>', FACT_KINDS.join(', '))
    .requiredOption('--sentence <text>', 'the sentence that states it, as it stands in the story').option('--set <field=value>', 'a field; may be repeated', collect)
    .addHelpText('after', `
Examples:
  $ dragoman correct add a1-en event --sentence "Oslo thanked Chad." --set type=SUPPORT --set source=NOR --set target=TCD
  $ dragoman correct add a1-en claim --sentence "..." --set speaker="Ana Rowe" --set kind=prediction --set about=TCD,NOR`))
    .action(async (name: string, kind: string, options: Common & { set?: string[]; sentence?: string }, command: Command) => {
      const known = FACT_KINDS.find((one) => one === kind);
      if (!known) command.error(`error: "${kind}" is none of ${FACT_KINDS.join(', ')}`, { exitCode: 2 });
      exit(await (await import('../commands/corrections.ts')).add(name, known as (typeof FACT_KINDS)[number], options, signing(options)));
    });
}

function addHappenings(correct: Command, exit: Exit): void {
  signed(correct.command('merge').summary('events or happenings that are one act').argument('<what...>', 'ids of events (e12) or happenings (h5)')
    .addHelpText('after', '\nExamples:\n  $ dragoman correct merge h5 h9 --why "one call, told twice"\n  $ dragoman correct merge e12 e44'))
    .action(async (what: string[], options: Common) => exit(await (await import('../commands/corrections.ts')).merge(what, signing(options))));
  signed(correct.command('split').summary('take events out of a happening').argument('<happening>', 'its id (h5), or an event of what stays (e12)').argument('<event...>', 'the events to take out')
    .addHelpText('after', '\nExamples:\n  $ dragoman correct split h5 e44 --why "that was the year before"'))
    .action(async (whole_: string, out: string[], options: Common) => exit(await (await import('../commands/corrections.ts')).split(whole_, out, signing(options))));
}

function addPersons(correct: Command, exit: Exit): void {
  for (const kind of ['join-persons', 'separate-persons'] as const) {
    signed(correct.command(kind).summary(kind === 'join-persons' ? 'names of one person' : 'two names of two persons').argument('<name...>', 'the names')
      .addHelpText('after', kind === 'join-persons' ? '\nExamples:\n  $ dragoman correct join-persons "Aleksandr Lukaşenko" "Alyaksandr Lukashenka"' : '\nExamples:\n  $ dragoman correct separate-persons "Ivan Petrov" "I. Petrov"'))
      .action(async (names: string[], options: Common) => exit(await (await import('../commands/corrections.ts')).persons(kind, names, signing(options))));
  }
}

function addGazetteer(correct: Command, exit: Exit): void {
  const later = (command: Command): Command => signed(command).option('--later', 'do not read the stories anew that have the name; "dragoman recode" will');
  later(correct.command('add-party').summary('a party that the gazetteer lacks').argument('<code>', 'its code, in capitals').addOption(new Option('--kind <kind>', 'what it is').choices(PARTY_KINDS).makeOptionMandatory())
    .requiredOption('--name <lang=name>', 'its name in Turkish, English or Russian (tr=, en=, ru=); may be repeated', collect)
    .addHelpText('after', '\nExamples:\n  $ dragoman correct add-party SADR --kind state --name en="Sahrawi Republic" --name tr="Sahra Cumhuriyeti"'))
    .action(async (code: string, options: Common & { kind: PartyKind; name: string[]; later?: boolean }, command: Command) => {
      if (!/^[A-Z][A-Z0-9_-]{1,19}$/.test(code)) command.error('error: a party\'s code is written in capitals, such as SADR', { exitCode: 2 });
      exit(await (await import('../commands/corrections.ts')).addToGazetteer({ kind: 'add-party', code, party: options.kind, names: byLang(options.name) }, options.later === true, signing(options)));
    });
  later(correct.command('add-name').summary('a further name of a party').argument('<party>', 'the party, by code or name').argument('<name>', 'the name, in its dictionary form').addOption(new Option('--lang <lang>', 'its language').choices(LANGS).makeOptionMandatory())
    .addOption(new Option('--as <sort>', 'what kind of name').choices(NAME_SORTS).default('name'))
    .addHelpText('after', '\nExamples:\n  $ dragoman correct add-name TUR Anatolia --lang en\n  $ dragoman correct add-name USA "Foggy Bottom" --lang en --as seat'))
    .action(async (party: string, name: string, options: Common & { lang: Lang; as: NameSort; later?: boolean }) =>
      exit(await (await import('../commands/corrections.ts')).addToGazetteer({ kind: 'add-name', code: party, lang: options.lang, name, as: options.as }, options.later === true, signing(options))));
  later(correct.command('add-office').summary('an office and who held it').argument('<person>', 'the name in full').requiredOption('--country <party>', 'the holder\'s country').requiredOption('--role <role>', 'the office, in English')
    .option('--of <code>', 'the organisation or state served, where it is another').option('--name <lang=name>', 'the name in another language; may be repeated', collect)
    .addOption(new Option('--from <day>', 'first day').argParser(day)).addOption(new Option('--to <day>', 'last day').argParser(day)).option('--woman', 'she (otherwise he)')
    .addHelpText('after', '\nExamples:\n  $ dragoman correct add-office "Ana Rowe" --country GBR --role "foreign minister" --from 2024-07-05 --name ru="Ана Роу"'))
    .action(async (person: string, options: Common & { country: string; role: string; of?: string; name?: string[]; from?: string; to?: string; woman?: boolean; later?: boolean }) => {
      const { country, role, of, from, to, woman } = options;
      exit(await (await import('../commands/corrections.ts')).addToGazetteer({
        kind: 'add-office', names: byLang(options.name, person), country, role, ...(of && { code: of }), ...(from && { from }), ...(to && { to }), ...(woman && { sex: 'f' as const }),
      }, options.later === true, signing(options)));
    });
}

function addKeeping(correct: Command, exit: Exit): void {
  for (const kind of ['undo', 'redo'] as const) {
    signed(correct.command(kind).summary(kind === 'undo' ? 'take a correction back' : 'let it count again').argument('<correction...>', 'numbers of corrections, such as k12')
      .addHelpText('after', `\nExamples:\n  $ dragoman correct ${kind} k12`))
      .action(async (ids: string[], options: Common) => exit(await (await import('../commands/corrections.ts')).reverse(kind, ids, signing(options))));
  }
  correct.command('list').summary('corrections, in order of time').option('--conflicts', 'only those on which people differ').option('--unfitting', 'only those that no longer fit what the coder says')
    .addOption(jsonOption()).addOption(ledgerOption()).addHelpText('after', '\nExamples:\n  $ dragoman correct list\n  $ dragoman correct list --conflicts')
    .action(async (options: Common & { conflicts?: boolean; unfitting?: boolean }) => exit(await (await import('../commands/corrections.ts')).list(ledgerPath(options.ledger), { ...options, json: options.json === true })));
  correct.command('export').summary('corrections as JSON lines, for another desk').argument('[file]', 'where to (otherwise standard output)')
    .addOption(ledgerOption()).addHelpText('after', '\nExamples:\n  $ dragoman correct export corrections.jsonl')
    .action(async (file: string | undefined, options: Common) => exit(await (await import('../commands/corrections.ts')).exportLines(ledgerPath(options.ledger), file)));
  correct.command('import').summary('take another desk\'s corrections in').argument('<file...>', 'what "correct export" wrote, or -')
    .addOption(jsonOption()).addOption(ledgerOption()).addHelpText('after', '\nExamples:\n  $ dragoman correct import theirs.jsonl')
    .action(async (files: string[], options: Common) => exit(await (await import('../commands/corrections.ts')).importLines(ledgerPath(options.ledger), files, options.json === true)));
}

function addMeasuring(program: Command, exit: Exit): void {
  program.command('gold').summary('the facts you vouch for, as a set to measure on').description('Writes the stories with facts that were confirmed, changed, added or rejected, each with the facts that are right, in the\nexchange format. Of a story of which you looked at some facts only, only those are known.')
    .option('-o, --out <file>', 'the file to write (otherwise standard output)').addOption(ledgerOption())
    .addHelpText('after', `\nExamples:\n  $ dragoman gold -o ours.jsonl\n${EXIT}`)
    .action(async ({ ledger, out }: Common & { out?: string }) => exit(await (await import('../commands/score.ts')).makeGold(ledgerPath(ledger), out)));
  program.command('score').summary('how the coder does on facts that are known').description('Codes the stories of a file anew and compares with the facts that it gives: precision, recall and F1, with a 90 % interval\nfrom a bootstrap over stories. The file is what "dragoman gold" writes, or any in the exchange format.')
    .requiredOption('--against <file>', 'stories with the facts that are right, JSON lines').option('--misses', 'list each fact that was missed or is wrong').addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', `\nExamples:\n  $ dragoman score --against ours.jsonl --misses\n${EXIT}`)
    .action(async ({ ledger, json, against, misses }: Common & { against: string; misses?: boolean }) => exit(await (await import('../commands/score.ts')).score(against, ledgerPath(ledger), { json: json === true, misses: misses === true })));
}

/** Adds `correct`, `recode`, `gold` and `score`. */
export function addCorrections(program: Command, exit: Exit): void {
  const correct = program.command('correct').summary('your word on the record: confirm, reject, change, add, merge, split ...')
    .description('Corrects the record. Facts as coded stay; each correction is kept with who, when and why, and can be undone.\nFacts are called e12, c3, t4, r5 (see "dragoman events", "claims", "ties", "trends"), corrections k12. Events of imported data\nsets can be confirmed, rejected and changed as well.')
    .addHelpText('after', `
Examples:
  $ dragoman correct confirm e12
  $ dragoman correct change e12 --set type=SANCTION --why "an import ban"
  $ dragoman correct undo k3
  $ dragoman correct export corrections.jsonl

Each of these explains itself: dragoman correct change --help
${EXIT}`);
  addFacts(correct, exit);
  addHappenings(correct, exit);
  addPersons(correct, exit);
  addGazetteer(correct, exit);
  addKeeping(correct, exit);

  program.command('recode').summary('take the facts anew with this version of the coder').description('Takes the facts anew from stories that another version of the coder has read, or that were read before the gazetteer\nwas added to. Corrections are carried over; those that no longer fit are listed. A run that is stopped is run again.')
    .argument('[story]', 'only this story, by id or hash').option('--words <words>', 'only stories with these words; may be repeated', collect)
    .addOption(new Option('--limit <n>', 'at most so many').argParser(whole(1, 1_000_000_000))).addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', `\nExamples:\n  $ dragoman recode\n  $ dragoman recode --limit 10000\n${EXIT}`)
    .action(async (name: string | undefined, options: Common & { words?: string[]; limit?: number }) => {
      const { recode } = await import('../commands/recode.ts');
      exit(await recode(ledgerPath(options.ledger), name, { json: options.json === true, ...(options.words && { words: options.words }), ...(options.limit !== undefined && { limit: options.limit }) }));
    });
  addMeasuring(program, exit);
}
