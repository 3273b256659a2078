/** What the page's views are made of. */
import { z } from '@hono/zod-openapi';
import { Claim, Day, Event, Fact, Party, Remark, StoryLine, Trend } from './facts.ts';

export const Names = z.object({ en: z.string(), tr: z.string(), ru: z.string() });

export const PartyLine = z.object({
  code: Party, names: Names, kind: z.enum(['state', 'org', 'bloc', 'group']).optional(), events: z.number().int(),
}).openapi('PartyLine');
export type PartyLine = z.infer<typeof PartyLine>;

export const LedgerSummary = z.object({
  version: z.string(), stories: z.record(z.string(), z.number().int()), outlets: z.number().int(), events: z.number().int(), persons: z.number().int(),
  first: Day.optional(), last: Day.optional(), role: z.enum(['read', 'correct', 'admin']),
}).openapi('Ledger');
export type LedgerSummary = z.infer<typeof LedgerSummary>;

export const Happening = z.object({
  id: z.string(), lead: Event.openapi({ description: 'The report that tells it best' }), reports: z.number().int(), outlets: z.array(z.string()), langs: z.array(z.string()),
}).openapi('Happening');
export type Happening = z.infer<typeof Happening>;

export const Told = Happening.extend({
  events: z.array(Event).openapi({ description: 'The reports, the first published first' }),
  sources: z.number().int().openapi({ description: 'Independent sources: copies of one text, and those that quote each other, are one' }),
  weight: z.number().optional().openapi({ description: 'What the sources weigh together, by the weights given to their outlets' }),
  because: z.record(z.string(), z.array(z.string())).openapi({ description: 'Why each report was joined to those before it' }), why: z.record(z.string(), z.array(Remark)),
  differences: z.array(z.object({ field: z.string(), values: z.array(z.object({ value: z.string(), events: z.array(z.string()) })) })),
  history: z.array(z.object({ id: z.string(), kind: z.string(), at: z.string(), who: z.string(), why: z.string(), says: z.string(), saying: Remark, active: z.boolean() })),
}).openapi('Told');
export type Told = z.infer<typeof Told>;

export const FoundPerson = z.object({ name: z.string(), country: Party, role: z.string().optional(), stories: z.number().int() }).openapi('FoundPerson');
export const Search = z.object({
  pair: z.tuple([Party, Party]).optional().openapi({ description: 'Where two parties were named' }),
  parties: z.array(PartyLine), people: z.array(FoundPerson), happenings: z.array(Fact), stories: z.array(StoryLine),
}).openapi('Search');
export type Search = z.infer<typeof Search>;

export const Today = z.object({
  day: Day.optional().openapi({ description: 'The newest day of the record' }), since: Day.optional(),
  happenings: z.array(Happening), ahead: z.array(Event), precedents: z.array(Event), trends: z.array(Trend), claims: z.array(Claim),
}).openapi('Today');
export type Today = z.infer<typeof Today>;

export const Tie = z.object({ a: Party, b: Party, acts: z.number().int(), tone: z.number(), cooperation: z.number(), conflict: z.number() }).openapi('Relation');
export const Network = z.object({
  first: Day.optional(), last: Day.optional(), relations: z.number().int().openapi({ description: 'How many there are in all' }),
  parties: z.array(z.object({ code: Party, acts: z.number().int(), bloc: z.string() })), ties: z.array(Tie),
}).openapi('Network');
export type Network = z.infer<typeof Network>;
export type NetworkTie = z.infer<typeof Tie>;

export const PartyView = z.object({
  code: Party, names: Names, kind: z.enum(['state', 'org', 'bloc', 'group']).optional(), acts: z.number().int(),
  window: z.object({ from: Day, to: Day }).optional(), by: z.string().optional(), periods: z.array(z.object({ name: z.string(), from: Day })).optional(),
  relations: z.number().int().openapi({ description: 'With how many others it deals; `partners` are those with the most acts' }),
  partners: z.array(z.object({
    party: Party, acts: z.number().int(), tone: z.number(),
    steps: z.array(z.object({ i: z.number().int().openapi({ description: 'Place among the periods' }), cooperation: z.number(), conflict: z.number(), acts: z.number().int() })).openapi({ description: 'Those with something in them' }),
  })),
  people: z.array(FoundPerson), offices: z.array(z.object({ names: Names, role: z.string(), from: z.string(), to: z.string().optional() })),
}).openapi('Party');
export type PartyView = z.infer<typeof PartyView>;

export const Moving = z.object({ a: Party, b: Party, kind: z.enum(['thaw', 'chill']), date: Day, before: z.number(), after: z.number(), strength: z.string(), because: z.array(z.looseObject({ id: z.string() })) }).openapi('Moving');
export type Moving = z.infer<typeof Moving>;

export const Outlook = z.object({
  statement: z.string().optional().openapi({ description: 'Why there is no forecast' }), lack: Remark.optional(), after: Day.optional(), until: Day.optional(), acts: z.number().int().optional(),
  rows: z.array(z.object({ source: Party, type: z.string(), target: Party, probability: z.number(), track: z.string(), trackRemark: Remark, reasons: z.array(z.object({ kind: z.string(), weight: z.number().optional(), text: z.string(), remark: Remark, events: z.array(z.string()) })) })),
}).openapi('Outlook');
export type Outlook = z.infer<typeof Outlook>;
