/** The tone of a relation over time: what was cooperative above the line, what was hostile below, changes marked, every event a tick. */
import type { RelationAnswer } from '../../../src/answers/answer.ts';
import type { Event } from '../../../src/api/schemas/facts.ts';
import type { Change } from '../../../src/relations/thaw.ts';
import { shown } from '../../../src/story/shown.ts';
import { useParties } from './parties.tsx';
import { useWords } from '../words.ts';
import type { Words } from '../words.ts';
import { toneOf, whatOf } from './fact.tsx';
import { Chart } from './chart.tsx';
import { placeLabels, ROW } from './labels.ts';

const DAY = 86_400_000;
/** The chart's margins in pixels. */
const LEFT = 40, RIGHT = 14;
const date = (day: string): Date => new Date(`${day}T00:00:00Z`);
const iso = (at: Date): string => at.toISOString().slice(0, 10);
const COLOUR = { 'verbal-cooperation': 'coop', 'material-cooperation': 'coop-deed', 'verbal-conflict': 'conflict', 'material-conflict': 'conflict-deed' } as const;

/** A change in words: what changed, from what to what, how sure. */
export const changeText = ({ kind, before, after, strength, date: day, of }: Turn, { t, term, number, day: written }: Words): string =>
  t('change.text', { of: term('of', of), kind: term('change', kind), day: written(day), before: number(before.level, 1), after: number(after.level, 1), strength: term('strength', strength) });

/** A change with what it is a change of. */
export type Turn = Change & { of: 'tone' | 'hostility' | 'contact' };

/** All changes of tone, of hostility and of contact, in order; those of tone first where they fall together. */
export const changesIn = ({ thaw }: RelationAnswer): Turn[] =>
  thaw ? (['tone', 'hostility', 'contact'] as const).flatMap((of) => thaw[of].changes.map((change) => ({ ...change, of }))).sort((x, y) => (x.date < y.date ? -1 : x.date > y.date ? 1 : 0)) : [];

/** Windows so long, in days, are ticked by years; so short, by days. */
const YEARS = 6 * 365, DAYS = 62;

/** A tick of the axis of time: Plot's own are English. The year stands under the first and under each January. */
function tickIn({ lang }: Words, days: number): (at: Date, i: number) => string {
  const month = new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' }), date = new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return (at, i) => {
    const year = String(at.getUTCFullYear()), january = at.getUTCMonth() === 0 && at.getUTCDate() === 1;
    if (days > YEARS && january) return year;
    const name = (days < DAYS || at.getUTCDate() !== 1 ? date : month).format(at);
    return i === 0 || january ? `${name}\n${year}` : name;
  };
}

