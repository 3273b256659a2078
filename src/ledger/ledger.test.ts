import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { bare, english, englishCoded, russian, russianCoded, turkish, turkishCoded } from '../../test/stories.ts';
import { CLAIM_KINDS, DIRECTIONS, EVENT_TYPES, FACTUALITIES, GRANULARITIES, MODES, TIE_DOMAINS, TIE_KINDS } from '../story/facts.ts';
import type { CodedStory } from '../story/facts.ts';
import { contentHash } from '../story/hash.ts';
import type { Story } from '../story/story.ts';
import { Connection } from './connection.ts';
import { claims, count, events, ties, trends } from './facts.ts';
import type { Filter } from './filter.ts';
import { Ledger } from './ledger.ts';
import { span } from './rows.ts';
import { stories, story, summary } from './stories.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filled(): Ledger {
  const ledger = Ledger.open(':memory:');
  ledger.put(turkish, turkishCoded, '1');
  ledger.put(english, englishCoded, '1');
  ledger.put(russian, russianCoded, '1');
  return ledger;
}

const PAGE = { limit: 100 };
const said = async (filter: Filter): Promise<string[]> => (await events(filled(), filter, PAGE)).rows.map(({ fact }) => `${fact.source} ${fact.type} ${fact.target}`);

describe('writing', () => {
  it('gives a story back as it was coded', async () => {
    const ledger = filled();
    for (const [given, coded] of [[turkish, turkishCoded], [english, englishCoded], [russian, russianCoded]] as const) {
      const back = await story(ledger, given.id);
      expect(back.coded).toEqual(coded);
      expect(back.story).toEqual(given);
      expect((await story(ledger, back.hash.slice(0, 8))).hash).toBe(contentHash(given));
    }
  });

  it('changes nothing when a story comes again, under another id too', async () => {
    const ledger = filled();
    expect(ledger.put(turkish, turkishCoded, '1')).toBe('known');
    expect(ledger.put({ ...turkish, id: 'other', url: 'https://example.org/?utm=1' }, turkishCoded, '2')).toBe('known');
    expect(await count(ledger, 'event')).toBe(4);
    expect((await summary(ledger)).stories).toEqual({ en: 1, ru: 1, tr: 1 });
  });

  it('adds the facts of a newer coder beside the old, and shows the newer', async () => {
    const ledger = filled();
    const newer: CodedStory = { ...turkishCoded, events: [], trends: [] };
    expect(ledger.put(turkish, newer, '2', { recode: true })).toBe('recoded');
    expect(ledger.put(turkish, newer, '2', { recode: true })).toBe('known');
    expect(ledger.coderOf(contentHash(turkish))).toBe('2');
    expect(await count(ledger, 'trend')).toBe(0);
    expect(await said({ langs: ['tr'] })).toHaveLength(1);
    expect((await story(ledger, 'tr-1')).coded).toEqual(newer);
    // Back to the first: its facts are there still, once.
    expect(ledger.put(turkish, turkishCoded, '1', { recode: true })).toBe('recoded');
    expect((await story(ledger, 'tr-1')).coded).toEqual(turkishCoded);
  });

  it('refuses a fact whose evidence is not what the text says, and keeps nothing of its story', async () => {
    const ledger = filled();
    const wrong = { ...bare({ ...english, id: 'x' }), events: [{ ...englishCoded.events[0]!, evidence: 'Something else.' }] };
    expect(() => ledger.put({ ...english, text: `${english.text} More.` }, wrong, '1')).toThrow(/evidence/);
    expect((await stories(ledger, {}, PAGE)).rows).toHaveLength(3);
  });

  it('is append-only: no story and no fact can be changed or erased', () => {
    const path = join(folder, 'kept.db');
    const ledger = Ledger.open(path, { create: true });
    ledger.put(turkish, turkishCoded, '1');
    ledger.put(english, englishCoded, '1');
    ledger.close();
    const raw = new Connection(path);
    for (const [table, column] of [['story', 'text'], ['coding', 'coder'], ['sentence', 'text'], ['person', 'name'], ['event', 'type'], ['claim', 'kind'],
      ['claim_about', 'party'], ['tie', 'kind'], ['trend', 'direction']]) {
      expect(raw.query(`SELECT count(*) AS n FROM ${table}`).rows[0]?.['n'], table).not.toBe(0);
      expect(() => raw.query(`UPDATE ${table} SET ${column} = 'x'`), table).toThrow(/append-only/);
      expect(() => raw.query(`DELETE FROM ${table}`), table).toThrow(/append-only/);
    }
    raw.close();
  });

  it('keeps any story and any facts to the letter', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'İ', 'ı', 'ё', 'é', '😀', '\u202e', '\u0007', '"', '\'', '|', '%', '\n', ' '), minLength: 1, maxLength: 12 });
    const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    const code = fc.constantFrom('TUR', 'RUS', 'USA', 'EU', 'UNKNOWN');
    const confidence = fc.double({ min: 0, max: 1, noNaN: true });
    const day = fc.constantFrom('2020-02-29', '2021-12-31');
    const event = fc.record({
      type: fc.constantFrom(...EVENT_TYPES), source: code, target: code, factuality: fc.constantFrom(...FACTUALITIES), confidence, source_person: maybe(word), target_person: maybe(word),
      mutual: maybe(fc.constant(true)), from: maybe(day), to: maybe(day), granularity: maybe(fc.constantFrom(...GRANULARITIES)), attributed_to: maybe(word), chain: maybe(fc.array(word)),
      mode: maybe(fc.constantFrom(...MODES)), recurring: maybe(fc.constant(true)), precedent: maybe(fc.record({ kind: fc.constant('nth' as const), n: fc.nat() })),
      condition: maybe(word), place: maybe(word), quotes: maybe(fc.array(word)), numbers: maybe(fc.array(word)),
    });
    const other = fc.record({ a: code, b: code, word, kind: fc.constantFrom(...CLAIM_KINDS), domain: fc.constantFrom(...TIE_DOMAINS), tie: fc.constantFrom(...TIE_KINDS), direction: fc.constantFrom(...DIRECTIONS), confidence });
    const ledger = Ledger.open(':memory:');
    let n = 0;
    await fc.assert(fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(event, { maxLength: 4 }), fc.array(other, { maxLength: 3 }), async (words, given, others) => {
      const evidence = words.join('. '), before = '😀 ', text = `${before}${evidence} ${n}`;
      const at = { evidence, offsets: { sentence: { start: before.length, end: before.length + evidence.length } } };
      const told: Story = { id: `s${n++}`, lang: 'ru', date: '2021-01-01', text };
      const drop = <T extends object>(fields: T): T => JSON.parse(JSON.stringify(fields)) as T;
      const coded: CodedStory = {
        ...bare(told), persons: [{ names: words, country: 'RUS' }],
        events: given.map((fields) => drop({ ...fields, ...at, confidence: fields.confidence + 0 })),
        claims: others.map(({ word: speaker, kind, a, b, confidence }) => ({ speaker, kind, about: [a, b], confidence, ...at })),
        ties: others.map(({ a, b, domain, tie: kind, confidence }) => ({ a, b, domain, kind, confidence, ...at })),
        trends: others.map(({ a, b, direction, confidence }) => ({ a, b, direction, confidence, ...at })),
      };
      ledger.put(told, coded, '1');
      const back = await story(ledger, told.id);
      expect(back.story).toEqual(told);
      expect(JSON.parse(JSON.stringify(back.coded))).toEqual(JSON.parse(JSON.stringify(coded)));
    }), { numRuns: 60, seed: 7 });
  });
});

