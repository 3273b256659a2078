/**
 * Which PLOVER type holds between two given spans of an English sentence: the question of the PLV benchmark (Hu et al.,
 * ACL 2024). The lexicon's triggers, weighed by how their frames fit the two spans, and the words around and between them
 * go into one multinomial classifier.
 */
import type { Doc, Token } from '../language/doc.ts';
import type { Mention } from '../parties/mention.ts';
import type { Span } from '../story/story.ts';
import { contextsOf } from './context.ts';
import type { Context } from './context.ts';
import { candidatesOf } from './candidates.ts';
import { findCues } from './cues.ts';
import { makeScene } from './scene.ts';
import type { Argument, Scene } from './scene.ts';
import type { Model } from './scorer/model.ts';
import { sparseRow } from './scorer/softmax.ts';
import type { SparseRow } from './scorer/softmax.ts';
import { findTriggers } from './triggers.ts';

export const TYPER_BITS = 18;

const mentionAt = (doc: Doc, span: Span, party: string): Mention | undefined => {
  const inside = doc.tokens.filter((t) => t.start < span.end && t.end > span.start);
  const first = inside[0], last = inside.at(-1);
  if (!first || !last) return undefined;
  const head = inside.find((t) => t.head < first.i || t.head > last.i) ?? last;
  return { first: first.i, last: last.i + 1, head: head.i, sentence: head.sentence, kind: 'party', parties: [party], confidence: 1 };
};

/** A scene whose only mentions are the two spans, as SOURCE and TARGET. */
const pairScene = (doc: Doc, source: Span | undefined, target: Span | undefined): Scene => {
  const mentions = [source && mentionAt(doc, source, 'SOURCE'), target && mentionAt(doc, target, 'TARGET')].filter((m) => m !== undefined).sort((a, b) => a.first - b.first);
  return makeScene({
    story: { id: '', date: '2020-01-01', lang: doc.lang, text: doc.text }, doc, parties: { mentions, persons: [] }, titleParties: [],
    speeches: [], dates: [], dateOf: () => undefined, cues: findCues(doc), triggers: findTriggers(doc),
  });
};

const content = (t: Token): boolean => /^(?:VERB|NOUN|ADJ|ADV|PROPN|AUX|ADP|PART|SCONJ)$/.test(t.upos);

/** Features of one sentence with its two spans; either may be missing. */
export const typerRow = (doc: Doc, source: Span | undefined, target: Span | undefined, model: Model): SparseRow => {
  const features: [string, number][] = [['bias', 1]];
  const add: Add = (name, value = 1) => void features.push([name, value]);
  const scene = pairScene(doc, source, target);
  const [s, t] = ['SOURCE', 'TARGET'].map((p) => scene.parties.mentions.find((m) => m.parties[0] === p));
  const spans = [s, t].filter((m) => m !== undefined);
  const args: Argument[] = spans.map((m) => ({ party: m.parties[0] as string, mention: m, origin: 'here' as const, age: 0, wasSubject: false, speaks: false }));
  addTriggers(scene, args, model, add);
  addWords(doc, s, t, add);
  addTree(doc, s, t, add);
  return sparseRow(features, TYPER_BITS);
};

type Add = (name: string, value?: number) => void;

const keyIn = (s: Mention | undefined, t: Mention | undefined) => (x: Token): string =>
  (s && x.i >= s.first && x.i < s.last ? 'S' : t && x.i >= t.first && x.i < t.last ? 'T' : x.lemma.toLowerCase());

/** What the lexicon and the judge of the coder say of the two spans. */
const addTriggers = (scene: Scene, args: readonly Argument[], model: Model, add: Add): void => {
  const contexts = contextsOf(scene), best = new Map<string, number>(), swapped = new Map<string, number>();
  for (const trigger of scene.triggers) {
    if (trigger.entry.label.is !== 'event') continue;
    const { type } = trigger.entry.label;
    for (const c of candidatesOf(scene, trigger, contexts.get(trigger) as Context, model, args)) {
      const map = c.source.party === 'SOURCE' ? best : swapped;
      map.set(type, Math.max(map.get(type) ?? -9, model.judge.raw(c.row)));
    }
    add(`trigger ${type}`, 0.5);
  }
  for (const [type, raw] of best) add(`judge ${type}`, Math.max(0, (raw + 5) / 4));
  for (const [type, raw] of swapped) add(`swapped ${type}`, Math.max(0, (raw + 5) / 8));
  const top = [...best].sort((a, b) => b[1] - a[1])[0];
  if (top) add(`top ${top[0]}`, 1.5);
  add(`triggers ${Math.min(3, best.size)}`, 0.3);
};

