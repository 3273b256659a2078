/** Acts: what one story tells of one act, however many pairs of parties it takes to say it. */
import { isSymmetricType } from '../ontology/plover.ts';
import { dayNumber } from '../story/day.ts';
import type { EventFact, EventType, Factuality, Mode, PersonRecord } from '../story/facts.ts';
import { personOf } from './names.ts';
import type { Person } from './names.ts';
import { signatureOf } from './signature.ts';
import type { Signature } from './signature.ts';

/** An event as a story tells it; the coder's own or a person's. */
export type ToldEvent = Pick<EventFact, 'type' | 'source' | 'source_person' | 'target' | 'target_person' | 'mutual' | 'from' | 'to' | 'factuality' | 'attributed_to' | 'mode' | 'place' | 'evidence'>;

/** One event under a key that its content gives, so that the order of reading does not matter. */
export interface Told {
  key: string;
  event: ToldEvent;
}

/** A story with the events it tells. */
export interface Telling {
  /** Content hash. */
  hash: string;
  lang: string;
  /** Day of publication. */
  date: string;
  persons: readonly Pick<PersonRecord, 'names'>[];
  told: readonly Told[];
}

export interface Act {
  /** The first of its events' keys. */
  key: string;
  told: readonly Told[];
  story: string;
  published: string;
  type: EventType;
  /** Whether the order of the parties says nothing. */
  even: boolean;
  sources: ReadonlySet<string>;
  targets: ReadonlySet<string>;
  parties: ReadonlySet<string>;
  /** Its events' pairs, as `A|B`, the lesser code first. */
  pairs: ReadonlySet<string>;
  /** Who acts and who is acted upon, as named; for an even act all are in both. */
  by: readonly Person[];
  upon: readonly Person[];
  /** Days since 1970, both ends known or made from one; absent where the text gives no date. */
  days?: { first: number; last: number };
  /** The first day by which events are ordered: what the text says, else the day of publication; in days since 1970. */
  begins: number;
  factualities: ReadonlySet<Factuality>;
  mode?: Mode;
  said: Signature;
  /** What else the story tells, for comparing stories: parties of all its events. */
  company: ReadonlySet<string>;
}

/** An open end reaches so far. */
const OPEN = 10;

const daysOf = ({ from, to }: ToldEvent): Act['days'] => {
  if (from && to) return { first: dayNumber(from), last: dayNumber(to) };
  if (from) return { first: dayNumber(from), last: dayNumber(from) + OPEN };
  return to ? { first: dayNumber(to) - OPEN, last: dayNumber(to) } : undefined;
};

const even = (event: ToldEvent): boolean => event.mutual === true || isSymmetricType(event.type);

/** Acts that two sides do to each other at once, in one sentence. */
const MUTUAL: ReadonlySet<EventType> = new Set(['RETREAT', 'MOBILIZE', 'ASSAULT']);

const same = (a: string | undefined, b: string | undefined): boolean => (a ?? '') === (b ?? '');
const open = (a: string | undefined, b: string | undefined): boolean => !a || !b || a === b;

/** Whether two events of one sentence are pairs of one act, or one act told both ways. */
function together(a: ToldEvent, b: ToldEvent): boolean {
  if (a.type !== b.type || a.evidence !== b.evidence) return false;
  const sameWay = a.source === b.source && a.target === b.target, turned = a.source === b.target && a.target === b.source && a.source !== a.target;
  const told = [a.factuality, b.factuality];
  if (told.includes('denied') && told.includes('fact')) return sameWay;
  if (a.factuality !== b.factuality || !same(a.from, b.from) || !same(a.to, b.to)) return false;
  if (a.type === 'CONSULT') return (!sameWay || (open(a.source_person, b.source_person) && open(a.target_person, b.target_person))) && open(a.mode, b.mode);
  if (sameWay) return false;
  if (a.source === b.source) return same(a.source_person, b.source_person);
  if (even(a) && even(b)) return a.type !== 'AGREE' || !turned;
  if (turned) return MUTUAL.has(a.type);
  // Several persons who speak are several acts; bodies that say or do one thing to one party do it together.
  return a.target === b.target && !a.source_person && !b.source_person;
}

/**
 * The acts that a story tells, each of one or more of its events, in the order of their keys. Events that `apart` names
 * together, by key, are kept apart.
 */
export function actsOf({ hash, lang, date, persons, told }: Telling, apart: readonly (readonly [string, string])[] = []): Act[] {
  const split = new Set(apart.flatMap(([a, b]) => [`${a}\0${b}`, `${b}\0${a}`]));
  const inOrder = [...told].sort((a, b) => (a.key < b.key ? -1 : 1));
  const groups: Told[][] = [];
  for (const one of inOrder) {
    const group = groups.find((others) => others.every(({ key, event }) => together(event, one.event) && !split.has(`${key}\0${one.key}`)));
    if (group) group.push(one);
    else groups.push([one]);
  }
  const company = new Set(told.flatMap(({ event }) => [event.source, event.target]));
  const records = persons.map(({ names }) => ({ names, sounds: personOf(names) }));
  const named = (name: string | undefined): Person[] => {
    if (!name) return [];
    const own = personOf([name]);
    return [[...own, ...(records.find(({ names }) => names.includes(name))?.sounds ?? [])]];
  };
  const signatures = new Map<string, Signature>();
  return groups.map((group): Act => {
    const events = group.map(({ event }) => event), first = events[0] as ToldEvent, both = events.every(even);
    const sources = new Set(events.map(({ source }) => source)), targets = new Set(events.map(({ target }) => target));
    const parties = new Set([...sources, ...targets]);
    const by = [...new Set(events.map(({ source_person }) => source_person))].flatMap(named), upon = [...new Set(events.map(({ target_person }) => target_person))].flatMap(named);
    const said = signatures.get(first.evidence) ?? signatureOf(first.evidence, lang);
    signatures.set(first.evidence, said);
    const days = daysOf(first), mode = events.find((event) => event.mode)?.mode;
    return {
      key: (group[0] as Told).key, told: group, story: hash, published: date, type: first.type, even: both,
      sources: both ? parties : sources, targets: both ? parties : targets, parties, pairs: new Set(events.map(({ source, target }) => (source <= target ? `${source}|${target}` : `${target}|${source}`))), by: both ? [...by, ...upon] : by, upon: both ? [...by, ...upon] : upon,
      ...(days && { days }), begins: dayNumber(first.from ?? (first.to !== undefined && first.to < date ? first.to : date)), factualities: new Set(events.map(({ factuality }) => factuality)), ...(mode && { mode }), said, company,
    };
  });
}
