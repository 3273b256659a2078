/** Tone: how two parties deal with each other over time. */
import { intensity } from '../ontology/intensity.ts';
import { isSymmetricType, typeInfo } from '../ontology/plover.ts';
import type { Quad } from '../ontology/plover.ts';
import type { EventType } from '../story/facts.ts';
import { actsOf, WEIGHTS } from './acts.ts';
import type { Act, Weights } from './acts.ts';
import { fitting, PERIODS, periodEnd, periodIndex, periodName, periodStart } from './calendar.ts';
import type { Period } from './calendar.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import { between, within } from './event.ts';
import type { Pair, RelationEvent, Window } from './event.ts';

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

function toneOf(acts: readonly Act[]): Tone {
  const quads: Record<Quad, number> = { 'verbal cooperation': 0, 'material cooperation': 0, 'verbal conflict': 0, 'material conflict': 0 };
  const types: Partial<Record<EventType, number>> = {}, because = new Set<string>();
  let cooperation = 0, conflict = 0, weight = 0;
  for (const act of acts) {
    const value = intensity(act.type) * act.weight;
    if (value > 0) cooperation += value;
    else conflict += value;
    weight += act.weight;
    quads[typeInfo(act.type).quad] += act.weight;
    types[act.type] = (types[act.type] ?? 0) + act.weight;
    because.add(act.happening);
  }
  const net = cooperation + conflict;
  return { happenings: because.size, cooperation, conflict, net, ...(weight > 0 && { mean: net / weight }), quads, types, because: [...because] };
}

/** The acts of a dyad in a window, as the measures of tone take them. */
export function dyadActs(events: Iterable<RelationEvent>, pair: Pair, window: Window, weights: Weights, direction: ToneParameters['direction'] = 'both'): Act[] {
  const own: RelationEvent[] = [];
  for (const event of events) if (between(event, pair)) own.push(event);
  const source = direction === 'back' ? pair[1] : pair[0];
  return actsOf(own, weights).filter((act) => within(act, window) && (direction === 'both' || act.source === source || isSymmetricType(act.type)));
}

/**
 * The tone of a dyad through a window, step by step; every step is there, so that silence shows. An act belongs to the
 * step in which it begins.
 */
export function toneSeries(events: Iterable<RelationEvent>, pair: Pair, window: Window, parameters: ToneParameters): ToneSeries {
  const acts = dyadActs(events, pair, window, parameters, parameters.direction);
  const by = parameters.by === 'auto' ? fitting(window.from, window.to, 60) : parameters.by;
  const start = periodIndex(by, window.from), steps = periodIndex(by, window.to) - start + 1;
  const sorted = Array.from({ length: steps }, (): Act[] => []);
  for (const act of acts) (sorted[periodIndex(by, act.firstDay) - start] as Act[]).push(act);
  return {
    by,
    steps: sorted.map((own, i) => ({ period: periodName(by, start + i), from: periodStart(by, start + i), to: periodEnd(by, start + i), ...toneOf(own) })),
    total: toneOf(acts),
  };
}
