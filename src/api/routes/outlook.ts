/** What is likely next between two parties, where the command line has learnt from the record as it stands. */
import { z } from '@hono/zod-openapi';
import { count } from '../../ledger/facts.ts';
import { readRecord } from '../../ledger/record.ts';
import { ledgerVersion } from '../../ledger/version.ts';
import { Outlook } from '../../outlook/forecast.ts';
import { stillHolds } from '../../outlook/fitted.ts';
import { recordOf } from '../../outlook/record.ts';
import type { OutlookRecord } from '../../outlook/record.ts';
import { loadFitted, statePath } from '../../outlook/state.ts';
import { lackFor } from '../../outlook/support.ts';
import { Teller } from '../../outlook/tell.ts';
import { EVENT_TYPES } from '../../story/facts.ts';
import { inEnglish } from '../../story/remark.ts';
import type { Remark } from '../../story/remark.ts';
import { partyOf } from '../ask.ts';
import { endpoint } from '../endpoint.ts';
import type { Asking } from '../served.ts';
import { Party } from '../schemas/facts.ts';
import { Outlook as Answer } from '../schemas/views.ts';

const HORIZON = 7, ROWS = 6;
/** Events that are read at once in no time. */
const MANY = 500_000;

const nothing = (lack: Remark): Answer => ({ statement: inEnglish(lack), lack: { ...lack }, rows: [] });

export function addOutlook({ api, ledger, names, codes }: Asking): void {
  let kept: { version: string; record?: OutlookRecord; outlook?: Outlook; lack?: Remark } | undefined;
  /** The state of the record, made anew when the ledger has changed. */
  const state = async (): Promise<NonNullable<typeof kept>> => {
    const version = await ledgerVersion(ledger);
    if (kept?.version === version) return kept;
    const learnt = ledger.path === ':memory:' ? undefined : loadFitted(statePath(ledger.path), `all ${HORIZON}`);
    // A large record is not read only to say that nothing was learnt from it.
    if (!learnt && await count(ledger, 'event') > MANY) return (kept = { version, lack: { code: 'lack.learnt' } });
    const record = recordOf(await readRecord(ledger)), missing = lackFor(record, HORIZON), fitted = missing === undefined ? learnt : undefined;
    if (missing !== undefined) kept = { version, record, lack: missing };
    else if (!fitted || !stillHolds(fitted, record, HORIZON)) kept = { version, record, lack: { code: 'lack.learnt' } };
    else kept = { version, record, outlook: new Outlook(record, fitted) };
    return kept;
  };

  endpoint(api, {
    path: '/outlook/{a}/{b}', tag: 'Relations', summary: 'What is likely between two parties within a week, with reasons and how such forecasts came out', params: z.object({ a: Party, b: Party }), answer: Answer,
  }, async ({ params }) => {
    const known = await codes(), pair = [params.a, params.b].map((one) => partyOf(one, names, known)), { record, outlook, lack } = await state();
    if (!outlook || !record) return nothing(lack ?? { code: 'lack.acts' });
    const [a = -1, b = -1] = pair.map((code) => record.parties.indexOf(code));
    if (a < 0 || b < 0 || a === b || !outlook.haveDealt(a, b)) return nothing({ code: 'lack.dealings' });
    const teller = new Teller(record, HORIZON, names.name);
    return {
      after: teller.day(outlook.day), until: teller.day(outlook.day + HORIZON), acts: record.facts.size,
      rows: outlook.between(a, b, EVENT_TYPES.map((_, i) => i)).slice(0, ROWS).map((forecast) => {
        const explained = outlook.explain(forecast), { q, r, c } = forecast.act;
        return { source: record.parties[q] as string, type: record.types[r] as string, target: record.parties[c] as string, probability: forecast.probability, track: teller.track(explained), trackRemark: { ...teller.trackRemark(explained) }, reasons: teller.reasons(explained).slice(0, 3).map(({ kind, weight, text, remark, events }) => ({ kind, text, remark: { ...remark }, events: [...events], ...(weight !== undefined && { weight }) })) };
      }),
    };
  });
}
