/**
 * The words that tie two parties to a trigger, for the scorer that learns which company makes a pair the parties of a
 * fact: the way from each party to the trigger through the tree, the case or adposition it stands in, what lies between.
 * Names are masked, so that what is learnt does not hang on who is involved.
 */
import type { Token } from '../language/doc.ts';
import { surfaceSlots } from './slots.ts';
import type { Argument, Scene } from './scene.ts';
import { sparseRow } from './scorer/softmax.ts';
import type { SparseRow } from './scorer/softmax.ts';
import type { Trigger } from './triggers.ts';

export const FRAME_BITS = 18;

const REACH = 8;
const relOf = (t: Token): string => t.deprel.split(':')[0] as string;

/** Hashed features of a trigger with its two parties. */
export const frameRow = (scene: Scene, trigger: Trigger, source: Argument, target: Argument): SparseRow => {
  const { doc } = scene, { tokens, lang } = doc, { label } = trigger.entry;
  const name = label.is === 'event' ? label.type : label.is === 'tie' ? `tie ${label.domain}` : label.direction;
  const mentions = scene.bySentence[trigger.sentence] ?? [];
  const word = (k: number): string => {
    const t = tokens[k] as Token;
    if (source.mention && source.origin === 'here' && k >= source.mention.first && k < source.mention.last) return 'S';
    if (target.mention && target.origin === 'here' && k >= target.mention.first && k < target.mention.last) return 'T';
    if (mentions.some((m) => k >= m.first && k < m.last)) return 'PARTY';
    return t.upos === 'PROPN' ? 'NAME' : t.upos === 'NUM' ? 'NUMBER' : t.lemma.toLowerCase();
  };
  const features: [string, number][] = [['bias', 1], [`${lang} ${name}`, 1]];
  const add = (f: string, v: number, also = '') => {
    features.push([f, v * 0.7], [`${f} ${name}`, v]);
    if (also) features.push([`${lang} ${f} ${also}`, v]);
  };
  const up = new Map<number, number>();
  for (let h = trigger.token, n = 0; h >= 0 && n < REACH; h = (tokens[h] as Token).head, n++) up.set(h, n);
  const entry = trigger.entry.head;
  for (const [role, arg] of [['s', source], ['t', target]] as const) {
    const m = arg.mention;
    if (!m || arg.origin !== 'here') {
      add(`${role} from ${arg.origin}`, 0.6, entry);
      // who else fills the slot tells whether it is a party's own people
      if (arg.origin === 'domestic') {
        for (const c of doc.children(trigger.token)) {
          add(`own ${relOf(tokens[c] as Token)} ${word(c)}`, 0.8);
          for (const g of doc.children(c)) add(`own below ${word(g)}`, 0.5);
        }
      }
      continue;
    }
    const face = surfaceSlots(doc, m)[0] ?? '';
    add(`${role} face ${face}`, 0.8, entry);
    // from the party up to the trigger's own way to the root
    const way: string[] = [];
    let h = m.head, n = 0;
    while (h >= 0 && n < REACH && !up.has(h)) {
      way.push(relOf(tokens[h] as Token));
      if (h !== m.head) add(`${role} over ${word(h)}`, 0.6);
      h = (tokens[h] as Token).head;
      n++;
    }
    const steps = h >= 0 && up.has(h) ? (up.get(h) as number) : -1;
    add(`${role} way ${way.join('<')} ${steps}`, 0.8, entry);
    add(`${role} ${way.at(-1) ?? ''} ${steps} ${face}`, 0.6);
    if (steps > 0) add(`${role} common ${word(h)}`, 0.7);
    const lo = Math.min(m.head, trigger.token), hi = Math.max(m.head, trigger.token), side = m.head < trigger.token ? '<' : '>';
    for (let k = lo + 1; k < hi && hi - lo < 25; k++) {
      const t = tokens[k] as Token;
      if (t.upos === 'VERB' || t.upos === 'PUNCT' || t.upos === 'SCONJ' || t.upos === 'CCONJ' || t.upos === 'ADP') add(`${role} ${side} between ${t.upos === 'PUNCT' ? t.form : word(k)}`, 0.35);
    }
    for (const d of [-1, 1]) {
      const k = d < 0 ? m.first - 1 : m.last;
      const t = tokens[k];
      if (t && t.sentence === trigger.sentence) add(`${role} ${d} ${word(k)}`, 0.5);
    }
    add(`${role} kind ${m.kind}`, 0.3);
  }
  const a = source.mention, b = target.mention;
  if (a && b && source.origin === 'here' && target.origin === 'here') {
    const [x, y] = a.first < b.first ? [a, b] : [b, a], order = a.first < b.first ? 'st' : 'ts';
    add(`order ${order} ${trigger.token < x.first ? 0 : trigger.token >= y.last ? 2 : 1}`, 0.8, entry);
    const gap: string[] = [];
    for (let k = x.last; k < y.first; k++) {
      const w = word(k);
      gap.push(w);
      if (y.first - x.last < 18) add(`gap ${order} ${w}`, 0.3);
    }
    if (gap.length <= 3) add(`gap ${order} ${gap.join(' ')}`, 0.7);
  }
  return sparseRow(features, FRAME_BITS);
};
