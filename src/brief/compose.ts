/** What a brief on a party or a pair says, put together from the measures' answers and the facts themselves. */
import { relation, roomOfParty } from '../answers/answer.ts';
import { count, events, eventsOf, factsById, readFactId } from '../ledger/facts.ts';
import type { Recorded } from '../ledger/facts.ts';
import type { Filter } from '../ledger/filter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { network } from '../ledger/record.ts';
import type { Dyad } from '../ledger/record.ts';
import type { Blocs } from '../relations/blocs.ts';
import type { Declaration } from '../relations/declaration.ts';
import { precedent } from '../relations/precedent.ts';
import { readings } from '../relations/readings.ts';
import { room } from '../relations/room.ts';
import { thaw } from '../relations/thaw.ts';
import { tone } from '../relations/tone.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { Lang } from '../story/story.ts';
import { changeItems, changes, toneBlocks } from './changes.ts';
import { Sources } from './document.ts';
import type { Brief, Section, Source, Statement } from './document.ts';
import { claims, latest, precedents, standing } from './told.ts';
import { wordsOf } from './words.ts';
import type { Words } from './words.ts';
import { asking, idsOf, lackOf, textBlock, uncited } from './work.ts';
import type { Work } from './work.ts';

export interface BriefAsked {
  /** One party, or two. */
  parties: readonly [string] | readonly [string, string];
  from?: string;
  to?: string;
  /** The language that it is written in; what is quoted stays in its own. English where it is left out. */
  lang?: Lang;
}

/** What a brief is made over. */
export interface BriefContext {
  ledger: Ledger;
  blocs: Blocs;
  /** A party's usual name in the brief's language. */
  name(code: string): string;
}

const PARTNERS = 8, SERIES = 3, TYPES = 4;

/** Types by how often, the most frequent first. */
const typeList = (counts: readonly (readonly [type: string, n: number])[], { t, term }: Words): string =>
  [...counts].sort(([x, i], [y, j]) => j - i || (x < y ? -1 : 1)).map(([type, n]) => t('type.n', { type: term('type', type), count: Number(n.toFixed(1)) })).join(', ');

async function pairSections(pair: readonly [string, string], work: Work): Promise<{ sections: Section[]; window?: Brief['window'] }> {
  const { words } = work, { t, signed, party } = words, answer = await relation(work.ledger, pair, asking(work)), { window } = answer, [a, b] = pair;
  const total = answer.tone?.total, n = await count(work.ledger, 'event', work.filter), happenings = { code: 'count.happening', values: { n: total?.happenings ?? 0 } };
  const overview: Statement[] = total ? [
    { text: t('pair.total', { happenings, a: { party: a }, b: { party: b }, events: { code: 'count.event', values: { n } }, cooperation: signed(total.cooperation), conflict: signed(total.conflict), mean: signed(total.mean ?? 0) }), cites: work.sources.cite(idsOf(answer.because, total.because)) },
    uncited(t('pair.types', { list: typeList(Object.entries(total.types), words) })),
  ] : [uncited(lackOf(answer, words) ?? t('pair.none'))];
  return {
    ...(window && { window }),
    sections: [
      { title: t('overview'), blocks: [{ kind: 'text', statements: overview }, ...toneBlocks(answer, `${party(a)} – ${party(b)}`, work)] },
      await changes(answer, work), await precedents(pair, work, t('precedents')), await claims(work, pair), ...await standing(work), await latest(work), await method(work, pair, [tone, thaw, precedent, readings]),
    ],
  };
}

const typesOf = ({ counts }: Dyad, words: Words): string =>
  typeList(EVENT_TYPES.map((type, i) => [type, counts[i] as number] as const).filter(([, n]) => n > 0).sort(([x, i], [y, j]) => j - i || (x < y ? -1 : 1)).slice(0, TYPES), words);

/** A party's partners, the most dealt with first. */
async function partnersOf(party: string, { ledger, filter }: Work): Promise<[string, { total: number; forth?: Dyad; back?: Dyad }][]> {
  const partners = new Map<string, { total: number; forth?: Dyad; back?: Dyad }>();
  for (const dyad of await network(ledger, filter)) {
    const other = dyad.source === party ? dyad.target : dyad.source;
    if (other === party) continue;
    const entry = partners.get(other) ?? { total: 0 };
    entry.total += dyad.total;
    entry[dyad.source === party ? 'forth' : 'back'] = dyad;
    partners.set(other, entry);
  }
  return [...partners].sort(([a, x], [b, y]) => y.total - x.total || (a < b ? -1 : 1));
}

