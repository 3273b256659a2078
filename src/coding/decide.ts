/** From candidates to the facts of a story: what is sure enough, said once. */
import { candidatesOf } from './candidates.ts';
import { contextsOf } from './context.ts';
import type { Context } from './context.ts';
import type { Label } from './lexicon.ts';
import { HEARD, actKey, factKey, panelRows } from './panel.ts';
import type { Judged } from './panel.ts';
import { argumentsOf } from './scene.ts';
import type { Argument, Scene } from './scene.ts';
import type { RoleScorer } from './candidates.ts';
import type { Model } from './scorer/model.ts';

const thresholdOf = (model: Model, label: Label): number =>
  model.thresholds[label.is === 'event' ? 'event' : label.is] ?? 0.5;

/** Acts, and what stands for long (ties and trends), are judged apart: what makes a tie is not what makes an act. */
export type Judges = Pick<Model, 'judge' | 'standing'>;

/** Judges every candidate of a scene by itself; the hopeless are dropped. */
export const hearing = (scene: Scene, scorer: RoleScorer, judges: Judges): Judged[] => {
  const contexts = contextsOf(scene), out: Judged[] = [], args = new Map<number, Argument[]>();
  for (const trigger of scene.triggers) {
    let here = args.get(trigger.sentence);
    if (!here) args.set(trigger.sentence, (here = argumentsOf(scene, trigger.sentence)));
    const context = contexts.get(trigger) as Context;
    for (const c of candidatesOf(scene, trigger, context, scorer, here)) {
      const confidence = (c.label.is === 'event' ? judges.judge : judges.standing).probability(c.row);
      if (confidence >= HEARD) out.push({ ...c, context, confidence });
    }
  }
  return out;
};

/** Judges every candidate of a scene, by itself and then among the others. */
export const judgeAll = (scene: Scene, model: Model): Judged[] => {
  const heard = hearing(scene, model, model), rows = panelRows(scene, heard);
  return heard.map((j, k) => ({ ...j, confidence: model.panel.probability(rows[k] as Float32Array) }));
};

const byOrder = (a: Judged, b: Judged): number =>
  a.trigger.sentence - b.trigger.sentence || a.trigger.token - b.trigger.token || (factKey(a) < factKey(b) ? -1 : 1);

/** A further pair of one word is told where it is at least this share as likely as the word's best. */
const SHARE = 0.45;

/** Keeps what is sure enough. In one sentence a fact stands once, and one trigger does not run both ways. */
export const select = (judged: readonly Judged[], model: Model): Judged[] => {
  const kept = new Map<string, Judged>(), words = new Set<string>(), directions = new Set<string>(), best = new Map<string, number>();
  const sure = judged.filter((j) => j.confidence >= thresholdOf(model, j.label)).sort((a, b) => b.confidence - a.confidence || byOrder(a, b));
  for (const j of sure) {
    const { token } = j.trigger, key = `${j.trigger.sentence} ${actKey(j)}`, word = `${token} ${factKey(j)}`;
    if (kept.has(key) || words.has(word)) continue;
    words.add(word);
    const name = factKey(j).split(' ')[0], act = `${token} ${name}`;
    if (j.label.is === 'event' && j.confidence < SHARE * (best.get(act) ?? 0)) continue;
    if (!best.has(act)) best.set(act, j.confidence);
    if (j.source.party !== j.target.party && directions.has(`${token} ${name} ${j.target.party} ${j.source.party}`)) continue;
    directions.add(`${token} ${name} ${j.source.party} ${j.target.party}`);
    kept.set(key, j);
  }
  return [...kept.values()].sort(byOrder);
};

/** The accusation in whose content an act stands. */
export const accuserOf = (j: Judged, kept: readonly Judged[]): Judged | undefined => {
  const g = j.context.governor;
  return g && kept.find((k) => k.trigger === g && k.label.is === 'event' && k.label.type === 'ACCUSE' && k !== j);
};
