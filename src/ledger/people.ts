/** Questions about the people that stories name. */
import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import { fold, matchExpression } from './fold.ts';
import type { Ledger } from './ledger.ts';

export interface PersonLine {
  /** The fullest name, as the newest story gives it. */
  name: string;
  country: string;
  role?: string;
  /** How many stories name them so. */
  stories: number;
}

/** Only so many of the newest mentions are looked at, so that a common name costs no more than a rare one. */
const LOOKED_AT = 2000;

/** One line for the lines of names that an analyst joined, under the name met most often. */
async function joined(ledger: Ledger, lines: readonly PersonLine[]): Promise<PersonLine[]> {
  const rows = lines.length ? await ledger.db.selectFrom('person_joined').select(['name_folded', 'person']).where('name_folded', 'in', [...new Set(lines.map(({ name }) => fold(name)))]).execute() : [];
  const persons = new Map(rows.map(({ name_folded, person }) => [name_folded, person])), first = new Map<string, PersonLine>(), found: PersonLine[] = [];
  for (const line of lines) {
    const person = persons.get(fold(line.name)), key = `${person} ${line.country}`, before = person === undefined ? undefined : first.get(key);
    if (before) {
      before.stories += line.stories;
      continue;
    }
    const own = { ...line };
    found.push(own);
    if (person !== undefined) first.set(key, own);
  }
  return found.sort((a, b) => b.stories - a.stories || (a.name < b.name ? -1 : 1));
}

/** People whose names hold words that begin so, those named most often first. */
export async function findPeople(ledger: Ledger, typed: string, limit: number): Promise<PersonLine[]> {
  const match = matchExpression(typed);
  if (!match) return [];
  const rows = await ledger.db.selectFrom('person').innerJoin('story_head', 'story_head.coding_id', 'person.coding_id')
    .where(sql<SqlBool>`person.id in (select rowid from person_words where person_words match ${match} order by rowid desc limit ${LOOKED_AT})`)
    .select(['person.name', 'person.country', sql<string | null>`max(person.role)`.as('role'), sql<number>`count(*)`.as('n')])
    .groupBy(['person.name', 'person.country']).orderBy('n', 'desc').orderBy('person.name').limit(limit).execute();
  return joined(ledger, rows.map(({ name, country, role, n }) => ({ name, country, ...(role && { role }), stories: Number(n) })));
}

/** The people that act for a party in the stories read, those named most often first. */
export async function peopleOf(ledger: Ledger, party: string, limit: number): Promise<PersonLine[]> {
  const rows = await ledger.db.selectFrom('person').innerJoin('story_head', 'story_head.coding_id', 'person.coding_id')
    .where('person.country', '=', party)
    .select(['person.name', 'person.country', sql<string | null>`max(person.role)`.as('role'), sql<number>`count(*)`.as('n')])
    .groupBy(['person.name', 'person.country']).orderBy('n', 'desc').orderBy('person.name').limit(limit).execute();
  return joined(ledger, rows.map(({ name, country, role, n }) => ({ name, country, ...(role && { role }), stories: Number(n) })));
}
