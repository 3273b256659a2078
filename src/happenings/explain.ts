/** Why two acts are one: what of them agrees. */
import type { Remark, Value } from '../story/remark.ts';
import type { Act } from './act.ts';
import { samePerson } from './names.ts';
import { sameWords } from './pair.ts';

const day = (n: number): Value => ({ day: new Date(n * 86_400_000).toISOString().slice(0, 10) });
type Days = NonNullable<Act['days']>;
const period = ({ first, last }: Days): Value => (first === last ? day(first) : { code: 'period', values: { from: day(first), to: day(last) } });
const both = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [...a].filter((one) => b.has(one)).sort();
const FEW = 5;
function some(values: readonly Value[]): Value {
  const list: Value = { list: values.slice(0, FEW) };
  return values.length > FEW ? { code: 'and-more', values: { list } } : list;
}
const type = (act: Act): Value => ({ term: 'type', value: act.type });

function kinds(a: Act, b: Act): Remark {
  const parties = both(a.parties, b.parties), part = parties.length === a.parties.size && parties.length === b.parties.size ? '' : '-some', list = { list: parties.map((party) => ({ party })) };
  return a.type === b.type ? { code: `one.same${part}`, values: { type: type(a), parties: list } } : { code: `one.near${part}`, values: { type: type(a), other: type(b), parties: list } };
}

function timing(a: Act, b: Act): Remark {
  if (a.days && b.days) {
    if (a.days.first === b.days.first && a.days.last === b.days.last) return { code: 'one.on', values: { days: period(a.days) } };
    return { code: 'one.days', values: { a: period(a.days), b: period(b.days) } };
  }
  const dated = a.days || b.days ? '' : '-undated';
  return { code: `one.published${a.published === b.published ? '' : '-apart'}${dated}`, values: { a: { day: a.published }, b: { day: b.published } } };
}

/** What agrees between two acts, most telling first. */
export function explain(a: Act, b: Act): Remark[] {
  const reasons = [kinds(a, b), timing(a, b)], persons = [...a.by, ...a.upon].filter((x) => [...b.by, ...b.upon].some((y) => samePerson(x, y)));
  if (persons.length) reasons.push({ code: 'one.persons', values: { n: persons.length } });
  const numbers = both(a.said.numbers, b.said.numbers).map((n) => n.replace(/^y/, '')), concepts = both(a.said.concepts, b.said.concepts), quoted = both(a.said.quoted, b.said.quoted);
  if (numbers.length) reasons.push({ code: 'one.numbers', values: { n: numbers.length, list: some(numbers) } });
  if (quoted.length) reasons.push({ code: 'one.quoted', values: { list: some(quoted) } });
  if (concepts.length) reasons.push({ code: 'one.concepts', values: { list: some(concepts.map((value) => ({ term: 'concept', value }))) } });
  const words = sameWords(a, b);
  if (words >= 0.5) reasons.push({ code: 'one.words', values: { n: Math.round(100 * words) } });
  return reasons;
}
