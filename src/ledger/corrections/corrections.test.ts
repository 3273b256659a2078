import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, english, englishCoded, eventIn, russian, russianCoded, spanOf, turkish, turkishCoded } from '../../../test/stories.ts';
import type { CodedStory, EventFact } from '../../story/facts.ts';
import { contentHash } from '../../story/hash.ts';
import { Connection } from '../connection.ts';
import { claims, count, events, ties, trends } from '../facts.ts';
import type { Filter } from '../filter.ts';
import { Ledger } from '../ledger.ts';
import { peopleOf } from '../people.ts';
import { stories, story, summary } from '../stories.ts';
import { searchesFor } from './additions.ts';
import { correct } from './correct.ts';
import type { Ask, Done } from './correct.ts';
import { exportCorrections, importCorrections, readCorrection } from './exchange.ts';
import { conflicts, corrections, happeningLinks, unfitting } from './list.ts';

const PAGE = { limit: 100 };
const hash = contentHash(english);

function filled(): Ledger {
  const ledger = Ledger.open(':memory:');
  ledger.put(turkish, turkishCoded, '1');
  ledger.put(english, englishCoded, '1');
  ledger.put(russian, russianCoded, '1');
  return ledger;
}

const by = (who: string, at?: string) => ({ who, why: 'seen', ...(at && { at }) });
const ask = (ledger: Ledger, what: Ask, who = 'ayla', at?: string): Done => correct(ledger, what, by(who, at));
const said = async (ledger: Ledger, filter: Filter = {}): Promise<string[]> =>
  (await events(ledger, filter, PAGE)).rows.map(({ id, fact, review }) => `${id} ${fact.source} ${fact.type} ${fact.target}${review ? ` ${review.is}` : ''}`);
const AS_CODED = ['e3 TCD ACCUSE NOR', 'e4 NOR AID TCD', 'e2 NOR REQUEST TCD', 'e1 SYR CONSULT TUR'];

