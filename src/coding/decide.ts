/** From candidates to the facts of a story: what is sure enough, said once. */
import { candidatesOf } from './candidates.ts';
import type { Candidate, RoleScorer } from './candidates.ts';
import { contextsOf } from './context.ts';
import { betweenWhom } from './counterparts.ts';
import { settleFellows } from './fellows.ts';
import { withoutLifted } from './lifted.ts';
import type { Context } from './context.ts';
import type { Label } from './lexicon.ts';
import { HEARD, actKey, factKey, judged, labelName, panelRows } from './panel.ts';
import type { Judged } from './panel.ts';
import { withoutWished } from './prospect.ts';
import { withoutRetold } from './retold.ts';
import { argumentsOf } from './scene.ts';
import type { Argument, Scene } from './scene.ts';
import type { Model } from './scorer/model.ts';
import type { Trigger } from './triggers.ts';

const thresholdOf = (model: Model, kind: Label['is']): number => model.thresholds[kind] ?? 0.5;

/** Acts, and what stands for long (ties and trends), are judged apart: what makes a tie is not what makes an act. */
export type Judges = Pick<Model, 'judge' | 'standing'>;

/** Judges every candidate of a scene by itself; the hopeless are dropped. */
export const hearing = (scene: Scene, scorer: RoleScorer, judges: Judges): Judged[] => {
  const contexts = contextsOf(scene), args = new Map<number, Argument[]>();
  const candidates = scene.triggers.flatMap((trigger) => {
    let here = args.get(trigger.sentence);
    if (!here) args.set(trigger.sentence, (here = argumentsOf(scene, trigger.sentence)));
    return candidatesOf(scene, trigger, contexts.get(trigger) as Context, scorer, here);
  });
  const isAct = (c: Candidate) => c.label.is === 'event';
  const rows = (some: Candidate[]) => some.map((c) => c.row);
  const acts = judges.judge.probabilities(rows(candidates.filter(isAct))), standing = judges.standing.probabilities(rows(candidates.filter((c) => !isAct(c))));
  let act = 0, other = 0;
  // of two ways to name the same two parties the likelier is heard
  const best = new Map<Trigger, Map<string, Judged>>();
  for (const c of candidates) {
    const confidence = (isAct(c) ? acts[act++] : standing[other++]) as number;
    if (confidence < HEARD) continue;
    let mine = best.get(c.trigger);
    if (!mine) best.set(c.trigger, (mine = new Map()));
    const key = factKey(c);
    if ((mine.get(key)?.confidence ?? 0) < confidence) mine.set(key, judged(c, contexts.get(c.trigger) as Context, confidence));
  }
  return [...best.values()].flatMap((mine) => [...mine.values()]);
};

/** Judges every candidate of a scene, by itself and then among the others. */
const judgeAll = (scene: Scene, model: Model): Judged[] => {
  const heard = hearing(scene, model, model), confidence = model.panel.probabilities(panelRows(scene, heard));
  return heard.map((j, k) => judged(j, j.context, confidence[k] as number));
};

const byOrder = (a: Judged, b: Judged): number =>
  a.trigger.sentence - b.trigger.sentence || a.trigger.token - b.trigger.token || (factKey(a) < factKey(b) ? -1 : 1);

/** A further pair of one word is told where it is at least this share as likely as the word's best. */
const SHARE = 0.6;

/** Keeps what is sure enough. In one sentence a fact stands once, and one trigger does not run both ways. */
const select = (all: readonly Judged[], model: Model): Judged[] => {
  const kept = new Map<string, Judged>(), words = new Set<string>(), directions = new Set<string>(), best = new Map<string, number>();
  const sure = all.filter((j) => j.confidence >= thresholdOf(model, j.label.is)).sort((a, b) => b.confidence - a.confidence || byOrder(a, b));
  for (const j of sure) {
    const { token, satellites } = j.trigger, name = labelName(j.label), key = `${j.trigger.sentence} ${actKey(j)}`, word = `${token} ${factKey(j)}`;
    if (kept.has(key) || words.has(word)) continue;
    words.add(word);
    const act = `${token} ${name}`;
    if (j.label.is === 'event' && j.confidence < SHARE * (best.get(act) ?? 0)) continue;
    if (!best.has(act)) best.set(act, j.confidence);
    // by each of its words: the noun and the verb of "teşekkür etti" tell one act, which runs one way
    const own = [token, ...satellites], { source: { party: from }, target: { party: to } } = j;
    if (from !== to && own.some((at) => directions.has(`${at} ${name} ${to} ${from}`))) continue;
    for (const at of own) directions.add(`${at} ${name} ${from} ${to}`);
    kept.set(key, j);
  }
  return [...kept.values()].sort(byOrder);
};

/** The facts of a scene: judged, brought into line where the scorers see each pair alone, and kept where sure enough. */
export const decide = (scene: Scene, model: Model): Judged[] => {
  const inLine = betweenWhom(scene, settleFellows(scene, judgeAll(scene, model)));
  return withoutRetold(scene, select(withoutWished(scene, withoutLifted(scene, inLine, thresholdOf(model, 'event'))), model));
};

/** The accusation in whose content an act stands. */
export const accuserOf = (j: Judged, kept: readonly Judged[]): Judged | undefined => {
  const g = j.context.governor;
  return g && kept.find((k) => k.trigger === g && k.label.is === 'event' && k.label.type === 'ACCUSE' && k !== j);
};
