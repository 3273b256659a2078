/** Outlets with the user's own word on each: a weight and a label. */
import { sql } from 'kysely';
import { problem, ProblemError } from '../story/errors.ts';
import type { Ledger } from './ledger.ts';

export interface OutletRow {
  name: string;
  stories: number;
  /** What a report of this outlet counts; 1 where nobody says. */
  weight: number;
  /** The user's own: state agency, tabloid, wire ... Empty where nobody says. */
  label: string;
}

/** All outlets of stories, and those that only have a word on them, by name. */
export async function outlets(ledger: Ledger): Promise<OutletRow[]> {
  const { rows } = await sql<{ name: string; stories: number; weight: number | null; label: string | null }>`
    with named as (select outlet as name, count(*) as stories from story where outlet is not null group by outlet)
    select named.name, named.stories, outlet.weight, outlet.label from named left join outlet on outlet.name = named.name
    union all select outlet.name, 0, outlet.weight, outlet.label from outlet where outlet.name not in (select name from named)
    order by 1`.execute(ledger.db);
  return rows.map(({ name, stories, weight, label }) => ({ name, stories: Number(stories), weight: weight ?? 1, label: label ?? '' }));
}

/** What is said of an outlet; what is left out stays as it is. */
export interface OutletWord {
  weight?: number;
  label?: string;
}

/** Says something of an outlet. Throws ProblemError where the weight is none (0 or more), or no story is from it. */
export function setOutlet(ledger: Ledger, name: string, { weight, label }: OutletWord, { who, at = new Date().toISOString() }: { who: string; at?: string }): void {
  if (weight !== undefined && !(Number.isFinite(weight) && weight >= 0)) throw new ProblemError(problem('bad-correction', {}, { what: `a weight is a number from 0 on, not ${weight}` }));
  ledger.write((tx) => {
    const { db } = ledger, before = tx.one(db.selectFrom('outlet').where('name', '=', name).selectAll());
    if (!before && !tx.one(db.selectFrom('story').where('outlet', '=', name).select('id').limit(1))) throw new ProblemError(problem('unknown-outlet', {}, { given: name }));
    const row = { weight: weight ?? before?.weight ?? 1, label: label ?? before?.label ?? '', who, at };
    tx.run(db.insertInto('outlet').values({ name, ...row }).onConflict((conflict) => conflict.column('name').doUpdateSet(row)));
  });
}

/** Weights of the outlets that have one of their own, for measures and counts of independent sources. */
export const outletWeights = (ledger: Ledger): Map<string, number> =>
  ledger.read((tx) => new Map(tx.all(ledger.db.selectFrom('outlet').select(['name', 'weight'])).map(({ name, weight }) => [name, weight])));
