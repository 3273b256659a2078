/** What stands around a trigger: the triggers it is governed by or governs, its rivals, and how sure the clause is. */
import { typeInfo } from '../ontology/plover.ts';
import type { Token } from '../language/doc.ts';
import { FACTUALITY_FEATURES, factualityFeatures } from './factuality.ts';
import type { Scene } from './scene.ts';
import { zeros } from './scorer/rows.ts';
import { relation } from './tree.ts';
import type { Trigger } from './triggers.ts';

export class Context {
  /** The act of speech in whose content the trigger stands. */
  governor?: Trigger;
  /** Others in the sentence with the same label, and with another. */
  same = 0;
  other = 0;
  /** A longer reading overlaps this one. */
  overlapped = false;
  /** It is the complement that another trigger's satellite names. */
  isSatellite = false;
  readonly #scene: Scene;
  readonly #trigger: Trigger;
  #factuality: Float32Array | undefined;

  constructor(scene: Scene, trigger: Trigger) {
    this.#scene = scene;
    this.#trigger = trigger;
  }

  /** What the clause shows of certainty; read where somebody asks, as most triggers come to nothing. */
  get factuality(): Float32Array {
    return (this.#factuality ??= factualityFeatures(this.#scene, this.#trigger));
  }
}

const GOVERNORS = ['REQUEST', 'AGREE', 'THREATEN', 'REJECT', 'ACCUSE', 'SUPPORT', 'CONSULT'] as const;

export const CONTEXT_FEATURES: string[] = [
  ...GOVERNORS.map((g) => `governed by ${g}`), 'governor distance', 'same label', 'other labels', 'overlapped', 'is satellite',
  ...FACTUALITY_FEATURES, 'speech kinds', 'in quotation', 'headline style',
];

const name = (t: Trigger): string => {
  const { label } = t.entry;
  return label.is === 'event' ? label.type : label.is;
};

/** Whether `inner` stands in the content of `outer`: below it in the tree, or (Turkish) before it in one clause chain. */
const governs = (scene: Scene, outer: Trigger, inner: Trigger): boolean => {
  if (outer.token === inner.token || outer.sentence !== inner.sentence) return false;
  const { doc } = scene;
  let h = (doc.tokens[inner.token] as Token).head, steps = 0, below = inner.token;
  while (h >= 0 && steps++ < 10) {
    if (h === outer.token) {
      const rel = relation(doc.tokens[below] as Token);
      // a coordinated predicate and a subject's own clause are not content
      return rel !== 'conj' && rel !== 'nsubj' && rel !== 'parataxis' && rel !== 'advcl';
    }
    below = h;
    h = (doc.tokens[h] as Token).head;
  }
  if (doc.lang === 'tr' && inner.token < outer.token && outer.token - inner.token < 12) {
    for (let k = inner.token; k < outer.token; k++) {
      const t = doc.tokens[k] as Token;
      if (t.form === ',' || t.form === ';' || (t.upos === 'VERB' && t.feat('VerbForm') === undefined && k > inner.token)) return false;
    }
    return /(?:m[ae]|m[ae]y[ıi]|m[ae]ya|m[ae]ye|m[ae]s[ıi]\S*|d[ıiuü]ğ\S*|t[ıiuü]ğ\S*|[ae]ca[ğk]\S*|[ae]ce[ğk]\S*)$/.test((doc.tokens[inner.token] as Token).lower);
  }
  return false;
};

/** The context of every trigger of a scene. */
export const contextsOf = (scene: Scene): Map<Trigger, Context> => {
  const bySentence = new Map<number, Trigger[]>();
  for (const t of scene.triggers) {
    const list = bySentence.get(t.sentence);
    if (list) list.push(t);
    else bySentence.set(t.sentence, [t]);
  }
  const out = new Map<Trigger, Context>();
  for (const trigger of scene.triggers) {
    const own = name(trigger), { token } = trigger, context = new Context(scene, trigger);
    for (const rival of bySentence.get(trigger.sentence) as Trigger[]) {
      if (rival === trigger) continue;
      const { label } = rival.entry;
      if (name(rival) === own) context.same++;
      else {
        context.other++;
        context.overlapped ||= rival.token === token;
      }
      context.isSatellite ||= rival.satellites.includes(token);
      if (label.is !== 'event' || !typeInfo(label.type).speech || !governs(scene, rival, trigger)) continue;
      if (!context.governor || Math.abs(rival.token - token) < Math.abs(context.governor.token - token)) context.governor = rival;
    }
    out.set(trigger, context);
  }
  return out;
};

/** The context as a feature row. */
export const contextFeatures = (scene: Scene, trigger: Trigger, c: Context): Float32Array => {
  const row = zeros(CONTEXT_FEATURES.length);
  let k = 0;
  const label = c.governor?.entry.label;
  for (const g of GOVERNORS) row[k++] = label?.is === 'event' && label.type === g ? 1 : 0;
  row[k++] = c.governor ? Math.abs(c.governor.token - trigger.token) : 40;
  row[k++] = c.same;
  row[k++] = c.other;
  row[k++] = c.overlapped ? 1 : 0;
  row[k++] = c.isSatellite ? 1 : 0;
  row.set(c.factuality, k);
  k += c.factuality.length;
  const covering = scene.covering[trigger.token] ?? [];
  row[k++] = covering.length;
  row[k++] = covering.some((s) => s.kind === 'direct') ? 1 : 0;
  row[k++] = scene.doc.sentences[trigger.sentence]?.first === trigger.token ? 1 : 0;
  return row;
};
