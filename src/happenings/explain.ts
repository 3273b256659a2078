/** Why two acts are one, in a person's words: what of them agrees. */
import type { Act } from './act.ts';
import { samePerson } from './names.ts';
import { sameWords } from './pair.ts';

const day = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10);
const period = ({ first, last }: { first: number; last: number }): string => (first === last ? day(first) : `${day(first)} to ${day(last)}`);
const both = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [...a].filter((one) => b.has(one)).sort();
const FEW = 5;
const some = (words: readonly string[]): string => `${words.slice(0, FEW).join(', ')}${words.length > FEW ? ', ...' : ''}`;

/** What agrees between two acts, most telling first. */
export function explain(a: Act, b: Act): string[] {
  const reasons: string[] = [], parties = both(a.parties, b.parties);
  const whole = parties.length === a.parties.size && parties.length === b.parties.size;
  reasons.push(`${a.type === b.type ? `both ${a.type}` : `${a.type} and ${b.type}, neighbouring types`} ${whole ? 'between' : 'that share'} ${parties.join(', ')}`);
  if (a.days && b.days) reasons.push(period(a.days) === period(b.days) ? `on ${period(a.days)}` : `days that agree (${period(a.days)}; ${period(b.days)})`);
  else reasons.push(`published ${a.published === b.published ? `on ${a.published}` : `on ${a.published} and ${b.published}`}, ${a.days || b.days ? 'one' : 'neither'} with its own date`);
  const persons = [...a.by, ...a.upon].filter((x) => [...b.by, ...b.upon].some((y) => samePerson(x, y)));
  if (persons.length) reasons.push(`the same ${persons.length === 1 ? 'person' : 'persons'} named`);
  const numbers = both(a.said.numbers, b.said.numbers).map((n) => n.replace(/^y/, '')), concepts = both(a.said.concepts, b.said.concepts), quoted = both(a.said.quoted, b.said.quoted);
  if (numbers.length) reasons.push(`the same ${numbers.length === 1 ? 'number' : 'numbers'}: ${some(numbers)}`);
  if (quoted.length) reasons.push(`the same quoted words: ${some(quoted)}`);
  if (concepts.length) reasons.push(`both speak of ${some(concepts)}`);
  const words = sameWords(a, b);
  if (words >= 0.5) reasons.push(`${Math.round(100 * words)} in 100 words of the shorter sentence are the other's too`);
  return reasons;
}