describe('what an analyst says', () => {
  it('confirms and rejects; every question sees it, and the facts as coded stay', async () => {
    const ledger = filled();
    expect(await said(ledger)).toEqual(['e4 NOR AID TCD', 'e3 TCD ACCUSE NOR', 'e2 NOR REQUEST TCD', 'e1 SYR CONSULT TUR']);
    expect(ask(ledger, { kind: 'confirm', fact: 'e1' }).facts).toEqual(['e1']);
    expect(ask(ledger, { kind: 'reject', fact: 'e4' }).facts).toEqual([]);
    expect(await said(ledger)).toEqual(['e3 TCD ACCUSE NOR', 'e2 NOR REQUEST TCD', 'e1 SYR CONSULT TUR confirmed']);
    expect(await count(ledger, 'event')).toBe(3);
    expect(await count(ledger, 'event', { pair: ['NOR', 'TCD'] })).toBe(2);
    expect((await stories(ledger, { langs: ['ru'] }, PAGE)).rows[0]?.facts).toBe(1);
    expect((await story(ledger, 'ru-1')).ids.events).toEqual(['e3']);
    expect((await summary(ledger)).types.map(({ type }) => type)).not.toContain('AID');
    expect((await said(ledger, { asCoded: true })).map((line) => line.split(' ').slice(0, 4).join(' ')).sort()).toEqual([...AS_CODED].sort());
  });

  it('changes any field, and the filters follow', async () => {
    const ledger = filled();
    const { facts } = ask(ledger, { kind: 'change', fact: 'e4', fields: { type: 'SANCTION', target: 'MLI', from: '2024-04-01', to: '2024-04-30', granularity: 'month', attributed_to: 'Idriss Koné', factuality: 'fact' } });
    expect(facts).toEqual(['e5']);
    const [row] = (await events(ledger, { types: ['SANCTION'], parties: ['MLI'] }, PAGE)).rows;
    expect(row).toMatchObject({ id: 'e5', review: { is: 'changed', of: 'e4' }, fact: { source: 'NOR', target: 'MLI', factuality: 'fact', confidence: 1 }, story: { id: 'ru-1' } });
    expect(await said(ledger, { speaker: 'kone' })).toEqual(['e5 NOR SANCTION MLI changed']);
    expect(await said(ledger, { from: '2024-04-02', to: '2024-04-03' })).toEqual(['e5 NOR SANCTION MLI changed']);
    expect(await said(ledger, { types: ['AID'] })).toEqual([]);
    expect(await said(ledger, { text: 'Норвегия', types: ['SANCTION'] })).toHaveLength(1);
    // A second change builds on the first, under either id; taking a field away; and back to what was coded.
    expect(ask(ledger, { kind: 'change', fact: 'e4', fields: { attributed_to: null } }).facts).toEqual(['e6']);
    expect((await events(ledger, { parties: ['MLI'] }, PAGE)).rows[0]?.fact).not.toHaveProperty('attributed_to');
    ask(ledger, { kind: 'change', fact: 'e6', fields: { type: 'AID', target: 'TCD', from: null, to: null, granularity: null, attributed_to: 'Чад', factuality: 'denied' } });
    expect(await said(ledger, { langs: ['ru'] })).toEqual(['e4 NOR AID TCD confirmed', 'e3 TCD ACCUSE NOR']);
  });

  it('changes claims, ties and trends', async () => {
    const ledger = filled();
    ask(ledger, { kind: 'change', fact: 'c1', fields: { kind: 'assessment', about: ['MLI'] } });
    expect((await claims(ledger, { parties: ['MLI'], types: ['assessment'] }, PAGE)).rows).toHaveLength(1);
    expect((await claims(ledger, { parties: ['NOR'] }, PAGE)).rows).toHaveLength(0);
    ask(ledger, { kind: 'change', fact: 't2', fields: { kind: 'basing' } });
    expect((await ties(ledger, {}, PAGE)).rows.map(({ fact }) => fact.kind).sort()).toEqual(['basing', 'membership']);
    ask(ledger, { kind: 'reject', fact: 'r1' });
    expect(await count(ledger, 'trend')).toBe(0);
    expect((await trends(ledger, { asCoded: true }, PAGE)).rows).toHaveLength(1);
  });

  it('adds a fact with its sentence', async () => {
    const ledger = filled(), sentence = 'Yağmur bekleniyor.';
    const fields = { type: 'CONSULT', source: 'TUR', target: 'IRN', evidence: sentence };
    expect(ask(ledger, { kind: 'add', story: contentHash(turkish), fact: 'event', fields }).facts).toEqual(['e5']);
    const [row] = (await events(ledger, { parties: ['IRN'], text: 'yagmur' }, PAGE)).rows;
    expect(row).toMatchObject({ id: 'e5', review: { is: 'added' }, fact: { evidence: sentence, offsets: { sentence: spanOf(turkish.text, sentence) }, factuality: 'fact' } });
    expect(await said(ledger, { asCoded: true, parties: ['IRN'] })).toEqual([]);
    expect(ask(ledger, { kind: 'change', fact: 'e5', fields: { target: 'IRQ' } }).facts).toEqual(['e6']);
    expect(await said(ledger, { parties: ['IRN', 'IRQ'] })).toEqual(['e6 TUR CONSULT IRQ changed']);
    expect(() => ask(ledger, { kind: 'add', story: contentHash(turkish), fact: 'event', fields: { ...fields, evidence: 'Not there.' } })).toThrow(/letter for letter/);
    expect(() => ask(ledger, { kind: 'add', story: contentHash(turkish), fact: 'event', fields: { evidence: sentence, type: 'CONSULT', source: 'TUR' } })).toThrow(/"target" is missing/);
  });

  it('is undone and redone, and nothing is lost', async () => {
    const ledger = filled(), before = await said(ledger);
    ask(ledger, { kind: 'reject', fact: 'e1' });
    ask(ledger, { kind: 'change', fact: 'e2', fields: { type: 'THREATEN' } });
    ask(ledger, { kind: 'add', story: hash, fact: 'tie', fields: { a: 'GBR', b: 'TCD', domain: 'political', kind: 'dispute', evidence: englishCoded.claims[0]!.evidence } });
    const after = await said(ledger);
    expect(['k1', 'k2', 'k3'].map((correction) => ask(ledger, { kind: 'undo', correction }).facts)).toEqual([['e1'], ['e2'], []]);
    expect(await said(ledger)).toEqual(before);
    expect(await count(ledger, 'tie')).toBe(2);
    expect(() => ask(ledger, { kind: 'undo', correction: 'k1' })).toThrow(/undone already/);
    expect(() => ask(ledger, { kind: 'undo', correction: 'k4' })).toThrow(/itself an undo/);
    for (const correction of ['k1', 'k2', 'k3']) ask(ledger, { kind: 'redo', correction });
    expect(await said(ledger)).toEqual(after);
    expect(await count(ledger, 'tie')).toBe(3);
    expect(corrections(ledger).map(({ id, active, correction: { who, kind } }) => [id, active, who, kind])).toEqual([
      ['k1', true, 'ayla', 'reject'], ['k2', true, 'ayla', 'change'], ['k3', true, 'ayla', 'add'], ...['k4', 'k5', 'k6'].map((id) => [id, true, 'ayla', 'undo']), ...['k7', 'k8', 'k9'].map((id) => [id, true, 'ayla', 'redo']),
    ]);
  });

  it('refuses what makes no fact, and keeps nothing of it', async () => {
    const ledger = filled();
    for (const [what, message] of [
      [{ kind: 'confirm', fact: 'e99' }, /no fact/], [{ kind: 'confirm', fact: 'x1' }, /no fact/], [{ kind: 'change', fact: 'e1', fields: {} }, /nothing/],
      [{ kind: 'change', fact: 'e1', fields: { type: 'DANCE' } }, /"type" must be one of/], [{ kind: 'change', fact: 'e1', fields: { colour: 'red' } }, /no field "colour"/],
      [{ kind: 'change', fact: 'e1', fields: { from: '2024-13-01' } }, /a day/], [{ kind: 'change', fact: 'e1', fields: { from: '2024-02-01', to: '2024-01-01' } }, /before it begins/],
      [{ kind: 'change', fact: 'e1', fields: { source: null } }, /party's code/], [{ kind: 'merge', events: ['e1'] }, /two events/], [{ kind: 'merge', events: ['e1', 'c1'] }, /no event/],
      [{ kind: 'undo', correction: 'k1' }, /no correction/], [{ kind: 'join-persons', names: ['A'] }, /two names/],
    ] as [Ask, RegExp][]) expect(() => ask(ledger, what), JSON.stringify(what)).toThrow(message);
    expect(corrections(ledger)).toEqual([]);
  });

  it('is append-only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-kept-')), path = join(folder, 'kept.db');
    const ledger = Ledger.open(path, { create: true });
    ledger.put(english, englishCoded, '1');
    ask(ledger, { kind: 'reject', fact: 'e1' });
    ledger.close();
    const raw = new Connection(path);
    for (const sql of ['UPDATE correction SET why = \'x\'', 'DELETE FROM correction', 'DELETE FROM correction_story']) expect(() => raw.query(sql)).toThrow(/append-only/);
    raw.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('persons', () => {
  it('joined are found under either name; separated no longer under the other\'s', async () => {
    const ledger = filled();
    ask(ledger, { kind: 'join-persons', names: ['Orban Keleş', 'Ana Rowe'] });
    expect(await said(ledger, { speaker: 'rowe' })).toEqual(['e1 SYR CONSULT TUR']);
    expect((await claims(ledger, { speaker: 'keles' }, PAGE)).rows).toHaveLength(1);
    const russianRowe: CodedStory = { ...bare(russian), persons: [{ names: ['Ана Роу'], country: 'GBR' }] };
    ledger.put({ ...russian, text: `${russian.text} Роу.` }, russianRowe, '1');
    expect((await peopleOf(ledger, 'GBR', 9)).map(({ name, stories: n }) => [name, n])).toEqual([['Ana Rowe', 1], ['Ана Роу', 1]]);
    ask(ledger, { kind: 'join-persons', names: ['Ана Роу', 'Ana Rowe'] });
    expect((await peopleOf(ledger, 'GBR', 9)).map(({ name, stories: n }) => [name, n])).toEqual([['Ana Rowe', 2]]);
    ask(ledger, { kind: 'undo', correction: 'k1' });
    expect(await said(ledger, { speaker: 'rowe' })).toEqual([]);
    expect((await claims(ledger, { speaker: 'rowe' }, PAGE)).rows).toHaveLength(1);

    const two: CodedStory = { ...englishCoded, persons: [{ names: ['Ana Rowe', 'Anna Stone'], country: 'GBR' }] };
    ledger.put({ ...english, text: `${english.text} More.` }, two, '1');
    expect((await claims(ledger, { speaker: 'stone' }, PAGE)).rows).toHaveLength(1);
    ask(ledger, { kind: 'separate-persons', names: ['Anna Stone', 'Ana Rowe'] });
    expect((await claims(ledger, { speaker: 'stone' }, PAGE)).rows).toHaveLength(0);
    expect((await claims(ledger, { speaker: 'ana' }, PAGE)).rows).toHaveLength(2);
    const again = (await stories(ledger, { text: 'more' }, PAGE)).rows[0]!.hash;
    expect((await story(ledger, again)).coded.persons).toEqual([{ names: ['Ana Rowe'], country: 'GBR' }, { names: ['Anna Stone'], country: 'GBR' }]);
  });
});

describe('re-coding', () => {
  const [call] = englishCoded.events as [EventFact];
  const at = (part: string) => spanOf(english.text, part);
  const words = { sentence: call.offsets.sentence, type: at('urged'), source: at('Norway'), target: at('Chad') };
  const first: CodedStory = { ...englishCoded, events: [{ ...call, offsets: words }] };
  const read = (coded: CodedStory): Ledger => {
    const ledger = Ledger.open(':memory:');
    ledger.put(english, coded, '1');
    return ledger;
  };

  it('carries corrections over to the fact that says the same, or that the same words tell', async () => {
    const ledger = read(first);
    ask(ledger, { kind: 'change', fact: 'e1', fields: { target_person: 'Mahamat Déby' } });
    ask(ledger, { kind: 'reject', fact: 't2' });
    ledger.put(english, { ...first, events: [{ ...call, offsets: words, type: 'ACCUSE', confidence: 0.5 }, { ...call, type: 'AID' }] }, '2', { recode: true });
    expect(corrections(ledger).map(({ facts }) => facts.map(({ fit }) => fit))).toEqual([['words'], ['same']]);
    expect((await events(ledger, { types: ['ACCUSE'] }, PAGE)).rows.map(({ fact }) => fact.target_person)).toEqual(['Mahamat Déby']);
    expect((await ties(ledger, {}, PAGE)).rows.map(({ fact }) => fact.kind)).toEqual(['membership']);
    expect(unfitting(corrections(ledger))).toEqual([]);
  });

  it('keeps what was confirmed, changed or added where the newer coder has no such fact, drops rejections, and lists both', async () => {
    const ledger = read(first);
    ask(ledger, { kind: 'confirm', fact: 'c1' });
    ask(ledger, { kind: 'change', fact: 'e1', fields: { type: 'THREATEN' } });
    ask(ledger, { kind: 'reject', fact: 't1' });
    ask(ledger, { kind: 'add', story: hash, fact: 'event', fields: { type: 'AID', source: 'FRA', target: 'TCD', evidence: englishCoded.ties[0]!.evidence } });
    ledger.put(english, bare(english), '2', { recode: true });
    expect((await said(ledger)).map((line) => line.replace(/^e\d+ /, ''))).toEqual(['FRA AID TCD added', 'NOR THREATEN TCD changed']);
    expect((await claims(ledger, {}, PAGE)).rows).toHaveLength(1);
    expect(unfitting(corrections(ledger)).map(({ id, facts }) => [id, facts[0]?.fit])).toEqual([['k1', 'kept'], ['k2', 'kept'], ['k3', 'none']]);
    // A third coder finds the added fact by itself: one fact, not two. The first coder taken back: all as it was.
    const found = eventIn(english, englishCoded.ties[0]!.evidence, { type: 'AID', source: 'FRA', target: 'TCD', factuality: 'possible' });
    ledger.put(english, { ...bare(english), events: [found] }, '3', { recode: true });
    expect((await events(ledger, { types: ['AID'] }, PAGE)).rows.map(({ fact }) => fact.factuality)).toEqual(['fact']);
    ledger.put(english, first, '1', { recode: true });
    expect(unfitting(corrections(ledger))).toEqual([]);
    expect(await count(ledger, 'tie')).toBe(1);
    expect((await said(ledger)).map((line) => line.replace(/^e\d+ /, ''))).toEqual(['FRA AID TCD added', 'NOR THREATEN TCD changed']);
  });
});

describe('happenings', () => {
  it('are told which events belong together and which do not, by the last word', () => {
    const ledger = filled(), links = () => ledger.read((tx) => happeningLinks(ledger.db, tx));
    ask(ledger, { kind: 'merge', events: ['e2', 'e4', 'e3'] });
    expect(links()).toEqual({ must: [[2, 4], [3, 4]], cannot: [] });
    ask(ledger, { kind: 'split', events: ['e3'], from: ['e4', 'e2'] });
    expect(links()).toEqual({ must: [[2, 4]], cannot: [[3, 4], [2, 3]] });
    ask(ledger, { kind: 'change', fact: 'e3', fields: { type: 'REJECT' } });
    expect(links()).toEqual({ must: [[2, 4]], cannot: [[4, 5], [2, 5]] });
    ask(ledger, { kind: 'undo', correction: 'k2' });
    expect(links()).toEqual({ must: [[2, 4], [4, 5]], cannot: [] });
    ask(ledger, { kind: 'reject', fact: 'e4' });
    expect(links()).toEqual({ must: [], cannot: [] });
  });
});

describe('two desks', () => {
  it('share corrections as lines, whatever the order, before the story too; a line that was altered is refused', async () => {
    const one = filled();
    ask(one, { kind: 'reject', fact: 'e4' });
    ask(one, { kind: 'change', fact: 'e1', fields: { place: 'Şam' } });
    ask(one, { kind: 'undo', correction: 'k1' });
    ask(one, { kind: 'add-name', code: 'TUR', lang: 'en', name: 'Anatolia', as: 'name' });
    const lines = exportCorrections(one).map((correction) => JSON.stringify(correction));
    const other = Ledger.open(':memory:');
    expect(importCorrections(other, [...lines].reverse().map(readCorrection))).toMatchObject({ known: 0, added: expect.objectContaining({ length: 4 }) as unknown });
    expect(importCorrections(other, lines.map(readCorrection))).toMatchObject({ known: 4, added: [] });
    expect(unfitting(corrections(other)).map(({ correction: { kind } }) => kind)).toEqual(['change']);
    for (const [told, coded] of [[turkish, turkishCoded], [english, englishCoded], [russian, russianCoded]] as const) other.put(told, coded, '1');
    const facts = async (ledger: Ledger): Promise<string[]> => (await said(ledger)).map((line) => line.replace(/^e\d+ /, ''));
    expect(await facts(other)).toEqual(await facts(one));
    expect(exportCorrections(other)).toEqual(exportCorrections(one));
    expect(() => readCorrection((lines[0] as string).replace('ayla', 'mehmet'))).toThrow(/altered/);
    expect(() => readCorrection('{')).toThrow(/broken JSON/);
    expect(() => readCorrection('{"kind":"dance"}')).toThrow(/"kind"/);
  });

  it('see where they differ, while the later word stands', async () => {
    const one = filled(), other = filled();
    ask(one, { kind: 'confirm', fact: 'e1' }, 'ayla', '2026-01-01T10:00:00.000Z');
    ask(one, { kind: 'change', fact: 'e2', fields: { type: 'THREATEN' } }, 'ayla', '2026-01-01T10:01:00.000Z');
    ask(other, { kind: 'reject', fact: 'e1' }, 'boris', '2026-01-02T10:00:00.000Z');
    ask(other, { kind: 'change', fact: 'e2', fields: { type: 'REJECT', mode: null } }, 'boris', '2026-01-02T10:01:00.000Z');
    expect(conflicts(one)).toEqual([]);
    importCorrections(one, exportCorrections(other));
    expect(conflicts(one).map(({ about, field, corrections: of }) => [about, field, of.map(({ correction: { who } }) => who)])).toEqual([['e1', 'verdict', ['ayla', 'boris']], ['e2', 'type', ['ayla', 'boris']]]);
    const [row] = (await events(one, { types: ['REJECT'] }, PAGE)).rows;
    expect(row?.review).toEqual({ is: 'changed', of: 'e2', conflict: true });
    expect(await said(one, { parties: ['TUR'] })).toEqual([]);
    ask(one, { kind: 'change', fact: 'e2', fields: { type: 'REJECT' } }, 'ayla');
    ask(one, { kind: 'undo', correction: 'k3' }, 'ayla');
    expect(conflicts(one)).toEqual([]);
  });

  it('end with the same facts, whoever hears what first', async () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constantFrom('confirm' as const, 'reject' as const), fact: fc.constantFrom('e1', 'e2', 'e3', 'e4', 'c1', 't1', 'r1') }),
      fc.record({ kind: fc.constant('change' as const), fact: fc.constantFrom('e1', 'e2', 'e4'), fields: fc.constantFrom({ type: 'AID' }, { source: 'MLI' }, { place: 'Oslo' }, { from: '2024-01-01', to: '2024-01-02' }) }),
      fc.record({ kind: fc.constant('add' as const), story: fc.constant(hash), fact: fc.constant('trend' as const), fields: fc.constantFrom(...['AA', 'BB'].map((a) => ({ a, b: 'TCD', direction: 'worsening', evidence: englishCoded.claims[0]!.evidence }))) }),
      fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), n: fc.nat(6) }),
    );
    const all = async (ledger: Ledger): Promise<string[]> => {
      const rows = [...(await events(ledger, {}, PAGE)).rows, ...(await claims(ledger, {}, PAGE)).rows, ...(await ties(ledger, {}, PAGE)).rows, ...(await trends(ledger, {}, PAGE)).rows];
      return rows.map(({ fact, story: of, review }) => JSON.stringify([of?.hash, fact, review?.is, review?.conflict])).sort();
    };
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(act, fc.constantFrom('ayla', 'boris')), { maxLength: 12 }), fc.infiniteStream(fc.nat(1000)), async (acts, order) => {
      const one = filled();
      let n = 0;
      for (const [what, who] of acts) {
        try {
          ask(one, 'n' in what ? { kind: what.kind, correction: `k${what.n + 1}` } : what as Ask, who, `2026-01-01T00:00:${String(n++).padStart(2, '0')}.000Z`);
        } catch (error) {
          expect((error as { problem?: unknown }).problem).toBeDefined();
        }
      }
      const told = exportCorrections(one), other = filled();
      const shuffled = told.map((correction) => [order.next().value as number, correction] as const).sort(([a], [b]) => a - b).map(([, correction]) => correction);
      for (const correction of shuffled) importCorrections(other, [correction]);
      expect(await all(other)).toEqual(await all(one));
      expect(await count(other, 'event')).toBe(await count(one, 'event'));
    }), { numRuns: 40, seed: 11 });
  });
});

describe('what an addition to the gazetteer bears upon', () => {
  const stamp = { uid: 'u', at: '2025-01-01T00:00:00.000Z', who: 'ayla', why: '' };

  it('is found by every form of a name, and by the names that the gazetteer has for the holder of an office', () => {
    expect(searchesFor([{ ...stamp, kind: 'add-name', code: 'BLR', lang: 'ru', name: 'Зубровия', as: 'name' }])).toEqual(['Зубров']);
    const office = { ...stamp, kind: 'add-office' as const, names: { en: ['Xi Jinping'] }, country: 'CHN', role: 'chairman' };
    expect(searchesFor([office])).toEqual(expect.arrayContaining(['Jinping', 'Цзиньп']));
    expect(searchesFor([{ ...office, country: 'NOR' }])).not.toContain('Цзиньп');
  });
});
