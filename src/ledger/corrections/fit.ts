/** Finds the fact that a correction was about among those of another coding of the story. Pure. */
import { isSymmetricType } from '../../ontology/plover.ts';
import type { ClaimFact, EventFact, Offsets, TieFact, TrendFact } from '../../story/facts.ts';
import type { Span } from '../../story/story.ts';
import type { FactKind } from '../filter.ts';
import type { AnyFact } from './types.ts';

export interface Candidate {
  id: number;
  fact: AnyFact;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const sameSpan = (a?: Span, b?: Span): boolean => a !== undefined && b !== undefined && a.start === b.start && a.end === b.end;
const samePair = (a: readonly [string, string], b: readonly [string, string], ordered: boolean): boolean =>
  (a[0] === b[0] && a[1] === b[1]) || (!ordered && a[0] === b[1] && a[1] === b[0]);

/** Whether two facts of one sentence say the same thing of the same parties. */
function saysTheSame(kind: FactKind, before: AnyFact, now: AnyFact): boolean {
  if (kind === 'event') {
    const a = before as EventFact, b = now as EventFact;
    return a.type === b.type && samePair([a.source, a.target], [b.source, b.target], !(isSymmetricType(a.type) || a.mutual));
  }
  if (kind === 'claim') {
    const a = before as ClaimFact, b = now as ClaimFact;
    return a.speaker === b.speaker && a.kind === b.kind && a.about.some((party) => b.about.includes(party));
  }
  if (kind === 'tie') {
    const a = before as TieFact, b = now as TieFact;
    return a.domain === b.domain && a.kind === b.kind && samePair([a.a, a.b], [b.a, b.b], false);
  }
  const a = before as TrendFact, b = now as TrendFact;
  return a.direction === b.direction && samePair([a.a, a.b], [b.a, b.b], false);
}

/** Whether two facts of one sentence are told by the same words: what carries the type, and both parties. */
function sameWords(kind: FactKind, before: Offsets, now: Offsets): boolean {
  if (kind === 'claim') return sameSpan(before.speaker, now.speaker);
  return before.type !== undefined && now.type !== undefined && overlap(before.type, now.type)
    && sameSpan(before.source, now.source) && sameSpan(before.target, now.target);
}

/** How much two facts that say the same have in common besides: equal fields, and equal words above all. */
function likeness(before: AnyFact, now: AnyFact): number {
  const a = before as unknown as Record<string, unknown>, b = now as unknown as Record<string, unknown>;
  let n = 0;
  for (const field of ['source_person', 'target_person', 'factuality', 'from', 'to', 'attributed_to', 'source', 'target']) if (a[field] === b[field]) n++;
  return n + (sameSpan(before.offsets.type, now.offsets.type) ? 20 : 0) + (sameSpan(before.offsets.sentence, now.offsets.sentence) ? 5 : 0);
}

/**
 * The candidate that a fact has become: in its sentence, and saying the same or told by the same words.
 * @returns its id and how it was found; undefined where the coding has none
 */
export function findFit(kind: FactKind, fact: AnyFact, candidates: readonly Candidate[]): { id: number; fit: 'same' | 'words' } | undefined {
  const here = candidates.filter((candidate) => overlap(candidate.fact.offsets.sentence, fact.offsets.sentence));
  for (const [fit, fits] of [
    ['same', (now: AnyFact) => saysTheSame(kind, fact, now)], ['words', (now: AnyFact) => sameWords(kind, fact.offsets, now.offsets)],
  ] as const) {
    const found = here.filter((candidate) => fits(candidate.fact)).sort((a, b) => likeness(fact, b.fact) - likeness(fact, a.fact) || a.id - b.id)[0];
    if (found) return { id: found.id, fit };
  }
  return undefined;
}
