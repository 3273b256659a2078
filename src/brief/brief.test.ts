import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quarrelled } from '../../test/quarrel.ts';
import { bare, eventIn, spanOf } from '../../test/stories.ts';
import { correct } from '../ledger/corrections/correct.ts';
import { updateHappenings } from '../ledger/happenings/update.ts';
import { Ledger } from '../ledger/ledger.ts';
import { readBlocs } from '../relations/blocs.ts';
import { composeBrief } from './compose.ts';
import type { BriefAsked } from './compose.ts';
import type { Brief, Statement } from './document.ts';
import { briefHtml } from './html.ts';
import { briefMarkdown } from './markdown.ts';

const { blocs } = readBlocs(readFileSync(new URL('../relations/blocs.tsv', import.meta.url), 'utf8'));
const names: Readonly<Record<string, string>> = { NOR: 'Norway', TCD: 'Chad <script>', USA: 'United States' };
const name = (code: string): string => names[code] ?? code;

const ledger = quarrelled();
const compose = (asked: BriefAsked): Promise<Brief> => composeBrief(asked, { ledger, blocs, name });
const statements = ({ sections }: Brief): Statement[] => sections.flatMap(({ blocks }) => blocks.flatMap((block): Statement[] => block.kind === 'text' ? block.statements : block.kind === 'list' ? block.items : block.kind === 'table' ? block.rows.flat() : []));
const titles = ({ sections }: Brief): string[] => sections.map(({ title }) => title);