async function partySections(party: string, work: Work): Promise<{ sections: Section[]; window?: Brief['window'] }> {
  const { ledger, filter, sources, words } = work, { t, number } = words, partners = await partnersOf(party, work), named = { party: { party } };
  const answers = [];
  for (const [other] of partners.slice(0, SERIES)) answers.push({ other, answer: await relation(ledger, [party, other], asking(work)) });
  const latestOf = async (other: string): Promise<string[]> => (await events(ledger, { ...filter, parties: undefined, pair: [party, other] }, { limit: 1 })).rows.map(({ id }) => id);
  const rows: Statement[][] = [];
  for (const [other, { total, forth, back }] of partners.slice(0, PARTNERS)) {
    rows.push([{ text: words.party(other), cites: sources.cite(await latestOf(other)) }, uncited(number(total, 0)), uncited(forth ? typesOf(forth, words) : ''), uncited(back ? typesOf(back, words) : '')]);
  }
  const { room: held, window } = await roomOfParty(ledger, party, asking(work)), first = held?.holds[0], all = partners.reduce((sum, [, { total }]) => sum + total, 0);
  const overview: Statement[] = [uncited(t('party.total', { acts: { code: 'count.act', values: { n: all } }, parties: { code: 'party.with', values: { n: partners.length } } }))];
  if (held && !held.thin && first) {
    overview.push({
      text: t('party.room', { constraint: number(held.constraint ?? 0, 2), partners: { code: 'party.partners', values: { n: held.partners } }, party: { party: first.party }, share: Math.round(first.holds * 100) }),
      cites: sources.cite(await latestOf(first.party)),
    });
  }
  const series: Section[] = [];
  for (const { other, answer } of answers) {
    const items = await changeItems(answer, work), blocks = toneBlocks(answer, `${words.party(party)} – ${words.party(other)}`, work).slice(0, 1), why = lackOf(answer.thaw?.tone ?? {}, words);
    series.push({ title: t('with', { party: { party: other } }), blocks: [...blocks, items.length ? { kind: 'list' as const, items } : textBlock(why === undefined ? t('steady') : t('thin.changes', { why }))] });
  }
  const stated: Section[] = [];
  for (const { other } of answers) stated.push(await precedents([party, other], work, t('precedents.with', { party: { party: other } })));
  return {
    ...(window && { window }),
    sections: [
      { title: t('overview'), blocks: [{ kind: 'text', statements: overview }, ...(rows.length ? [{ kind: 'table' as const, head: [t('table.with'), t('table.acts'), t('table.by', named), t('table.other')], rows }] : [])] },
      ...series, ...stated, await claims(work, [party]), ...await standing(work), await latest(work), await method(work, [party], [tone, thaw, precedent, readings, room]),
    ],
  };
}

/** Where the numbers come from that no one sentence states. */
async function method({ ledger, filter, words }: Work, parties: readonly string[], measures: readonly Declaration[]): Promise<Section> {
  const n = await count(ledger, 'event', filter), narrowed = [filter.from && `--from ${filter.from}`, filter.to && `--to ${filter.to}`].filter(Boolean).join(' '), { t, term } = words;
  const asked = `dragoman events ${parties.length === 2 ? '--pair' : '--party'} ${parties.join(' ')}${narrowed ? ` ${narrowed}` : ''}`;
  // a measure says itself in English what it is and where its method is published
  const own = (group: string, name: string, english: string): string => (words.lang === 'en' ? english : term(group, name));
  return {
    title: t('method'), blocks: [{
      kind: 'list', items: [
        uncited(t('method.counts', { events: { code: 'count.event', values: { n } }, asked })),
        ...measures.map(({ name, source }) => uncited(t('method.line', { measure: own('measure', name, name), source: own('method', name, source) }))),
      ],
    }],
  };
}

/** Looks the cited facts up. */
async function sourcesOf(ledger: Ledger, ids: readonly string[]): Promise<Source[]> {
  const found = new Map<string, Recorded<{ evidence: string }>>(), named = ids.map(readFactId);
  for (const row of await eventsOf(ledger, named.flatMap((one) => (one?.kind === 'event' ? [{ id: one.id }] : [])))) found.set(row.id, row);
  for (const kind of ['claim', 'tie', 'trend'] as const) {
    for (const row of await factsById(ledger, kind, named.flatMap((one) => (one?.kind === kind ? [one.id] : [])))) found.set(row.id, row);
  }
  return ids.map((id, i) => {
    const row = found.get(id), story = row?.story;
    return {
      n: i + 1, id, ...(row?.fact.evidence && { evidence: row.fact.evidence }), ...(row?.dataset && { dataset: row.dataset.name }),
      ...(story && { lang: story.lang, date: story.date, story: story.hash, ...(story.outlet && { outlet: story.outlet }), ...(story.title && { title: story.title }), ...(story.url && { url: story.url }) }),
    };
  });
}

/** Puts a brief together. The same ledger and the same question give the same brief. */
export async function composeBrief({ parties, from, to, lang = 'en' }: BriefAsked, { ledger, blocs, name }: BriefContext): Promise<Brief> {
  const [a, b] = parties, filter: Filter = { ...(b === undefined ? { parties: [a] } : { pair: [a, b] as [string, string] }), ...(from && { from }), ...(to && { to }) };
  const words = wordsOf(lang, name), work: Work = { ledger, blocs, words, filter, sources: new Sources() };
  const { sections, window } = b === undefined ? await partySections(a, work) : await pairSections([a, b], work);
  const asked = from || to ? { from: from ?? window?.from ?? '', to: to ?? window?.to ?? '' } : window;
  return { lang, title: parties.map((code) => words.party(code as string)).join(' – '), ...(asked && { window: asked }), sections, sources: await sourcesOf(ledger, work.sources.ids) };
}
