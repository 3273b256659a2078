/** A row of coded events as a fact. Pure. */
import { partyByNameOrCode } from '../../parties/lookup.ts';
import { dayOfNumber } from '../../story/day.ts';
import type { EventFact } from '../../story/facts.ts';
import { DAY_ZERO } from './columns.ts';
import type { Columns } from './columns.ts';

/** Where a coded event comes from. */
export interface DatasetHead {
  name: string;
  /** What it is called there: a CAMEO code, or a PLOVER type. */
  code: string;
  /** The data set's own id of it, where it has one. */
  id?: number;
}

/** What a code says. */
export interface Meaning {
  code: string;
  type?: EventFact['type'] | undefined;
  mode?: EventFact['mode'] | undefined;
}

/** Words for the numbers of columns. */
export interface Words {
  parties: ReadonlyMap<number, string>;
  code(number: number): Meaning | undefined;
  /** Names of actors, or their codes where they have none. */
  actors: ReadonlyMap<number, string>;
}

/** What the data set `name` calls a row of columns. */
export function nameOf({ ref }: Columns, row: number, name: string, meaning: Meaning | undefined): DatasetHead {
  const id = ref[row] as number;
  return { name, code: meaning?.code ?? '', ...(id && { id }) };
}

/** A row of the columns between two parties, given by their numbers, as a fact. */
export function toldBy({ columns, a, b }: { columns: Columns; a: number; b: number }, row: number, { parties, code, actors }: Words): EventFact {
  const turned = columns.way[row] === 1, meaning = code(columns.code[row] as number), day = dayOfNumber((columns.day[row] as number) + DAY_ZERO);
  const source = parties.get(turned ? b : a) as string, target = parties.get(turned ? a : b) as string;
  // Who it was, where the name says more than the party does.
  const person = (actor: number, party: string): string | undefined => {
    const name = actors.get(actor);
    return name === undefined || partyByNameOrCode(name) === party ? undefined : name;
  };
  const sourcePerson = person(columns.source[row] as number, source), targetPerson = person(columns.target[row] as number, target);
  return {
    type: meaning?.type as EventFact['type'], source, ...(sourcePerson !== undefined && { source_person: sourcePerson }), target, ...(targetPerson !== undefined && { target_person: targetPerson }),
    from: day, to: day, granularity: 'day', factuality: 'fact', ...(meaning?.mode && { mode: meaning.mode }), evidence: '', offsets: { sentence: { start: 0, end: 0 } }, confidence: 1,
  };
}
