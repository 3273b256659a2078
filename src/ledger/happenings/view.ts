/** Questions about happenings: which there are, and what each story has on one. */
import { sql } from 'kysely';
import { explain } from '../../happenings/explain.ts';
import type { Act } from '../../happenings/act.ts';
import { personOf, samePerson } from '../../happenings/names.ts';
import { signatureOf } from '../../happenings/signature.ts';
import { problem, ProblemError } from '../../story/errors.ts';
import type { EventFact, EventType } from '../../story/facts.ts';
import { inEnglish } from '../../story/remark.ts';
import type { Remark } from '../../story/remark.ts';
import { eventsOf, factId, joined, readFactId } from '../facts.ts';
import type { Recorded } from '../facts.ts';
import { conditions } from '../filter.ts';
import type { Filter } from '../filter.ts';
import type { Ledger } from '../ledger.ts';
import { beyond, cut } from '../page.ts';
import type { Found, Page } from '../page.ts';
import { sourcesOf } from './sources.ts';
import type { Source } from './sources.ts';
import { among, loadActs } from './tellings.ts';
import type { StoryActs } from './tellings.ts';

/** One happening in a list. */
export interface HappeningLine {
  /** `h` and its number. */
  id: string;
  type: EventType;
  firstDay: string;
  lastDay: string;
  parties: string[];
  events: number;
  stories: number;
  /** The event that told of it first. */
  first: Recorded<EventFact>;
}

/** One story's report, with what speaks for its being of this happening. */
export interface Report extends Recorded<EventFact> {
  /** What it calls the actors, in its own words. */
  words: { source?: string; target?: string };
  /** In English, and as remarks; empty for the first report. */
  because: string[];
  why: Remark[];
}

/** What reports say of one thing, where they do not agree. */
export interface Difference {
  what: 'date' | 'who' | 'factuality' | 'number';
  /** Of "who": for which party they act. */
  of?: string;
  /** What is said, and the ids of the events that say it. */
  says: { value: string; events: string[] }[];
}

export interface HappeningRecord {
  /** `h` and its number; the event's own id for an event of a data set, which is its own happening. */
  id: string;
  type: EventType;
  parties: string[];
  /** By day of publication. */
  reports: Report[];
  sources: Source[];
  /** What the sources weigh together, by the weights that the user gave their outlets. */
  weight: number;
  /** Stories of the first day of publication. */
  first: Source['stories'];
  differences: Difference[];
}

const published = (a: Recorded<EventFact>, b: Recorded<EventFact>): number => {
  const key = ({ story, id }: Recorded<EventFact>): string => `${story?.date ?? ''} ${story?.hash ?? ''} ${id.padStart(16, '0')}`;
  return key(a) < key(b) ? -1 : 1;
};

const partiesIn = (reports: readonly Recorded<EventFact>[]): string[] => [...new Set(reports.flatMap(({ fact }) => [fact.source, fact.target]))].sort();

/**
 * A page of happenings with an event that a filter leaves, by the day they began; told by `least` stories or more. Events
 * of data sets are each their own, and not among them.
 */
export async function happenings(ledger: Ledger, filter: Filter, page: Page, least = 1): Promise<Found<HappeningLine>> {
  const direction = page.order === 'oldest' ? 'asc' : 'desc';
  const rows = await ledger.db.selectFrom('happening').selectAll().where('stories', '>=', least).where(beyond('happening', 'first_day', page))
    .where((eb) => eb.exists(joined(ledger, 'event').innerJoin('happening_event', 'happening_event.event_id', 'event.id')
      .where(sql<boolean>`happening_event.happening_id = happening.id`).where((inner) => inner.and(conditions('event', filter))).select(sql`1`.as('one'))))
    .orderBy('first_day', direction).orderBy('id', direction).limit(page.limit + 1).execute();
  const members = await ledger.db.selectFrom('happening_event').where(sql<boolean>`happening_id in ${among(rows.map(({ id }) => id))}`).selectAll().execute();
  const facts = new Map((await eventsOf(ledger, members.map(({ event_id: id }) => ({ id })))).map((one) => [one.id, one]));
  const lines = rows.flatMap((row) => {
    const told = members.filter(({ happening_id }) => happening_id === row.id).flatMap(({ event_id }) => facts.get(factId('event', event_id)) ?? []).sort(published), [first] = told;
    if (!first) return [];
    return [{ day: row.first_day, id: row.id, row: { id: `h${row.id}`, type: row.type, firstDay: row.first_day, lastDay: row.last_day, parties: partiesIn(told), events: row.events, stories: row.stories, first } }];
  });
  return cut([lines], page);
}

