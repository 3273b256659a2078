/**
 * The last word on a candidate, given all others of the story: an act told twice is one fact, of two readings of one
 * trigger or one pair the surer stands, and a pair joined to a sure one is surer itself.
 */
import { EVENT_TYPES } from '../story/facts.ts';
import { isSymmetric } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import type { Context } from './context.ts';
import type { Label } from './lexicon.ts';
import type { Scene } from './scene.ts';
import { zeros } from './scorer/rows.ts';

export interface Judged extends Candidate {
  /** The judge's probability; after the panel, the panel's. */
  confidence: number;
  context: Context;
}

/** Candidates less likely than this are not heard. */
export const HEARD = 0.06;

export const PANEL_FEATURES: string[] = [
  'judge', 'lang tr', 'lang en', 'lang ru', 'tie', 'trend', ...EVENT_TYPES.map((t) => `type ${t}`),
  'same fact here', 'same fact before', 'same fact after', 'told before', 'told after',
  'rival pair', 'rivals', 'rank in trigger', 'shared source', 'shared target', 'reverse', 'reverse elsewhere',
  'other label', 'other label at token', 'rank in pair', 'governor', 'sentence best', 'sentence likely', 'triggers of label before',
  'dated', 'another day', 'persons', 'source here', 'target here', 'one party', 'sentence', 'sentences left', 'pair told before', 'mutual',
];

/** A label's name without its details: what facts of one kind share. */
export const labelName = (label: Label): string =>
  label.is === 'event' ? label.type : label.is === 'tie' ? `tie:${label.domain}` : `trend:${label.direction}`;

/** Names a fact: its label and its parties, in order where the order counts. */
export const factKey = (c: Candidate): string => {
  const ends = [c.source.party, c.target.party];
  if (isSymmetric(c.label) || c.label.is !== 'event') ends.sort();
  return `${labelName(c.label)} ${ends.join(' ')}`;
};

/** Tells apart what one breath may say of the same two: a call and a meeting, a base and a treaty. */
export const actKey = (c: Candidate): string => {
  const { label } = c;
  if (label.is === 'tie') return `${factKey(c)} ${label.kind}`;
  return label.is === 'event' && c.trigger.mode === 'call' ? `${factKey(c)} call` : factKey(c);
};

const pairOf = (c: Candidate): string => [c.source.party, c.target.party].sort().join(' ');
const logit = (p: number): number => Math.log((p + 1e-4) / (1 - p + 1e-4));

/** One feature row for each candidate of a story. */
export const panelRows = (scene: Scene, all: readonly Judged[]): Float32Array[] => {
  const group = (key: (j: Judged) => string) => {
    const map = new Map<string, Judged[]>();
    for (const j of all) {
      const k = key(j), list = map.get(k);
      if (list) list.push(j);
      else map.set(k, [j]);
    }
    return map;
  };
  const byFact = group(actKey), byPair = group(pairOf), bySentence = group((j) => String(j.trigger.sentence));
  const byTrigger = group((j) => `${j.trigger.token} ${labelName(j.label)}`), byToken = group((j) => String(j.trigger.token));
  const best = (list: readonly Judged[], keep: (o: Judged) => boolean) => list.reduce((m, o) => (keep(o) && o.confidence > m ? o.confidence : m), 0);
  return all.map((j) => {
    const row = zeros(PANEL_FEATURES.length), { trigger, label } = j;
    const same = byFact.get(actKey(j)) ?? [], pair = byPair.get(pairOf(j)) ?? [], here = bySentence.get(String(trigger.sentence)) ?? [];
    const readings = byTrigger.get(`${trigger.token} ${labelName(label)}`) ?? [], name = labelName(label);
    let k = 0;
    row[k++] = logit(j.confidence);
    row[k++] = Number(trigger.lang === 'tr');
    row[k++] = Number(trigger.lang === 'en');
    row[k++] = Number(trigger.lang === 'ru');
    row[k++] = Number(label.is === 'tie');
    row[k++] = Number(label.is === 'trend');
    for (const t of EVENT_TYPES) row[k++] = Number(label.is === 'event' && label.type === t);
    row[k++] = best(same, (o) => o !== j && o.trigger.sentence === trigger.sentence);
    row[k++] = best(same, (o) => o.trigger.sentence < trigger.sentence);
    row[k++] = best(same, (o) => o.trigger.sentence > trigger.sentence);
    row[k++] = same.filter((o) => o.trigger.sentence < trigger.sentence && o.confidence > 0.3).length;
    row[k++] = same.filter((o) => o.trigger.sentence > trigger.sentence && o.confidence > 0.3).length;
    row[k++] = best(readings, (o) => o !== j);
    row[k++] = readings.filter((o) => o !== j && o.confidence > 0.3).length;
    row[k++] = readings.filter((o) => o.confidence > j.confidence).length;
    row[k++] = best(readings, (o) => o !== j && o.source.party === j.source.party);
    row[k++] = best(readings, (o) => o !== j && o.target.party === j.target.party);
    const reversed = (o: Judged) => o.source.party === j.target.party && o.target.party === j.source.party && labelName(o.label) === name;
    row[k++] = best(readings, reversed);
    row[k++] = best(pair, (o) => o.trigger !== trigger && reversed(o));
    row[k++] = best(pair, (o) => o.trigger.sentence === trigger.sentence && labelName(o.label) !== name);
    row[k++] = best(byToken.get(String(trigger.token)) ?? [], (o) => labelName(o.label) !== name);
    row[k++] = pair.filter((o) => o.trigger.sentence === trigger.sentence && o.confidence > j.confidence).length;
    const { governor } = j.context;
    row[k++] = governor ? best(here, (o) => o.trigger === governor) : 0;
    row[k++] = best(here, (o) => o !== j);
    row[k++] = here.filter((o) => o.confidence > 0.4).length;
    row[k++] = scene.triggers.filter((t) => t.sentence < trigger.sentence && labelName(t.entry.label) === name).length;
    const date = scene.dateOf(trigger.token);
    row[k++] = Number(date?.from !== undefined || date?.to !== undefined);
    row[k++] = Number(date?.from !== undefined && same.some((o) => {
      const d = o.trigger.sentence < trigger.sentence && o.confidence > 0.3 ? scene.dateOf(o.trigger.token) : undefined;
      return d?.from !== undefined && (d.from > (date.to ?? date.from ?? '') || (d.to ?? d.from) < (date.from ?? ''));
    }));
    row[k++] = Number(j.source.person !== undefined) + Number(j.target.person !== undefined);
    row[k++] = Number(j.source.origin === 'here');
    row[k++] = Number(j.target.origin === 'here');
    row[k++] = Number(j.source.party === j.target.party);
    row[k++] = trigger.sentence;
    row[k++] = scene.doc.sentences.length - trigger.sentence;
    row[k++] = pair.filter((o) => o.trigger.sentence < trigger.sentence && o.confidence > 0.4).length;
    row[k++] = Number(label.is === 'event' && label.mutual);
    return row;
  });
};
