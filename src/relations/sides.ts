/** What passed between a party and each of two others: what it can have carried from one to the other. */
import { intensity } from '../ontology/intensity.ts';
import { EVENT_TYPES, MODES } from '../story/facts.ts';
import type { EventType, PartyCode } from '../story/facts.ts';
import type { Acts } from './columns.ts';
import type { Counted } from './event.ts';

/** What a party did to one of the two; of many happenings, the first are named. */
export interface Dealings extends Counted {
  /** Mean tone of the acts between them that are its own or joint. */
  tone?: number;
  types: Partial<Record<EventType, number>>;
}

const JOINT = new Set<EventType>(['CONSULT', 'AGREE', 'COOPERATE']);
/** Words that can be carried from one to the other. */
const MESSAGES = new Set<EventType>(['REQUEST', 'REJECT', 'THREATEN', 'CONCEDE']);
/** Happenings that are named for one number. */
export const SHOWN = 8;
/** Rows among which as many are found. */
const FIRST = 64;

/** Which types are joint acts, by place in EVENT_TYPES. */
export const IS_JOINT = EVENT_TYPES.map((type) => JOINT.has(type));
const VALUES = EVENT_TYPES.map(intensity);
const MEDIATION = MODES.indexOf('mediation') + 1;
/** What an act is good for here, by place in EVENT_TYPES. */
const USE = Uint8Array.from(EVENT_TYPES, (type) => (JOINT.has(type) ? 1 : MESSAGES.has(type) ? 2 : 0));

/** The same, use by use: 1 where it is good for that. */
const IS = [0, 1, 2].map((wanted) => USE.map((use) => (use === wanted ? 1 : 0))) as [Uint8Array, Uint8Array, Uint8Array];

/** What passed between a party and one of the two: rows of joint acts, and of messages that it heard and said. */
export interface Side {
  acts: Acts;
  joint: Uint32Array;
  heard: Uint32Array;
  said: Uint32Array;
}

/** Sorts what passed between the party and one of the two. */
export function sideOf(acts: Acts, party: PartyCode): Side {
  const { length, type, source } = acts, mine = acts.parties.indexOf(party), kinds = new Uint32Array(EVENT_TYPES.length);
  for (let row = 0; row < length; row++) kinds[type[row]]++;
  const many = (use: number): number => kinds.reduce((sum, n, kind) => sum + (USE[kind] === use ? n : 0), 0), messages = many(2) + 1;
  // each row is written wherever it may belong, one beyond the last, and stays where it does
  const joint = new Uint32Array(many(1) + 1), heard = new Uint32Array(messages), said = new Uint32Array(messages);
  let both = 0, hears = 0, says = 0;
  for (let row = 0; row < length; row++) {
    const kind = type[row], own = source[row] === mine ? 1 : 0;
    joint[both] = heard[hears] = said[says] = row;
    both += IS[1][kind];
    hears += IS[2][kind] & (1 - own);
    says += IS[2][kind] & own;
  }
  return { acts, joint: joint.subarray(0, both), heard: heard.subarray(0, hears), said: said.subarray(0, says) };
}

/** What passed with one, and with the other. */
export type Sides = readonly [Side, Side];

/** How often joint acts with one and with the other, each in order of days, are at most `days` apart. */
export function couples([{ acts: one, joint: first }, { acts: two, joint: second }]: Sides, days: number): number {
  const { day: on, count: each } = two;
  let low = 0, high = 0, within = 0, sum = 0;
  for (let i = 0; i < first.length; i++) {
    const row = first[i], day = one.day[row];
    while (high < second.length && on[second[high]] <= day + days) within += each[second[high++]];
    while (low < high && on[second[low]] < day - days) within -= each[second[low++]];
    sum += one.count[row] * within;
  }
  return sum;
}

