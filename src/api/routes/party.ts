/** A party at a glance: its relations as series, its people. */
import { z } from '@hono/zod-openapi';
import { peopleOf } from '../../ledger/people.ts';
import { dealingsOf } from '../../ledger/dealings.ts';
import { coverage } from '../../ledger/record.ts';
import { newestDay } from '../../ledger/tallies.ts';
import { fitting, periodIndex, periodName, periodStart, PERIODS } from '../../relations/calendar.ts';
import type { Period } from '../../relations/calendar.ts';
import { dayOfNumber } from '../../story/day.ts';
import { filterOf, partyOf } from '../ask.ts';
import { endpoint } from '../endpoint.ts';
import type { Gazetteer } from '../gazetteer.ts';
import type { Asking } from '../served.ts';
import { Filters, Party } from '../schemas/facts.ts';
import { PartyView } from '../schemas/views.ts';

const PARTNERS = 24, PEOPLE = 24;
/** Steps that a small chart can show. */
const STEPS = 48;

interface Series {
  acts: number;
  tone: number;
  steps: { cooperation: number; conflict: number; acts: number }[];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The party's people of the gazetteer, those in office at the end of the window first. */
function inOffice(names: Gazetteer, code: string, day: string): PartyView['offices'] {
  const held = names.peopleOf(code).flatMap(({ names: own, offices }) => offices.filter((office) => office.code === undefined || office.code === code)
    .filter(({ from, to }) => from <= day && day <= to).map(({ role, from, to }) => ({ names: own, role, from, ...(to !== '9999' && { to }) })));
  return held.sort((a, b) => (a.from < b.from ? 1 : -1)).slice(0, PEOPLE);
}

export function addParty({ api, ledger, names, codes }: Asking): void {
  endpoint(api, {
    path: '/parties/{code}', tag: 'Parties', summary: 'A party: its relations as series, its people',
    params: z.object({ code: Party }), query: Filters.pick({ from: true, to: true, type: true }).extend({ by: z.enum(['auto', ...PERIODS]).default('auto') }), answer: PartyView,
  }, async ({ params, query: { by: asked, ...given } }) => {
    const code = partyOf(params.code, names, await codes());
    const filter = filterOf('event', { ...given, party: undefined, pair: undefined, factuality: ['fact'], lang: undefined, outlet: undefined, speaker: undefined, text: undefined }, names);
    const covered = await coverage(ledger), newest = await newestDay(ledger), record = await dealingsOf(ledger, code, filter);
    const base = { code, names: names.namesOf(code), kind: names.kind(code), people: await peopleOf(ledger, code, PEOPLE) };
    const last = filter.to ?? newest;
    if (!covered || !last || record.first === undefined) return { ...base, acts: 0, relations: 0, partners: [], offices: last ? inOffice(names, code, last) : [] };

    const window = { from: filter.from ?? dayOfNumber(Math.max(covered.firstDay, record.first)), to: last };
    const by: Period = asked === 'auto' ? fitting(window.from, window.to, STEPS) : asked;
    const start = periodIndex(by, window.from), length = Math.max(1, periodIndex(by, window.to) - start + 1);
    const dealings = by === 'day' || by === 'week' ? await record.daily() : record.dealings, partners = new Map<string, Series>(), steps = new Map<number, number>();
    let acts = 0;
    for (const { other, n, cooperation, conflict } of dealings) {
      const series = partners.get(other) ?? { acts: 0, tone: 0, steps: [] };
      partners.set(other, series);
      acts += n;
      series.acts += n;
      series.tone += cooperation + conflict;
    }
    const ranked = [...partners].sort(([x, a], [y, b]) => b.acts - a.acts || (x < y ? -1 : 1)), shown = new Map(ranked.slice(0, PARTNERS));
    for (const { other, day, n, cooperation, conflict } of dealings) {
      const series = shown.get(other);
      if (!series) continue;
      const step = steps.get(day) ?? periodIndex(by, dayOfNumber(day)) - start;
      steps.set(day, step);
      if (step < 0 || step >= length) continue;
      const at = (series.steps[step] ??= { cooperation: 0, conflict: 0, acts: 0 });
      at.acts += n;
      at.cooperation += cooperation;
      at.conflict += conflict;
    }
    return {
      ...base, acts, relations: ranked.length, window, by, periods: Array.from({ length }, (_, i) => ({ name: periodName(by, start + i), from: periodStart(by, start + i) })),
      partners: [...shown].map(([party, { acts: n, tone, steps }]) => ({
        party, acts: n, tone: round(tone / n), steps: Object.entries(steps).map(([i, { cooperation, conflict, acts: own }]) => ({ i: Number(i), cooperation: round(cooperation), conflict: round(conflict), acts: own })),
      })),
      offices: inOffice(names, code, window.to),
    };
  });
}