export function ToneChart({ title, answer, events, onBrush }: { title: string; answer: RelationAnswer; events: readonly Event[]; onBrush: (period: [string, string] | undefined) => void }) {
  const words = useWords(), { t, day, number } = words, parties = useParties(), { tone, window } = answer;
  if (!tone || !window) return null;
  const steps = tone.steps.map(({ from, to, period, cooperation, conflict, net, happenings }) => ({ from: date(from), to: new Date(Number(date(to)) + DAY), period, cooperation, conflict, net, happenings }));
  const [first, last] = [steps[0]?.from ?? date(window.from), steps.at(-1)?.to ?? date(window.to)];
  const turns = changesIn(answer).filter(({ kind }) => kind === 'thaw' || kind === 'chill').filter(({ date: at }, i, all) => all.findIndex((one) => one.date === at) === i);
  const marks = events.map((event) => ({ event, at: date(event.from ?? event.to ?? event.story?.date ?? window.to), colour: COLOUR[toneOf(event) as keyof typeof COLOUR] })).filter(({ at }) => at >= first && at <= last);
  const most = Math.max(1, ...steps.map(({ cooperation }) => cooperation)), least = Math.min(-1, ...steps.map(({ conflict }) => conflict));
  const unit = (most - least) / 100, strip = least - 14 * unit;
  const labelsIn = (width: number) => placeLabels(turns.map(({ kind, date: at }) => ({
    text: `${words.term('change', kind)} ${day(at)}`, x: LEFT + ((Number(date(at)) - Number(first)) / (Number(last) - Number(first))) * (width - LEFT - RIGHT),
  })), width).map((label, i) => ({ ...label, turn: turns[i] as Turn }));
  return (
    <Chart
      title={`${title} ${t('chart.tone')}`}
      describe={[t('chart.tone.about'), ...turns.map((turn) => changeText(turn, words))].join('. ')}
      of={[answer, events, words, parties]}
      rows={() => steps.map(({ period, from, to, cooperation, conflict, net, happenings }) => ({ period, from: iso(from), to: iso(new Date(Number(to) - DAY)), happenings, cooperation, conflict, net }))}
      onBrush={(period) => onBrush(period && [iso(period[0]), iso(period[1])])}
      draw={({ plot, width, palette }) => {
        const labels = labelsIn(width), top = 10 + ROW * Math.max(1, ...labels.map(({ row }) => row + 1));
        return plot.plot({
          width, height: (width < 600 ? 230 : 290) + top, marginLeft: LEFT, marginRight: RIGHT, marginTop: top, marginBottom: 38, className: 'plot',
          style: { background: 'transparent', color: palette.ink, fontFamily: palette.sans, fontSize: '12px', overflow: 'visible' },
          x: { type: 'utc', domain: [first, last], label: null }, y: { label: null, ticks: 5, domain: [strip - 5 * unit, most + 4 * unit] },
          marks: [
            ...(words.lang === 'en' ? [] : [plot.axisX({ tickFormat: tickIn(words, (Number(last) - Number(first)) / DAY), label: null })]),
            plot.gridY({ stroke: palette.line, strokeOpacity: 1, ticks: 5 }),
            ...turns.map((turn) => plot.rect([turn], { x1: date(turn.interval[0]), x2: new Date(Number(date(turn.interval[1])) + DAY), y1: most + 0.5 * unit, y2: most + 2.5 * unit, fill: turn.kind === 'thaw' ? palette.coop : palette.conflict, fillOpacity: 0.35 })),
            plot.rectY(steps.filter(({ cooperation }) => cooperation > 0), { x1: 'from', x2: 'to', y1: 0, y2: 'cooperation', fill: palette.coop, inset: 0.5 }),
            plot.rectY(steps.filter(({ conflict }) => conflict < 0), { x1: 'from', x2: 'to', y1: 'conflict', y2: 0, fill: palette.conflict, inset: 0.5 }),
            plot.ruleY([0], { stroke: palette.ink }),
            plot.ruleX(marks, { x: 'at', y1: strip - 4 * unit, y2: strip + 4 * unit, stroke: ({ colour }: (typeof marks)[number]) => palette[colour], strokeWidth: 1.6, strokeOpacity: 0.85 }),
            plot.ruleX(turns, { x: ({ date: at }: Turn) => date(at), stroke: ({ kind }: Turn) => (kind === 'thaw' ? palette['coop-deed'] : palette['conflict-deed']), strokeWidth: 1.5, strokeDasharray: '4 3', y1: least, y2: most }),
            ...labels.map(({ turn, text, row, left }) => plot.text([turn], { x: () => date(turn.date), y: most + 4 * unit, text: () => text, fill: turn.kind === 'thaw' ? palette['coop-deed'] : palette['conflict-deed'], fontWeight: 600, textAnchor: left ? 'end' : 'start', dx: left ? -5 : 5, dy: -5 - ROW * row, stroke: palette.paper, strokeWidth: 4 })),
            plot.tip(steps.filter(({ happenings }) => happenings > 0), plot.pointerX({
              x: ({ from, to }: (typeof steps)[number]) => new Date((Number(from) + Number(to)) / 2), y: ({ cooperation }: (typeof steps)[number]) => cooperation, fill: palette.raised, stroke: palette.line, maxRadius: 40, lineWidth: 34, anchor: 'top',
              title: ({ period, happenings, cooperation, conflict, from, to }: (typeof steps)[number]) => [
                `${period}: ${t('count.happening', { n: happenings })}`, `${t('tone.cooperation')} ${number(cooperation, 1)}   ${t('tone.conflict')} ${number(conflict, 1)}`,
                ...turns.filter(({ date: at }) => date(at) >= from && date(at) < to).map((turn) => changeText(turn, words)),
                ...marks.filter(({ at }) => at >= from && at < to).slice(0, 4).map(({ event }) => `${parties.name(event.source)} → ${parties.name(event.target)}: ${whatOf(event, words)}. ${shown(event.evidence).slice(0, 110)}`),
              ].join('\n'),
            })),
          ],
        });
      }}
    />
  );
}