/** What the party did, or both did jointly. */
export function dealings(acts: Acts, party: PartyCode): Dealings {
  const { length, source, type, weight: worth, count, shared } = acts, mine = acts.parties.indexOf(party), counts = new Float64Array(EVENT_TYPES.length), weights = new Float64Array(EVENT_TYPES.length), first: number[] = [];
  const named = new Set<number>();
  let alone = 0;
  for (let row = 0; row < length; row++) {
    const kind = type[row];
    if (source[row] !== mine && USE[kind] !== 1) continue;
    counts[kind] += count[row];
    weights[kind] += worth[row] * count[row];
    if (shared[row] < 0) alone += count[row];
    else named.add(shared[row]);
    if (first.length < FIRST) first.push(row);
  }
  const weight = weights.reduce((sum, own) => sum + own, 0), types = Object.fromEntries(EVENT_TYPES.flatMap((one, i) => (counts[i] > 0 ? [[one, counts[i]]] : []))) as Dealings['types'];
  return { happenings: named.size + alone, ...(weight > 0 && { tone: weights.reduce((sum, own, i) => sum + own * VALUES[i], 0) / weight }), types, because: acts.list(first, SHOWN) };
}

/** Messages from one of the two that the party passes to the other within days: its own word after the first one's. Rows of the latter. */
function passedOn({ acts: { day: on, type: kind }, heard }: Side, { acts: { day, type }, said }: Side, days: number): number[] {
  const last = new Float64Array(EVENT_TYPES.length).fill(Number.NEGATIVE_INFINITY), passed: number[] = [];
  // both are in order of days: the last one heard of a type is the nearest
  let next = 0;
  for (let i = 0; i < said.length; i++) {
    const row = said[i];
    for (; next < heard.length && on[heard[next]] <= day[row]; next++) last[kind[heard[next]]] = on[heard[next]];
    if (day[row] - last[type[row]] <= days) passed.push(row);
  }
  return passed;
}

/** Happenings of some rows of both sides, each once; the first are named. */
function counted(sides: Sides, rows: readonly [ArrayLike<number> & Iterable<number>, ArrayLike<number> & Iterable<number>], told: readonly string[] = []): Counted {
  const names = new Set(told);
  let alone = 0;
  sides.forEach(({ acts }, i) => {
    const own = rows[i] as ArrayLike<number>, { shared, count } = acts;
    for (let k = 0; k < own.length; k++) {
      const row = own[k];
      if (shared[row] >= 0) names.add(acts.happening(row));
      else alone += count[row];
    }
  });
  return { happenings: names.size + alone, because: [...new Set([...told, ...sides.flatMap(({ acts }, i) => acts.list(rows[i] as Iterable<number>, SHOWN))])].slice(0, SHOWN) };
}

/** Happenings in which the party mediated, or was with both. */
export function mediations(sides: Sides): Counted {
  const [first, second] = sides, mediated = ({ acts: { mode }, joint }: Side): Uint32Array => joint.filter((row) => mode[row] === MEDIATION);
  // only what stories tell is of more than one pair
  const withSecond = new Set<number>(), { shared } = first.acts;
  for (const row of second.joint) if (second.acts.shared[row] >= 0) withSecond.add(second.acts.shared[row]);
  const both = withSecond.size ? first.joint.filter((row) => withSecond.has(shared[row])) : [];
  return counted(sides, [[...new Set([...both, ...mediated(first)])], mediated(second)]);
}

/** Acts between the two that the party's people tell of, and messages that it passed on. */
export const relays = (sides: Sides, told: readonly string[], days: number): Counted =>
  counted(sides, [passedOn(sides[1], sides[0], days), passedOn(sides[0], sides[1], days)], [...new Set(told)]);

/** Happenings of the joint acts; the first are named. */
export const contactOf = ({ acts, joint }: Side): Counted => {
  const { count, shared } = acts, named = new Set<number>();
  let alone = 0;
  for (let i = 0; i < joint.length; i++) {
    const row = joint[i];
    if (shared[row] < 0) alone += count[row];
    else named.add(shared[row]);
  }
  return { happenings: named.size + alone, because: acts.list(joint, SHOWN) };
};
