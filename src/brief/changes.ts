/** How tone and contact went, and when they changed. */
import type { RelationAnswer } from '../answers/answer.ts';
import { events } from '../ledger/facts.ts';
import type { Change, Changes } from '../relations/thaw.ts';
import type { Block, Section, Statement } from './document.ts';
import { idsOf, lackOf, merged, textBlock, uncited } from './work.ts';
import type { Work } from './work.ts';
import type { Words } from './words.ts';

const SERIES = ['tone', 'hostility', 'contact'] as const;
type Series = (typeof SERIES)[number];

/** The charts of a relation. */
export function toneBlocks({ tone: series }: RelationAnswer, title: string, { words: { t } }: Work): Block[] {
  if (!series) return [];
  const { steps } = series, by = t(`by.${series.by}`);
  return [
    { kind: 'chart', title: t('chart.tone', { title, by }), unit: t('unit.tone'), bars: steps.map(({ period, happenings, net }) => ({ label: period, value: happenings ? net : undefined })) },
    { kind: 'chart', title: t('chart.happenings', { title, by }), unit: t('unit.happenings'), bars: steps.map(({ period, happenings }) => ({ label: period, value: happenings || undefined })) },
  ];
}

/** The acts on either side of a day: what a change stands on where it is that something ceased. */
async function around(pair: readonly string[], day: string, { ledger, filter }: Work): Promise<string[]> {
  const both = { ...filter, parties: undefined, pair: pair as [string, string] };
  const before = await events(ledger, { ...both, to: day }, { limit: 1 }), after = await events(ledger, { ...both, from: day }, { limit: 1, order: 'oldest' });
  return [...before.rows, ...after.rows].map(({ id }) => id);
}

/** Each change with what it stands on, in order of time. */
export async function changeItems(answer: RelationAnswer, work: Work): Promise<Statement[]> {
  const { sources, words: { t, term, number, signed } } = work, { thaw: turns, because } = answer;
  if (!turns) return [];
  const step = t(`step.${turns.by}`), level = (what: Series, value: number): string => (what === 'tone' ? signed(value) : number(value, 2));
  const say = (what: Series, { kind, date, interval: [from, to], before, after, strength }: Change): string => t('change', {
    kind: term('change', kind), day: { day: date }, from: { day: from }, to: { day: to }, of: t(`of.${what}`, { step }), before: level(what, before.level), after: level(what, after.level),
    strength: term('strength', strength), n: before.happenings, count: after.happenings, happenings: { code: 'count.happening', values: { n: after.happenings } },
  });
  const items: Statement[] = [];
  for (const { what, change } of SERIES.flatMap((what) => turns[what].changes.map((change) => ({ what, change }))).sort((x, y) => (x.change.date < y.change.date ? -1 : 1))) {
    const own = idsOf(because, change.because);
    items.push({ text: say(what, change), cites: sources.cite(own.length ? own : await around(answer.parties, change.date, work)) });
  }
  return items;
}

function nowText(what: Series, found: Changes, words: Words): string {
  const { t, number } = words, { now } = found, why = lackOf(found, words);
  if (why !== undefined) return t('now.thin', { what: t(`what.${what}`), why });
  return t('now', { what: t(`what.${what}`), since: { day: now?.since ?? '' }, recently: { day: now?.recently ?? '' }, share: number(Math.round((now?.changing ?? 0) * 100), 0) });
}

export async function changes(answer: RelationAnswer, work: Work): Promise<Section> {
  const { thaw: turns } = answer, { words, sources } = work, { t, term } = words, items = await changeItems(answer, work), blocks: Block[] = [];
  if (!turns || turns.tone.thin) blocks.push(textBlock(t('thin', { why: lackOf(turns?.tone ?? {}, words) ?? lackOf(answer, words) ?? '' })));
  else {
    blocks.push(items.length ? { kind: 'list', items } : textBlock(t('steady')));
    blocks.push({ kind: 'list', items: SERIES.map((what) => uncited(nowText(what, turns[what], words))) });
  }
  const said = turns?.said.map(({ trend, series }) => ({ text: t('said', { direction: term('relations', trend.direction), series: term('series', series) }), cites: sources.cite([trend.id]) })) ?? [];
  if (said.length) blocks.push({ kind: 'list', items: merged(said) });
  return { title: t('changes'), blocks };
}
