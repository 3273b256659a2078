/** dragoman relation, between, room, precedent, claims about: what the ledger's facts amount to. */
import { readFileSync } from 'node:fs';
import { betweenThem, claimsAbout, precedentOf, relation, relationsOf, roomOfParty } from '../../answers/answer.ts';
import type { Asking } from '../../answers/answer.ts';
import { standsBetween } from '../../answers/stands.ts';
import { parametersOf, QUESTIONS } from '../../answers/questions.ts';
import type { Question } from '../../answers/questions.ts';
import { toFilter } from '../../ledger/ask.ts';
import type { Asked, PartyNames } from '../../ledger/ask.ts';
import { factsById, readFactId } from '../../ledger/facts.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { readBlocs } from '../../relations/blocs.ts';
import type { Blocs } from '../../relations/blocs.ts';
import { readParameter } from '../../relations/declaration.ts';
import { problem } from '../../story/errors.ts';
import { partyNames } from '../party-names.ts';
import { Problems } from '../problems.ts';
import { betweenText, claimsText, precedentText, relationText, roomText, standingsText, standsText } from '../relations-text.ts';
import type { Wording } from '../relations-text.ts';
import { coloursFor, jsonLine, print } from '../terminal.ts';

export interface RelationOptions extends Pick<Asked, 'type' | 'factuality' | 'from' | 'to' | 'outlet'> {
  json: boolean;
  /** A file that takes the place of the table of blocs. */
  blocs?: string;
  /** Parameters as written, by name. */
  parameters: Readonly<Record<string, string>>;
}

const USAGE = 2;

/** The table of blocs; what is wrong with a user's own is told, and its other lines count. */
function blocsFrom(file: string | undefined, problems: Problems): Blocs | undefined {
  let table: string;
  try {
    table = readFileSync(file ?? new URL('../../relations/blocs.tsv', import.meta.url), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    problems.tell(code === 'ENOENT' ? problem('file-missing', { file }) : problem('file-unreadable', { file }, { why: code ?? 'unknown' }));
    return undefined;
  }
  const { blocs, faults } = readBlocs(table);
  for (const { line, text } of faults) problems.tell(problem('bad-bloc', { file, line }, { given: text.slice(0, 60) }));
  return blocs;
}

/** Answers one of the questions. Returns the exit code. */
export async function ask(name: Question['name'], given: readonly string[], path: string, options: RelationOptions): Promise<number> {
  const ledger = Ledger.open(path), problems = new Problems();
  try {
    const event = name === 'precedent' && given.length === 1 ? await standingFor(ledger, given[0] as string) : undefined;
    if (name === 'precedent' && given.length === 1 && !event) {
      process.stderr.write(`dragoman: "${given[0]}" is no event of a story in this ledger; give two parties, or an event's id (see "dragoman events")\n`);
      return USAGE;
    }
    const asked = understand(name, event?.parties ?? given, { ...options, ...event?.options }, await partyNames('needed', ledger));
    if (typeof asked === 'string') {
      process.stderr.write(`${asked}\n`);
      return USAGE;
    }
    const blocs = blocsFrom(options.blocs, problems);
    if (!blocs) return 1;
    const { parties, names } = asked, asking: Asking = { ...asked, blocs }, [a, b] = parties as [string, string];
    const wording: Wording = { colours: coloursFor(process.stdout), name: names.name };
    const show = async <A extends object>(answer: A, text: (answer: A, wording: Wording) => string): Promise<void> =>
      print(options.json ? jsonLine({ question: name, ...answer }) : text(answer, wording));
    switch (name) {
      case 'relation':
        if (parties.length === 1) await show(await relationsOf(ledger, a, asking), standingsText);
        else await show(await relation(ledger, [a, b], asking), relationText);
        break;
      case 'between':
        if (parties.length === 1) await show(await standsBetween(ledger, a, asking), standsText);
        else await show(await betweenThem(ledger, [a, b], asking), betweenText);
        break;
      case 'room': await show(await roomOfParty(ledger, a, asking), roomText); break;
      case 'precedent': await show(await precedentOf(ledger, [a, b], asking), precedentText); break;
      case 'claims': await show(await claimsAbout(ledger, parties, asking), claimsText); break;
    }
    return problems.count ? 1 : 0;
  } finally {
    ledger.close();
  }
}

/** The parties, kind and day that an event's id stands for. */
async function standingFor(ledger: Ledger, id: string): Promise<{ parties: string[]; options: Pick<RelationOptions, 'type' | 'to'> } | undefined> {
  const read = readFactId(id), [found] = read?.kind === 'event' ? await factsById(ledger, 'event', [read.id]) : [];
  if (!found) return undefined;
  const { type, mode, source, target, from } = found.fact, day = from ?? found.story?.date;
  return { parties: [source, target], options: { type: [mode ? `${type}:${mode}` : type], ...(day && { to: day }) } };
}

interface Understood extends Omit<Asking, 'blocs'> {
  parties: string[];
  names: PartyNames;
}

/** What was asked; or, in words, why it cannot be. */
function understand(name: Question['name'], given: readonly string[], { type, factuality, from, to, outlet, parameters: written }: RelationOptions, names: PartyNames): Understood | string {
  const question = QUESTIONS.find((one) => one.name === name) as Question, parties: string[] = [];
  for (const party of given) {
    const code = names.code(party), nearest = code ? [] : names.nearest(party);
    if (!code) return `dragoman: no party "${party}" is known${nearest.length ? `; did you mean ${nearest.join(', ')}?` : ''}`;
    parties.push(code);
  }
  if (new Set(parties).size < parties.length) return `dragoman: ${given.join(' and ')} are the same party (${parties[0]})`;
  const { filter, refusals } = toFilter(name === 'claims' ? 'claim' : 'event', { type, factuality, from, to, outlet }, names);
  if (refusals.length) return refusals.map(({ field, message }) => `dragoman: --${field}: ${message}`).join('\n');
  const parameters: Record<string, number | string> = {};
  for (const parameter of parametersOf(question)) {
    const own = written[parameter.name];
    if (own === undefined) continue;
    const read = readParameter(parameter, own);
    if ('message' in read) return `dragoman: --${read.name}: ${read.message}`;
    parameters[parameter.name] = read.value;
  }
  return { parties, names, filter, parameters };
}
