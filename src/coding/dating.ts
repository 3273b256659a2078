/**
 * Which date an act takes: the rules of `dates/attach` and `dates/occasion` say what each date of the text costs it, a scorer
 * fitted on coded stories weighs that with where the two stand. Of the candidates the likeliest is taken, or none.
 */
import { typeInfo } from '../ontology/plover.ts';
import { dayNumber } from '../story/day.ts';
import type { Granularity } from '../story/facts.ts';
import type { Doc, Token } from '../language/doc.ts';
import { attachments, headOf } from './dates/attach.ts';
import { carriedDates } from './dates/occasion.ts';
import type { ToldAct } from './dates/occasion.ts';
import { turkishForm } from './dates/tr-forms.ts';
import type { DateMention } from './dates/types.ts';
import { isConsult } from './lexicon.ts';
import type { Argument, Scene } from './scene.ts';
import { zeros } from './scorer/rows.ts';
import type { Trigger } from './triggers.ts';
import { wordClass } from './word-classes.ts';

/** An act as dating sees it; its trigger's entry says of what type. */
export interface DatedAct {
  trigger: Trigger;
  source: Argument;
  target: Argument;
}

/** A date that an act may take, with its row for the scorer. */
export interface DateChoice {
  date: DateMention;
  row: Float32Array;
}

/** Sentences before an act's own whose dates are weighed. */
const BACK = 2;
/** What an impossible attachment costs, in a row. */
const DEAR = 9;
const GRANULARITIES: readonly Granularity[] = ['day', 'week', 'month', 'season', 'year'];
const RELATIVE = /^(?:acl|relcl)/;

export const DATE_FEATURES: string[] = [
  'cost', 'possible', 'taken by the rules', 'rules take another', 'carried', 'sentences before', 'tokens between', 'act before date', 'arcs up to the act', 'arcs up to the date', 'linked',
  'verbs between', 'commas between', 'joints between', 'openers between', 'date fronted', 'date head is a verb', 'only date here', 'dates here', 'acts here', 'nearest date', 'nearest act',
  'since', 'until', 'subordinate', ...GRANULARITIES, 'dated day of publication', 'after publication', 'days before publication',
  'act is a verb', 'act finite', 'act participle', 'act infinitive', 'act converb', 'act in a relative clause', 'act in a complement', 'act is the root', 'speech', 'meeting', 'domestic', 'covered by speech', 'date covered alike',
  'lang tr', 'lang en', 'lang ru', 'other act takes it', 'same pair takes it',
];

/** Arcs from a token up to another, or -1 where it does not stand above. */
function arcsUp(doc: Doc, from: number, to: number): number {
  let h = from;
  for (let n = 0; n <= 8 && h >= 0; n++) {
    if (h === to) return n;
    h = (doc.tokens[h] as Token).head;
  }
  return -1;
}

const isVerb = (t: Token | undefined): boolean => t?.upos === 'VERB' || t?.upos === 'AUX';

/** Kinds of clause between a token and the root. */
function clauses(doc: Doc, token: number): { relative: boolean; complement: boolean; depth: number } {
  let h = token, relative = false, complement = false, depth = 0;
  while (h >= 0 && depth < 8) {
    const { deprel, head } = doc.tokens[h] as Token;
    if (RELATIVE.test(deprel)) relative = true;
    if (/^(?:ccomp|xcomp|parataxis)/.test(deprel)) complement = true;
    if (head < 0) break;
    h = head;
    depth++;
  }
  return { relative, complement, depth };
}

/** Whether a date belongs to a participle that it stands right behind: that of "lifted the ban imposed in May" is not the lifting's. */
function isTaken(doc: Doc, date: DateMention, trigger: number): boolean {
  const { head } = headOf(doc, date), governor = doc.tokens[head];
  return governor !== undefined && head !== trigger && head < date.first && date.first - head <= 2 && RELATIVE.test(governor.deprel) && governor.feat('VerbForm') === 'Part';
}

