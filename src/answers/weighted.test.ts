/** Outlets' weights in the answers of measures. */
import { describe, expect, it } from 'vitest';
import { bare, eventIn } from '../../test/stories.ts';
import { updateHappenings } from '../ledger/happenings/update.ts';
import { happening } from '../ledger/happenings/view.ts';
import { Ledger } from '../ledger/ledger.ts';
import { setOutlet } from '../ledger/outlets.ts';
import { network } from '../ledger/record.ts';
import type { EventFact } from '../story/facts.ts';
import { betweenThem, claimsAbout, precedentOf, relation, roomOfParty } from './answer.ts';
import { parametersOf, QUESTIONS } from './questions.ts';

const outlets = ['Harbour Wire', 'The Ferry Post', 'Daily Shout'] as const;
const AID = ['Norway has shipped grain worth ten million kroner to Chad.', 'A field hospital was handed over to the Chadian army by Norwegian officers.', 'Oslo paid the debts of the railway of Chad.'];
const SANCTION = ['Norway expelled two diplomats of Chad on Monday over a bribe.', 'Two Chadian diplomats were told by Norway to leave within a week.', 'Norway on Monday declared two diplomats of Chad unwelcome.'];
/** Each outlet tells of an act of its own, and all of one more, and makes a claim. */
function told(): Ledger {
  const ledger = Ledger.open(':memory:');
  outlets.forEach((outlet, i) => {
    const own = AID[i] as string, all = SANCTION[i] as string, claim = `Relations are going well, says ${outlet}.`, text = `${own} ${all} ${claim}`;
    const story = { id: `s${i}`, lang: 'en', date: '2024-05-13', outlet, text } as const, day = { from: `2024-0${i + 1}-05`, to: `2024-0${i + 1}-05`, granularity: 'day' } as const;
    const fact = (evidence: string, type: EventFact['type'], fields: Partial<EventFact>): EventFact => eventIn(story, evidence, { type, source: 'NOR', target: 'TCD', ...fields });
    ledger.put(story, {
      ...bare(story), events: [fact(own, 'AID', day), fact(all, 'SANCTION', { from: '2024-05-13', to: '2024-05-13', granularity: 'day' })],
      claims: [{ speaker: outlet, kind: 'assessment', about: ['NOR', 'TCD'], evidence: claim, offsets: { sentence: { start: text.indexOf(claim), end: text.length } }, confidence: 0.9 }],
    }, '1');
  });
  updateHappenings(ledger);
  setOutlet(ledger, 'Harbour Wire', { weight: 0.5 }, { who: 'ayla' });
  setOutlet(ledger, 'Daily Shout', { weight: 0 }, { who: 'ayla' });
  return ledger;
}

describe('outlets\' weights', () => {
  it('are offered by every question', () => {
    for (const question of QUESTIONS) expect([question.name, parametersOf(question).filter(({ name }) => name === 'weighted')]).toEqual([question.name, [expect.objectContaining({ choices: ['no', 'yes'], default: 'no' })]]);
  });

  it('count where that is asked for: one of 0 is left out, an act weighs as its weightiest report', async () => {
    const ledger = told(), ask = (weighted: string) => ({ filter: { from: '2024-01-01' }, parameters: { weighted, enough: 1 }, blocs: new Map() });
    const tone = async (weighted: string) => (await relation(ledger, ['NOR', 'TCD'], ask(weighted))).tone?.total;
    const [plain, weighed] = [await tone('no'), await tone('yes')];
    expect([plain?.happenings, weighed?.happenings]).toEqual([4, 3]);
    expect(weighed?.cooperation).toBeCloseTo((plain?.cooperation as number) / 2);
    expect(weighed?.conflict).toBeCloseTo(plain?.conflict as number);
    const dyads = async (weighted: boolean): Promise<number[]> => (await network(ledger, { weighted })).map(({ total }) => total);
    expect([await dyads(false), await dyads(true)]).toEqual([[4], [2.5]]);
    const rounds = async (weighted: string) => (await precedentOf(ledger, ['NOR', 'TCD'], { ...ask(weighted), filter: { from: '2024-01-01', types: ['AID'] } })).precedent?.rounds.flatMap(({ because }) => because).length;
    expect([await rounds('no'), await rounds('yes')]).toEqual([3, 2]);
    const speakers = async (weighted: string) => (await claimsAbout(ledger, ['NOR', 'TCD'], ask(weighted))).readings?.speakers.map(({ speaker }) => speaker).sort();
    expect([await speakers('no'), await speakers('yes')]).toEqual([[...outlets].sort(), ['Harbour Wire', 'The Ferry Post']]);
    for (const answer of [roomOfParty(ledger, 'NOR', ask('yes')), betweenThem(ledger, ['NOR', 'TCD'], ask('yes'))]) expect(await answer).toHaveProperty('parties');
    ledger.close();
  });

  it('make out how much a happening\'s sources weigh', async () => {
    const ledger = told(), [shared] = ledger.read((tx) => tx.sql('SELECT id FROM happening WHERE stories = 3').rows);
    expect(await happening(ledger, `h${String(shared?.['id'])}`)).toMatchObject({ weight: 1.5, sources: [{ weight: expect.any(Number) as number }, {}, {}] });
    ledger.close();
  });
});
