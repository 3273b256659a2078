/** From events to acts: each happening once, weighted by how far the texts commit to it. */
import { isSymmetricType } from '../ontology/plover.ts';
import type { EventType, Mode, PartyCode } from '../story/facts.ts';
import type { ChoiceParameter, NumberParameter } from './declaration.ts';
import type { RelationEvent } from './event.ts';

const share = <N extends string>(name: N, about: string, given: number) =>
  ({ name, about, default: given, unit: 'share', least: 0, most: 1 }) as const satisfies NumberParameter;

/** Whose reports count: of every measure, whatever it is computed from. */
export const WEIGHTED = {
  name: 'weighted', about: 'whether reports count by the weights that you gave their outlets, those of weight 0 not at all', default: 'no', choices: ['no', 'yes'],
} as const satisfies ChoiceParameter;

/** How much an act counts that is no plain fact (a denied one counts nothing), and whose reports do. */
export const WEIGHTS = [
  share('planned', 'how much an act counts that is announced', 0.5),
  share('possible', 'how much one counts that may come, or is rumoured', 0.25),
  share('conditional', 'how much one counts that hangs on something else', 0.25),
  share('disputed', 'what is left of one that some tell and others deny', 0.5),
  WEIGHTED,
] as const;

export type Weights = { readonly [W in Exclude<(typeof WEIGHTS)[number]['name'], 'weighted'>]: number };

/** One act of one party toward another, however many events tell of it. */
export interface Act {
  happening: string;
  type: EventType;
  source: PartyCode;
  target: PartyCode;
  firstDay: string;
  lastDay: string;
  mode?: Mode;
  /** 0 to 1, or more where an outlet weighs more: how much it counts. */
  weight: number;
  /** The events that tell of it. */
  ids: string[];
}

const first = (a: string, b: string): string => (a < b ? a : b);
const last = (a: string, b: string): string => (a > b ? a : b);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Merges events of one happening, type and direction (either one where the type is symmetric) into one act. It counts as
 * the mention says that makes most of it, by factuality and outlet, less where another mention denies it. Acts that count nothing are left out. In order of days.
 */
export function actsOf(events: Iterable<RelationEvent>, weights: Weights): Act[] {
  const worth = { fact: 1, denied: 0, planned: weights.planned, possible: weights.possible, conditional: weights.conditional };
  const acts = new Map<string, Act>(), denied = new Set<Act>();
  for (const event of events) {
    const turned = isSymmetricType(event.type) && event.target < event.source;
    const source = turned ? event.target : event.source, target = turned ? event.source : event.target;
    const key = `${event.happening}\0${event.type}\0${source}\0${target}`;
    let act = acts.get(key);
    if (!act) {
      act = { happening: event.happening, type: event.type, source, target, firstDay: event.firstDay, lastDay: event.lastDay, weight: 0, ids: [] };
      acts.set(key, act);
    }
    act.weight = Math.max(act.weight, worth[event.factuality] * (event.weight ?? 1));
    act.firstDay = first(act.firstDay, event.firstDay);
    act.lastDay = last(act.lastDay, event.lastDay);
    if (event.mode && (!act.mode || event.mode < act.mode)) act.mode = event.mode;
    if (event.factuality === 'denied') denied.add(act);
    act.ids.push(event.id);
  }
  for (const act of denied) act.weight *= weights.disputed;
  const kept = [...acts.values()].filter(({ weight }) => weight > 0);
  for (const { ids } of kept) ids.sort();
  return kept.sort((a, b) => order(a.firstDay, b.firstDay) || order(a.happening, b.happening) || order(a.type, b.type));
}
