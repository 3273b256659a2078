/** What stories tell: claims side by side, standing ties, the latest acts, what is said to be a first. */
import { claimsAbout, precedentOf } from '../answers/answer.ts';
import { events, ties, trends } from '../ledger/facts.ts';
import type { Recorded } from '../ledger/facts.ts';
import { happeningsOf } from '../ledger/told.ts';
import { agree, genderOf } from '../parties/russian.ts';
import { MODES } from '../story/facts.ts';
import type { EventFact, TieFact } from '../story/facts.ts';
import { notesOf, precedentOf as statedPrecedent, whenOf } from '../words/tell.ts';
import type { Block, Section, Statement } from './document.ts';
import { asking, idsOf, lackOf, merged, textBlock } from './work.ts';
import type { Work } from './work.ts';
import type { Words } from './words.ts';

/** So many reports an act are looked through for the latest acts. */
const REPORTS = 5;
const LATEST = 20, TIES = 20, GROUPS = 8, READINGS = 6;
const isMode = (kind: string): boolean => MODES.some((mode) => mode === kind);

/** When each kind of act was last seen, and what stories say is a first. */
export async function precedents(pair: readonly [string, string], work: Work, title: string): Promise<Section> {
  const { sources, words } = work, { t, term, say } = words, answer = await precedentOf(work.ledger, pair, asking(work)), { precedent: found, because } = answer;
  if (!found) return { title, blocks: [textBlock(lackOf(answer, words) ?? t('precedent.none'))] };
  const last = new Map<string, { text: string; ids: string[] }>();
  for (const round of found.rounds) {
    const told = round.because.flatMap((happening) => because[happening] ?? []);
    for (const kind of [...round.types, ...round.modes]) {
      last.set(kind, { text: t('precedent.last-seen', { kind: term(isMode(kind) ? 'mode' : 'type', kind), day: { day: round.to } }), ids: told.filter(({ type, mode }) => type === kind || mode === kind).slice(-1).map(({ id }) => id) });
    }
  }
  const stated = found.stated.map(({ precedent: claim, type, mode, day, verdict, why, happening, against }) => ({
    text: t('precedent.found', { stated: t('precedent.stated', { what: statedPrecedent(claim, words) }), type: actOf(type, mode, words), day: { day }, verdict: term('verdict', verdict), why: say(why) }),
    cites: sources.cite([...idsOf(because, [happening], 1), ...idsOf(because, against)]),
  }));
  const blocks: Block[] = [textBlock(t('precedent.record', { day: { day: found.record } }))];
  if (last.size) blocks.push({ kind: 'list', items: [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { text, ids }]) => ({ text, cites: sources.cite(ids) })) });
  if (stated.length) blocks.push({ kind: 'list', items: stated });
  return { title, blocks };
}

/** Rival readings in columns: what is said well of it, what ill, and the rest. */
export async function claims(work: Work, parties: readonly string[]): Promise<Section> {
  const { words } = work, { t, term, day } = words, answer = await claimsAbout(work.ledger, parties, asking(work)), { readings: told } = answer, title = t('claims');
  if (!told?.groups.length) return { title, blocks: [textBlock(lackOf(answer, words) ?? t('claims.none'))] };
  const cell = (group: (typeof told.groups)[number], stances: readonly string[]): Statement => {
    const own = group.readings.filter(({ stance }) => stances.includes(stance)).slice(0, READINGS);
    return {
      text: own.map(({ claim }) => t('claims.said', { who: claim.speaker === 'unnamed' ? t('unnamed') : claim.speaker, kind: term('claim', claim.kind), evidence: claim.cite?.evidence ?? '' })).join('\n'),
      cites: work.sources.cite(own.map(({ claim }) => claim.id)),
    };
  };
  const groups = [...told.groups].sort((a, b) => Number(b.rival) - Number(a.rival) || (a.to < b.to ? 1 : -1)).slice(0, GROUPS);
  return {
    title, blocks: [{
      kind: 'table', head: [t('claims.when'), t('claims.well'), t('claims.ill'), t('claims.neither')],
      rows: groups.map((group) => [{ text: group.from === group.to ? day(group.from) : t('period', { from: day(group.from), to: day(group.to) }), cites: [] }, cell(group, ['favourable']), cell(group, ['unfavourable']), cell(group, ['even', 'none'])]),
    }],
  };
}