/** The dates that each of a story's acts may take. `acts` in the order of the text. */
export function dateChoices(scene: Scene, acts: readonly DatedAct[]): DateChoice[][] {
  const { doc, dates } = scene, told = acts.map(({ trigger, source, target }): ToldAct => {
    const date = scene.dateOf(trigger.token), { label } = trigger.entry;
    return { token: trigger.token, sentence: trigger.sentence, parties: [source.party, target.party], meeting: isConsult(label), ...(date && { date }) };
  });
  const opener = wordClass(doc.lang, 'opener'), carried = carriedDates(doc, dates, told), published = dayNumber(scene.story.date);
  return acts.map((act, k) => {
    const { trigger: { token, sentence, entry: { label } } } = act, costs = new Map(attachments(dates, doc, token).map(({ date, cost }) => [date, cost]));
    const undoes = label.is === 'event' && label.type === 'CONCEDE';
    const open = dates.filter((d) => !d.dateline && (d.from ?? d.to) !== undefined && d.sentence <= sentence && d.sentence >= sentence - BACK && !(token >= d.first && token < d.last) && !(undoes && d.sentence === sentence && isTaken(doc, d, token)));
    const here = open.filter((d) => d.sentence === sentence), t = doc.tokens[token] as Token, clause = clauses(doc, token), form = doc.lang === 'tr' ? turkishForm(t, doc.tokens[token + 1]) : undefined;
    const byRule = (told[k] as ToldAct).date, actsHere = told.filter((o) => o.sentence === sentence);
    return open.map((date): DateChoice => {
      const row = zeros(DATE_FEATURES.length), cost = costs.get(date) ?? Infinity, head = headOf(doc, date).i, [x, y] = token < date.first ? [token + 1, date.first] : [date.last, token];
      const between = date.sentence === sentence ? doc.tokens.slice(x, y) : [], distance = (d: DateMention) => (token < d.first ? d.first - token : token - d.last + 1);
      const up = arcsUp(doc, token, head), down = arcsUp(doc, head, token), others = told.filter((o, n) => n !== k && o.date === date);
      const age = published - dayNumber((date.to ?? date.from) as string), coverOf = (i: number) => (scene.covering[i] ?? []).length;
      const values = [
        Math.min(cost, DEAR), Number(cost < Infinity), Number(byRule === date), Number(byRule !== undefined && byRule !== date), Number(carried.get(k) === date), sentence - date.sentence, Math.min(40, between.length), Number(token < date.first), up, down, Number(up >= 0 || down >= 0),
        between.filter(isVerb).length, between.filter(({ form: f }) => f === ',').length, between.filter(({ upos }) => upos === 'CCONJ').length, between.filter(({ lower }) => opener.has(lower)).length,
        date.first - (doc.sentences[date.sentence] as Doc['sentences'][number]).first, Number(isVerb(doc.tokens[(doc.tokens[head] as Token).head])), Number(here.length === 1 && here[0] === date), here.length, actsHere.length,
        Number(here.every((d) => distance(d) >= distance(date))), Number(actsHere.every((o) => Math.abs(o.token - date.first) >= Math.abs(token - date.first))),
        Number(date.kind === 'since'), Number(date.kind === 'until'), Number(date.subordinate === true), ...GRANULARITIES.map((g) => Number(date.granularity === g)),
        Number(age === 0), Number(age < 0), Math.sign(age) * Math.log1p(Math.abs(age)),
        Number(isVerb(t)), Number(form === 'finite' || t.feat('VerbForm') === 'Fin'), Number(form === 'participle' || t.feat('VerbForm') === 'Part'), Number(form === 'nominal' || t.feat('VerbForm') === 'Inf'), Number(form === 'converb' || t.feat('VerbForm') === 'Conv'),
        Number(clause.relative), Number(clause.complement), Number(t.head < 0), Number(label.is === 'event' && typeInfo(label.type).speech), Number(isConsult(label)), Number(act.source.party === act.target.party),
        coverOf(token), Number(coverOf(token) === coverOf(date.first)),
        Number(doc.lang === 'tr'), Number(doc.lang === 'en'), Number(doc.lang === 'ru'), others.length, Number(others.some((o) => o.parties.includes(act.source.party) && o.parties.includes(act.target.party))),
      ];
      row.set(values);
      return { date, row };
    });
  });
}
