/** Made-up events, for tests of the measures. */
import type { RelationEvent } from '../src/relations/event.ts';

let made = 0;

/** An event with what is given; the rest is a plain fact of one day, in no happening but its own. */
export function event(fields: Partial<RelationEvent> & Pick<RelationEvent, 'type' | 'source' | 'target' | 'firstDay'>): RelationEvent {
  const id = fields.id ?? `e${++made}`;
  return { id, happening: id, lastDay: fields.firstDay, factuality: 'fact', confidence: 1, ...fields };
}
