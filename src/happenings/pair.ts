/** Two acts compared: what contradicts that they are one, and what speaks for it, as a row of numbers for the fitted scorer. */
import { typeInfo } from '../ontology/plover.ts';
import type { EventType, Mode } from '../story/facts.ts';
import { dayNumber } from '../story/day.ts';
import type { Act } from './act.ts';
import { sameSound, samePerson } from './names.ts';
import type { Person } from './names.ts';

/** Types whose acts tellers name now one way, now the other: a promise carried out, a restriction with force or without. */
const NEIGHBOURS: ReadonlySet<string> = new Set([
  'AGREE SUPPORT', 'AGREE CONCEDE', 'AGREE CONSULT', 'AGREE COOPERATE', 'AID COOPERATE', 'CONCEDE RETREAT', 'CONCEDE SUPPORT', 'CONSULT COOPERATE',
  'ACCUSE REJECT', 'ACCUSE REQUEST', 'ACCUSE THREATEN', 'COERCE SANCTION', 'ASSAULT COERCE', 'COERCE MOBILIZE', 'REJECT SANCTION', 'REQUEST THREATEN',
]);

/** Whether acts of two types may be one act. */
export const mayBeOne = (a: EventType, b: EventType): boolean => a === b || NEIGHBOURS.has(a < b ? `${a} ${b}` : `${b} ${a}`);

/** The share of the shorter sentence's words that the other has too, in one language; 0 across languages. */
export const sameWords = ({ said: a }: Act, { said: b }: Act): number =>
  (a.lang === b.lang ? shared(a.stems, b.stems) / Math.max(1, Math.min(a.stems.size, b.stems.size)) : 0);

/** Days between two stretches of days; 0 where they touch. */
const gap = (a: { first: number; last: number }, b: { first: number; last: number }): number => Math.max(0, a.first - b.last, b.first - a.last);
/** A day's slip between time zones, and "on Tuesday night", is no contradiction. */
const SLIP = 1;
/** Stories so many days apart may tell of one undated act; farther apart both must date it. */
export const REACH = 30;

/** Acts that begin farther apart than this are not compared, however long they last. */
export const LONG = 430;

/** Whether two acts stand near enough in time, and share enough, to be compared at all. */
export function comparable(a: Act, b: Act): boolean {
  if (shared(a.parties, b.parties) === 0 || !mayBeOne(a.type, b.type)) return false;
  const near = Math.abs(a.begins - b.begins) <= LONG;
  if (a.days && b.days) return near && gap(a.days, b.days) <= SLIP;
  if (Math.abs(dayNumber(a.published) - dayNumber(b.published)) > REACH) return false;
  // An act long past, dated by one story alone: it must be between the same two.
  const days = a.days ?? b.days, told = dayNumber(a.days ? b.published : a.published);
  return days === undefined || shared(a.pairs, b.pairs) > 0 || (near && gap(days, { first: told, last: told }) <= REACH);
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let n = 0;
  for (const one of a) if (b.has(one)) n++;
  return n;
};

type Agreement = 'same' | 'other' | 'unsaid';

/** Persons of one side: the same, others, or not said by one of the two. */
const persons = (a: readonly Person[], b: readonly Person[]): Agreement =>
  a.length === 0 || b.length === 0 ? 'unsaid' : a.some((x) => b.some((y) => samePerson(x, y))) ? 'same' : 'other';

/** What rules out that two acts are one, in a person's words; undefined where nothing does. */
export function contradiction(a: Act, b: Act): string | undefined {
  if (!mayBeOne(a.type, b.type)) return 'acts of different kinds';
  if (a.days && b.days && gap(a.days, b.days) > SLIP) return 'on different days';
  if (shared(a.parties, b.parties) === 0 && !(a.type === 'CONSULT' && b.type === 'CONSULT')) return 'between different parties';
  if (!a.even && !b.even && shared(a.sources, b.sources) === 0 && shared(a.targets, b.targets) === 0) return 'the other way round, or between different parties';
  // An act of speech is its speaker's.
  if (!a.even && !b.even && typeInfo(a.type).speech && persons(a.by, b.by) === 'other') return 'by different persons';
  return undefined;
}

const SURE: Readonly<Record<string, number>> = { fact: 3, planned: 2, possible: 1, conditional: 1, denied: 0 };

/** How many of the sentences that two stories' acts stand in hold a name or a concept: what few hold tells acts apart. */
export interface Setting {
  sentences: number;
  heard: ReadonlyMap<string, number>;
}

/** The setting of two stories' acts. */
export function settingOf(a: readonly Act[], b: readonly Act[]): Setting {
  const said = new Set([...a, ...b].map((act) => act.said)), heard = new Map<string, number>();
  for (const { concepts, names } of said) for (const one of [...concepts, ...names]) heard.set(one, (heard.get(one) ?? 0) + 1);
  return { sentences: said.size, heard };
}

/** What a concept is worth: rare ones more. */
export type Weights = Readonly<Record<string, number>>;
const UNSEEN = 4;

/** How far two sentences speak of the same things: by worth in general (concepts), and within the two stories (here). */
interface Overlap {
  concepts: number;
  conceptShare: number;
  best: number;
  names: number;
  nameShare: number;
  conceptsHere: number;
  namesHere: number;
}

