/** Facts as the outlook works on them: who did what to whom on which day, all of them small integers. */

/** Columns of facts in order of day. Entities and relations are counted from 0, days from the first one of the record. */
export interface Facts {
  readonly size: number;
  readonly source: Int32Array;
  readonly relation: Int32Array;
  readonly target: Int32Array;
  readonly day: Int32Array;
}

/** How many entities and relations a record names. An inverse relation ("is done to by") is `relation + relations`. */
export interface Scope {
  readonly entities: number;
  readonly relations: number;
}

export interface Fact {
  source: number;
  relation: number;
  target: number;
  day: number;
}

/** Puts facts into columns, in order of day; facts of one day keep their order, what stands twice on a day is kept once. */
export function makeFacts(rows: Iterable<Fact>): Facts {
  let seen = new Set<string>(), today = -1;
  const sorted = [...rows].sort((a, b) => a.day - b.day).filter(({ source, relation, target, day }) => {
    if (day !== today) seen = new Set();
    today = day;
    const key = `${source} ${relation} ${target}`;
    return !seen.has(key) && seen.add(key);
  });
  const column = (of: (fact: Fact) => number): Int32Array => Int32Array.from(sorted, of);
  return { size: sorted.length, source: column((f) => f.source), relation: column((f) => f.relation), target: column((f) => f.target), day: column((f) => f.day) };
}

/** The facts from position `from` up to `to`, sharing memory. */
export const slice = ({ source, relation, target, day }: Facts, from: number, to: number): Facts => ({
  size: to - from,
  source: source.subarray(from, to), relation: relation.subarray(from, to), target: target.subarray(from, to), day: day.subarray(from, to),
});

/** The position of the first fact on or after a day. */
export function firstOn({ day, size }: Facts, wanted: number): number {
  let low = 0, high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (day[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Facts before a day, sharing memory. */
export const before = (facts: Facts, day: number): Facts => slice(facts, 0, firstOn(facts, day));

/** Each day that has facts, in order, with its facts. */
export function* days(facts: Facts): Generator<Facts & { readonly at: number }> {
  let from = 0;
  while (from < facts.size) {
    const at = facts.day[from];
    let to = from + 1;
    while (to < facts.size && facts.day[to] === at) to++;
    yield { ...slice(facts, from, to), at };
    from = to;
  }
}

/** Several records as one, in order of day. */
export function join(...parts: readonly Facts[]): Facts {
  const rows: Fact[] = [];
  for (const part of parts) for (let i = 0; i < part.size; i++) rows.push({ source: part.source[i], relation: part.relation[i], target: part.target[i], day: part.day[i] });
  return makeFacts(rows);
}
