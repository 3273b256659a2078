/** Events as other event data sets have them: PLOVER records, and CAMEO codes in rows as ICEWS lays them out. */
import { cameoByCode } from '../ontology/cameo.ts';
import { typeInfo } from '../ontology/plover.ts';
import type { EventFact, EventType, Mode } from '../story/facts.ts';
import type { Recorded } from '../ledger/facts.ts';
import { real, text } from './sheet.ts';
import type { Column } from './sheet.ts';

/** How parties are named to others. */
export interface PartyLabels {
  /** The usual English name; the code where none is known. */
  name(code: string): string;
  /** What it is, where that is known. */
  kind(code: string): 'state' | 'org' | 'bloc' | 'group' | undefined;
}

/** Acts announced for later, by PLOVER's own rule (codebook 0.7, AGREE, CONCEDE and RETREAT; "Auxiliary modes"). */
const LATER: Readonly<Partial<Record<EventType, EventType>>> = {
  CONSULT: 'AGREE', SUPPORT: 'AGREE', COOPERATE: 'AGREE', AID: 'AGREE', RETREAT: 'CONCEDE',
  PROTEST: 'THREATEN', SANCTION: 'THREATEN', MOBILIZE: 'THREATEN', COERCE: 'THREATEN', ASSAULT: 'THREATEN',
};

const PLOVER_MODE: Readonly<Partial<Record<Mode, string>>> = { call: 'phone', visit: 'visit', mediation: 'third-party' };

/**
 * An event as a PLOVER record. Future acts take the type that PLOVER gives them; what may be or hangs on something else is
 * `hypothetical` in its context; what is denied is left out (undefined), as the codebook allows. `dragoman` keeps what
 * PLOVER has no place for.
 */
export function ploverRecord({ id, story, fact, review }: Recorded<EventFact>, labels: PartyLabels): object | undefined {
  if (fact.factuality === 'denied') return undefined;
  const later = fact.factuality === 'planned' ? LATER[fact.type] : undefined, event = later ?? fact.type;
  const context = [
    ...(fact.factuality === 'planned' && !later ? ['future'] : []), ...(fact.factuality === 'possible' || fact.factuality === 'conditional' ? ['hypothetical'] : []),
  ];
  const mode = event === 'CONSULT' && fact.mode ? PLOVER_MODE[fact.mode] : later === 'THREATEN' && fact.type === 'ASSAULT' ? 'violence' : undefined;
  const actor = (code: string, person: string | undefined): object => ({ actorText: person ?? labels.name(code), code, ...(labels.kind(code) === 'state' && { country: code }) });
  const source = actor(fact.source, fact.source_person), target = actor(fact.target, fact.target_person);
  // Where neither is the one to whom it is done, both are actors.
  const even = (typeInfo(event).symmetric && fact.mode !== 'visit') || fact.mutual === true;
  return {
    id, date: fact.from ?? fact.to ?? story?.date ?? null, actor: even ? [source, target] : [source], recipient: even ? [] : [target],
    event, mode: mode ?? null, context, text: fact.evidence || null, language: story?.lang ?? null, publication: story?.outlet ?? null, publicationDate: story?.date ?? null,
    headline: story?.title ?? null, url: story?.url ?? null, storyId: story?.hash ?? null, coder: 'Dragoman', version: '0.7b1', confidence: fact.confidence,
    dragoman: {
      type: fact.type, factuality: fact.factuality, source: fact.source, target: fact.target, ...(fact.mode && { mode: fact.mode }), ...(fact.to && { to: fact.to }),
      ...(fact.attributed_to && { attributed_to: fact.attributed_to }), ...(fact.mutual && { mutual: true }), ...(review && { review: review.is }),
    },
  };
}

/** One CAMEO code for each type: a root's own where there is one that stays of that type. */
const CAMEO: Readonly<Record<EventType, string>> = {
  AGREE: '030', CONSULT: '040', SUPPORT: '051', CONCEDE: '081', COOPERATE: '060', AID: '070', RETREAT: '087', REQUEST: '100', ACCUSE: '110', REJECT: '120', THREATEN: '130',
  PROTEST: '140', SANCTION: '163', MOBILIZE: '150', COERCE: '170', ASSAULT: '190',
};
const CAMEO_MODE: Readonly<Record<Mode, string>> = { call: '041', visit: '042', meeting: '040', talks: '046', mediation: '045' };
/** Acts announced for later: CAMEO's intents (03) and threats (13). */
const CAMEO_LATER: Readonly<Partial<Record<EventType, string>>> = {
  CONSULT: '036', SUPPORT: '032', COOPERATE: '031', AID: '033', CONCEDE: '035', RETREAT: '035', PROTEST: '133', SANCTION: '131', MOBILIZE: '138', COERCE: '137', ASSAULT: '138',
};

/** The CAMEO code of an event; undefined for what CAMEO does not code: acts that may be, hang on something, or are denied. */
export function cameoOf({ type, mode, factuality }: Pick<EventFact, 'type' | 'mode' | 'factuality'>): string | undefined {
  if (factuality === 'planned') return CAMEO_LATER[type] ?? CAMEO[type];
  if (factuality !== 'fact') return undefined;
  return type === 'CONSULT' && mode ? CAMEO_MODE[mode] : CAMEO[type];
}

/** The columns of an ICEWS file, in its order; what Dragoman does not know stays empty. */
export function icewsColumns(labels: PartyLabels): readonly Column<Recorded<EventFact>>[] {
  const code = ({ fact }: Recorded<EventFact>): string => cameoOf(fact) as string;
  const country = (party: string): string | undefined => (labels.kind(party) === 'state' ? labels.name(party) : undefined);
  const none = (name: string): Column<Recorded<EventFact>> => text(name, () => undefined);
  return [
    text('Event ID', ({ id }) => id.slice(1)), text('Event Date', ({ fact, story }) => fact.from ?? fact.to ?? story?.date),
    text('Source Name', ({ fact }) => labels.name(fact.source)), none('Source Sectors'), text('Source Country', ({ fact }) => country(fact.source)),
    text('Event Text', (row) => cameoByCode(code(row))?.name), text('CAMEO Code', code), real('Intensity', (row) => cameoByCode(code(row))?.intensity),
    text('Target Name', ({ fact }) => labels.name(fact.target)), none('Target Sectors'), text('Target Country', ({ fact }) => country(fact.target)),
    text('Story ID', ({ story }) => story?.hash), none('Sentence Number'), text('Publisher', ({ story }) => story?.outlet),
    none('City'), none('District'), none('Province'), none('Country'), none('Latitude'), none('Longitude'),
  ];
}

/** Pages without the rows that a format has no place for; `left` is told how many were left out. */
export async function* only<R>(pages: AsyncIterable<readonly R[]>, keep: (row: R) => boolean, left: (n: number) => void): AsyncGenerator<readonly R[]> {
  for await (const page of pages) {
    const kept = page.filter(keep);
    left(page.length - kept.length);
    if (kept.length) yield kept;
  }
}
