/** What a brief on a party or a pair says, put together from the measures' answers and the facts themselves. */
import { claimsAbout, precedentOf, relation, roomOfParty } from '../answers/answer.ts';
import type { Asking, RelationAnswer } from '../answers/answer.ts';
import { count, events, eventsOf, factsById, readFactId, ties, trends } from '../ledger/facts.ts';
import type { Recorded } from '../ledger/facts.ts';
import type { Filter } from '../ledger/filter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { network } from '../ledger/record.ts';
import { happeningsOf } from '../ledger/told.ts';
import type { Dyad } from '../ledger/record.ts';
import type { Blocs } from '../relations/blocs.ts';
import type { Declaration } from '../relations/declaration.ts';
import { precedent } from '../relations/precedent.ts';
import { readings } from '../relations/readings.ts';
import { room } from '../relations/room.ts';
import { thaw } from '../relations/thaw.ts';
import type { Change, Changes } from '../relations/thaw.ts';
import { tone } from '../relations/tone.ts';
import { describeEvent, describePrecedent, describeTie } from '../story/describe.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { EventFact } from '../story/facts.ts';
import { Sources } from './document.ts';
import type { Block, Brief, Section, Source, Statement } from './document.ts';

export interface BriefAsked {
  /** One party, or two. */
  parties: readonly [string] | readonly [string, string];
  from?: string;
  to?: string;
}

/** What the words of a brief need. */
export interface BriefContext {
  ledger: Ledger;
  blocs: Blocs;
  /** A party's usual name. */
  name(code: string): string;
}

