/** An analyst's word, as it is sent and as it stands. */
import { z } from '@hono/zod-openapi';
import { CORRECTION_KINDS, NAME_SORTS, PARTY_KINDS } from '../../ledger/corrections/types.ts';
import { Fact, Party, Remark } from './facts.ts';

const FactId = z.string().regex(/^[ectr][1-9]\d{0,14}$/).openapi({ example: 'e12' });
const EventId = z.string().regex(/^[eh][1-9]\d{0,14}$/).openapi({ example: 'e12', description: 'An event, or a happening with all its events' });
const Fields = z.record(z.string().max(40), z.unknown()).openapi({ description: 'New values by field of the exchange format; null takes a field away; "evidence" is the sentence' });
const Name = z.string().trim().min(1).max(200);
const NamesByLang = z.object({ tr: z.array(Name).optional(), en: z.array(Name).optional(), ru: z.array(Name).optional() });

export const Ask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirm'), fact: FactId }), z.object({ kind: z.literal('reject'), fact: FactId }),
  z.object({ kind: z.literal('change'), fact: FactId, fields: Fields }),
  z.object({ kind: z.literal('add'), story: z.string().max(64), fact: z.enum(['event', 'claim', 'tie', 'trend']), fields: Fields }),
  z.object({ kind: z.literal('merge'), events: z.array(EventId).min(2).max(100) }),
  z.object({ kind: z.literal('split'), events: z.array(EventId).min(1).max(100), from: z.array(EventId).min(1).max(1000) }),
  z.object({ kind: z.literal('join-persons'), names: z.array(Name).min(2).max(20) }), z.object({ kind: z.literal('separate-persons'), names: z.array(Name).length(2) }),
  z.object({ kind: z.literal('add-party'), code: z.string().regex(/^[A-Z][A-Z0-9_-]{1,19}$/), party: z.enum(PARTY_KINDS), names: NamesByLang }),
  z.object({ kind: z.literal('add-name'), code: Party, lang: z.enum(['tr', 'en', 'ru']), name: Name, as: z.enum(NAME_SORTS) }),
  z.object({ kind: z.literal('add-office'), names: NamesByLang, country: Party, role: Name, code: Party.optional(), from: z.string().max(10).optional(), to: z.string().max(10).optional(), sex: z.enum(['m', 'f']).optional() }),
  z.object({ kind: z.literal('undo'), correction: z.string().max(40) }), z.object({ kind: z.literal('redo'), correction: z.string().max(40) }),
]).openapi('Correction');
export type Ask = z.infer<typeof Ask>;

export const Signed = z.object({ say: Ask, why: z.string().max(2000).optional() });

export const Done = z.object({ id: z.string().openapi({ example: 'k12' }), facts: z.array(z.string()).openapi({ description: 'The facts it is about, as they are called after it' }),
  recoded: z.number().int().optional().openapi({ description: 'Of an addition to the gazetteer: how many stories that have the name were read anew' }),
  left: z.number().int().optional().openapi({ description: 'How many of them are still to be read, which goes on' }),
}).openapi('Corrected');
export type Done = z.infer<typeof Done>;

export const Standing = z.object({
  id: z.string(), kind: z.enum(CORRECTION_KINDS), who: z.string(), at: z.string(), why: z.string(), says: z.string(), saying: Remark, active: z.boolean(),
  story: z.string().optional(), evidence: z.string().optional(), dataset: z.string().optional(), facts: z.array(z.object({ id: z.string(), fit: z.enum(['same', 'words', 'kept', 'none', 'waiting']) })),
}).openapi('Standing');
export type Standing = z.infer<typeof Standing>;

export const Review = z.object({ facts: z.number().int(), seen: z.number().int(), rows: z.array(Fact) }).openapi('Review');
export type Review = z.infer<typeof Review>;