/** The number of a happening named by itself (`h12`) or by one of its events (`e7`); undefined where there is none. */
async function numberOf(ledger: Ledger, given: string): Promise<number | undefined> {
  const number = /^h([1-9]\d{0,14})$/i.exec(given.trim())?.[1], event = readFactId(given);
  const row = number !== undefined ? await ledger.db.selectFrom('happening').where('id', '=', Number(number)).select('id').executeTakeFirst()
    : event?.kind === 'event' ? await ledger.db.selectFrom('happening_event').where('event_id', '=', event.id).select('happening_id as id').executeTakeFirst() : undefined;
  return row?.id;
}

/** The happening's id, and the events that tell of it, as published. Throws ProblemError where there is none. */
async function membersOf(ledger: Ledger, given: string): Promise<{ id: string; told: Recorded<EventFact>[] }> {
  const number = await numberOf(ledger, given), event = number === undefined ? readFactId(given) : undefined;
  const members = number === undefined ? [] : await ledger.db.selectFrom('happening_event').where('happening_id', '=', number).select('event_id as id').execute();
  const told = await eventsOf(ledger, event?.kind === 'event' ? [{ id: event.id }] : members);
  if (!told[0]) throw new ProblemError(problem('unknown-happening', {}, { given }));
  return { id: number === undefined ? told[0].id : `h${number}`, told: told.sort(published) };
}

const day = ({ from, to }: EventFact): string[] => (from && to ? [from === to ? from : `${from} to ${to}`] : from ? [`since ${from}`] : to ? [`by ${to}`] : []);

/** What the reports say of one thing; `alike` tells whether two ways of saying it mean the same, and the first stands for both. */
function said(reports: readonly Recorded<EventFact>[], say: (report: Recorded<EventFact>) => string[], alike: (a: string, b: string) => boolean = (a, b) => a === b): Difference['says'] {
  const says: Difference['says'] = [];
  for (const report of reports) {
    for (const value of say(report)) {
      const before = says.find((one) => alike(one.value, value));
      if (!before) says.push({ value, events: [report.id] });
      else if (before.events.at(-1) !== report.id) before.events.push(report.id);
    }
  }
  return says;
}

/** Where reports differ. What a report leaves unsaid is no difference, nor is a name in another spelling. */
function differencesIn(reports: readonly Recorded<EventFact>[]): Difference[] {
  const found: Difference[] = [], offer = (what: Difference['what'], says: Difference['says'], of?: string): void => {
    if (says.length > 1) found.push({ what, ...(of !== undefined && { of }), says });
  };
  offer('date', said(reports, ({ fact }) => day(fact)));
  for (const party of partiesIn(reports)) {
    const acting = ({ fact }: Recorded<EventFact>): string[] => [...(fact.source === party && fact.source_person ? [fact.source_person] : []), ...(fact.target === party && fact.target_person ? [fact.target_person] : [])];
    offer('who', said(reports, acting, (a, b) => samePerson(personOf([a]), personOf([b]))), party);
  }
  offer('factuality', said(reports, ({ fact }) => [fact.factuality]));
  offer('number', said(reports, ({ fact, story }) => {
    const amounts = [...signatureOf((fact.numbers ?? []).join('; '), story?.lang ?? 'en').numbers].filter((one) => !one.startsWith('y'));
    return amounts.length ? [amounts.map(Number).sort((a, b) => a - b).join(', ')] : [];
  }));
  return found;
}