/** Words before, between and after the spans. */
const addWords = (doc: Doc, s: Mention | undefined, t: Mention | undefined, add: Add): void => {
  const { tokens } = doc, key = keyIn(s, t);
  const firsts = [s?.first, t?.first].filter((x) => x !== undefined), lasts = [s?.last, t?.last].filter((x) => x !== undefined);
  const lo = Math.min(...lasts, tokens.length), hi = s && t ? Math.max(...firsts) : tokens.length;
  const order = s && t ? (s.first < t.first ? 'ST' : 'TS') : 'one';
  add(`order ${order}`, 0.5);
  let before = '';
  for (let k = Math.max(0, Math.min(...firsts, 25) - 25); k < Math.min(tokens.length, Math.max(...lasts, 0) + 25); k++) {
    const x = tokens[k] as Token, word = key(x);
    const zone = k >= lo && k < hi ? 'between' : k < lo ? 'before' : 'after';
    if (word !== 'S' && word !== 'T' && content(x)) {
      add(`${zone} ${word}`, zone === 'between' ? 0.8 : 0.5);
      add(`any ${word}`, 0.4);
      if (zone === 'between') add(`${order} ${word}`, 0.4);
    }
    if (before && zone === 'between') add(`${before} ${word}`, 0.5);
    before = word;
  }
};

/** Words on the way from each span to their common head, and what hangs there. */
const addTree = (doc: Doc, s: Mention | undefined, t: Mention | undefined, add: Add): void => {
  const { tokens } = doc, key = keyIn(s, t);
  const chain = (m: Mention | undefined) => {
    const out: Token[] = [];
    for (let h = m?.head ?? -1, n = 0; h >= 0 && n < 10; h = (tokens[h] as Token).head, n++) out.push(tokens[h] as Token);
    return out;
  };
  const up = chain(s), down = chain(t), common = s && t ? up.find((x) => down.includes(x)) : (up[1] ?? down[1]);
  const path = [...up.slice(1, common && up.includes(common) ? up.indexOf(common) + 1 : 4), ...down.slice(1, common && down.includes(common) ? down.indexOf(common) : 4).reverse()];
  for (const x of path) {
    add(`path ${key(x)}`, 1);
    add(`path ${key(x)} ${x.deprel}`, 0.4);
  }
  if (common) {
    add(`common ${key(common)}`, 1);
    for (const c of doc.children(common.i)) {
      const x = tokens[c] as Token;
      if (/^(?:obj|xcomp|compound:prt|obl|ccomp|advmod|nsubj)/.test(x.deprel)) add(`common ${key(common)} ${key(x)}`, 0.7);
    }
  }
  for (const [name, m] of [['source', s], ['target', t]] as const) {
    if (!m) continue;
    const head = tokens[m.head] as Token, g = tokens[head.head];
    add(`${name} ${head.deprel}`, 0.5);
    if (g) {
      add(`${name} under ${key(g)}`, 1);
      add(`${name} under ${key(g)} ${head.deprel}`, 0.5);
      const gg = tokens[g.head];
      if (gg) add(`${name} under ${key(gg)} ${key(g)}`, 0.5);
    }
    for (const c of doc.children(m.head)) if ((tokens[c] as Token).deprel.startsWith('case')) add(`${name} ${key(tokens[c] as Token)} ${g ? key(g) : ''}`, 0.7);
    for (let k = m.first; k < m.last; k++) add(`in ${name} ${(tokens[k] as Token).lemma.toLowerCase()}`, 0.25);
  }
};
