/** The questions that measures answer: addresses, parameters and descriptions come from their declarations. */
import { readFileSync } from 'node:fs';
import { z } from '@hono/zod-openapi';
import { betweenThem, claimsAbout, precedentOf, relation, relationsOf, roomOfParty } from '../../answers/answer.ts';
import type { Asking, RelationAnswer } from '../../answers/answer.ts';
import { standsBetween } from '../../answers/stands.ts';
import { parametersOf, QUESTIONS } from '../../answers/questions.ts';
import type { Question } from '../../answers/questions.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readBlocs } from '../../relations/blocs.ts';
import type { Blocs } from '../../relations/blocs.ts';
import { readParameter } from '../../relations/declaration.ts';
import type { Declaration, Parameter } from '../../relations/declaration.ts';
import { filterOf, partyOf } from '../ask.ts';
import { endpoint } from '../endpoint.ts';
import { Refused } from '../problem.ts';
import type { Asking as Over } from '../served.ts';
import { Filters, Party, Remark } from '../schemas/facts.ts';

let listed: Blocs | undefined;
/** The table of blocs, with what a reader sets otherwise: `BLR:Moscow,TUR:West`. */
export function blocsOf(given: string | undefined): Blocs {
  listed ??= readBlocs(readFileSync(new URL('../../relations/blocs.tsv', import.meta.url), 'utf8')).blocs;
  if (!given) return listed;
  const { blocs, faults } = readBlocs(given.split(',').map((part) => part.replace(':', '\t')).join('\n'));
  if (faults.length) throw new Refused(400, 'bad-blocs', 'blocs are given as CODE:bloc, separated by commas', { errors: faults.map(({ text }) => ({ field: 'blocs', message: text })) });
  return new Map([...listed, ...blocs]);
}

const Narrowing = Filters.pick({ from: true, to: true, type: true, factuality: true, outlet: true });
export const BlocsWord = z.string().max(20_000).optional().openapi({ description: 'Blocs that differ from the built-in table: CODE:bloc, separated by commas', example: 'TUR:West,SRB:unaligned' });

const describe = (parameter: Parameter): string => ('choices' in parameter
  ? `${parameter.about} (${parameter.choices.join(', ')}; otherwise ${parameter.default})`
  : `${parameter.about} (${parameter.unit}, ${parameter.least} to ${parameter.most}; otherwise ${parameter.default})`);

/** A question's query: the filters, and each parameter as its measure declares it. */
const queryOf = (question: Question) => Narrowing.extend({
  ...Object.fromEntries(parametersOf(question).map((parameter) => [parameter.name, z.string().max(50).optional().openapi({ description: describe(parameter) })])),
  ...(question.measures.some(({ inputs }) => inputs.includes('blocs')) && { blocs: BlocsWord }),
});

/** The parameters that a query sets. Throws Refused, naming each that is not as declared. */
function parametersIn(question: Question, query: Readonly<Record<string, unknown>>): Asking['parameters'] {
  const read = parametersOf(question).flatMap((parameter) => (typeof query[parameter.name] === 'string' ? [{ name: parameter.name, ...readParameter(parameter, query[parameter.name] as string) }] : []));
  const errors = read.flatMap((one) => ('message' in one ? [{ field: one.name, message: one.message }] : []));
  if (errors.length) throw new Refused(400, 'bad-parameter', errors.map(({ field, message }) => `${field}: ${message}`).join('; '), { errors });
  return Object.fromEntries(read.flatMap((one) => ('value' in one ? [[one.name, one.value]] : [])));
}

/** What a measure gives, as its declaration describes it. */
const resultOf = ({ outputs, source }: Declaration) => z.looseObject({}).optional().openapi({ description: `${outputs.map(({ name, about, unit }) => `${name}: ${about}${unit ? ` (${unit})` : ''}`).join('\n')}\nSource: ${source}` });

/** The name under which an answer holds a measure's result. */
const KEY: Readonly<Record<string, string>> = { 'go-between': 'between' };