function overlap({ said: a }: Act, { said: b }: Act, weights: Weights, { sentences, heard }: Setting): Overlap {
  const worth = (concept: string): number => weights[concept] ?? UNSEEN;
  const here = (times: number): number => Math.log((sentences + 1) / times);
  let both = 0, best = 0, inA = 0, inB = 0, conceptsHere = 0, namesHere = 0, names = 0;
  for (const concept of a.concepts) {
    inA += worth(concept);
    if (!b.concepts.has(concept)) continue;
    both += worth(concept);
    best = Math.max(best, worth(concept));
    conceptsHere += here(heard.get(concept) ?? 2);
  }
  for (const concept of b.concepts) inB += worth(concept);
  for (const x of a.names) {
    const y = b.names.has(x) ? x : [...b.names].find((other) => sameSound(x, other));
    if (y === undefined) continue;
    names++;
    namesHere += here(Math.max(heard.get(x) ?? 1, heard.get(y) ?? 1, 2));
  }
  return { concepts: both, conceptShare: both / Math.max(1, Math.min(inA, inB)), best, names, nameShare: names / Math.max(1, Math.min(a.names.size, b.names.size)), conceptsHere, namesHere };
}

/** A plain measure of likeness, by which an act's rivals in the other story are ranked. */
export function likeness(a: Act, b: Act, weights: Weights, setting: Setting): number {
  const { concepts, conceptShare, names } = overlap(a, b, weights, setting);
  const parties = shared(a.parties, b.parties) / Math.min(a.parties.size, b.parties.size);
  const dated = a.days && b.days ? (gap(a.days, b.days) === 0 ? 3 : 0) : 0;
  const who = [persons(a.by, b.by), persons(a.upon, b.upon)].reduce((n, said) => n + (said === 'same' ? 1.5 : said === 'other' ? -2 : 0), 0);
  return concepts / 3 + 2 * conceptShare + names + 3 * parties + dated + who + shared(a.said.numbers, b.said.numbers) + (a.type === b.type ? 1 : 0);
}

/** Talks, a meeting and a visit may be words for one act; a call is none of them. */
const way = (mode: Mode): Mode => (mode === 'talks' || mode === 'visit' ? 'meeting' : mode);

export const FEATURES: readonly string[] = [
  'published apart', 'both dated', 'one dated', 'days apart', 'common days', 'dated away from the undated', 'age of the younger', 'age of the older',
  'same pair', 'parties', 'sources', 'targets', 'by same', 'by other', 'upon same', 'upon other',
  'sure alike', 'sure apart', 'denied', 'even', 'speech', 'material', 'conflict',
  'names', 'name share', 'numbers', 'numbers differ', 'concepts', 'concept share', 'best concept', 'quoted',
  'rivals', 'lead', 'company', 'mode same', 'mode other', 'size', 'concepts here', 'names here', 'heard here',
];

/** How an act fares against others of its own story when compared with one act of another story. */
export interface Standing {
  /** Acts of either story that could be meant as well. */
  rivals: number;
  /** Likeness above the best rival's. */
  lead: number;
}

/** The row of a pair, in the order of FEATURES. */
export function rowOf(a: Act, b: Act, weights: Weights, setting: Setting, { rivals, lead }: Standing): Float32Array {
  const pubA = dayNumber(a.published), pubB = dayNumber(b.published), { days: da } = a, { days: db } = b;
  const ageA = da ? pubA - da.last : -1, ageB = db ? pubB - db.last : -1;
  const away = da && !db ? Math.max(0, pubB - da.last) : db && !da ? Math.max(0, pubA - db.last) : 0;
  const common = da && db ? Math.min(da.last, db.last) - Math.max(da.first, db.first) + 1 : 0;
  const longest = da && db ? Math.max(da.last - da.first, db.last - db.first) + 1 : 1;
  const said = overlap(a, b, weights, setting), by = persons(a.by, b.by), upon = persons(a.upon, b.upon);
  const sure = (act: Act): number => Math.max(...[...act.factualities].map((one) => SURE[one] ?? 0));
  const sharedNumbers = shared(a.said.numbers, b.said.numbers), info = typeInfo(a.type);
  const union = (x: ReadonlySet<string>, y: ReadonlySet<string>): number => x.size + y.size - shared(x, y);
  const both = shared(a.parties, b.parties);
  return Float32Array.of(
    Math.min(Math.abs(pubA - pubB), 60), Number(!!da && !!db), Number(!!da !== !!db), da && db ? Math.min(gap(da, db), 60) : 0, Math.max(0, common) / longest, Math.min(away, 400),
    Math.min(ageA, ageB, 400), Math.min(Math.max(ageA, ageB), 400),
    Number(both === a.parties.size && both === b.parties.size), both / union(a.parties, b.parties),
    shared(a.sources, b.sources) / union(a.sources, b.sources), shared(a.targets, b.targets) / union(a.targets, b.targets),
    Number(by === 'same'), Number(by === 'other'), Number(upon === 'same'), Number(upon === 'other'),
    Number(sure(a) === sure(b)), Math.abs(sure(a) - sure(b)), Number(a.factualities.has('denied') !== b.factualities.has('denied')),
    Number(a.even), Number(info.speech), Number(info.quad.startsWith('material')), Number(info.quad.endsWith('conflict')),
    said.names, said.nameShare, sharedNumbers, Number(sharedNumbers === 0 && a.said.numbers.size > 0 && b.said.numbers.size > 0),
    said.concepts, said.conceptShare, said.best, shared(a.said.quoted, b.said.quoted),
    Math.min(rivals, 6), lead, shared(a.company, b.company) / Math.max(1, Math.min(a.company.size, b.company.size)),
    Number(!!a.mode && !!b.mode && way(a.mode) === way(b.mode)), Number(!!a.mode && !!b.mode && way(a.mode) !== way(b.mode)), Math.max(a.told.length, b.told.length),
    said.conceptsHere, said.namesHere, said.conceptsHere + said.namesHere,
  );
}
