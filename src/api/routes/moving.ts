/** The relations that changed last, among those with the most to tell. */
import { z } from '@hono/zod-openapi';
import { movedLast } from '../../answers/moving.ts';
import { endpoint } from '../endpoint.ts';
import type { Asking } from '../served.ts';
import { Moving } from '../schemas/views.ts';

export function addMoving({ api, ledger }: Asking): void {
  endpoint(api, { path: '/moving', tag: 'Relations', summary: 'The relations that thawed or chilled last, among those with the most to tell', answer: z.object({ rows: z.array(Moving) }) }, async () => ({
    rows: (await movedLast(ledger)).map(({ pair: [a, b], change: { kind, date, before, after, strength }, because }): Moving => ({ a, b, kind, date, before: before.level, after: after.level, strength, because: because as unknown as Moving['because'] })),
  }));
}
