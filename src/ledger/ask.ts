/** From a person's words (options of the command line, fields of the page's form) to a filter, or to what is wrong with them. */
import { readPeriod } from '../story/day.ts';
import { CLAIM_KINDS, DIRECTIONS, EVENT_TYPES, FACTUALITIES, MODES, TIE_DOMAINS, TIE_KINDS } from '../story/facts.ts';
import type { Factuality, Mode } from '../story/facts.ts';
import { LANGS } from '../story/story.ts';
import type { FactKind, Filter } from './filter.ts';

/** As given; lists may be given as several values or as one with commas. */
export interface Asked {
  party?: readonly string[];
  pair?: readonly string[];
  type?: readonly string[];
  from?: string;
  to?: string;
  factuality?: readonly string[];
  speaker?: string;
  outlet?: string;
  /** Labels that the user gave to outlets. */
  label?: readonly string[];
  lang?: readonly string[];
  text?: string;
}

/** How parties are known by name. */
export interface PartyNames {
  /** The code of a party given by code or by name in any language; undefined where there is none. */
  code(given: string): string | undefined;
  /** The nearest names, for one that is not known. */
  nearest(given: string): string[];
  /** A party's usual name; the code itself where none is known. */
  name(code: string): string;
}

/** What was wrong with one of the words. */
export interface Refusal {
  field: keyof Asked;
  message: string;
}

/** What `type` may say, for each kind of fact. */
export const TYPES_OF: Readonly<Record<FactKind, readonly string[]>> = {
  event: EVENT_TYPES, claim: CLAIM_KINDS, tie: [...TIE_DOMAINS, ...TIE_KINDS], trend: DIRECTIONS,
};

const parts = (given: readonly string[] | undefined): string[] =>
  (given ?? []).flatMap((value) => value.split(',')).map((value) => value.trim()).filter(Boolean);

/** Makes a filter. What is refused is left out of it, so that a page can still show the rest. */
export function toFilter(kind: FactKind, asked: Asked, names: PartyNames): { filter: Filter; refusals: Refusal[] } {
  const filter: Filter = {}, refusals: Refusal[] = [];
  const refuse = (field: keyof Asked, message: string): void => void refusals.push({ field, message });
  const party = (field: 'party' | 'pair', given: string): string | undefined => {
    const code = names.code(given);
    if (code) return code;
    const nearest = names.nearest(given);
    refuse(field, `no party "${given}" is known${nearest.length ? `; did you mean ${nearest.join(', ')}?` : ''}`);
    return undefined;
  };
  const known = <T extends string>(field: keyof Asked, given: readonly string[] | undefined, values: readonly T[]): T[] | undefined => {
    const found: T[] = [];
    for (const value of parts(given)) {
      const match = values.find((one) => one.toLowerCase() === value.toLowerCase());
      if (match) found.push(match);
      else refuse(field, `"${value}" is none of ${values.join(', ')}`);
    }
    return found.length ? [...new Set(found)] : undefined;
  };

  // A name may hold a comma ("Korea, Republic of"), so it is tried whole first.
  const parties = (asked.party ?? []).flatMap((value) => (names.code(value) ? [value] : parts([value]))).map((value) => party('party', value)).filter((code) => code !== undefined);
  if (parties.length) filter.parties = [...new Set(parties)];
  const given = asked.pair?.length === 1 ? parts(asked.pair) : [...(asked.pair ?? [])].filter((value) => value.trim() !== '');
  if (given.length === 2) {
    const a = party('pair', given[0] as string), b = party('pair', given[1] as string);
    if (a && b) filter.pair = [a, b];
  } else if (given.length) refuse('pair', `a pair is two parties, not ${given.length}`);

  const types = parts(asked.type), modes: Mode[] = [];
  const plain = types.flatMap((value) => {
    const [type = '', mode] = value.split(':');
    if (mode === undefined || kind !== 'event') return [value];
    const found = known('type', [mode], MODES);
    if (found) modes.push(...found);
    return [type];
  });
  const found = known('type', plain, TYPES_OF[kind]);
  if (found) filter.types = found;
  if (modes.length) filter.modes = modes;
  const factualities = known<Factuality>('factuality', asked.factuality, FACTUALITIES);
  if (factualities) filter.factualities = factualities;
  const labels = parts(asked.label);
  if (labels.length) filter.labels = labels;
  const langs = known('lang', asked.lang, LANGS);
  if (langs) filter.langs = langs;

  for (const field of ['from', 'to'] as const) {
    const value = asked[field]?.trim();
    if (!value) continue;
    const period = readPeriod(value);
    if (period) filter[field] = field === 'from' ? period.first : period.last;
    else refuse(field, `"${value}" is no day (YYYY-MM-DD), month (YYYY-MM) or year`);
  }
  if (filter.from && filter.to && filter.from > filter.to) refuse('to', `the period ends (${filter.to}) before it begins (${filter.from})`);
  for (const field of ['speaker', 'outlet', 'text'] as const) {
    const value = asked[field]?.trim();
    if (value) filter[field] = value;
  }
  return { filter, refusals };
}
