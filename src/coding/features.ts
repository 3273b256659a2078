/**
 * What the scorer looks at when it weighs whether an argument fills a role of a trigger: the predicate's frame against
 * the slot by tree and by surface, distance and order, what kind of mention it is, and what the talk was about before.
 * The features name no word and no party, so that what is learnt on some stories holds for others.
 */
import { typeInfo } from '../ontology/plover.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { Token } from '../language/doc.ts';
import { isPassive, placeOf, surfaceSlots } from './slots.ts';
import type { Place } from './slots.ts';
import type { Argument, Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

const KINDS = ['party', 'adjective', 'person', 'office', 'pronoun', 'group'] as const;
const VIAS = ['conj', 'xcomp', 'advcl', 'ccomp', 'acl', 'obj', 'obl', 'nsubj', 'nmod', 'parataxis'] as const;
const SUBJECT = new Set(['subj']);
const OBJECT = new Set(['obj', 'acc', 'iobj', 'dat', 'to']);
const MISS = 6;

/** Features of one argument for one trigger, without the role. */
export const ARGUMENT_FEATURES: string[] = [
  'frame source, tree', 'frame target, tree', 'frame source, surface', 'frame target, surface',
  'frame source, inner', 'frame target, inner',
  'link below', 'link above', 'link shared', 'link none', 'down', 'up',
  ...VIAS.map((v) => `via ${v}`),
  'slot subject', 'slot object', 'slot other', 'surface subject', 'surface genitive', 'surface modifier', 'surface object', 'surface other',
  'before', 'distance', 'mentions between', 'verbs between', 'commas between', 'nearest before', 'nearest after', 'first mention',
  'inside trigger phrase', 'same quotation', 'is speaker', 'speaks',
  ...KINDS.map((k) => `kind ${k}`), 'person', 'outsider', 'mention confidence', 'locative',
  'origin here', 'origin before', 'origin topic', 'origin domestic', 'age', 'was subject', 'frequency', 'in title', 'conjoined', 'mention is subject', 'mention is root child',
];

/** Features of a trigger alone. */
export const TRIGGER_FEATURES: string[] = [
  'lang tr', 'lang en', 'lang ru', 'verb', 'noun', 'satellites', 'stretch', 'passive', 'depth', 'has subject', 'has object', 'in speech',
  'symmetric', 'act of speech', 'tie', 'trend', ...EVENT_TYPES.map((t) => `type ${t}`), 'sentence length', 'mentions here', 'parties here', 'position',
  'frame wants target', 'participle', 'root', 'subordinate', 'free object', 'free subject', 'first person',
];

const rank = (wanted: readonly string[], found: readonly string[]): number => {
  let best = MISS;
  for (const f of found) {
    const k = wanted.indexOf(f);
    if (k >= 0 && k < best) best = k;
  }
  return best;
};

const depRel = (t: Token): string => {
  const k = t.deprel.indexOf(':');
  return k < 0 ? t.deprel : t.deprel.slice(0, k);
};

/** What is shared by all arguments of one sentence, computed once. */
interface SentenceView {
  verbs: Int16Array;
  commas: Int16Array;
  mentions: Int16Array;
}

const views = new WeakMap<Scene, Map<number, SentenceView>>();

const viewOf = (scene: Scene, s: number): SentenceView => {
  let perScene = views.get(scene);
  if (!perScene) views.set(scene, (perScene = new Map()));
  let v = perScene.get(s);
  if (!v) {
    const { doc } = scene, { first, last } = doc.sentences[s] as Scene['doc']['sentences'][number];
    const n = last - first + 1;
    v = { verbs: new Int16Array(n), commas: new Int16Array(n), mentions: new Int16Array(n) };
    const heads = new Set((scene.bySentence[s] ?? []).map((m) => m.head));
    for (let k = 0; k < last - first; k++) {
      const t = doc.tokens[first + k] as Token;
      v.verbs[k + 1] = (v.verbs[k] as number) + (t.upos === 'VERB' ? 1 : 0);
      v.commas[k + 1] = (v.commas[k] as number) + (t.form === ',' || t.form === ';' || t.form === '—' || t.form === ':' ? 1 : 0);
      v.mentions[k + 1] = (v.mentions[k] as number) + (heads.has(first + k) ? 1 : 0);
    }
    perScene.set(s, v);
  }
  return v;
};

const speechesAt = (scene: Scene, token: number, sentence: number): number =>
  scene.speeches.findIndex((s) => Math.abs(s.sentence - sentence) <= 40 && s.covers.some((c) => token >= c.first && token < c.last));

/** Writes the trigger's features into `row` from `at`; returns the next free place. */
export const triggerFeatures = (scene: Scene, trigger: Trigger, args: readonly Argument[], row: Float32Array, at: number): number => {
  const { doc } = scene, t = doc.tokens[trigger.token] as Token, { label } = trigger.entry;
  const s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number];
  let depth = 0;
  for (let h = t.head; h >= 0 && depth < 12; h = (doc.tokens[h] as Token).head) depth++;
  const kids = doc.children(t.i);
  const here = args.filter((a) => a.origin === 'here');
  const rel = depRel(t);
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
  row[k++] = kids.some((c) => depRel(doc.tokens[c] as Token) === 'nsubj') ? 1 : 0;
  row[k++] = kids.some((c) => depRel(doc.tokens[c] as Token) === 'obj') ? 1 : 0;
  row[k++] = speechesAt(scene, t.i, trigger.sentence) >= 0 ? 1 : 0;
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
  const free = (c: number, name: string) => depRel(doc.tokens[c] as Token) === name && !here.some((a) => a.mention && c >= a.mention.first && c < a.mention.last);
  row[k++] = kids.some((c) => free(c, 'obj')) ? 1 : 0;
  row[k++] = kids.some((c) => free(c, 'nsubj')) ? 1 : 0;
  row[k++] = t.feat('Person') === '1' ? 1 : 0;
  return k;
};

