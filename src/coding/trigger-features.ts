/**
 * What the scorers look at when they weigh a trigger: its word in the tree, its entry, its sentence.
 * The features name no word and no party, so that what is learnt on some stories holds for others.
 */
import { typeInfo } from '../ontology/plover.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { Token } from '../language/doc.ts';
import { isPassive } from './slots.ts';
import type { Argument, Scene } from './scene.ts';
import { speechAt } from './scene.ts';
import { hasChild, relation } from './tree.ts';
import type { Trigger } from './triggers.ts';

/** Features of a trigger alone. */
export const TRIGGER_FEATURES: string[] = [
  'lang tr', 'lang en', 'lang ru', 'verb', 'noun', 'satellites', 'stretch', 'passive', 'depth', 'has subject', 'has object', 'in speech',
  'symmetric', 'act of speech', 'tie', 'trend', ...EVENT_TYPES.map((t) => `type ${t}`), 'sentence length', 'mentions here', 'parties here', 'position',
  'frame wants target', 'participle', 'root', 'subordinate', 'free object', 'free subject', 'first person',
];

/** Writes the trigger's features into `row` from `at`; returns the next free place. */
export const triggerFeatures = (scene: Scene, trigger: Trigger, args: readonly Argument[], row: Float32Array, at: number): number => {
  const { doc } = scene, t = doc.tokens[trigger.token] as Token, { label } = trigger.entry;
  const s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number];
  let depth = 0;
  for (let h = t.head; h >= 0 && depth < 12; h = (doc.tokens[h] as Token).head) depth++;
  const here = args.filter((a) => a.origin === 'here');
  const rel = relation(t);
  let k = at;
  row[k++] = doc.lang === 'tr' ? 1 : 0;
  row[k++] = doc.lang === 'en' ? 1 : 0;
  row[k++] = doc.lang === 'ru' ? 1 : 0;
  row[k++] = trigger.entry.pos === 'v' ? 1 : 0;
  row[k++] = trigger.entry.pos === 'n' ? 1 : 0;
  row[k++] = trigger.satellites.length;
  row[k++] = trigger.stretch;
  row[k++] = isPassive(doc, t) ? 1 : 0;
  row[k++] = depth;
  row[k++] = hasChild(doc, t.i, 'nsubj') ? 1 : 0;
  row[k++] = hasChild(doc, t.i, 'obj') ? 1 : 0;
  row[k++] = speechAt(scene, t.i, trigger.sentence) ? 1 : 0;
  const info = label.is === 'event' ? typeInfo(label.type) : undefined;
  row[k++] = info?.symmetric ? 1 : 0;
  row[k++] = info?.speech ? 1 : 0;
  row[k++] = label.is === 'tie' ? 1 : 0;
  row[k++] = label.is === 'trend' ? 1 : 0;
  for (const type of EVENT_TYPES) row[k++] = label.is === 'event' && label.type === type ? 1 : 0;
  row[k++] = s.last - s.first;
  row[k++] = here.length;
  row[k++] = new Set(here.map((a) => a.party)).size;
  row[k++] = trigger.sentence;
  row[k++] = trigger.entry.target.length > 0 ? 1 : 0;
  row[k++] = t.feat('VerbForm') === 'Part' || t.feat('VerbForm') === 'Conv' ? 1 : 0;
  row[k++] = rel === 'root' ? 1 : 0;
  row[k++] = rel === 'ccomp' || rel === 'advcl' || rel === 'acl' || rel === 'xcomp' ? 1 : 0;
  // somebody or something fills the slot, and it is no party
  const free = (name: string) => hasChild(doc, t.i, name)
    && doc.children(t.i).some((c) => relation(doc.tokens[c] as Token) === name && !here.some((a) => a.mention && c >= a.mention.first && c < a.mention.last));
  row[k++] = free('obj') ? 1 : 0;
  row[k++] = free('nsubj') ? 1 : 0;
  row[k++] = t.feat('Person') === '1' ? 1 : 0;
  return k;
};