/** "military alliance": in Russian the adjective follows the noun's gender, in Turkish the noun is possessed by another before it. */
function tieOf({ domain, kind }: TieFact, { term, lang }: Words): [domain: string, tie: string] {
  const tie = term('tie', kind), noun = term('before', domain);
  if (lang === 'ru') return [agree(term('adjective', domain), genderOf(tie)), tie];
  return noun === domain ? [term('domain', domain), tie] : [noun, term('possessed', kind)];
}

export async function standing({ ledger, filter, sources, words }: Work): Promise<Section[]> {
  const page = { limit: TIES }, tied = (await ties(ledger, filter, page)).rows, told = (await trends(ledger, filter, page)).rows, { t, term } = words;
  const sections: Section[] = [], pair = ({ a, b }: { a: string; b: string }) => ({ a: { party: a }, b: { party: b } });
  const tie = (fact: TieFact): string => (([domain, kind]) => t('tie', { ...pair(fact), domain, tie: kind }))(tieOf(fact, words));
  if (tied.length) sections.push({ title: t('ties'), blocks: [{ kind: 'list', items: merged(tied.map(({ id, fact }) => ({ text: tie(fact), cites: sources.cite([id]) }))) }] });
  if (told.length) sections.push({ title: t('trends'), blocks: [{ kind: 'list', items: merged(told.map(({ id, fact }) => ({ text: t('said.trend', { ...pair(fact), direction: term('relations', fact.direction) }), cites: sources.cite([id]) }))) }] });
  return sections;
}

/** An act's word: its type with its mode, where it has one. */
const actOf = (type: string, mode: string | undefined, { t, term }: Words): string => (mode ? t('act.mode', { type: term('type', type), mode: term('mode', mode) }) : term('type', type));

function eventText(fact: EventFact, words: Words): string {
  const { t, term } = words, even = fact.type === 'CONSULT' || fact.mutual;
  const act = t(even ? 'act.even' : 'act.forth', { a: { party: fact.source }, b: { party: fact.target }, what: actOf(fact.type, fact.mode, words) });
  return [act, fact.factuality !== 'fact' && term('factuality', fact.factuality), fact.from !== fact.to && whenOf(fact, words), ...notesOf(fact, words)].filter(Boolean).join('; ');
}

/** The latest acts, each once, as its surest report has it, with all reports as its sources. */
export async function latest({ ledger, filter, sources, words }: Work): Promise<Section> {
  const { t, day } = words, { rows } = await events(ledger, filter, { limit: LATEST * REPORTS }), known = await happeningsOf(ledger, rows.map(({ id }) => Number(id.slice(1)))), acts = new Map<string, Recorded<EventFact>[]>();
  for (const row of rows) {
    const key = [known.get(Number(row.id.slice(1))) ?? row.id, row.fact.type, ...[row.fact.source, row.fact.target].sort()].join(' ');
    acts.set(key, [...(acts.get(key) ?? []), row]);
  }
  const items = [...acts.values()].slice(0, LATEST).map((reports): Statement => {
    const { story, fact } = reports.reduce((best, one) => (one.fact.confidence > best.fact.confidence ? one : best));
    return { text: t('dated', { day: day(fact.from ?? story?.date ?? ''), what: eventText(fact, words) }), cites: sources.cite(reports.map(({ id }) => id)) };
  });
  return { title: t('latest'), blocks: [items.length ? { kind: 'list', items } : textBlock(t('latest.none'))] };
}