const answerOf = ({ measures }: Question) => z.looseObject({
  parties: z.array(Party), window: z.object({ from: z.string(), to: z.string() }).optional(), thin: z.string().optional().openapi({ description: 'Why there is no answer' }), lack: Remark.optional(),
  because: z.record(z.string(), z.array(z.looseObject({}))).openapi({ description: 'The events that the numbers were made from, by happening' }),
  ...Object.fromEntries(measures.map((measure) => [KEY[measure.name] ?? measure.name, resultOf(measure)])),
});

const ANSWER: Readonly<Record<Question['name'], (ledger: Ledger, parties: readonly string[], asking: Asking) => Promise<object>>> = {
  relation: (ledger, [a, b], asking) => (b === undefined ? relationsOf(ledger, a as string, asking) : relation(ledger, [a as string, b], asking).then(shortened)),
  between: (ledger, [a, b], asking) => (b === undefined ? standsBetween(ledger, a as string, asking) : betweenThem(ledger, [a as string, b], asking)),
  room: (ledger, [party], asking) => roomOfParty(ledger, party as string, asking),
  precedent: (ledger, [a, b], asking) => precedentOf(ledger, [a as string, b as string], asking),
  claims: (ledger, parties, asking) => claimsAbout(ledger, parties, asking),
};

/** The lists of facts have the plain names. */
const NAME: Readonly<Partial<Record<Question['name'], string>>> = { claims: 'readings' };
const PARAMS = [z.object({ a: Party }), z.object({ a: Party, b: Party })] as const;

/** A question's addresses: one for each number of parties that it may be about. */
const addressesOf = ({ name, parties: [least, most] }: Question): { path: string; parties: number }[] =>
  [1, 2].filter((n) => n >= least && n <= most).map((n) => ({ path: `/${NAME[name] ?? name}/{a}${n === 2 ? '/{b}' : ''}`, parties: n }));

/** So many of the happenings that a number was made from are named; `happenings` tells how many there are, and the lists of facts have them all. */
const NAMED = 50;

/** Two parties' tone without the names of most of the happenings, of which a large ledger has tens of thousands. */
function shortened<A extends RelationAnswer>(answer: A): A {
  const { tone } = answer, cut = <T extends { because: readonly string[] }>(one: T): T => ({ ...one, because: one.because.slice(0, NAMED) });
  return tone ? { ...answer, tone: { ...tone, steps: tone.steps.map(cut), total: cut(tone.total) } } : answer;
}

export function addMeasures({ api, ledger, names, codes }: Over): void {
  endpoint(api, {
    path: '/measures', tag: 'Relations', summary: 'The questions, with the parameters and sources of their measures', answer: z.object({ rows: z.array(z.looseObject({ name: z.string(), paths: z.array(z.string()), question: z.string() })) }),
  }, () => ({ rows: QUESTIONS.map((question) => ({ paths: addressesOf(question).map(({ path }) => path), name: question.name, question: question.question, measures: question.measures })) }));

  for (const question of QUESTIONS) {
    for (const { path, parties: n } of addressesOf(question)) {
      endpoint(api, {
        path, tag: 'Relations', summary: question.question, description: question.measures.map(({ source }) => source).join('; '), params: PARAMS[n - 1] as z.ZodObject, query: queryOf(question), answer: answerOf(question),
      }, async ({ params, query }) => {
        const known = await codes(), asked = query as z.output<typeof Narrowing> & Record<string, unknown>, parties = Object.values(params as Record<string, string>).map((one) => partyOf(one, names, known));
        const { from, to, type, factuality, outlet } = asked;
        const filter = filterOf(question.name === 'claims' ? 'claim' : 'event', { from, to, type, factuality, outlet, party: undefined, pair: undefined, lang: undefined, speaker: undefined, text: undefined }, names);
        return await ANSWER[question.name](ledger, parties, { filter, parameters: parametersIn(question, asked), blocs: blocsOf(asked['blocs'] as string | undefined) }) as never;
      });
    }
  }
}
