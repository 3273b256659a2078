/** What several people's corrections of one fact amount to. Pure. */
import type { AnyFact, Correction, Fields } from './types.ts';

/** What is said differently, by which corrections. */
export interface Clash {
  /** The field; `verdict` where one stands by the fact and another rejects it. */
  field: string;
  uids: string[];
}

export interface Folded {
  /** Whether the fact stands after all that was said; undefined where nothing was. */
  stands: boolean | undefined;
  fields: Fields;
  clashes: Clash[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
/** What an added fact says of itself: everything but where it stands and how sure the coder was. */
const ownFields = ({ evidence: _evidence, offsets: _offsets, confidence: _confidence, ...fields }: AnyFact): Fields => fields;

/**
 * Folds corrections that count, in order: of what is said twice, the later word stands. Two people's different words on
 * one thing are a clash, which is shown.
 * @param corrections in order of time
 * @param added whether the fact is itself an addition; one that the coder found too takes the addition's fields
 */
export function foldCorrections(corrections: readonly Correction[], added: boolean): Folded {
  const fields: Record<string, unknown> = {}, said = new Map<string, { value: unknown; who: string; uid: string }[]>();
  let stands: boolean | undefined;
  const say = (field: string, value: unknown, { who, uid }: Correction): void => {
    said.set(field, [...(said.get(field) ?? []), { value, who, uid }]);
  };
  for (const correction of corrections) {
    if (correction.kind !== 'confirm' && correction.kind !== 'reject' && correction.kind !== 'change' && correction.kind !== 'add') continue;
    stands = correction.kind !== 'reject';
    say('verdict', stands, correction);
    const changed = correction.kind === 'change' ? correction.fields : correction.kind === 'add' && !added ? ownFields(correction.about.fact) : {};
    for (const [field, value] of Object.entries(changed)) {
      fields[field] = value;
      say(field, value, correction);
    }
  }
  const clashes: Clash[] = [];
  for (const [field, words] of said) {
    // A person may change his mind; what counts is each one's last word.
    const last = [...new Map(words.map((word) => [word.who, word])).values()];
    if (last.some(({ value }) => !same(value, last[0]?.value))) clashes.push({ field, uids: last.map(({ uid }) => uid) });
  }
  return { stands, fields, clashes };
}

/** A fact with fields changed; what is null is left out. Its confidence is an analyst's: 1. */
export function withFields<F extends AnyFact>(fact: F, fields: Fields): F {
  const changed: Record<string, unknown> = { ...fact, confidence: 1, ...fields };
  for (const [field, value] of Object.entries(changed)) if (value === null || value === undefined) delete changed[field];
  return changed as unknown as F;
}
