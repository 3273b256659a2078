/** What leaves the ledger comes back the same in the programs that it is meant for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { defaultModel, Model } from '@opensanctions/followthemoney';
import { updateHappenings } from '../ledger/happenings/update.ts';
import { DirectedGraph } from 'graphology';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { bare, english, englishCoded, eventIn, russian, russianCoded, turkish, turkishCoded } from '../../test/stories.ts';
import { cameoByCode } from '../ontology/cameo.ts';
import { alpha2, alpha3Codes } from '../ontology/iso3166.ts';
import { correct } from '../ledger/corrections/correct.ts';
import { Ledger } from '../ledger/ledger.ts';
import { network } from '../ledger/record.ts';
import { partyLabels } from '../cli/party-names.ts';
import { EVENT_TYPES, FACTUALITIES, MODES } from '../story/facts.ts';
import type { EventFact } from '../story/facts.ts';
import type { Recorded } from '../ledger/facts.ts';
import { cameoOf, icewsColumns, ploverRecord } from './coded.ts';
import { csv, jsonLines, tsv } from './csv.ts';
import { CLAIM_COLUMNS, claimPages, EVENT_COLUMNS, eventPages, flatFact, TIE_COLUMNS, tiePages, TREND_COLUMNS, trendPages } from './facts.ts';
import type { EventRow } from './facts.ts';
import { EntityMaker } from './ftm.ts';
import type { Entity } from './ftm.ts';
import { gexf, graphml } from './graph.ts';
import { HAPPENING_COLUMNS, happeningPages } from './happenings.ts';
import type { HappeningRow } from './happenings.ts';
import { dyadMonths, MONTH_COLUMNS } from './months.ts';
import { parquet } from './parquet.ts';
import { cells } from './sheet.ts';
import type { Cell, Sheet } from './sheet.ts';

const require = createRequire(import.meta.url);
const readGexf = (require('graphology-gexf') as { parse: (type: unknown, text: string) => DirectedGraph }).parse;
const readGraphml = (require('graphology-graphml') as { parse: (type: unknown, text: string) => DirectedGraph }).parse;
const folder = mkdtempSync(join(tmpdir(), 'dragoman-exports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ledger = Ledger.open(':memory:');
ledger.put(turkish, turkishCoded, '1');
ledger.put(english, englishCoded, '1');
ledger.put(russian, russianCoded, '1');
const odd = { ...english, id: 'odd "id", \n', title: 'A, "b" <c> & d\r\nе', outlet: 'İ;\t', url: 'https://example.org/?a=1&b=2', text: `${english.text} Again.` };
ledger.put(odd, { ...bare(odd), events: [eventIn(odd, 'Again.', { type: 'SANCTION', source: 'USA', target: 'EU', factuality: 'planned', from: '2024-08-01', quotes: ['x, "y"'] })] }, '1');
correct(ledger, { kind: 'change', fact: 'e1', fields: { place: 'Ankara, "x"' } }, { who: 'ayla' });
correct(ledger, { kind: 'reject', fact: 'e3' }, { who: 'ayla' });
const english2 = { ...english, outlet: 'The Ferry Post', url: undefined, title: 'Again' };
ledger.put(english2, { ...englishCoded, outlet: 'The Ferry Post', claims: [], ties: [] }, '1');
updateHappenings(ledger);
const labels = await partyLabels(ledger);

async function all(parts: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const out: Buffer[] = [];
  for await (const part of parts) out.push(Buffer.from(part as string));
  return Buffer.concat(out);
}
async function rowsOf<R>({ columns, pages }: Sheet<R>): Promise<Cell[][]> {
  const out: Cell[][] = [];
  for await (const page of pages) out.push(...page.map((row) => cells(columns, row)));
  return out;
}
const records = async (): Promise<Recorded<EventFact>[]> => {
  const out: Recorded<EventFact>[] = [];
  for await (const page of eventPages(ledger, {})) out.push(...page);
  return out;
};

const SHEETS: [string, () => Sheet<never>][] = [
  ['events', () => ({ columns: EVENT_COLUMNS, pages: eventPages(ledger, {}) }) as unknown as Sheet<never>], ['claims', () => ({ columns: CLAIM_COLUMNS, pages: claimPages(ledger, {}) }) as unknown as Sheet<never>],
  ['ties', () => ({ columns: TIE_COLUMNS, pages: tiePages(ledger, {}) }) as unknown as Sheet<never>], ['trends', () => ({ columns: TREND_COLUMNS, pages: trendPages(ledger, {}) }) as unknown as Sheet<never>],
  ['happenings', () => ({ columns: HAPPENING_COLUMNS, pages: happeningPages(ledger, {}) }) as unknown as Sheet<never>],
  ['dyad-months', () => ({ columns: MONTH_COLUMNS, pages: dyadMonths(ledger, {}) }) as unknown as Sheet<never>],
];

/** A reader of CSV written for this test alone, by RFC 4180; what is not quoted and empty is null. */
function readCsv(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new Error(`no CSV at ${field.lastIndex}`);
    rows.at(-1)?.push(match[1] !== undefined ? match[1].replaceAll('""', '"') : match[2] === '' ? null : match[2] as string);
    if (match[3] === '\r\n' && field.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

describe('tables', () => {
  it.each(SHEETS)('%s come back from CSV, from JSON lines and from Parquet in DuckDB as they went out', async (name, sheet) => {
    const rows = await rowsOf(sheet()), names = sheet().columns.map((column) => column.name);
    expect(rows.length).toBeGreaterThan(0);
    const [head, ...body] = readCsv((await all(csv(sheet()))).toString('utf8'));
    expect(head).toEqual(names);
    expect(body).toEqual(rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))));

    const file = join(folder, `${name}.parquet`);
    writeFileSync(file, await all(parquet(sheet())));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const read = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`);
    expect(read.columnNames()).toEqual(names);
    expect(read.getRows()).toEqual(rows);
    connection.closeSync();
  });

  it('give every event its happening, and every happening its reports and independent sources', async () => {
    const rows: HappeningRow[] = [];
    for await (const page of happeningPages(ledger, {})) rows.push(...page);
    const told = rows.find(({ stories }) => stories === 2)!;
    expect(told).toMatchObject({ type: 'REQUEST', events: 2, sources: 1, weight: 1, first: { story: { outlet: 'Harbour Wire' } } });
    const events = (await records()) as EventRow[];
    expect(events.filter(({ happening }) => happening === told.id).map(({ id }) => id).sort()).toEqual(told.reports.map(({ id }) => id).sort());
    expect(events.every(({ happening }) => rows.some(({ id }) => id === happening))).toBe(true);
  });

  it('JSON lines give facts as the exchange format has them', async () => {
    const lines = (await all(jsonLines(eventPages(ledger, {}), flatFact))).toString('utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string });
    expect(lines).toEqual((await records()).map((row) => JSON.parse(JSON.stringify(flatFact(row))) as unknown));
    expect(lines.map(({ id }) => id)).not.toContain('e3');
    expect(lines).toContainEqual(expect.objectContaining({ place: 'Ankara, "x"', review: { is: 'changed', of: 'e1' } }));
  });

  it('hold any text, and more rows than one row group of Parquet', async () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '"', ',', '\r\n', 'İ\t'));
    const row = fc.record({ a: fc.option(text, { nil: null }), n: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { nil: null }), x: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }), b: fc.option(fc.boolean(), { nil: null }) });
    const columns: Sheet<{ a: string | null; n: number | null; x: number | null; b: boolean | null }>['columns'] = [
      { name: 'a', type: 'text', of: ({ a }) => a }, { name: 'n', type: 'integer', of: ({ n }) => n }, { name: 'x', type: 'real', of: ({ x }) => x }, { name: 'b', type: 'boolean', of: ({ b }) => b },
    ];
    const connection = await (await DuckDBInstance.create(':memory:')).connect(), file = join(folder, 'any.parquet');
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (given) => {
      const pages = async function* () { yield given; };
      const wanted = given.map((one) => cells(columns, one));
      expect(readCsv((await all(csv({ columns, pages: pages() }))).toString('utf8')).slice(1)).toEqual(wanted.map((one) => one.map((cell) => (cell === null ? null : String(cell)))));
      writeFileSync(file, await all(parquet({ columns, pages: pages() })));
      expect((await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`)).getRows()).toEqual(wanted);
    }), { numRuns: 40, seed: 3 });
    const many = async function* () { for (let p = 0; p < 60; p++) yield Array.from({ length: 2_000 }, (_, i) => ({ a: `row ${p * 2_000 + i}`, n: p * 2_000 + i, x: i / 7, b: i % 2 === 0 })); };
    writeFileSync(file, await all(parquet({ columns, pages: many() })));
    expect((await connection.runAndReadAll(`SELECT count(*)::INT, sum(n)::BIGINT::VARCHAR, count(distinct a)::INT FROM read_parquet('${file}')`)).getRows()).toEqual([[120_000, String((120_000 * 119_999) / 2), 120_000]]);
    const none = async function* (): AsyncGenerator<never[]> { yield []; };
    writeFileSync(file, await all(parquet({ columns, pages: none() })));
    expect((await connection.runAndReadAll(`SELECT count(*)::INT FROM read_parquet('${file}')`)).getRows()).toEqual([[0]]);
    connection.closeSync();
  });
});