/** So many reports an act are looked through for the latest acts. */
const REPORTS = 5;
const LATEST = 20, PARTNERS = 8, TIES = 20, GROUPS = 8, READINGS = 6, CITED = 3;
const signed = (value: number): string => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(1)}`;
const many = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;

/** What several stories say alike is said once, with all of them as its sources. */
function merged(items: readonly Statement[]): Statement[] {
  const found = new Map<string, Statement>();
  for (const { text, cites } of items) {
    const before = found.get(text);
    found.set(text, { text, cites: [...new Set([...(before?.cites ?? []), ...cites])] });
  }
  return [...found.values()];
}

interface Work extends BriefContext {
  sources: Sources;
  filter: Filter;
}

const asking = ({ filter, blocs }: Work): Asking => {
  const { from, to } = filter;
  return { filter: { ...(from && { from }), ...(to && { to }) }, parameters: {}, blocs };
};

/** The ids of the facts behind a measure's number, the first few. */
const idsOf = (because: RelationAnswer['because'], happenings: readonly string[], most = CITED): string[] =>
  happenings.flatMap((happening) => (because[happening] ?? []).slice(0, 1).map(({ id }) => id)).slice(0, most);

const eventText = (fact: EventFact, name: Work['name']): string => {
  const { what, factuality, when, notes } = describeEvent(fact), even = fact.type === 'CONSULT' || fact.mutual;
  return [`${name(fact.source)} ${even ? 'and' : 'toward'} ${name(fact.target)}: ${what}`, factuality, when, ...notes].filter(Boolean).join('; ');
};

function toneBlocks({ tone: series }: RelationAnswer, title: string): Block[] {
  if (!series) return [];
  const { steps, by } = series;
  return [
    { kind: 'chart', title: `${title}: net tone by ${by}`, unit: 'summed Goldstein intensity', bars: steps.map(({ period, happenings, net }) => ({ label: period, value: happenings ? net : undefined })) },
    { kind: 'chart', title: `${title}: happenings by ${by}`, unit: 'happenings', bars: steps.map(({ period, happenings }) => ({ label: period, value: happenings || undefined })) },
  ];
}

const UNIT = { tone: () => 'mean tone', hostility: (step: string) => `hostile acts a ${step}`, contact: (step: string) => `happenings a ${step}` } as const;

/** The acts on either side of a day: what a change stands on where it is that something ceased. */
async function around(pair: readonly string[], day: string, { ledger, filter }: Work): Promise<string[]> {
  const both = { ...filter, parties: undefined, pair: pair as [string, string] };
  const before = await events(ledger, { ...both, to: day }, { limit: 1 }), after = await events(ledger, { ...both, from: day }, { limit: 1, order: 'oldest' });
  return [...before.rows, ...after.rows].map(({ id }) => id);
}

async function changeItems(answer: RelationAnswer, work: Work): Promise<Statement[]> {
  const { sources } = work;
  const { thaw: turns, because } = answer;
  if (!turns) return [];
  const found = (['tone', 'hostility', 'contact'] as const).flatMap((what) => turns[what].changes.map((change) => ({ what, change })));
  const level = (what: keyof typeof UNIT, value: number): string => (what === 'tone' ? signed(value) : value.toFixed(2));
  const say = (what: keyof typeof UNIT, { kind, date, interval: [from, to], before, after, strength }: Change): string =>
    `${kind} from ${date} (between ${from} and ${to}): ${UNIT[what](turns.by)} ${level(what, before.level)} to ${level(what, after.level)}, ${strength} evidence, ${before.happenings} and ${many(after.happenings, 'happening')} on either side`;
  const items: Statement[] = [];
  for (const { what, change } of found.sort((x, y) => (x.change.date < y.change.date ? -1 : 1))) {
    const own = idsOf(because, change.because);
    items.push({ text: say(what, change), cites: sources.cite(own.length ? own : await around(answer.parties, change.date, work)) });
  }
  return items;
}

const nowText = (what: string, { thin, now }: Changes): string =>
  (thin ? `${what}: too little to say (${thin})` : `${what}: the present state has most likely lasted since ${now?.since}; the chance that it began on or after ${now?.recently} is ${Math.round((now?.changing ?? 0) * 100)} per cent`);

async function changes(answer: RelationAnswer, work: Work): Promise<Section> {
  const { thaw: turns } = answer, items = await changeItems(answer, work), blocks: Block[] = [];
  if (!turns || turns.tone.thin) blocks.push({ kind: 'text', statements: [{ text: `Too little to say: ${turns?.tone.thin ?? answer.thin ?? ''}.`, cites: [] }] });
  else {
    blocks.push(items.length ? { kind: 'list', items } : { kind: 'text', statements: [{ text: 'No change stands out from chance.', cites: [] }] });
    blocks.push({ kind: 'list', items: [['Tone', turns.tone], ['Hostile acts', turns.hostility], ['Contact', turns.contact]].map(([what, found]) => ({ text: nowText(what as string, found as Changes), cites: [] })) });
  }
  const said = turns?.said.map(({ trend, series }) => ({ text: `Stated: relations ${trend.direction}; the series ${series}.`, cites: work.sources.cite([trend.id]) })) ?? [];
  if (said.length) blocks.push({ kind: 'list', items: merged(said) });
  return { title: 'Changes', blocks };
}

async function precedents(pair: readonly [string, string], work: Work): Promise<Section> {
  const { precedent: found, because, thin } = await precedentOf(work.ledger, pair, asking(work)), title = 'Precedents', { sources } = work;
  if (!found) return { title, blocks: [{ kind: 'text', statements: [{ text: thin ?? 'Nothing in the record.', cites: [] }] }] };
  const last = new Map<string, { text: string; ids: string[] }>();
  for (const round of found.rounds) {
    const told = round.because.flatMap((happening) => because[happening] ?? []);
    for (const kind of [...round.types, ...round.modes]) last.set(kind, { text: `${kind}: last seen ${round.to}`, ids: told.filter(({ type, mode }) => type === kind || mode === kind).slice(-1).map(({ id }) => id) });
  }
  const stated = found.stated.map(({ precedent: claim, type, mode, day, verdict, reason, happening, against }) => ({
    text: `${describePrecedent(claim)} (${type}${mode ? `, ${mode}` : ''}, ${day}): ${verdict}: ${reason}`, cites: sources.cite([...idsOf(because, [happening], 1), ...idsOf(because, against)]),
  }));
  const blocks: Block[] = [{ kind: 'text', statements: [{ text: `The record begins on ${found.record}; what is a first is a first since then.`, cites: [] }] }];
  if (last.size) blocks.push({ kind: 'list', items: [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { text, ids }]) => ({ text, cites: sources.cite(ids) })) });
  if (stated.length) blocks.push({ kind: 'list', items: stated });
  return { title, blocks };
}

/** Rival readings in columns: what is said well of it, what ill, and the rest. */
async function claims(work: Work, parties: readonly string[]): Promise<Section> {
  const { readings: told, thin } = await claimsAbout(work.ledger, parties, asking(work)), title = 'Claims side by side';
  if (!told?.groups.length) return { title, blocks: [{ kind: 'text', statements: [{ text: thin ?? 'No claims in this window.', cites: [] }] }] };
  const cell = (group: (typeof told.groups)[number], stances: readonly string[]): Statement => {
    const own = group.readings.filter(({ stance }) => stances.includes(stance)).slice(0, READINGS);
    return { text: own.map(({ claim }) => `${claim.speaker === 'unnamed' ? 'unnamed' : claim.speaker} (${claim.kind}): “${claim.cite?.evidence ?? ''}”`).join('\n'), cites: work.sources.cite(own.map(({ claim }) => claim.id)) };
  };
  const groups = [...told.groups].sort((a, b) => Number(b.rival) - Number(a.rival) || (a.to < b.to ? 1 : -1)).slice(0, GROUPS);
  return {
    title, blocks: [{
      kind: 'table', head: ['When', 'Takes it well', 'Takes it ill', 'Takes no side'],
      rows: groups.map((group) => [{ text: group.from === group.to ? group.from : `${group.from} to ${group.to}`, cites: [] }, cell(group, ['favourable']), cell(group, ['unfavourable']), cell(group, ['even', 'none'])]),
    }],
  };
}

async function standing(work: Work): Promise<Section[]> {
  const { ledger, filter, sources, name } = work, page = { limit: TIES };
  const tied = (await ties(ledger, filter, page)).rows, told = (await trends(ledger, filter, page)).rows;
  const sections: Section[] = [];
  if (tied.length) sections.push({ title: 'Standing ties', blocks: [{ kind: 'list', items: merged(tied.map(({ id, fact }) => ({ text: `${name(fact.a)} – ${name(fact.b)}: ${describeTie(fact).what}`, cites: sources.cite([id]) }))) }] });
  if (told.length) sections.push({ title: 'What stories say of the trend', blocks: [{ kind: 'list', items: merged(told.map(({ id, fact }) => ({ text: `${name(fact.a)} – ${name(fact.b)}: ${fact.direction}`, cites: sources.cite([id]) }))) }] });
  return sections;
}

/** The latest acts, each once, as its surest report has it, with all reports as its sources. */
async function latest({ ledger, filter, sources, name }: Work): Promise<Section> {
  const { rows } = await events(ledger, filter, { limit: LATEST * REPORTS }), known = await happeningsOf(ledger, rows.map(({ id }) => Number(id.slice(1)))), acts = new Map<string, Recorded<EventFact>[]>();
  for (const row of rows) {
    const key = [known.get(Number(row.id.slice(1))) ?? row.id, row.fact.type, ...[row.fact.source, row.fact.target].sort()].join(' ');
    acts.set(key, [...(acts.get(key) ?? []), row]);
  }
  const items = [...acts.values()].slice(0, LATEST).map((reports): Statement => {
    const { story, fact } = reports.reduce((best, one) => (one.fact.confidence > best.fact.confidence ? one : best));
    return { text: `${fact.from ?? story?.date ?? ''}: ${eventText(fact, name)}`, cites: sources.cite(reports.map(({ id }) => id)) };
  });
  return { title: 'Latest acts', blocks: [items.length ? { kind: 'list', items } : { kind: 'text', statements: [{ text: 'None in this window.', cites: [] }] }] };
}

async function pairSections(pair: readonly [string, string], work: Work): Promise<{ sections: Section[]; window?: Brief['window'] }> {
  const answer = await relation(work.ledger, pair, asking(work)), { window } = answer, [a, b] = pair.map(work.name);
  const total = answer.tone?.total, n = await count(work.ledger, 'event', work.filter);
  const overview: Statement[] = total ? [
    { text: `${many(total.happenings, 'happening')} between ${a} and ${b}, told by ${many(n, 'event')}; cooperation ${signed(total.cooperation)}, conflict ${signed(total.conflict)}, mean tone ${signed(total.mean ?? 0)}.`, cites: work.sources.cite(idsOf(answer.because, total.because)) },
    { text: `By type: ${Object.entries(total.types).sort(([x, i], [y, j]) => j - i || (x < y ? -1 : 1)).map(([type, k]) => `${type} ${Number(k.toFixed(1))}`).join(', ')}.`, cites: [] },
  ] : [{ text: answer.thin ?? 'The record holds nothing of the two in this window.', cites: [] }];
  return {
    ...(window && { window }),
    sections: [
      { title: 'Overview', blocks: [{ kind: 'text', statements: overview }, ...toneBlocks(answer, `${a} – ${b}`)] },
      await changes(answer, work), await precedents(pair, work), await claims(work, pair), ...await standing(work), await latest(work), await method(work, pair, [tone, thaw, precedent, readings]),
    ],
  };
}

const typeList = ({ counts }: Dyad): string => EVENT_TYPES.map((type, i) => [type, counts[i] as number] as const).filter(([, n]) => n > 0).sort(([x, i], [y, j]) => j - i || (x < y ? -1 : 1)).slice(0, 4).map(([type, n]) => `${type} ${n}`).join(', ');

async function partySections(party: string, work: Work): Promise<{ sections: Section[]; window?: Brief['window'] }> {
  const { ledger, name, filter, sources } = work;
  const dyads = await network(ledger, filter), partners = new Map<string, { total: number; forth?: Dyad; back?: Dyad }>();
  for (const dyad of dyads) {
    const other = dyad.source === party ? dyad.target : dyad.source;
    if (other === party) continue;
    const entry = partners.get(other) ?? { total: 0 };
    entry.total += dyad.total;
    entry[dyad.source === party ? 'forth' : 'back'] = dyad;
    partners.set(other, entry);
  }
  const top = [...partners].sort(([a, x], [b, y]) => y.total - x.total || (a < b ? -1 : 1)).slice(0, PARTNERS), all = [...partners.values()].reduce((sum, { total }) => sum + total, 0);
  const answers = [];
  for (const [other] of top.slice(0, 3)) answers.push({ other, answer: await relation(ledger, [party, other], asking(work)) });
  const latestOf = async (other: string): Promise<string[]> => (await events(ledger, { ...filter, parties: undefined, pair: [party, other] }, { limit: 1 })).rows.map(({ id }) => id);
  const rows: Statement[][] = [];
  for (const [other, { total, forth, back }] of top) {
    rows.push([{ text: name(other), cites: sources.cite(await latestOf(other)) }, { text: String(total), cites: [] }, { text: forth ? typeList(forth) : '', cites: [] }, { text: back ? typeList(back) : '', cites: [] }]);
  }
  const { room: held, window } = await roomOfParty(ledger, party, asking(work)), first = held?.holds[0];
  const overview: Statement[] = [{ text: `${many(all, 'act')} with ${many(partners.size, 'party', 'parties')}.`, cites: [] }];
  if (held && !held.thin && first) overview.push({ text: `Room for manoeuvre: constraint ${held.constraint?.toFixed(2)} over ${many(held.partners, 'partner')}; ${name(first.party)} takes ${Math.round(first.holds * 100)} per cent of it.`, cites: sources.cite(await latestOf(first.party)) });
  const series: Section[] = [];
  for (const { other, answer } of answers) {
    const items = await changeItems(answer, work), blocks = toneBlocks(answer, `${name(party)} – ${name(other)}`).slice(0, 1);
    series.push({ title: `With ${name(other)}`, blocks: [...blocks, items.length ? { kind: 'list' as const, items } : { kind: 'text' as const, statements: [{ text: answer.thaw?.tone.thin ? `Changes: too little to say (${answer.thaw.tone.thin}).` : 'No change stands out from chance.', cites: [] }] }] });
  }
  const stated: Section[] = [];
  for (const { other } of answers) {
    const section = await precedents([party, other], work);
    stated.push({ ...section, title: `Precedents with ${name(other)}` });
  }
  return {
    ...(window && { window }),
    sections: [
      { title: 'Overview', blocks: [{ kind: 'text', statements: overview }, ...(rows.length ? [{ kind: 'table' as const, head: ['With', 'Acts', `By ${name(party)}`, 'By the other'], rows }] : [])] },
      ...series, ...stated, await claims(work, [party]), ...await standing(work), await latest(work), await method(work, [party], [tone, thaw, precedent, readings, room]),
    ],
  };
}

/** Where the numbers come from that no one sentence states. */
async function method({ ledger, filter }: Work, parties: readonly string[], measures: readonly Declaration[]): Promise<Section> {
  const n = await count(ledger, 'event', filter), narrowed = [filter.from && `--from ${filter.from}`, filter.to && `--to ${filter.to}`].filter(Boolean).join(' ');
  const asked = `dragoman events ${parties.length === 2 ? '--pair' : '--party'} ${parties.join(' ')}${narrowed ? ` ${narrowed}` : ''}`;
  return {
    title: 'How the numbers were made', blocks: [{
      kind: 'list', items: [
        { text: `Counts and series are computed from all ${many(n, 'event')} of stories that "${asked}" lists, each happening once, as corrected; of those behind a change, the first few are cited.`, cites: [] },
        ...measures.map(({ name, source }) => ({ text: `${name}: ${source}.`, cites: [] })),
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
export async function composeBrief({ parties, from, to }: BriefAsked, context: BriefContext): Promise<Brief> {
  const [a, b] = parties, filter: Filter = { ...(b === undefined ? { parties: [a] } : { pair: [a, b] as [string, string] }), ...(from && { from }), ...(to && { to }) };
  const work: Work = { ...context, filter, sources: new Sources() };
  const { sections, window } = b === undefined ? await partySections(a, work) : await pairSections([a, b], work);
  const asked = from || to ? { from: from ?? window?.from ?? '', to: to ?? window?.to ?? '' } : window;
  return { title: parties.map((code) => context.name(code as string)).join(' – '), ...(asked && { window: asked }), sections, sources: await sourcesOf(context.ledger, work.sources.ids) };
}
