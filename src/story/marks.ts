/** Where a story's facts stand in its text. */
import type { CodedStory, Offsets } from './facts.ts';
import type { Span } from './story.ts';
import { describeClaim, describeEvent, describeTie, describeTrend } from './describe.ts';
import type { Description } from './describe.ts';

export type Role = 'type' | 'source' | 'target' | 'speaker' | 'date';
export type Kind = 'event' | 'claim' | 'tie' | 'trend';

/** One fact of a story, numbered from 1 in the order of the text. */
export interface Numbered {
  number: number;
  kind: Kind;
  /** Its index among the story's facts of that kind. */
  index: number;
  description: Description;
  evidence: string;
  offsets: Offsets;
  confidence: number;
}

/** All facts of a story by where they stand. */
export function numbered({ events, claims, ties, trends }: Pick<CodedStory, 'events' | 'claims' | 'ties' | 'trends'>): Numbered[] {
  const all = [
    ...events.map((fact, index) => ({ kind: 'event' as const, index, fact, description: describeEvent(fact) })),
    ...claims.map((fact, index) => ({ kind: 'claim' as const, index, fact, description: describeClaim(fact) })),
    ...ties.map((fact, index) => ({ kind: 'tie' as const, index, fact, description: describeTie(fact) })),
    ...trends.map((fact, index) => ({ kind: 'trend' as const, index, fact, description: describeTrend(fact) })),
  ];
  const at = ({ offsets }: { offsets: Offsets }): number => offsets.type?.start ?? offsets.sentence.start;
  return all.sort((a, b) => a.fact.offsets.sentence.start - b.fact.offsets.sentence.start || at(a.fact) - at(b.fact))
    .map(({ kind, index, description, fact: { evidence, offsets, confidence } }, i) => ({ number: i + 1, kind, index, description, evidence, offsets, confidence }));
}

/** A stretch of words with what it is to which facts. */
export interface Mark extends Span {
  roles: { number: number; role: Role }[];
}

const ROLES: readonly Role[] = ['source', 'type', 'target', 'speaker', 'date'];

/** The marks of facts, one a stretch, outer before inner, in text order. */
export function marksOf(facts: readonly Numbered[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { number, offsets } of facts) {
    for (const role of ROLES) {
      const span = offsets[role];
      if (!span) continue;
      const key = `${span.start}-${span.end}`, mark = marks.get(key) ?? { start: span.start, end: span.end, roles: [] };
      mark.roles.push({ number, role });
      marks.set(key, mark);
    }
  }
  return [...marks.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A piece of text between two borders of marks: which marks it lies in, and which begin and end with it. */
export interface Piece extends Span {
  within: Mark[];
  opening: Mark[];
  closing: Mark[];
}

/** Cuts `[start, end)` of a text at the borders of the marks that touch it. Marks may nest and cross. */
export function pieces({ start, end }: Span, marks: readonly Mark[]): Piece[] {
  const own = marks.filter((mark) => mark.start < end && mark.end > start);
  const borders = [...new Set([start, end, ...own.flatMap((mark) => [Math.max(mark.start, start), Math.min(mark.end, end)])])].sort((a, b) => a - b);
  return borders.slice(1).map((to, i) => {
    const from = borders[i] as number;
    return {
      start: from, end: to,
      within: own.filter((mark) => mark.start <= from && mark.end >= to),
      opening: own.filter((mark) => mark.start === from),
      // Inner marks end first.
      closing: own.filter((mark) => mark.end === to).reverse(),
    };
  });
}