describe('other event data sets', () => {
  it('PLOVER has future acts as its codebook has them', () => {
    const fact = (type: EventFact['type'], factuality: EventFact['factuality'], more: Partial<EventFact> = {}): Recorded<EventFact> => ({ id: 'e1', fact: { ...eventIn(english, englishCoded.events[0]!.evidence, { type, source: 'NOR', target: 'TCD', factuality }), ...more } });
    const coded = (row: Recorded<EventFact>): unknown => ploverRecord(row, labels);
    for (const type of ['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'] as const) expect(coded(fact(type, 'planned'))).toMatchObject({ event: 'AGREE', context: [], dragoman: { type, factuality: 'planned' } });
    expect(coded(fact('RETREAT', 'planned'))).toMatchObject({ event: 'CONCEDE', context: [] });
    expect(coded(fact('CONCEDE', 'planned'))).toMatchObject({ event: 'CONCEDE', context: ['future'] });
    expect(coded(fact('ASSAULT', 'planned'))).toMatchObject({ event: 'THREATEN', mode: 'violence', context: [] });
    expect(coded(fact('AID', 'conditional'))).toMatchObject({ event: 'AID', context: ['hypothetical'] });
    expect(coded(fact('AID', 'denied'))).toBeUndefined();
    expect(coded(fact('CONSULT', 'fact', { mode: 'call' }))).toMatchObject({ event: 'CONSULT', mode: 'phone', actor: [{ code: 'NOR', actorText: 'Norway', country: 'NOR' }, { code: 'TCD' }], recipient: [] });
    expect(coded(fact('CONSULT', 'fact', { mode: 'visit' }))).toMatchObject({ actor: [{ code: 'NOR' }], recipient: [{ code: 'TCD' }] });
    expect(coded(fact('REQUEST', 'fact'))).toMatchObject({ actor: [{ code: 'NOR' }], recipient: [{ code: 'TCD' }] });
  });

  it('CAMEO codes lead back to the type, or to the intent or threat that an announced act is', () => {
    for (const type of EVENT_TYPES) {
      for (const factuality of FACTUALITIES) {
        for (const mode of [undefined, ...MODES]) {
          const code = cameoOf({ type, factuality, ...(mode && { mode }) }), found = code === undefined ? undefined : cameoByCode(code);
          if (factuality === 'fact') expect([code, found?.type]).toEqual([code, type]);
          else if (factuality === 'planned') expect([type, ...(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT'].includes(type) ? ['AGREE'] : ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'].includes(type) ? ['THREATEN'] : [type])]).toContain(found?.type);
          else expect(code).toBeUndefined();
          if (factuality === 'fact' && type === 'CONSULT' && mode && mode !== 'meeting') expect(found?.mode).toBe(mode);
        }
      }
    }
  });

  it('ICEWS rows have its twenty columns, tabs and breaks within a field gone', async () => {
    const text = (await all(tsv({ columns: icewsColumns(labels), pages: (async function* () { yield (await records()).filter(({ fact }) => cameoOf(fact) !== undefined); })() }, true))).toString('utf8');
    const [head, ...rows] = text.replace(/\n$/, '').split('\n').map((line) => line.split('\t'));
    expect(head).toHaveLength(20);
    expect(rows.map((row) => row.length)).toEqual([20, 20, 20, 20]);
    expect(rows.find((row) => row[6] === '131')).toEqual(['5', '2024-08-01', 'United States', '', 'United States', 'Threaten non-force', '131', '-5.8', 'EU', '', '', expect.any(String), '', 'İ; ', '', '', '', '', '', '']);
  });
});