describe('days', () => {
  it.each([
    [undefined, undefined, '2024-05-10', '2024-05-10'], ['2024-05-01', '2024-05-02', '2024-05-01', '2024-05-02'],
    ['2020-01-01', undefined, '2020-01-01', '2024-05-10'], ['2024-06-01', undefined, '2024-06-01', '2024-06-01'],
    [undefined, '2024-06-01', '2024-05-10', '2024-06-01'], [undefined, '2024-05-01', '2024-05-01', '2024-05-01'],
  ])('from %s to %s', (from, to, first, last) => expect(span('2024-05-10', from, to)).toEqual({ first_day: first, last_day: last }));
});

describe('asking', () => {
  it.each<[string, Filter, string[]]>([
    ['nothing', {}, ['NOR AID TCD', 'TCD ACCUSE NOR', 'NOR REQUEST TCD', 'SYR CONSULT TUR']],
    ['a party on either side', { parties: ['TUR'] }, ['SYR CONSULT TUR']],
    ['several parties, each fact once', { parties: ['NOR', 'TCD', 'TUR'] }, ['NOR AID TCD', 'TCD ACCUSE NOR', 'NOR REQUEST TCD', 'SYR CONSULT TUR']],
    ['a pair, either way', { pair: ['TCD', 'NOR'] }, ['NOR AID TCD', 'TCD ACCUSE NOR', 'NOR REQUEST TCD']],
    ['types', { types: ['AID', 'CONSULT'] }, ['NOR AID TCD', 'SYR CONSULT TUR']],
    ['mode', { modes: ['talks'] }, ['SYR CONSULT TUR']],
    ['factuality', { factualities: ['denied'] }, ['NOR AID TCD']],
    ['a period', { from: '2024-05-11', to: '2024-05-31' }, ['NOR REQUEST TCD']],
    ['a speaker, without diacritics', { speaker: 'orban keles' }, ['SYR CONSULT TUR']],
    ['an outlet, by part, ё as е', { outlet: 'елки' }, ['NOR AID TCD', 'TCD ACCUSE NOR']],
    ['a per cent sign in an outlet', { outlet: '%' }, []],
    ['language', { langs: ['tr', 'en'] }, ['NOR REQUEST TCD', 'SYR CONSULT TUR']],
    ['words of the sentence, inflected', { text: 'gorusme' }, ['SYR CONSULT TUR']],
    ['dotted capital İ', { text: 'izmir' }, ['SYR CONSULT TUR']],
    ['words left out', { text: 'норвегия -деньги' }, []],
    ['a story', { story: contentHash(russian) }, ['NOR AID TCD', 'TCD ACCUSE NOR']],
    ['several at once', { parties: ['NOR'], types: ['ACCUSE'], langs: ['ru'] }, ['TCD ACCUSE NOR']],
  ])('by %s', async (_, filter, wanted) => {
    expect(await said(filter)).toEqual(wanted);
    expect(await count(filled(), 'event', filter)).toBe(wanted.length);
  });

  it('finds claims, ties and trends by party, pair, kind and words', async () => {
    const ledger = filled();
    expect((await claims(ledger, { pair: ['NOR', 'TCD'], types: ['prediction'], speaker: 'rowe' }, PAGE)).rows.map(({ id }) => id)).toEqual(['c1']);
    expect((await claims(ledger, { parties: ['SYR'] }, PAGE)).rows).toEqual([]);
    expect((await ties(ledger, { parties: ['TCD'] }, PAGE)).rows.map(({ fact }) => fact.kind)).toEqual(['deployment', 'membership']);
    expect((await ties(ledger, { types: ['military'] }, PAGE)).rows).toHaveLength(1);
    expect((await trends(ledger, { to: '2023-06-01', pair: ['TUR', 'SYR'] }, PAGE)).rows.map(({ story: of }) => of?.outlet)).toEqual(['İskele Postası']);
    expect((await trends(ledger, { from: '2025-01-01' }, PAGE)).rows).toEqual([]);
    expect((await ties(ledger, { factualities: ['fact'] }, PAGE)).rows).toEqual([]);
    expect((await stories(ledger, { text: 'n’djamena' }, PAGE)).rows.map(({ id }) => id)).toEqual(['en-1']);
  });

  it('pages through everything once, in order, either way, while stories are added', async () => {
    const ledger = Ledger.open(':memory:');
    for (let i = 0; i < 30; i++) {
      const told = { ...english, id: `n${i}`, date: `2024-06-${String(1 + (i % 7)).padStart(2, '0')}`, text: `${english.text} ${i}` };
      const { from: _from, to: _to, ...event } = englishCoded.events[0]!;
      ledger.put(told, { ...englishCoded, events: [event, { ...event, source: 'TCD', target: 'NOR' }] }, '1');
    }
    for (const order of ['newest', 'oldest'] as const) {
      for (const filter of [{}, { parties: ['NOR', 'TCD'] }] as Filter[]) {
        const got: string[] = [];
        let after: string | undefined;
        do {
          const page = await events(ledger, filter, { limit: 7, order, after });
          got.push(...page.rows.map(({ id, story: of }) => `${of?.date} ${id.slice(1).padStart(4, '0')}`));
          after = page.next;
        } while (after);
        expect(got).toHaveLength(60);
        expect(got).toEqual([...new Set(got)].sort((a, b) => (order === 'oldest' ? 1 : -1) * (a < b ? -1 : 1)));
      }
    }
  });

  it('tells stories of one name apart', async () => {
    const ledger = filled();
    ledger.put({ ...english, text: `${english.text} Again.` }, englishCoded, '1');
    await expect(story(ledger, 'en-1')).rejects.toMatchObject({ problem: { code: 'ambiguous-story' } });
    await expect(story(ledger, 'nobody')).rejects.toMatchObject({ problem: { code: 'unknown-story' } });
  });
});

