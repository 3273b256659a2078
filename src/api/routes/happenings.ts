/** Happenings: every report of an act side by side, and where they differ. */
import { z } from '@hono/zod-openapi';
import { correctionRemark, corrections, describeCorrection } from '../../ledger/corrections/list.ts';
import { eventsOf, factId, factsById } from '../../ledger/facts.ts';
import { happening as record } from '../../ledger/happenings/view.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { eventsTelling, happeningsOf } from '../../ledger/told.ts';
import { factOf } from '../ask.ts';
import { endpoint } from '../endpoint.ts';
import { Refused } from '../problem.ts';
import type { Served } from '../served.ts';
import type { Event } from '../schemas/facts.ts';
import { Told } from '../schemas/views.ts';
import type { Happening } from '../schemas/views.ts';

/** How well a report tells a happening: as a plain fact, surely, with whoever did it named. */
const worth = ({ factuality, confidence, source_person: who, story }: Event): number => (factuality === 'fact' ? 1 : 0) + confidence + (who ? 0.2 : 0) + (story ? 0.1 : 0);

const unique = (values: readonly (string | undefined)[]): string[] => [...new Set(values.filter((value) => value !== undefined))];

/** Reports as one happening; the one that tells it best leads. */
export function happening(id: string, reports: readonly Event[]): Happening {
  const lead = reports.toSorted((a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1))[0] as Event;
  return { id, lead, reports: reports.length, outlets: unique(reports.map(({ story }) => story?.outlet)), langs: unique(reports.map(({ story }) => story?.lang)) };
}

/** Events gathered into happenings, in the order of their first. */
export async function gather(ledger: Ledger, events: readonly Event[]): Promise<Happening[]> {
  const known = await happeningsOf(ledger, events.map(({ id }) => Number(id.slice(1)))), groups = new Map<string, Event[]>();
  for (const event of events) {
    const id = known.get(Number(event.id.slice(1))) ?? event.id;
    groups.set(id, [...(groups.get(id) ?? []), event]);
  }
  return [...groups].map(([id, reports]) => happening(id, reports));
}

const FIELDS: Readonly<Record<string, (event: Event) => string | undefined>> = {
  type: ({ type, mode }) => (mode ? `${type}:${mode}` : type), who: ({ source, target }) => `${source} ${target}`, factuality: ({ factuality }) => factuality,
  day: ({ from, to }) => (from && to && from !== to ? `${from}..${to}` : (from ?? to)), place: ({ place }) => place, numbers: ({ numbers }) => numbers?.join(', '), origin: ({ attributed_to }) => attributed_to,
  /** The outlet's own word for whoever acts. */
  actor: ({ evidence, offsets: { source, sentence } }) => source && evidence.slice(source.start - sentence.start, source.end - sentence.start),
};

/** Where reports differ: fields for which they give more than one value, and which gives which. */
function differences(reports: readonly Event[]): z.input<typeof Told>['differences'] {
  return Object.entries(FIELDS).flatMap(([field, read]) => {
    const values = new Map<string, string[]>();
    for (const event of reports) {
      const value = read(event);
      if (value !== undefined) values.set(value, [...(values.get(value) ?? []), event.id]);
    }
    return values.size > 1 ? [{ field, values: [...values].map(([value, events]) => ({ value, events })) }] : [];
  });
}

export function addHappenings({ api, ledger }: Served): void {
  endpoint(api, {
    path: '/happenings/{id}', tag: 'Happenings', summary: 'Every report of a happening, where they differ, and its history', description: 'By the happening\'s id (h5) or that of an event that tells of it (e12).',
    params: z.object({ id: z.string().max(40) }), answer: Told,
  }, async ({ params: { id } }) => {
    const ids = await eventsTelling(ledger, id), stated = await factsById(ledger, 'event', ids);
    // one of a data set stands alone
    const rows = stated.length ? stated : await eventsOf(ledger, ids.map((event) => ({ id: event })));
    if (!rows.length) throw new Refused(404, 'unknown-happening', `No event or happening "${id}" is in this ledger.`);
    const reports = (rows.map((row) => factOf('event', row)) as Event[]).sort((a, b) => ((a.story?.date ?? '') < (b.story?.date ?? '') ? -1 : 1)), own = new Set(reports.map((one) => one.id));
    const name = (await happeningsOf(ledger, ids)).get(Number(ids[0])) ?? factId('event', Number(ids[0]));
    const told = name.startsWith('h') ? await record(ledger, name) : undefined;
    return {
      ...happening(name, reports), events: reports, differences: differences(reports), ...(told && { weight: told.weight }), sources: told?.sources.length ?? new Set(reports.map(({ story }) => story?.hash)).size,
      because: Object.fromEntries(told?.reports.map((report) => [report.id, report.because]) ?? []), why: Object.fromEntries(told?.reports.map((report) => [report.id, report.why.map((one) => ({ ...one }))]) ?? []),
      history: corrections(ledger).filter(({ facts }) => facts.some((fact) => own.has(fact.id))).map(({ id: correction, active, correction: said }) => ({ id: correction, kind: said.kind, at: said.at, who: said.who, why: said.why, says: describeCorrection(said), saying: { ...correctionRemark(said) }, active })),
    };
  });
}