describe('graphs', () => {
  it('GEXF opens in graphology with its parties, weights and counts; GraphML holds the same', async () => {
    const dyads = await network(ledger, {}), text = [...gexf(dyads, labels)].join(''), graph = readGexf(DirectedGraph, text);
    expect(graph.order).toBe(new Set(dyads.flatMap(({ source, target }) => [source, target])).size);
    expect(graph.size).toBe(dyads.length);
    for (const { source, target, total, counts } of dyads) {
      const edge = graph.getEdgeAttributes(source, target);
      expect(edge).toMatchObject({ weight: total, events: total, sanction: counts[EVENT_TYPES.indexOf('SANCTION')], aid: counts[EVENT_TYPES.indexOf('AID')] });
    }
    expect(graph.getNodeAttributes('USA')).toMatchObject({ label: 'United States', kind: 'state' });
    const same = readGraphml(DirectedGraph, [...graphml(dyads, labels)].join(''));
    const told = (one: DirectedGraph): unknown => [one.mapNodes((node, { label, kind }) => [node, label as string, kind as string]).sort(), one.mapEdges((_, { weight, sanction }, source, target) => [source, target, weight as number, sanction as number]).sort()];
    expect(told(same)).toEqual(told(graph));
    const awkward = readGraphml(DirectedGraph, [...graphml(dyads, { name: (code) => `<${code} & "co">\u0007`, kind: () => undefined })].join(''));
    expect(awkward.getNodeAttributes('USA')).toMatchObject({ label: '<USA & "co">', kind: 'unknown' });
  });
});

