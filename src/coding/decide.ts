/** From judged candidates to the facts of a story: what is sure enough, said once. */
import type { Candidate } from './candidates.ts';
import { candidatesOf, isSymmetric } from './candidates.ts';
import { contextsOf } from './context.ts';
import type { Context } from './context.ts';
import { argumentsOf } from './scene.ts';
import type { Argument, Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';
import type { Model } from './scorer/model.ts';
import type { Label } from './lexicon.ts';

export interface Judged extends Candidate {
  confidence: number;
  context: Context;
}

/** A label's name without its details: what facts of one kind share. */
export const labelName = (label: Label): string =>
  label.is === 'event' ? label.type : label.is === 'tie' ? `tie:${label.domain}` : `trend:${label.direction}`;

const pairKey = (c: Candidate): string => {
  const ends = [c.source.party, c.target.party];
  if (isSymmetric(c.label) || c.label.is !== 'event') ends.sort();
  return `${labelName(c.label)} ${ends.join(' ')}`;
};

const thresholdOf = (model: Model, label: Label): number =>
  model.thresholds[label.is === 'event' ? 'event' : label.is] ?? 0.5;

/** Judges every candidate of a scene. */
export const judgeAll = (scene: Scene, model: Model): Judged[] => {
  const contexts = contextsOf(scene), out: Judged[] = [], args = new Map<number, Argument[]>();
  for (const trigger of scene.triggers) {
    let here = args.get(trigger.sentence);
    if (!here) args.set(trigger.sentence, (here = argumentsOf(scene, trigger.sentence)));
    const context = contexts.get(trigger) as Context;
    for (const c of candidatesOf(scene, trigger, context, model, here)) out.push({ ...c, context, confidence: model.judge.probability(c.row) });
  }
  return out;
};

/**
 * Keeps what is sure enough. In one sentence a label stands once for a pair; one trigger does not run both ways; later
 * sentences repeat a coded act only when they are surer than `repeat`, or set it on another day.
 */
export const select = (scene: Scene, judged: readonly Judged[], model: Model): Judged[] => {
  const bySentence = new Map<number, Judged[]>();
  for (const j of judged) {
    if (j.confidence < thresholdOf(model, j.label)) continue;
    const list = bySentence.get(j.trigger.sentence);
    if (list) list.push(j);
    else bySentence.set(j.trigger.sentence, [j]);
  }
  const kept: Judged[] = [], seen = new Map<string, Judged[]>();
  for (const sentence of [...bySentence.keys()].sort((a, b) => a - b)) {
    const list = (bySentence.get(sentence) as Judged[]).sort((a, b) => b.confidence - a.confidence || a.trigger.token - b.trigger.token || (pairKey(a) < pairKey(b) ? -1 : 1));
    const here = new Map<string, Judged>();
    for (const j of list) {
      const key = pairKey(j);
      if (here.has(key)) continue;
      const reverse = [...here.values()].some((o) => o.trigger === j.trigger && o.source.party === j.target.party && o.target.party === j.source.party);
      if (reverse) continue;
      const earlier = seen.get(key) ?? [];
      if (earlier.length && isRepeat(scene, j, earlier, model.thresholds.repeat ?? 0.75)) continue;
      here.set(key, j);
    }
    for (const [key, j] of here) {
      kept.push(j);
      const list2 = seen.get(key);
      if (list2) list2.push(j);
      else seen.set(key, [j]);
    }
  }
  return kept.sort((a, b) => a.trigger.sentence - b.trigger.sentence || a.trigger.token - b.trigger.token || (pairKey(a) < pairKey(b) ? -1 : 1));
};

const isRepeat = (scene: Scene, j: Judged, earlier: readonly Judged[], bar: number): boolean => {
  if (j.label.is !== 'event') return true;
  const date = scene.dateOf(j.trigger.token);
  const other = earlier.every((e) => {
    const d = scene.dateOf(e.trigger.token);
    return d?.from !== undefined && date?.from !== undefined && (d.from > (date.to ?? date.from) || (d.to ?? d.from) < date.from);
  });
  return !other && j.confidence < bar;
};

/** The trigger of the accusation in whose content a trigger stands, with its judged act. */
export const accuserOf = (j: Judged, kept: readonly Judged[]): Judged | undefined => {
  const g: Trigger | undefined = j.context.governor;
  return g && kept.find((k) => k.trigger === g && k.label.is === 'event' && k.label.type === 'ACCUSE' && k !== j);
};
