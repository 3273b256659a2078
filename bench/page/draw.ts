/** What readers ask of the API, drawn from what the ledger holds: one network, two relations, two parties and five searches in ten requests. */
import { seeded } from '../../src/random.ts';

export const KINDS = ['network', 'relation', 'search', 'party', 'search', 'relation', 'search', 'party', 'search', 'search'] as const;
export type Kind = (typeof KINDS)[number];

export interface Request {
  kind: Kind;
  path: string;
}

/** Months that a reader looks at; 0 for all. */
const LENGTHS = [0, 0, 1, 3, 12, 36, 120] as const;
const RELATIONS = 2000;

const month = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const indexOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Gives one request after the other: parties and relations with much to tell more often than others, any window, and the beginnings of names in any of the languages. The same seed draws the same. */
export async function drawing(address: string, seed: number): Promise<() => Request> {
  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${address}api/v1/${path}`)).json()) as T;
  const { ties, first, last } = await get<{ ties: { a: string; b: string }[]; first: string; last: string }>(`network?limit=${RELATIONS}`);
  const { rows } = await get<{ rows: { code: string; events: number; names: Record<string, string> }[] }>('parties'), parties = rows.filter(({ events }) => events > 0);
  const random = seeded(seed), begin = indexOf(first), end = indexOf(last);
  const any = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  // the square draws from the front of the list, where there is most to tell
  const great = <T>(values: readonly T[]): T => values[Math.floor(random() ** 2 * values.length)] as T;
  const during = (): string => {
    const length = any(LENGTHS), from = begin + Math.floor(random() * Math.max(1, end - begin - length + 2));
    return length ? `?from=${month(from)}&to=${month(from + length - 1)}` : '';
  };
  let n = 0;
  return () => {
    const kind = KINDS[n++ % KINDS.length] as Kind;
    if (kind === 'network') return { kind, path: `network${during()}` };
    if (kind === 'relation') return { kind, path: (({ a, b }) => `relation/${a}/${b}${during()}`)(great(ties)) };
    if (kind === 'party') return { kind, path: `parties/${great(parties).code}${during()}` };
    const name = any(Object.values(great(parties).names));
    return { kind, path: `search?q=${encodeURIComponent(name.slice(0, 1 + Math.floor(random() * name.length)).toLowerCase())}` };
  };
}