describe('a brief', () => {
  it('lists an act once, with all its reports, and what several stories say alike once', async () => {
    const own = Ledger.open(':memory:'), day = '2024-03-05';
    ['Norway and Chad signed a fishing treaty in Oslo on Tuesday.', 'The fishing treaty was signed by Norway and Chad on Tuesday in Oslo, officials said.'].forEach((act, i) => {
      const trend = `Relations between them are better than ever, wrote ${i ? 'one paper' : 'another'}.`, told = { id: `t${i}`, lang: 'en' as const, date: '2024-03-06', outlet: `Outlet ${i}`, text: `${act} ${trend}` };
      own.put(told, {
        ...bare(told), events: [eventIn(told, act, { type: 'AGREE', source: 'NOR', target: 'TCD', from: day, to: day, granularity: 'day', place: 'Oslo', confidence: 0.7 + i / 10 })],
        trends: [{ a: 'NOR', b: 'TCD', direction: 'improving', evidence: trend, offsets: { sentence: spanOf(told.text, trend) }, confidence: 0.8 }],
      }, '1');
    });
    updateHappenings(own);
    const { sections } = await composeBrief({ parties: ['NOR', 'TCD'] }, { ledger: own, blocs, name });
    for (const title of ['Latest acts', 'What stories say of the trend']) expect(statements({ lang: 'en', sections: sections.filter((one) => one.title === title), sources: [], title })).toMatchObject([{ cites: [expect.any(Number), expect.any(Number)] }]);
    own.close();
  });

  it('on a pair has charts, changes, precedents, claims side by side, ties and the latest acts, with the source of each', async () => {
    const brief = await compose({ parties: ['NOR', 'TCD'], from: '2022-01-01', to: '2023-12-31' });
    expect(titles(brief)).toEqual(['Overview', 'Changes', 'Precedents', 'Claims side by side', 'Standing ties', 'Latest acts', 'How the numbers were made']);
    const section = (title: string): Brief['sections'][number] => brief.sections.find((one) => one.title === title)!;
    const charts = section('Overview').blocks.filter((block) => block.kind === 'chart');
    expect(charts.map(({ bars }) => bars.length)).toEqual([24, 24]);
    expect(charts[0]?.bars.map(({ value }) => Math.sign(value ?? 0))).toEqual([...Array<number>(12).fill(-1), ...Array<number>(12).fill(1)]);
    const [changes] = section('Changes').blocks;
    const thaw = changes?.kind === 'list' ? changes.items.find(({ text }) => text.startsWith('thaw from 2023-01')) : undefined;
    expect(thaw?.cites.length).toBeGreaterThan(0);
    const stated = statements({ ...brief, sections: [section('Precedents')] }).find(({ text }) => text.startsWith('stated: first in 20 years'));
    expect(stated).toMatchObject({ text: expect.stringContaining('beyond the record') as string, cites: [expect.any(Number)] });
    const claims = section('Claims side by side').blocks[0]!;
    expect(claims.kind === 'table' && claims.rows.some((row) => row[1]!.cites.length > 0 && row[2]!.cites.length > 0)).toBe(true);
    for (const title of ['Latest acts', 'Standing ties']) for (const one of statements({ ...brief, sections: [section(title)] })) expect(one.cites.length).toBeGreaterThan(0);
    expect(brief.sources.map(({ n }) => n)).toEqual(brief.sources.map((_, i) => i + 1));
    for (const source of brief.sources) expect(source).toMatchObject({ evidence: expect.any(String) as string, date: expect.any(String) as string, story: expect.any(String) as string });
    const cited = new Set(statements(brief).flatMap(({ cites }) => cites));
    expect([...cited].sort((a, b) => a - b)).toEqual(brief.sources.map(({ n }) => n));
  });

  it('on one party tells with whom and how; on nobody, that there is nothing', async () => {
    const brief = await compose({ parties: ['NOR'] });
    expect(titles(brief)).toEqual(expect.arrayContaining(['Overview', 'With Chad <script>', 'Precedents with Chad <script>', 'Claims side by side', 'Latest acts']));
    const table = brief.sections[0]!.blocks.find((block) => block.kind === 'table');
    expect(table?.rows[0]?.map(({ text }) => text)).toEqual(['Chad <script>', '51', 'ACCUSE 24, CONSULT 24, AID 1, REQUEST 1', 'ACCUSE 1']);
    const nothing = await compose({ parties: ['USA', 'MEX'] });
    expect(nothing.sources).toEqual([]);
    expect(statements(nothing).some(({ text }) => /nothing/i.test(text))).toBe(true);
  });

  it('follows corrections', async () => {
    const own = quarrelled(), before = await composeBrief({ parties: ['NOR', 'TCD'], from: '2023-12-20', to: '2023-12-20' }, { ledger: own, blocs, name });
    const id = before.sources.find(({ id: one }) => one.startsWith('e'))!.id;
    correct(own, { kind: 'reject', fact: id }, { who: 'ayla' });
    const after = await composeBrief({ parties: ['NOR', 'TCD'], from: '2023-12-20', to: '2023-12-20' }, { ledger: own, blocs, name });
    expect(after.sources.map((source) => source.id)).not.toContain(id);
  });

  it('is the same every time, as Markdown and as HTML', async () => {
    const asked: BriefAsked = { parties: ['NOR', 'TCD'], from: '2022-01-01', to: '2023-12-31' };
    const [one, two] = [await compose(asked), await compose(asked)];
    expect(briefMarkdown(one)).toBe(briefMarkdown(two));
    expect(await briefHtml(one)).toBe(await briefHtml(two));
  });

  it('as Markdown links every number to its source, and lets no text of a story act as Markdown', async () => {
    const brief = await compose({ parties: ['NOR', 'TCD'], from: '2022-01-01', to: '2023-12-31' }), text = briefMarkdown(brief);
    for (const { n } of brief.sources) {
      expect(text).toContain(`<a id="s${n}"></a>`);
      expect(text).toContain(`](#s${n})`);
    }
    expect(text).toContain('\\*loudly\\*');
    expect(text).not.toMatch(/<script>/);
    expect(text).not.toContain('](javascript:');
    const table = text.split('\n').filter((line) => line.startsWith('|'));
    for (const line of table) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(6);
  });

  it('as HTML stands alone: no script, nothing fetched, every number a link to its source', async () => {
    const brief = await compose({ parties: ['NOR', 'TCD'], from: '2022-01-01', to: '2023-12-31' }), page = await briefHtml(brief);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|javascript:/i);
    expect(page.match(/\bsrc=/g)).toBeNull();
    expect(page.match(/<svg /g)).toHaveLength(2);
    expect(page.match(/<rect class="ill"/g)).toHaveLength(12);
    for (const { n } of brief.sources) {
      expect(page).toContain(`id="s${n}"`);
      expect(page).toContain(`href="#s${n}"`);
    }
    expect(page).toContain('Chad &lt;script&gt;');
    expect(page).toContain('b=&quot;2&quot;');
  });
});