describe('FollowTheMoney', () => {
  const model = new Model(defaultModel);
  const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

  it('entities are valid against its model, and lead back to the facts', async () => {
    const maker = new EntityMaker(labels), made: Entity[] = [];
    for (const row of await records()) made.push(...maker.event(row));
    for await (const page of tiePages(ledger, {})) for (const row of page) made.push(...maker.tie(row));
    for await (const page of trendPages(ledger, {})) for (const row of page) made.push(...maker.trend(row));
    for await (const page of claimPages(ledger, {})) for (const row of page) made.push(...maker.claim(row));
    const seen = new Map<string, Entity>();
    for (const entity of made) {
      const proxy = model.getEntity(entity), { schema } = proxy;
      expect(seen.has(entity.id), entity.id).toBe(false);
      seen.set(entity.id, entity);
      expect(schema.abstract).not.toBe(true);
      for (const name of schema.required) expect([entity.schema, name, proxy.hasProperty(name)]).toEqual([entity.schema, name, true]);
      for (const [name, values] of Object.entries(entity.properties)) {
        const property = schema.getProperty(name);
        expect([name, property.stub]).toEqual([name, false]);
        expect(values.length).toBeGreaterThan(0);
        for (const value of values) {
          if (property.type.name === 'date') expect(value).toMatch(DATE);
          if (property.type.name === 'country') expect(property.type.values.has(value), value).toBe(true);
          if (property.type.name === 'language') expect(property.type.values.has(value), value).toBe(true);
          if (property.type.name === 'url') expect(URL.canParse(value)).toBe(true);
          if (property.type.name === 'entity') {
            const range = seen.get(value);
            expect(range, `${name} of ${entity.schema} comes before what points to it`).toBeDefined();
            expect(model.getSchema(range!.schema).isA(property.getRange().name)).toBe(true);
          }
        }
      }
      expect(JSON.parse(JSON.stringify(proxy.toJSON()))).toEqual({ id: entity.id, schema: entity.schema, properties: entity.properties });
    }
    const of = (schema: string): Entity[] => made.filter((entity) => entity.schema === schema);
    expect(of('Event')).toHaveLength((await records()).length);
    expect(of('Article').map(({ properties }) => properties['publisher']?.[0])).toEqual(expect.arrayContaining(['Harbour Wire', 'İskele Postası']));
    expect(of('Membership')[0]?.properties['member']).toEqual([of('PublicBody').find(({ properties }) => properties['alias']?.includes('TCD'))?.id]);
    expect(of('PublicBody').find(({ properties }) => properties['alias']?.includes('TUR'))?.properties['country']).toEqual(['tr']);
  });

  it('knows every country code that states get', () => {
    const codes = model.types['country']!.values;
    const unknown = alpha3Codes().map((code) => alpha2(code)!.toLowerCase()).filter((code) => !codes.has(code));
    expect(unknown).toEqual([]);
    expect([alpha3Codes().length, alpha2('TUR'), alpha2('BLR'), alpha2('EU')]).toEqual([250, 'TR', 'BY', undefined]);
    expect(new Set(alpha3Codes().map(alpha2)).size).toBe(250);
  });
});
