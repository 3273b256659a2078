/** Facts and stories as the API gives them. The exchange format's own fields, under the fact's id. */
import { z } from '@hono/zod-openapi';
import { CLAIM_KINDS, DIRECTIONS, EVENT_TYPES, FACTUALITIES, GRANULARITIES, MODES, TIE_DOMAINS, TIE_KINDS } from '../../story/facts.ts';

export const Day = z.iso.date().openapi({ example: '2025-08-15' });
export const Party = z.string().openapi({ example: 'BLR', description: 'A party\'s code' });
export const Span = z.object({ start: z.number().int(), end: z.number().int() }).openapi('Span', { description: 'UTF-16 offsets into the story\'s text, the end exclusive' });
const Offsets = z.object({ sentence: Span, type: Span.optional(), source: Span.optional(), target: Span.optional(), speaker: Span.optional(), date: Span.optional() });

/** A statement of the program's own, for who words it in another language than the English text beside it. */
export const Remark = z.looseObject({ code: z.string(), values: z.record(z.string(), z.unknown()).optional() }).openapi('Remark', { description: 'What the text beside it says, by code and values: a number or words, {day}, {party}, {term, value}, {ordinal}, {list}, or a remark' });

export const StoryHead = z.object({
  hash: z.string(), id: z.string(), lang: z.string(), date: Day, outlet: z.string().optional(), url: z.string().optional(), title: z.string().optional(),
}).openapi('StoryHead');

const Base = z.object({
  id: z.string().openapi({ example: 'e12' }),
  evidence: z.string().openapi({ description: 'One whole sentence of the story' }),
  offsets: Offsets,
  confidence: z.number().min(0).max(1),
  story: StoryHead.optional().openapi({ description: 'Absent for facts of a data set' }),
  review: z.object({ is: z.enum(['confirmed', 'changed', 'added', 'rejected', 'replaced', 'withdrawn']), of: z.string().optional(), conflict: z.literal(true).optional() }).optional().openapi({ description: 'What an analyst made of it' }),
  dataset: z.object({ name: z.string(), code: z.string(), id: z.number().int().optional() }).optional().openapi({ description: 'Where an imported event comes from: the data set, its code for the act, its own id' }),
});

export const Precedent = z.object({ kind: z.enum(['first', 'nth', 'last']), n: z.number().optional(), since: z.string().optional(), years: z.number().optional() });

export const Event = Base.extend({
  kind: z.literal('event'), type: z.enum(EVENT_TYPES), source: Party, source_person: z.string().optional(), target: Party, target_person: z.string().optional(),
  mutual: z.boolean().optional(), from: z.string().optional(), to: z.string().optional(), granularity: z.enum(GRANULARITIES).optional(),
  factuality: z.enum(FACTUALITIES), attributed_to: z.string().optional(), chain: z.array(z.string()).optional(), happening: z.string().optional(),
  mode: z.enum(MODES).optional(), recurring: z.boolean().optional(), precedent: Precedent.optional(), condition: z.string().optional(),
  purpose: z.string().optional(), place: z.string().optional(), quotes: z.array(z.string()).optional(), numbers: z.array(z.string()).optional(),
}).openapi('Event');
export const Claim = Base.extend({ kind: z.literal('claim'), speaker: z.string(), claim: z.enum(CLAIM_KINDS), about: z.array(Party) }).openapi('Claim');
export const Tie = Base.extend({ kind: z.literal('tie'), a: Party, b: Party, domain: z.enum(TIE_DOMAINS), tie: z.enum(TIE_KINDS) }).openapi('Tie');
export const Trend = Base.extend({ kind: z.literal('trend'), a: Party, b: Party, direction: z.enum(DIRECTIONS), from: z.string().optional(), to: z.string().optional() }).openapi('Trend');
export const Fact = z.discriminatedUnion('kind', [Event, Claim, Tie, Trend]).openapi('Fact');

export type Fact = z.infer<typeof Fact>;
export type Event = z.infer<typeof Event>;
export type Claim = z.infer<typeof Claim>;
export type Tie = z.infer<typeof Tie>;
export type Trend = z.infer<typeof Trend>;
export type StoryHead = z.infer<typeof StoryHead>;

/** A page of rows; `next` is the next page's `after`. */
export const pageOf = <T extends z.ZodType>(rows: T) => z.object({ rows: z.array(rows), next: z.string().optional(), total: z.number().int().optional() });

const list = z.preprocess((given) => (given === undefined || Array.isArray(given) ? given : [given]), z.array(z.string().max(200)).max(50).optional());
const many = (description: string) => list.openapi({ type: 'array', items: { type: 'string' }, description });
const word = (description: string) => z.string().max(500).optional().openapi({ description });

/** Where a page begins and how long it is. */
export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50), after: word('The `next` of the page before'),
  order: z.enum(['newest', 'oldest']).default('newest'),
});

/** The filters of the command line. */
export const Filters = z.object({
  party: many('With any of these, by code or by name in Turkish, English or Russian'), pair: many('Between these two, either way'),
  type: many('Event types (CONSULT:call for a mode), claim kinds, tie domains or kinds, trend directions'),
  factuality: many(FACTUALITIES.join(', ')), lang: many('Languages of the story'), from: word('On or after this day, month or year'), to: word('On or before it'),
  speaker: word('Said, or done, by somebody of this name'), outlet: word('In outlets whose name holds this'),
  text: word('With these words: endings, case and diacritics do not count; "in quotes" exactly so; -word without it'),
});

export const Person = z.object({ names: z.array(z.string()), country: Party, role: z.string().optional() }).openapi('Person');

export const Story = StoryHead.extend({
  text: z.string(), coder: z.string(), persons: z.array(Person), facts: z.array(Fact).openapi({ description: 'In the order of the text' }),
}).openapi('Story');
export type Story = z.infer<typeof Story>;

export const StoryLine = StoryHead.extend({ facts: z.number().int() }).openapi('StoryLine');
export type StoryLine = z.infer<typeof StoryLine>;