const wordsOf = ({ evidence, offsets: { sentence, source, target } }: EventFact): Report['words'] => {
  const cutOut = (span: { start: number; end: number } | undefined): string | undefined => span && evidence.slice(span.start - sentence.start, span.end - sentence.start);
  const [from, to] = [cutOut(source), cutOut(target)];
  return { ...(from && { source: from }), ...(to && { target: to }) };
};

/** Why each report is of the happening: the earlier report it agrees with most, and what agrees. */
function reasons(ledger: Ledger, reports: readonly Recorded<EventFact>[]): Map<string, Remark[]> {
  return ledger.read((tx) => {
    const { db } = ledger, rows = reports.map(({ id }) => Number(id.slice(1))), found = new Map<string, Remark[]>();
    const stories = new Map<string, StoryActs | undefined>();
    const actOf = ({ story, id }: Recorded<EventFact>): { act: Act; row: number } | undefined => {
      const hash = story?.hash ?? '';
      if (!stories.has(hash)) {
        const row = tx.one(db.selectFrom('story').where('hash', '=', hash).select('id'));
        stories.set(hash, row && loadActs(db, tx, row.id, []));
      }
      const own = stories.get(hash), key = own?.keyOf.get(Number(id.slice(1))), act = own?.acts.find(({ told }) => told.some((one) => one.key === key));
      return act && own && { act, row: own.rowOf.get(act.key) as number };
    };
    const scores = new Map(tx.all(db.selectFrom('happening_link').where(sql<boolean>`a in ${among(rows)} and b in ${among(rows)}`).selectAll()).map(({ a, b, score }) => [`${a} ${b}`, score]));
    const merged = new Set(tx.all(db.selectFrom('happening_word').where('together', '=', 1).selectAll()).flatMap(({ a, b }) => [a, b]));
    const before: { act: Act; row: number; report: Recorded<EventFact> }[] = [];
    for (const report of reports) {
      const own = actOf(report), best = own && before.map((other) => ({ other, score: other.row === own.row ? Infinity : scores.get(`${Math.min(other.row, own.row)} ${Math.max(other.row, own.row)}`) ?? -Infinity }))
        .reduce((a: { other: (typeof before)[number]; score: number } | undefined, b) => (!a || b.score > a.score ? b : a), undefined);
      const because: Remark[] = [];
      if (merged.has(Number(report.id.slice(1)))) because.push({ code: 'one.merged' });
      if (own && best) {
        if (best.other.row === own.row) because.push({ code: 'one.sentence', values: { event: best.other.report.id } });
        else because.push(...explain(best.other.act, own.act).map((reason, k): Remark => (k === 0 ? { code: 'one.like', values: { event: best.other.report.id, reason } } : reason)));
      }
      found.set(report.id, because);
      if (own) before.push({ ...own, report });
    }
    return found;
  });
}

/** All that is known of a happening. `name` is its own (`h12`), or an event of it (`e7`). Throws ProblemError where there is none. */
export async function happening(ledger: Ledger, name: string): Promise<HappeningRecord> {
  const { id, told } = await membersOf(ledger, name), because = reasons(ledger, told);
  const heads = new Map(told.flatMap(({ story }) => (story ? [[story.hash, story] as const] : [])));
  const voices = [...heads.values()].map((story) => ({ story, attributed: told.filter((one) => one.story?.hash === story.hash).flatMap(({ fact }) => [fact.attributed_to ?? '', ...(fact.chain ?? [])]).filter(Boolean) }));
  const sources = ledger.read((tx) => sourcesOf(ledger.db, tx, voices)), [first] = told;
  return {
    id, type: (first as Recorded<EventFact>).fact.type, parties: partiesIn(told),
    reports: told.map((one) => ((why) => ({ ...one, words: wordsOf(one.fact), because: why.map((remark) => inEnglish(remark)), why }))(because.get(one.id) ?? [])),
    sources, weight: sources.reduce((sum, { weight }) => sum + weight, 0), first: [...heads.values()].filter(({ date }) => date === first?.story?.date), differences: differencesIn(told),
  };
}
