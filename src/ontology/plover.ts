/**
 * PLOVER's sixteen event types with their quad classes (PLOVER codebook, Halterman et al. 2023).
 * Types are data: everything that depends on a type asks this table.
 */
import type { EventType } from '../story/facts.ts';

export type Quad = 'verbal cooperation' | 'material cooperation' | 'verbal conflict' | 'material conflict';

export interface TypeInfo {
  type: EventType;
  quad: Quad;
  /** Both parties take the same part, so the order of source and target says nothing. */
  symmetric: boolean;
  /** An act of speech: its speaker needs no attribution, and what it demands, promises or threatens is no event. */
  speech: boolean;
}

const row = (type: EventType, quad: Quad, flags = ''): TypeInfo => ({
  type, quad, symmetric: flags.includes('symmetric'), speech: flags.includes('speech'),
});

export const TYPES: readonly TypeInfo[] = [
  row('AGREE', 'verbal cooperation', 'symmetric speech'),
  row('CONSULT', 'verbal cooperation', 'symmetric'),
  row('SUPPORT', 'verbal cooperation', 'speech'),
  row('CONCEDE', 'verbal cooperation'),
  row('COOPERATE', 'material cooperation', 'symmetric'),
  row('AID', 'material cooperation'),
  row('RETREAT', 'material cooperation'),
  row('REQUEST', 'verbal conflict', 'speech'),
  row('ACCUSE', 'verbal conflict', 'speech'),
  row('REJECT', 'verbal conflict', 'speech'),
  row('THREATEN', 'verbal conflict', 'speech'),
  row('PROTEST', 'material conflict'),
  row('SANCTION', 'material conflict'),
  row('MOBILIZE', 'material conflict'),
  row('COERCE', 'material conflict'),
  row('ASSAULT', 'material conflict'),
];

const byType = new Map(TYPES.map((t) => [t.type, t]));

/** What the ontology says of a type. */
export const typeInfo = (type: EventType): TypeInfo => byType.get(type) as TypeInfo;

/** Whether the order of the parties says nothing. */
export const isSymmetricType = (type: EventType): boolean => typeInfo(type).symmetric;