/** Writes the features of `arg` for `trigger` into `row` from `at`; returns the next free place. */
export const argumentFeatures = (scene: Scene, trigger: Trigger, arg: Argument, row: Float32Array, at: number): number => {
  const { doc } = scene, { entry } = trigger;
  const m = arg.mention, here = arg.origin === 'here' && m !== undefined;
  let k = at;
  let place: Place = { link: 'none', slots: [], down: 0, up: 0, via: '' };
  let src = MISS, tgt = MISS, srcInner = MISS, tgtInner = MISS, face: string[] = [];
  if (here) {
    face = surfaceSlots(doc, m);
    place = placeOf(doc, m.head, m.first, m.last, trigger.token);
    let slots = place.slots;
    for (const anchor of trigger.satellites) {
      const other = placeOf(doc, m.head, m.first, m.last, anchor);
      if (other.link === 'below') {
        slots = [...slots, ...other.slots];
        if (place.link === 'none' || place.link === 'shared') place = { ...other, up: 1 };
      }
    }
    src = rank(entry.source, slots);
    tgt = rank(entry.target, slots);
    if (place.down > 1 && place.link === 'below') {
      // "expelled two Russian diplomats": the party stands inside the slot's phrase
      srcInner = src;
      tgtInner = tgt;
    }
  }
  row[k++] = src;
  row[k++] = tgt;
  row[k++] = here ? rank(entry.source, face) : MISS;
  row[k++] = here ? rank(entry.target, face) : MISS;
  row[k++] = srcInner;
  row[k++] = tgtInner;
  row[k++] = place.link === 'below' ? 1 : 0;
  row[k++] = place.link === 'above' ? 1 : 0;
  row[k++] = place.link === 'shared' ? 1 : 0;
  row[k++] = here && place.link === 'none' ? 1 : 0;
  row[k++] = place.down;
  row[k++] = place.up;
  for (const v of VIAS) row[k++] = place.via === v ? 1 : 0;
  const top = place.slots[0] ?? '';
  row[k++] = SUBJECT.has(top) ? 1 : 0;
  row[k++] = OBJECT.has(top) ? 1 : 0;
  row[k++] = top && !SUBJECT.has(top) && !OBJECT.has(top) ? 1 : 0;
  const look = face[0] ?? '';
  row[k++] = look === 'subj' ? 1 : 0;
  row[k++] = look === 'gen' || look === 'poss' ? 1 : 0;
  row[k++] = look === 'mod' ? 1 : 0;
  row[k++] = OBJECT.has(look) ? 1 : 0;
  row[k++] = look && look !== 'subj' && look !== 'gen' && look !== 'poss' && look !== 'mod' && !OBJECT.has(look) ? 1 : 0;
  if (here) {
    const s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number];
    const v = viewOf(scene, trigger.sentence);
    const a = Math.min(m.head, trigger.token) - s.first, b = Math.max(m.head, trigger.token) - s.first;
    const between = (x: Int16Array) => Math.max(0, (x[b] as number) - (x[a + 1] as number));
    const others = scene.bySentence[trigger.sentence] ?? [];
    row[k++] = m.head < trigger.token ? 1 : 0;
    row[k++] = Math.abs(m.head - trigger.token);
    row[k++] = between(v.mentions);
    row[k++] = between(v.verbs);
    row[k++] = between(v.commas);
    row[k++] = m.head < trigger.token && between(v.mentions) === 0 ? 1 : 0;
    row[k++] = m.head > trigger.token && between(v.mentions) === 0 ? 1 : 0;
    row[k++] = others[0] === m ? 1 : 0;
    row[k++] = trigger.token >= m.first && trigger.token < m.last ? 1 : 0;
  } else for (let x = 0; x < 9; x++) row[k++] = x === 1 ? 60 : x >= 2 && x <= 4 ? 9 : 0;
  const speech = speechesAt(scene, trigger.token, trigger.sentence);
  row[k++] = here && speech === speechesAt(scene, m.head, m.sentence) ? 1 : 0;
  const speaker = speech >= 0 ? scene.speeches[speech]?.speaker : undefined;
  row[k++] = speaker && (speaker === m || (speaker.person !== undefined && speaker.person === arg.person)) ? 1 : 0;
  row[k++] = arg.speaks ? 1 : 0;
  for (const kind of KINDS) row[k++] = m?.kind === kind ? 1 : 0;
  row[k++] = arg.person ? 1 : 0;
  row[k++] = m?.outsider ? 1 : 0;
  row[k++] = m?.confidence ?? 0;
  row[k++] = look === 'loc' || look === 'in' || look === 'в' || look === 'at' ? 1 : 0;
  row[k++] = arg.origin === 'here' ? 1 : 0;
  row[k++] = arg.origin === 'before' ? 1 : 0;
  row[k++] = arg.origin === 'topic' ? 1 : 0;
  row[k++] = arg.origin === 'domestic' ? 1 : 0;
  row[k++] = arg.age;
  row[k++] = arg.wasSubject ? 1 : 0;
  row[k++] = scene.frequency.get(arg.party) ?? 0;
  row[k++] = scene.titleParties.includes(arg.party) ? 1 : 0;
  const head = here ? (doc.tokens[m.head] as Token) : undefined;
  row[k++] = head && (depRel(head) === 'conj' || doc.children(head.i).some((c) => depRel(doc.tokens[c] as Token) === 'conj')) ? 1 : 0;
  row[k++] = head && depRel(head) === 'nsubj' ? 1 : 0;
  row[k++] = head && head.head >= 0 && depRel(doc.tokens[head.head] as Token) === 'root' ? 1 : 0;
  return k;
};
