/** A brief in each language: as a reviewer reads it, and with no English left but what is quoted or a name. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { quarrelled } from '../../test/quarrel.ts';
import { readInto } from '../cli/commands/read.ts';
import { partyNames } from '../cli/party-names.ts';
import { events, ties } from '../ledger/facts.ts';
import { Ledger } from '../ledger/ledger.ts';
import { network } from '../ledger/record.ts';
import { stories, story } from '../ledger/stories.ts';
import { readBlocs } from '../relations/blocs.ts';
import { REMARKS } from '../story/remarks.ts';
import { LANGS } from '../story/story.ts';
import type { Lang } from '../story/story.ts';
import { TERMS } from '../words/terms.ts';
import { composeBrief } from './compose.ts';
import type { BriefAsked } from './compose.ts';
import { briefHtml } from './html.ts';
import { briefMarkdown } from './markdown.ts';
import { en } from './words/en.ts';
import { ru } from './words/ru.ts';
import { tr } from './words/tr.ts';

const { blocs } = readBlocs(readFileSync(new URL('../relations/blocs.tsv', import.meta.url), 'utf8'));
const written = async (ledger: Ledger, lang: Lang, asked: Omit<BriefAsked, 'lang'>): ReturnType<typeof composeBrief> => composeBrief({ ...asked, lang }, { ledger, blocs, name: (await partyNames('needed', ledger, lang)).name });
const inWords = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

describe('a brief', () => {
  it.each(LANGS)('reads as it does here (%s)', async (lang) => {
    const ledger = quarrelled();
    await expect(briefMarkdown(await written(ledger, lang, { parties: ['NOR', 'TCD'], from: '2022-07-01', to: '2023-06-30' }))).toMatchFileSnapshot(`snapshots/pair-${lang}.md`);
    await expect(briefMarkdown(await written(ledger, lang, { parties: ['NOR'], from: '2023-01-01', to: '2023-04-30' }))).toMatchFileSnapshot(`snapshots/party-${lang}.md`);
  });

  it('has the same phrases in every language, with the same places', () => {
    const places = (wording: unknown): string[] => [...new Set([...JSON.stringify(wording).matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name]) => name as string))].sort();
    for (const key of Object.keys(en) as (keyof typeof en)[]) for (const table of [tr, ru]) for (const place of places(table[key])) expect([key, place === 'n' || place === 'count' || places(en[key]).includes(place) || key === 'act.mode']).toEqual([key, true]);
  });
});

describe('a brief on the example stories', () => {
  let ledger: Ledger, pairs: [string, string][], named: string[];

  beforeAll(async () => {
    ledger = Ledger.open(':memory:');
    await readInto(ledger, [fileURLToPath(new URL('../../examples', import.meta.url))], { quiet: true });
    pairs = (await network(ledger, {})).filter(({ source, target }) => source < target).sort((x, y) => y.total - x.total).slice(0, 8).map(({ source, target }) => [source, target]);
    pairs.push(...(await ties(ledger, {}, { limit: 40 })).rows.map(({ fact: { a, b } }): [string, string] => [a, b]).slice(0, 4));
    const told = await events(ledger, {}, { limit: 1000 });
    named = told.rows.flatMap(({ fact: { source_person: by, target_person: whom, attributed_to: origin, condition, place, purpose } }) => [by, whom, origin, condition, place, purpose].filter((one) => one !== undefined));
    for (const { hash } of (await stories(ledger, {}, { limit: 500 })).rows) named.push(...(await story(ledger, hash)).coded.claims.map(({ speaker }) => speaker));
    named = [...new Set(named)].sort((x, y) => y.length - x.length);
  }, 300_000);

  /** What the program says of its own: without what stories say and names that they give. */
  const own = (text: string, quoted: readonly string[]): string => [...quoted, ...named].reduce((left, part) => left.replaceAll(part, ''), text).replace(/dragoman events --(?:pair|party)[A-Z0-9 -]*/g, '');

  it.each(['tr', 'ru'] as const)('leaves no English in the %s one', async (lang) => {
    const others: Readonly<Record<string, unknown>>[] = lang === 'tr' ? [TERMS.tr, tr] : [TERMS.ru, ru], known = new Set(inWords(JSON.stringify(others.map((table) => Object.values(table)))));
    const english = new Set(inWords(JSON.stringify([REMARKS, TERMS.en, en].map((table) => Object.values(table)))).filter((word) => !known.has(word)));
    for (const parties of [...pairs, ...['BLR', 'LTU', 'USA'].map((one): [string] => [one])]) {
      const brief = await written(ledger, lang, { parties }), quoted = brief.sources.flatMap(({ evidence }) => evidence ?? []);
      for (const { title, blocks } of brief.sections) {
        for (const text of [title, ...blocks.flatMap((block) => (block.kind === 'text' ? block.statements : block.kind === 'list' ? block.items : block.kind === 'table' ? [...block.head.map((head) => ({ text: head })), ...block.rows.flat()] : [{ text: block.title }, { text: block.unit }]).map(({ text }) => text))]) {
          expect([text, inWords(own(text, quoted)).filter((word) => english.has(word))]).toEqual([text, []]);
          if (lang === 'ru' && !/\d{4}[;.)]|stance\.tsv/.test(text)) expect([text, own(text, quoted).match(/[A-Za-z]{3,}/g)]).toEqual([text, null]);
        }
      }
      const page = await briefHtml(brief);
      expect(page).toContain(`<html lang="${lang}">`);
      expect(page).toContain(lang === 'tr' ? '<h2>Kaynaklar</h2>' : '<h2>Источники</h2>');
    }
  });

  it('quotes each sentence in its own language, whichever the brief is in', async () => {
    const [english, turkish] = [await written(ledger, 'en', { parties: ['BLR', 'USA'] }), await written(ledger, 'tr', { parties: ['BLR', 'USA'] })];
    expect(turkish.sources.map(({ id, evidence }) => [id, evidence])).toEqual(english.sources.map(({ id, evidence }) => [id, evidence]));
    expect(new Set(turkish.sources.map(({ lang }) => lang))).toEqual(new Set(['tr', 'en', 'ru']));
  });
});
