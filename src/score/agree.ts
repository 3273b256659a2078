/**
 * How a coder's facts agree with facts that are known to be right: one-to-one, best agreement first, what is left over on
 * either side counting against precision or recall. The rules are those of the exchange format's own scoring. Pure.
 */
import { isSymmetricType } from '../ontology/plover.ts';
import { sameName } from '../coding/fit/gold.ts';
import type { GoldEvent, GoldStory } from '../coding/fit/gold.ts';
import type { ClaimFact, CodedStory, EventFact, TieFact, TrendFact } from '../story/facts.ts';

/** A story with the facts that are right of it. */
export interface KnownStory extends GoldStory {
  hash?: string;
  /** Whether all facts of the story were looked at; one that does not say so is taken as whole. */
  reviewed?: 'complete' | 'partial';
  /** Facts that are known to be wrong. */
  rejected?: { events?: GoldEvent[]; claims?: GoldStory['claims']; ties?: GoldStory['ties']; trends?: GoldStory['trends'] };
}

export interface Agreement {
  /** Facts that are right and were found. */
  right: number;
  /** All that were found; of a story that was looked at in part, only those of which it is known whether they are right. */
  found: number;
  known: number;
}

export const KINDS = ['events', 'claims', 'ties', 'trends'] as const;
export type Kind = (typeof KINDS)[number];

/** Of the events that agree, how many have this right too. */
export type Attribute = 'factuality' | 'attribution' | 'persons' | 'dates';

export interface StoryAgreement {
  kinds: Record<Kind, Agreement>;
  attributes: Record<Attribute, { right: number; of: number }>;
  /** In words, for whoever looks at each. */
  misses: string[];
}

type Compare<G, F> = (gold: G, found: F) => boolean;

const squeezed = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
/** The same sentence, give or take a quotation mark or a dateline. */
function sameSentence(a: string, b: string): boolean {
  const [short = '', long = ''] = [squeezed(a), squeezed(b)].sort((x, y) => x.length - y.length);
  return short !== '' && long.includes(short) && long.length <= short.length * 1.34 + 12;
}

const either = (gold: GoldEvent): boolean => isSymmetricType(gold.type) || gold.mutual === true;
const sameParties: Compare<GoldEvent, EventFact> = (gold, found) =>
  (gold.source === found.source && gold.target === found.target) || (either(gold) && gold.source === found.target && gold.target === found.source);
const samePair = (gold: { a: string; b: string }, found: { a: string; b: string }): boolean =>
  (gold.a === found.a && gold.b === found.b) || (gold.a === found.b && gold.b === found.a);
const sameDates = (gold: { from?: string; to?: string }, found: { from?: string; to?: string }): boolean =>
  (gold.from ?? '') === (found.from ?? '') && (gold.to ?? gold.from ?? '') === (found.to ?? found.from ?? '');

/** Pairs that may match, best first. */
function pairUp<G, F>(golds: readonly G[], founds: readonly F[], may: Compare<G, F>, score: (gold: G, found: F) => number): { hits: [G, F][]; missed: G[]; over: F[] } {
  const pairs = golds.flatMap((gold, i) => founds.flatMap((found, j) => (may(gold, found) ? [{ i, j, score: score(gold, found) }] : [])));
  pairs.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  const usedGold = new Set<number>(), usedFound = new Set<number>(), hits: [G, F][] = [];
  for (const { i, j } of pairs) {
    if (usedGold.has(i) || usedFound.has(j)) continue;
    usedGold.add(i);
    usedFound.add(j);
    hits.push([golds[i] as G, founds[j] as F]);
  }
  return { hits, missed: golds.filter((_, i) => !usedGold.has(i)), over: founds.filter((_, j) => !usedFound.has(j)) };
}

