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
import { logit } from './scorer/calibration.ts';
import { zeros } from './scorer/rows.ts';

export interface Judged extends Candidate {
  /** The judge's probability; after the panel, the panel's. */
  confidence: number;
  context: Context;
}

/** A candidate, judged. */
export const judged = ({ trigger, label, source, target, row }: Candidate, context: Context, confidence: number): Judged =>
  ({ trigger, label, source, target, row, context, confidence });

/** Candidates less likely than this are not heard. */
export const HEARD = 0.06;

export const PANEL_FEATURES: string[] = [
  'judge', 'lang tr', 'lang en', 'lang ru', 'tie', 'trend', ...EVENT_TYPES.map((t) => `type ${t}`),
  'same fact here', 'same fact before', 'same fact after', 'told before', 'told after',
  'rival pair', 'rivals', 'rank in trigger', 'shared source', 'shared target', 'reverse', 'reverse elsewhere',
  'other label', 'other label at token', 'rank in act', 'rank in pair', 'governor', 'sentence best', 'sentence likely', 'triggers of label before',
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

/** A candidate with those it is compared with. */
interface Heard {
  j: Judged;
  name: string;
  sentence: number;
  /** Of the same fact; between the same two; in its sentence; by its word with its label; by its word. */
  same: Heard[];
  pair: Heard[];
  here: Heard[];
  readings: Heard[];
  word: Heard[];
}

const hear = (all: readonly Judged[]): Heard[] => {
  const groups = new Map<string, Heard[]>();
  const group = (key: string): Heard[] => {
    let list = groups.get(key);
    if (!list) groups.set(key, (list = []));
    return list;
  };
  return all.map((j) => {
    const { token, sentence } = j.trigger, name = labelName(j.label), { source: { party: a }, target: { party: b } } = j;
    const same = group(`fact ${actKey(j)}`), pair = group(a < b ? `pair ${a} ${b}` : `pair ${b} ${a}`), here = group(`in ${sentence}`);
    const readings = group(`by ${token} ${name}`), word = group(`at ${token}`);
    const heard: Heard = { j, name, sentence, same, pair, here, readings, word };
    for (const list of [same, pair, here, readings, word]) list.push(heard);
    return heard;
  });
};

const best = (list: readonly Heard[], keep: (o: Heard) => boolean): number => {
  let most = 0;
  for (const o of list) if (o.j.confidence > most && keep(o)) most = o.j.confidence;
  return most;
};

const count = (list: readonly Heard[], keep: (o: Heard) => boolean): number => {
  let n = 0;
  for (const o of list) if (keep(o)) n++;
  return n;
};

/** Sentences of the triggers of each label, in text order. */
const sentencesByLabel = (scene: Scene): Map<string, number[]> => {
  const out = new Map<string, number[]>();
  for (const { sentence, entry } of scene.triggers) {
    const name = labelName(entry.label), list = out.get(name);
    if (list) list.push(sentence);
    else out.set(name, [sentence]);
  }
  return out;
};

/** One feature row for each candidate of a story. */
export const panelRows = (scene: Scene, all: readonly Judged[]): Float32Array[] => {
  const byLabel = sentencesByLabel(scene);
  return hear(all).map((me) => {
    const { j, name, sentence, same, pair, here, readings } = me, { trigger, label, confidence } = j;
    const row = zeros(PANEL_FEATURES.length);
    let k = 0;
    row[k++] = logit(confidence);
    row[k++] = Number(trigger.lang === 'tr');
    row[k++] = Number(trigger.lang === 'en');
    row[k++] = Number(trigger.lang === 'ru');
    row[k++] = Number(label.is === 'tie');
    row[k++] = Number(label.is === 'trend');
    for (const t of EVENT_TYPES) row[k++] = Number(label.is === 'event' && label.type === t);
    row[k++] = best(same, (o) => o !== me && o.sentence === sentence);
    row[k++] = best(same, (o) => o.sentence < sentence);
    row[k++] = best(same, (o) => o.sentence > sentence);
    row[k++] = count(same, (o) => o.sentence < sentence && o.j.confidence > 0.3);
    row[k++] = count(same, (o) => o.sentence > sentence && o.j.confidence > 0.3);
    row[k++] = best(readings, (o) => o !== me);
    row[k++] = count(readings, (o) => o !== me && o.j.confidence > 0.3);
    row[k++] = count(readings, (o) => o.j.confidence > confidence);
    row[k++] = best(readings, (o) => o !== me && o.j.source.party === j.source.party);
    row[k++] = best(readings, (o) => o !== me && o.j.target.party === j.target.party);
    const reversed = (o: Heard) => o.j.source.party === j.target.party && o.j.target.party === j.source.party && o.name === name;
    row[k++] = best(readings, reversed);
    row[k++] = best(pair, (o) => o.j.trigger !== trigger && reversed(o));
    row[k++] = best(pair, (o) => o.sentence === sentence && o.name !== name);
    row[k++] = best(me.word, (o) => o.name !== name);
    const above = pair.filter((o) => o.sentence === sentence && o.j.confidence > confidence);
    row[k++] = count(above, (o) => o.same === same);
    row[k++] = new Set(above.map((o) => o.same)).size - Number(above.some((o) => o.same === same));
    const { governor } = j.context;
    row[k++] = governor ? best(here, (o) => o.j.trigger === governor) : 0;
    row[k++] = best(here, (o) => o !== me);
    row[k++] = count(here, (o) => o.j.confidence > 0.4);
    row[k++] = (byLabel.get(name) ?? []).filter((s) => s < sentence).length;
    const date = scene.dateOf(trigger.token);
    row[k++] = Number(date?.from !== undefined || date?.to !== undefined);
    row[k++] = Number(date?.from !== undefined && same.some((o) => {
      const d = o.sentence < sentence && o.j.confidence > 0.3 ? scene.dateOf(o.j.trigger.token) : undefined;
      return d?.from !== undefined && (d.from > (date.to ?? date.from ?? '') || (d.to ?? d.from) < (date.from ?? ''));
    }));
    row[k++] = Number(j.source.person !== undefined) + Number(j.target.person !== undefined);
    row[k++] = Number(j.source.origin === 'here');
    row[k++] = Number(j.target.origin === 'here');
    row[k++] = Number(j.source.party === j.target.party);
    row[k++] = sentence;
    row[k++] = scene.doc.sentences.length - sentence;
    row[k++] = count(pair, (o) => o.sentence < sentence && o.j.confidence > 0.4);
    row[k++] = Number(label.is === 'event' && label.mutual);
    return row;
  });
};
