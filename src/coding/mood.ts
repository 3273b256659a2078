/**
 * The words and forms around a trigger that tell how far the text commits to it, for a linear scorer whose odds stand
 * beside what the patterns of `factuality.ts` see: auxiliaries, particles, the verbs above, the speech it stands in.
 */
import type { Token } from '../language/doc.ts';
import { FACTUALITIES } from '../story/facts.ts';
import { FACTUALITY_FEATURES, FORM_FEATURES, triggerForms } from './factuality.ts';
import { maskedWords } from './frames.ts';
import type { Scene } from './scene.ts';
import { RowBuilder, atom, mix } from './scorer/rows.ts';
import type { Softmax, SparseRow } from './scorer/softmax.ts';
import { verbFeature } from './tense.ts';
import { relationAtom } from './tree.ts';
import type { Trigger } from './triggers.ts';

export const MOOD_BITS = 17;

/** Features of the scorers of factuality: the patterns', and the log-odds of each class by the words. */
export const CERTAINTY_FEATURES: string[] = [...FACTUALITY_FEATURES, ...FACTUALITIES.map((f) => `words: ${f}`), 'carried', ...FORM_FEATURES.map((f) => `carrier ${f}`)];

const MORPHOLOGY = ['Tense', 'Mood', 'Polarity', 'VerbForm', 'Aspect', 'Voice', 'Evident'].map((name) => ({ name, atoms: new Map<string, number>() }));
const FUNCTION = new Set(['AUX', 'PART', 'SCONJ', 'ADV', 'DET', 'CCONJ']);
const ABOVE = 4;
/** Turkish says in the last letters of a verb what others say in words. */
const ENDING = 4;
const [BIAS, SELF, UP, CHILD, NEAR, SPEECH, DATE, FIRST] = ['bias', 'self', 'up', 'child', 'near', 'speech', 'date', 'first'].map(atom) as [number, number, number, number, number, number, number, number];
const builder = new RowBuilder(MOOD_BITS);

/** Hashed features of one trigger; they last until the next call. */
export const moodRow = (scene: Scene, trigger: Trigger): SparseRow => {
  const { doc } = scene, s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number], words = maskedWords(scene, trigger.sentence);
  const word = (k: number): number => words[k - s.first] ?? 0;
  const lang = atom(doc.lang), verbal = mix(lang, atom(trigger.entry.pos));
  const add = (f: number, v: number): void => {
    builder.add(mix(lang, f), v);
    builder.add(mix(verbal, f), v * 0.6);
  };
  const forms = (t: Token, at: number, v: number): void => {
    for (const { name, atoms } of MORPHOLOGY) {
      const value = verbFeature(t, doc.lang, name);
      if (!value) continue;
      let hash = atoms.get(value);
      if (hash === undefined) atoms.set(value, (hash = atom(`${name}=${value}`)));
      add(mix(at, hash), v);
    }
    if (doc.lang === 'tr') add(mix(at, atom(t.lower.slice(-ENDING))), v);
    for (const c of doc.children(t.i)) {
      const k = doc.tokens[c] as Token;
      if (FUNCTION.has(k.upos)) add(mix(mix(at, CHILD), mix(relationAtom(k), atom(k.lower))), v);
      else if (k.upos === 'ADP' || k.upos === 'VERB' || k.upos === 'PRON') add(mix(mix(at, CHILD), word(c)), v * 0.6);
    }
  };
  builder.clear();
  builder.add(BIAS, 1);
  builder.add(verbal, 1);
  const t = doc.tokens[trigger.token] as Token;
  add(mix(SELF, atom(t.lemma)), 0.5);
  add(mix(SELF, relationAtom(t)), 0.5);
  const { label } = trigger.entry;
  if (label.is === 'event') add(mix(SELF, atom(label.type)), 0.7);
  forms(t, SELF, 1);
  for (let h = t.head, n = 1; h >= 0 && n <= ABOVE; h = (doc.tokens[h] as Token).head, n++) {
    const at = mix(UP, Math.min(n, 3));
    add(mix(at, word(h)), 0.8 / n);
    add(mix(UP, word(h)), 0.5);
    forms(doc.tokens[h] as Token, at, 0.7 / n);
  }
  for (let k = Math.max(s.first, t.i - 6); k < Math.min(s.last, t.i + 7); k++) if (k !== t.i) add(mix(mix(NEAR, k < t.i ? 0 : 1), word(k)), 0.4);
  for (let k = s.first; k < Math.min(s.last, s.first + 3); k++) add(mix(FIRST, word(k)), 0.3);
  for (const speech of scene.covering[trigger.token] ?? []) {
    add(mix(SPEECH, atom(speech.stance)), 0.7);
    add(mix(SPEECH, atom(speech.cueLemma)), 0.7);
    add(mix(SPEECH, atom(speech.kind)), 0.4);
  }
  const date = scene.dateOf(trigger.token), published = scene.story.date;
  add(mix(DATE, date?.from === undefined ? (date?.to === undefined ? 0 : 1) : date.from > published ? 2 : (date.to ?? date.from) < published ? 3 : 4), 0.8);
  return builder;
};

/** The verb that makes an act of a noun ("will hold talks", "yapacağı görüşmede", "проведут переговоры"): its form tells how sure it is. */
const carrierOf = (scene: Scene, { token, sentence, entry: { pos, label } }: Trigger): Trigger | undefined =>
  pos === 'v' || label.is !== 'event' ? undefined
    : scene.triggers.find(({ sentence: s, entry, satellites }) => s === sentence && entry.pos === 'v' && satellites.includes(token) && entry.label.is === 'event' && entry.label.type === label.type);

/** The full row of a trigger: what the patterns saw, what the words say, and what the verb that carries it shows. */
export const certaintyRow = (patterns: Float32Array, scene: Scene, trigger: Trigger, words: Softmax): Float32Array => {
  const row = new Float32Array(CERTAINTY_FEATURES.length);
  row.set(patterns);
  words.probabilities(moodRow(scene, trigger)).forEach((p, k) => (row[patterns.length + k] = Math.log((p + 1e-4) / (1 - p + 1e-4))));
  const carrier = carrierOf(scene, trigger);
  if (carrier) row.set([1, ...triggerForms(scene, carrier)], patterns.length + FACTUALITIES.length);
  return row;
};
