/** Tone: how two parties deal with each other over time. */
import { intensity } from '../ontology/intensity.ts';
import { isSymmetricType, typeInfo } from '../ontology/plover.ts';
import type { Quad } from '../ontology/plover.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { EventType } from '../story/facts.ts';
import { WEIGHTS } from './acts.ts';
import { fitting, PERIODS, periodEnd, periodName, periodStart, stepsOf } from './calendar.ts';
import type { Period } from './calendar.ts';
import { actsIn } from './columns.ts';
import type { Acts } from './columns.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import type { Events, Pair, Window } from './event.ts';

export const tone = {
  name: 'tone',
  question: 'How do the two deal with each other, and how has that changed?',
  inputs: ['events of the pair'],
  parameters: [
    { name: 'by', about: 'the step of the series; auto takes months, or whatever lays the window out in some dozens of steps', default: 'auto', choices: ['auto', ...PERIODS] },
    { name: 'direction', about: 'acts either way, or only those of the first toward the second (joint acts count both ways)', default: 'both', choices: ['both', 'forth', 'back'] },
    ...WEIGHTS,
  ],
  outputs: [
    { name: 'happenings', about: 'acts that counted; none is silence, and not calm', unit: 'happenings' },
    { name: 'cooperation', about: 'summed intensity of what was cooperative', unit: 'Goldstein' },
    { name: 'conflict', about: 'summed intensity of what was hostile, below zero', unit: 'Goldstein' },
    { name: 'net', about: 'the two together', unit: 'Goldstein' },
    { name: 'mean', about: 'net for one happening: how, not how often', unit: 'Goldstein' },
    { name: 'quads', about: 'weighted happenings of each quad class', unit: 'happenings' },
    { name: 'types', about: 'weighted happenings of each type', unit: 'happenings' },
    { name: 'because', about: 'the happenings it was made from' },
  ],
  source: 'Goldstein 1992 (J. Conflict Resolution 36) through CAMEO; types and quad classes: PLOVER (Halterman et al. 2023)',
} as const satisfies Declaration;

export type ToneParameters = ParametersOf<typeof tone>;

/** A dyad's tone in one period, or over all of them. */
export interface Tone {
  happenings: number;
  cooperation: number;
  conflict: number;
  net: number;
  /** Absent where nothing happened. */
  mean?: number;
  quads: Record<Quad, number>;
  types: Partial<Record<EventType, number>>;
  because: string[];
}

export interface ToneStep extends Tone {
  period: string;
  from: string;
  to: string;
}

export interface ToneSeries {
  by: Period;
  steps: ToneStep[];
  total: Tone;
}

const VALUES = EVENT_TYPES.map(intensity), QUAD = EVENT_TYPES.map((type) => typeInfo(type).quad), JOINT = EVENT_TYPES.map(isSymmetricType);

/** The tone of the rows from one up to another (left out); `listed` says whether their happenings are named. */
function toneOf(acts: Acts, first: number, end: number, listed: boolean): Tone {
  const weights = new Float64Array(EVENT_TYPES.length), quads: Record<Quad, number> = { 'verbal cooperation': 0, 'material cooperation': 0, 'verbal conflict': 0, 'material conflict': 0 };
  const { type: kinds, weight: worth, count } = acts;
  for (let row = first; row < end; row++) weights[kinds[row]] += worth[row] * count[row];
  const types: Partial<Record<EventType, number>> = {};
  let cooperation = 0, conflict = 0, weight = 0;
  EVENT_TYPES.forEach((type, i) => {
    const own = weights[i], value = VALUES[i] * own;
    if (own === 0) return;
    if (value > 0) cooperation += value;
    else conflict += value;
    weight += own;
    quads[QUAD[i]] += own;
    types[type] = own;
  });
  const net = cooperation + conflict, because = listed ? acts.list(rowsOf(first, end)) : [];
  return { happenings: acts.happenings(first, end), cooperation, conflict, net, ...(weight > 0 && { mean: net / weight }), quads, types, because };
}

function* rowsOf(first: number, end: number): Generator<number> {
  for (let row = first; row < end; row++) yield row;
}

/** The acts of a dyad in a window that go one way, or both. */
function directed(acts: Acts, pair: Pair, direction: ToneParameters['direction']): Acts {
  if (direction === 'both') return acts;
  const source = acts.parties.indexOf(pair[direction === 'back' ? 1 : 0]);
  return acts.only((row) => acts.source[row] === source || JOINT[acts.type[row]]);
}

/** How many happenings there are, and their mean tone; absent where there are none. */
export function toneInAll(acts: Acts): Pick<Tone, 'happenings' | 'mean'> {
  const { happenings, mean } = toneOf(acts, 0, acts.length, false);
  return { happenings, ...(mean !== undefined && { mean }) };
}

/**
 * The tone of a dyad through a window, step by step; every step is there, so that silence shows. An act belongs to the
 * step in which it begins.
 */
export function toneSeries(events: Events, pair: Pair, window: Window, parameters: ToneParameters): ToneSeries {
  const acts = directed(actsIn(events, parameters, { ...window, pair }), pair, parameters.direction);
  const by = parameters.by === 'auto' ? fitting(window.from, window.to, 60) : parameters.by;
  const { start, length, begin } = stepsOf(by, window.from, window.to), steps: ToneStep[] = [];
  for (let step = 0; step < length; step++) {
    const tones = toneOf(acts, acts.from(begin[step]), acts.from(begin[step + 1]), true);
    steps.push({ period: periodName(by, start + step), from: periodStart(by, start + step), to: periodEnd(by, start + step), ...tones });
  }
  return { by, steps, total: toneOf(acts, 0, acts.length, true) };
}