describe('opening', () => {
  it('says what is wrong with a file, and leaves it as it is', () => {
    expect(() => Ledger.open(join(folder, 'none.db'))).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'ledger-missing' }) }));
    const text = join(folder, 'text.db');
    writeFileSync(text, 'This is no database. '.repeat(200));
    expect(() => Ledger.open(text, { create: true })).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'not-a-ledger' }) }));
    const other = join(folder, 'other.db');
    const raw = new Connection(other);
    raw.script('CREATE TABLE mine (x); PRAGMA user_version = 3');
    raw.close();
    expect(() => Ledger.open(other, { create: true })).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'not-a-ledger' }) }));
    const newer = join(folder, 'newer.db');
    Ledger.open(newer, { create: true }).close();
    const bump = new Connection(newer);
    bump.script('PRAGMA user_version = 999');
    bump.close();
    expect(() => Ledger.open(newer)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'newer-ledger' }) }));
    expect(() => Ledger.open('/dev/null/x/y.db', { create: true })).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'ledger-unopened' }) }));
  });

  it('refuses values that SQLite cannot hold instead of ending the process', () => {
    const raw = new Connection(':memory:');
    for (const value of [true, undefined, NaN, Infinity, {}, []]) expect(() => raw.query('SELECT ?', [value])).toThrow(TypeError);
    expect(raw.query('SELECT ? AS a, ? AS b', ['x', null]).rows).toEqual([{ a: 'x', b: null }]);
  });

  it('lets a second connection read while the first writes', async () => {
    const path = join(folder, 'two.db');
    const writer = Ledger.open(path, { create: true }), reader = Ledger.open(path);
    writer.put(turkish, turkishCoded, '1');
    expect(await count(reader, 'event')).toBe(1);
    writer.put(english, englishCoded, '1');
    expect(await count(reader, 'event')).toBe(2);
    writer.close();
    reader.close();
  });
});
