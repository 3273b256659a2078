/** Who is one person and who is not, by an analyst's word. */
import { sql } from 'kysely';
import type { Expression, Kysely, SqlBool } from 'kysely';
import type { PersonRecord } from '../../story/facts.ts';
import { fold } from '../fold.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { correctionsOfKind, undone } from './store.ts';
import type { Correction } from './types.ts';

type Db = Kysely<Schema>;

/** Which names are one person's, and which pairs of names are not. */
export interface PersonLinks {
  joined: string[][];
  apart: [string, string][];
  /** Pairs that are joined by way of others and said to be apart, or said both by different people. */
  clashes: { names: [string, string]; uids: string[] }[];
}

const pairOf = (a: string, b: string): string => [a, b].sort().join('\n');

/** What the corrections of persons amount to: of each pair of names, the last word stands. Pure. */
export function linkPersons(corrections: readonly Correction[]): PersonLinks {
  const pairs = new Map<string, { together: boolean; says: Map<string, { together: boolean; uid: string }> }>(), spelling = new Map<string, string>();
  for (const correction of corrections) {
    if (correction.kind !== 'join-persons' && correction.kind !== 'separate-persons') continue;
    const together = correction.kind === 'join-persons', keys = correction.names.map(fold);
    correction.names.forEach((name, i) => spelling.has(keys[i] as string) || spelling.set(keys[i] as string, name));
    keys.forEach((a, i) => keys.slice(i + 1).forEach((b) => {
      const key = pairOf(a, b), before = pairs.get(key) ?? { together, says: new Map() };
      before.together = together;
      before.says.set(correction.who, { together, uid: correction.uid });
      pairs.set(key, before);
    }));
  }
  const group = new Map<string, Set<string>>();
  for (const [key, { together }] of pairs) {
    if (!together) continue;
    const [a, b] = key.split('\n') as [string, string];
    const whole = new Set([...(group.get(a) ?? [a]), ...(group.get(b) ?? [b])]);
    for (const name of whole) group.set(name, whole);
  }
  const spelt = (key: string): string => spelling.get(key) ?? key;
  const clashes: PersonLinks['clashes'] = [], apart: [string, string][] = [];
  for (const [key, { together, says }] of [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [a, b] = key.split('\n') as [string, string], words = [...says.values()];
    if (!together) apart.push([spelt(a), spelt(b)]);
    if (words.some((word) => word.together !== together) || (!together && group.get(a)?.has(b))) clashes.push({ names: [spelt(a), spelt(b)], uids: words.map(({ uid }) => uid) });
  }
  return { joined: [...new Set(group.values())].map((names) => [...names].sort().map(spelt)).sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1)), apart, clashes };
}

/** Reads the links from the corrections that count. */
export function personLinks(db: Db, tx: Writer): PersonLinks {
  const all = correctionsOfKind(db, tx, ['join-persons', 'separate-persons']).map(({ correction }) => correction);
  const off = undone(db, tx, all.map(({ uid }) => uid));
  return linkPersons(all.filter(({ uid }) => !off.has(uid)));
}

/** Brings the tables by which speakers are looked up up to date. */
export function settlePersons(db: Db, tx: Writer): void {
  const { joined, apart } = personLinks(db, tx);
  tx.run(db.deleteFrom('person_joined'));
  tx.run(db.deleteFrom('person_apart'));
  joined.forEach((names, person) => {
    for (const name of names) tx.run(db.insertInto('person_joined').values({ name_folded: fold(name), name, person }));
  });
  for (const [a, b] of apart) for (const [x, y] of [[a, b], [b, a]] as const) tx.run(db.insertInto('person_apart').values({ a_folded: fold(x), b_folded: fold(y) }));
}

/**
 * The condition that somebody of a name speaks: part of a name that the story's list of persons gives, or a name that is
 * joined with such a one; a name that is parted from the speaker's own does not count.
 * @param column the folded names, the speaker's own first, one a line
 * @param pattern of LIKE, escaped by a backslash
 */
export function speaks(column: Expression<unknown>, pattern: string): Expression<SqlBool> {
  const lines = sql`(char(10) || ${column} || char(10))`;
  const plain = sql<SqlBool>`${column} like ${pattern} escape '\\'`;
  const joined = sql<SqlBool>`exists (select 1 from person_joined a join person_joined b on b.person = a.person
    where a.name_folded like ${pattern} escape '\\' and instr(${lines}, char(10) || b.name_folded || char(10)) > 0)`;
  const own = sql<SqlBool>`(${column} = p.a_folded or substr(${column}, 1, length(p.a_folded) + 1) = p.a_folded || char(10))`;
  const parted = sql<SqlBool>`exists (select 1 from person_apart p where ${own} and p.b_folded like ${pattern} escape '\\'
    and replace(${lines}, char(10) || p.b_folded || char(10), char(10)) not like ${pattern} escape '\\')`;
  return sql<SqlBool>`((${plain} and not ${parted}) or ${joined})`;
}

/** A story's persons as corrected: those joined are one, and a name that is parted from a person's first stands alone. */
export function linkedPersons(persons: readonly PersonRecord[], { joined, apart }: Pick<PersonLinks, 'joined' | 'apart'>): PersonRecord[] {
  const parted = new Set(apart.map(([a, b]) => pairOf(fold(a), fold(b))));
  const split = persons.flatMap((person): PersonRecord[] => {
    const [first = '', ...rest] = person.names;
    const out = rest.filter((name) => parted.has(pairOf(fold(first), fold(name))));
    return out.length ? [{ ...person, names: person.names.filter((name) => !out.includes(name)) }, { names: out, country: person.country }] : [person];
  });
  const found: PersonRecord[] = [], of = new Map<number, PersonRecord>();
  for (const person of split) {
    const folded = new Set(person.names.map(fold)), k = joined.findIndex((names) => names.some((name) => folded.has(fold(name))));
    const before = of.get(k);
    if (k >= 0 && before) before.names = [...new Set([...before.names, ...person.names])];
    else {
      const own = { ...person, names: [...person.names] };
      found.push(own);
      if (k >= 0) of.set(k, own);
    }
  }
  return found;
}
