/** The relations that changed last, among those with the most to tell. */
import { z } from '@hono/zod-openapi';
import { relation } from '../../answers/answer.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { contacts } from '../../ledger/contacts.ts';
import { newestDay } from '../../ledger/tallies.ts';
import { endpoint } from '../endpoint.ts';
import type { Asking } from '../served.ts';
import { Moving } from '../schemas/views.ts';
import { blocsOf } from './measures.ts';

/** So many relations are looked at, and so many changes told. */
const LOOKED_AT = 12, TOLD = 6;
/** Relations are picked by what happened in the last years of the record. */
const YEARS = 3;

async function moving(ledger: Ledger): Promise<Moving[]> {
  const day = await newestDay(ledger);
  if (!day) return [];
  const from = `${Number(day.slice(0, 4)) - YEARS}${day.slice(4, 8)}01`, pairs = (await contacts(ledger, { from, factualities: ['fact'] })).filter(({ a, b }) => a !== 'UNKNOWN' && b !== 'UNKNOWN').slice(0, LOOKED_AT);
  const found: Moving[] = [];
  for (const { a, b } of pairs) {
    // other questions have their turn in between
    await new Promise((resolve) => setImmediate(resolve));
    const { thaw, because } = await relation(ledger, [a, b], { filter: {}, parameters: {}, blocs: blocsOf(undefined) });
    const last = thaw && [...thaw.tone.changes, ...thaw.hostility.changes].filter(({ strength, kind }) => strength !== 'weak' && (kind === 'thaw' || kind === 'chill')).sort((x, y) => (x.date < y.date ? 1 : -1))[0];
    if (last) found.push({ a, b, kind: last.kind as Moving['kind'], date: last.date, before: last.before.level, after: last.after.level, strength: last.strength, because: last.because.flatMap((one) => because[one]?.slice(0, 1) ?? []).slice(0, 1) as unknown as Moving['because'] });
  }
  return found.sort((x, y) => (x.date < y.date ? 1 : -1)).slice(0, TOLD);
}

export function addMoving({ api, ledger }: Asking): void {
  endpoint(api, { path: '/moving', tag: 'Relations', summary: 'The relations that thawed or chilled last, among those with the most to tell', answer: z.object({ rows: z.array(Moving) }) }, async () => ({ rows: await moving(ledger) }));
}