/** Compares a coder's facts of a story with those that are known. */
export function agree(known: KnownStory, coded: Pick<CodedStory, Kind>): StoryAgreement {
  const partial = known.reviewed === 'partial', misses: string[] = [], kinds = {} as StoryAgreement['kinds'];
  const person = (a?: string, b?: string): boolean => sameName(known, a, b);
  const persons: Compare<GoldEvent, EventFact> = (gold, found) => (person(gold.source_person, found.source_person) && person(gold.target_person, found.target_person))
    || (either(gold) && person(gold.source_person, found.target_person) && person(gold.target_person, found.source_person));
  const count = <G extends { evidence: string }, F extends { evidence: string }>(kind: Kind, golds: readonly G[], wrongs: readonly G[], founds: readonly F[], may: Compare<G, F>, score: (gold: G, found: F) => number, say: (fact: G | F) => string): [G, F][] => {
    const { hits, missed, over } = pairUp(golds, founds, may, score);
    // Of a story that was not looked at whole, what is neither known nor rejected may be right or wrong.
    const wrong = partial ? pairUp(wrongs, over, may, score).hits.map(([, found]) => found) : over;
    kinds[kind] = { right: hits.length, found: hits.length + wrong.length, known: golds.length };
    for (const fact of missed) misses.push(`${known.id} missed  ${say(fact)}: ${fact.evidence}`);
    for (const fact of wrong) misses.push(`${known.id} wrong   ${say(fact)}: ${fact.evidence}`);
    return hits;
  };
  const rejected = known.rejected ?? {};
  const hits = count<GoldEvent, EventFact>('events', known.events, rejected.events ?? [], coded.events, (gold, found) => gold.type === found.type && sameParties(gold, found),
    (gold, found) => 4 * Number(sameSentence(gold.evidence, found.evidence)) + 2 * Number(gold.factuality === found.factuality) + Number(person(gold.attributed_to, found.attributed_to)) + 0.5 * Number(persons(gold, found)),
    ({ type, source, target, factuality }) => `${type} ${source} ${target} [${factuality}]`);
  count<GoldStory['claims'][number], ClaimFact>('claims', known.claims, rejected.claims ?? [], coded.claims, (gold, found) => sameSentence(gold.evidence, found.evidence) && person(gold.speaker, found.speaker), (gold, found) => Number(gold.kind === found.kind), ({ speaker, kind }) => `${kind} of ${speaker}`);
  count<GoldStory['ties'][number], TieFact>('ties', known.ties, rejected.ties ?? [], coded.ties, (gold, found) => gold.domain === found.domain && samePair(gold, found), (gold, found) => Number(gold.kind === found.kind), ({ a, b, domain, kind }) => `${domain} ${kind} ${a} ${b}`);
  count<GoldStory['trends'][number], TrendFact>('trends', known.trends, rejected.trends ?? [], coded.trends, (gold, found) => gold.direction === found.direction && samePair(gold, found), (gold, found) => Number(sameDates(gold, found)), ({ a, b, direction }) => `${direction} ${a} ${b}`);

  const share = (right: (gold: GoldEvent, found: EventFact) => boolean): { right: number; of: number } => ({ right: hits.filter(([gold, found]) => right(gold, found)).length, of: hits.length });
  return {
    kinds, misses,
    attributes: {
      factuality: share((gold, found) => gold.factuality === found.factuality), attribution: share((gold, found) => person(gold.attributed_to, found.attributed_to)), persons: share(persons), dates: share(sameDates),
    },
  };
}

export interface Score extends Agreement {
  /** 0 to 1; absent where there is nothing to divide by. */
  precision?: number;
  recall?: number;
  f1?: number;
  /** 90 % interval of F1 by bootstrap over stories; absent where there are too few. */
  interval?: [low: number, high: number];
}

export interface Scores {
  stories: number;
  kinds: Record<Kind, Score>;
  attributes: Record<Attribute, number | undefined>;
  misses: string[];
}

/** So many stories are needed for an interval. */
const ENOUGH = 8;
const DRAWS = 400;

const total = (all: readonly StoryAgreement[], kind: Kind): Agreement =>
  all.reduce((sum, { kinds: { [kind]: one } }) => ({ right: sum.right + one.right, found: sum.found + one.found, known: sum.known + one.known }), { right: 0, found: 0, known: 0 });

function ratios({ right, found, known }: Agreement): Pick<Score, 'precision' | 'recall' | 'f1'> {
  const precision = found ? right / found : undefined, recall = known ? right / known : undefined;
  const f1 = precision !== undefined && recall !== undefined ? (precision + recall ? (2 * precision * recall) / (precision + recall) : 0) : undefined;
  return { ...(precision !== undefined && { precision }), ...(recall !== undefined && { recall }), ...(f1 !== undefined && { f1 }) };
}

/** Scores over many stories. The interval's draws are the same every time. */
export function scoresOf(all: readonly StoryAgreement[]): Scores {
  let state = 20_251_001;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const draws = all.length < ENOUGH ? [] : Array.from({ length: DRAWS }, () => all.map(() => all[Math.floor(random() * all.length)] as StoryAgreement));
  const kinds = Object.fromEntries(KINDS.map((kind): [Kind, Score] => {
    const sums = total(all, kind), own = ratios(sums);
    const spread = own.f1 === undefined ? [] : draws.map((drawn) => ratios(total(drawn, kind)).f1 ?? 0).sort((a, b) => a - b);
    return [kind, { ...sums, ...own, ...(spread.length && { interval: [spread[DRAWS * 0.05] as number, spread[DRAWS * 0.95 - 1] as number] as [number, number] }) }];
  })) as Scores['kinds'];
  const attribute = (name: Attribute): number | undefined => {
    const right = all.reduce((sum, { attributes }) => sum + attributes[name].right, 0), of = all.reduce((sum, { attributes }) => sum + attributes[name].of, 0);
    return of ? right / of : undefined;
  };
  return {
    stories: all.length, kinds, misses: all.flatMap(({ misses }) => misses),
    attributes: { factuality: attribute('factuality'), attribution: attribute('attribution'), persons: attribute('persons'), dates: attribute('dates') },
  };
}
