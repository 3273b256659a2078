/** Facts as rows of their tables. */
import type { Insertable } from 'kysely';
import type { ClaimFact, EventFact, PersonRecord, TieFact, TrendFact } from '../story/facts.ts';
import { fold } from './fold.ts';
import { NUMBERS } from './lean.ts';
import type { ClaimTable, EventTable, TieTable, TrendTable } from './schema.ts';

/** Where a fact's row belongs, and what of its story it needs to know. */
export interface Place {
  coding: number;
  sentence: number;
  /** The story's day of publication. */
  published: string;
  persons: readonly PersonRecord[];
}

const json = (value: unknown): string => JSON.stringify(value);
const jsonOrNull = (value: object): string | null => {
  const text = JSON.stringify(value);
  return text === '{}' ? null : text;
};

/** First and last day for ordering and for periods: what the text says, else the day of publication. */
export function span(published: string, from?: string, to?: string): { first_day: string; last_day: string } {
  if (from && to) return { first_day: from, last_day: to };
  if (from) return { first_day: from, last_day: from > published ? from : published };
  if (to) return { first_day: to < published ? to : published, last_day: to };
  return { first_day: published, last_day: published };
}

/** All the names by which whoever is meant may be looked up, folded, one a line; the name as the fact gives it first. */
function lookup(name: string | undefined, persons: readonly PersonRecord[]): string {
  if (!name) return '';
  const names = persons.find((person) => person.names.includes(name))?.names ?? [];
  return [...new Set([name, ...names].map(fold))].join('\n');
}

/** The columns that say what an event says, wherever it comes from. */
export function eventColumns(event: EventFact, published: string, persons: readonly PersonRecord[]): Omit<Insertable<EventTable>, 'coding_id' | 'dataset_id' | 'sentence_id' | 'offsets'> {
  const { chain, condition, purpose, quotes, numbers, happening } = event;
  return {
    type: event.type, source: event.source, target: event.target,
    source_person: event.source_person ?? null, target_person: event.target_person ?? null, mutual: event.mutual ? 1 : 0,
    from: event.from ?? null, to: event.to ?? null, granularity: event.granularity ?? null, ...span(published, event.from, event.to),
    factuality: event.factuality, attributed_to: event.attributed_to ?? null,
    speaker_folded: lookup(event.attributed_to ?? event.source_person, persons),
    mode: event.mode ?? null, recurring: event.recurring ? 1 : 0, precedent: event.precedent ? json(event.precedent) : null, place: event.place ?? null,
    detail: jsonOrNull({ chain, condition, purpose, quotes, numbers, happening }), confidence: event.confidence,
  };
}

export const eventRow = (event: EventFact, { coding, sentence, published, persons }: Place): Insertable<EventTable> => ({
  coding_id: coding, dataset_id: null, sentence_id: sentence, ...eventColumns(event, published, persons), offsets: json(event.offsets),
});

/** The row of an event of a data set that an analyst changed; `coded` is the id of the event as coded, `day` the day it had. */
export const datasetEventRow = (event: EventFact, coded: number, day: string): Insertable<EventTable> => ({
  coding_id: null, dataset_id: Math.floor(coded / NUMBERS), sentence_id: null, ...eventColumns(event, day, []), offsets: null,
});

/** A claim's row; the parties it is about stand in `claim_about` besides. */
export const claimRow = (claim: ClaimFact, { coding, sentence, published, persons }: Place): Insertable<ClaimTable> => ({
  coding_id: coding, sentence_id: sentence, speaker: claim.speaker, speaker_folded: lookup(claim.speaker, persons), kind: claim.kind,
  about: json(claim.about), ...span(published), offsets: json(claim.offsets), confidence: claim.confidence,
});

export const tieRow = (tie: TieFact, { coding, sentence, published }: Place): Insertable<TieTable> => ({
  coding_id: coding, sentence_id: sentence, a: tie.a, b: tie.b, domain: tie.domain, kind: tie.kind,
  ...span(published), offsets: json(tie.offsets), confidence: tie.confidence,
});

export const trendRow = (trend: TrendFact, { coding, sentence, published }: Place): Insertable<TrendTable> => ({
  coding_id: coding, sentence_id: sentence, a: trend.a, b: trend.b, direction: trend.direction,
  from: trend.from ?? null, to: trend.to ?? null, ...span(published, trend.from, trend.to), offsets: json(trend.offsets), confidence: trend.confidence,
});
