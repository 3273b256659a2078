/** What the program says of its own accord, as a code with values: in English on the command line, in a reader's language on the page. */
import { ordinal } from './describe.ts';
import { REMARKS } from './remarks.ts';

/** Words with places for values; where they depend on how many there are, one for each category of Unicode's plural rules, chosen by `n`. */
export type Wording = string | { one: string; few?: string; many?: string; other: string };

export type RemarkCode = keyof typeof REMARKS;

/** A number, words of somebody else's, or what each language writes in its own way. */
export type Value =
  | number | string | Phrase
  | { day: string } | { party: string } | { ordinal: number }
  /** A value of a vocabulary: `{ term: 'type', value: 'CONSULT' }`. */
  | { term: string; value: string }
  | { list: readonly Value[] };

/** A wording of some catalogue, and what fills its places. */
export interface Phrase {
  code: string;
  values?: Readonly<Record<string, Value>>;
}

export interface Remark extends Phrase {
  code: RemarkCode;
}

/** How one language writes. */
export interface Tongue {
  words: Readonly<Record<string, Wording>>;
  plural(n: number): Intl.LDMLPluralRule;
  number(n: number): string;
  ordinal(n: number): string;
  day(iso: string): string;
  party(code: string): string;
  term(group: string, value: string): string;
  list(parts: readonly string[]): string;
  /** A written value in another form: `{a:gen}` in a wording asks for the genitive of what stands for `a`. */
  inflect?(written: string, form: string): string;
}

/** Puts a phrase into words. */
export function say({ code, values = {} }: Phrase, tongue: Tongue): string {
  const wording = tongue.words[code] ?? code, { n } = values;
  const form = typeof wording === 'string' ? wording : (wording[tongue.plural(typeof n === 'number' ? n : 0) as 'one'] ?? wording.other);
  const written = (value: Value): string => {
    if (typeof value === 'number') return tongue.number(value);
    if (typeof value === 'string') return value;
    if ('code' in value) return say(value, tongue);
    if ('day' in value) return tongue.day(value.day);
    if ('ordinal' in value) return tongue.ordinal(value.ordinal);
    if ('party' in value) return tongue.party(value.party);
    return 'list' in value ? tongue.list(value.list.map(written)) : tongue.term(value.term, value.value);
  };
  return form.replace(/\{(\w+)(?::(\w+))?\}/g, (all, name: string, inflected: string | undefined) => {
    const value = values[name];
    if (value === undefined) return all;
    return inflected && tongue.inflect ? tongue.inflect(written(value), inflected) : written(value);
  });
}

const plural = new Intl.PluralRules('en');

/** English as the command line prints it: values of vocabularies and days as they are exchanged, parties by their codes unless `party` names them. */
export const plainEnglish = (words: Tongue['words'] = REMARKS, party: (code: string) => string = (code) => code): Tongue =>
  ({ words, plural: (n) => plural.select(n), number: String, ordinal, day: (iso) => iso, party, term: (_, value) => value, list: (parts) => parts.join(', ') });

/** A remark in English, as the command line prints it. */
export const inEnglish = (remark: Remark, party?: (code: string) => string): string => say(remark, plainEnglish(REMARKS, party));

/** Why there is no answer: in English, and as a remark. */
export interface Lacking {
  thin: string;
  lack: Remark;
}

/** A number of times as a value: never, once, twice, or so many. */
export const times = (n: number): Remark => (n === 0 ? { code: 'times.never' } : n === 1 ? { code: 'times.once' } : n === 2 ? { code: 'times.twice' } : { code: 'times.more', values: { n } });

export function lacking(code: RemarkCode, values?: Remark['values']): Lacking {
  const lack: Remark = { code, ...(values && { values }) };
  return { thin: inEnglish(lack), lack };
}
