/**
 * Words that make an act one wished for, announced or expected: nouns of desire and readiness that govern it ("willingness to
 * meet", "готовность провести встречу"), participles that stand with its noun ("the planned visit", "beklenen görüşme").
 */
import type { Doc, Token } from '../language/doc.ts';
import type { Factuality } from '../story/facts.ts';
import { isConsult } from './lexicon.ts';
import type { Judged } from './panel.ts';
import type { Scene } from './scene.ts';
import { relation } from './tree.ts';
import type { Trigger } from './triggers.ts';
import { wordClass } from './word-classes.ts';
import type { Words } from './word-classes.ts';

/** Farthest that a governing noun may stand from its act, in tokens, and above it, in arcs. */
const BESIDE = 4, ABOVE = 3;
/** In Turkish the noun follows its act: "görüşme isteğini", "ziyaret etmeye hazır olduğunu". */
const AFTER = 2;

const STOP = /^[,;:.()“”«»"—–]$/;
/** Arcs over which a noun does not govern what stands below it. */
const APART = /^(?:conj|parataxis|advcl|nsubj|appos)/;

/** A Turkish dative, on which "hazır" and "açık" lean: "müzakereye hazır", "diyaloğa açık". */
const DATIVE = /[ae]$/;
/** What joins an English noun to the act that it governs: "desire to mediate", "interest in holding talks". */
const JOINT = /^(?:to|of|for|in|on)$/;

/** Whether a word can be what somebody wishes or means to do: a noun, an infinitive, a gerund. */
const canBeMeant = ({ tokens, lang }: Doc, { token, entry }: Trigger): boolean => {
  if (lang === 'tr' || entry.pos !== 'v' || (tokens[token] as Token).upos !== 'VERB') return true;
  const form = (tokens[token] as Token).feat('VerbForm');
  return form === 'Inf' || form === 'Ger' || (lang === 'en' && (tokens[token - 1]?.lower === 'to' || /ing$/.test((tokens[token] as Token).lower)));
};

/**
 * The word of a class that governs a trigger; -1 where none does.
 * @param leaning words that do so after a dative alone
 */
const governorOf = ({ doc }: Scene, trigger: Trigger, words: Words, leaning?: Words): number => {
  if (!canBeMeant(doc, trigger)) return -1;
  const { token, satellites, sentence } = trigger, { tokens, lang } = doc, { first, last } = doc.sentences[sentence] as Scene['doc']['sentences'][number];
  const own = (k: number) => k === token || satellites.includes(k);
  if (lang === 'tr') {
    let k = token + 1, gap = 0;
    for (; k < last && gap <= AFTER; k++) {
      const t = tokens[k] as Token;
      if (STOP.test(t.form)) return -1;
      if (words.has(t.lower) || (leaning?.has(t.lower) && DATIVE.test((tokens[k - 1] as Token).lower))) return k;
      if (!own(k)) gap++;
    }
    return -1;
  }
  const governs = (k: number) => words.has((tokens[k] as Token).lower) && (lang !== 'en' || JOINT.test(tokens[k + 1]?.lower ?? ''));
  for (let at = token, n = 0; n < ABOVE; n++) {
    const t = tokens[at] as Token;
    if (t.head < 0 || APART.test(t.deprel)) break;
    at = t.head;
    if (at < token && governs(at)) return at;
  }
  for (let k = token - 1; k >= Math.max(first, token - BESIDE); k--) {
    const t = tokens[k] as Token;
    if (STOP.test(t.form) || t.upos === 'CCONJ') return -1;
    if (governs(k)) return k;
    if (t.upos === 'VERB' && !own(k) && t.feat('VerbForm') === 'Fin') return -1;
  }
  return -1;
};

const isEvent = ({ label }: Judged): boolean => label.is === 'event';

/**
 * The acts of a story without those that somebody only wishes for or is ready for, which is a claim of his, and without the
 * wish itself taken for a demand. Who is "ready to" do something else may have offered it, so that of adjectives only talks are
 * left out. An entry that has the wish among its words says for itself what act it is.
 */
export const withoutWished = (scene: Scene, all: readonly Judged[]): Judged[] => {
  const { lang } = scene.doc, wish = wordClass(lang, 'wish'), ready = wordClass(lang, 'ready'), leaning = wordClass(lang, 'leaning'), at = new Map<Trigger, number>(), wishes = new Set<number>();
  for (const j of all) {
    if (!isEvent(j) || at.has(j.trigger)) continue;
    const { token, satellites } = j.trigger, noun = governorOf(scene, j.trigger, wish, leaning), governor = noun < 0 && isConsult(j.label) ? governorOf(scene, j.trigger, ready) : noun, mine = governor >= 0 && governor !== token && !satellites.includes(governor);
    at.set(j.trigger, mine ? governor : -1);
    if (mine) wishes.add(governor);
  }
  return wishes.size === 0 ? [...all] : all.filter((j) => !isEvent(j) || ((at.get(j.trigger) ?? -1) < 0 && !wishes.has(j.trigger.token)));
};

/** Whether the noun's own verb says that it came about: "the planned talks took place". */
const cameAbout = ({ doc, triggers }: Scene, { token, sentence, entry: { label } }: Trigger): boolean => {
  const { tokens, lang } = doc, held = wordClass(lang, 'held'), { last } = doc.sentences[sentence] as Scene['doc']['sentences'][number];
  const head = tokens[(tokens[token] as Token).head];
  if (head && held.has(head.lower)) return true;
  if (lang === 'tr') for (let k = token + 1; k < last && k <= token + 6; k++) if (held.has((tokens[k] as Token).lower)) return true;
  return triggers.some((t) => t.sentence === sentence && t.entry.pos === 'v' && t.satellites.includes(token) && t.entry.label.is === 'event' && label.is === 'event'
    && t.entry.label.type === label.type && (tokens[t.token] as Token).feat('Tense') === 'Past');
};

/** Words between a participle and its noun. */
const BETWEEN = 2;

/** Whether a word of a class is said of a noun: right before it, or its attribute in the tree. */
const isSaidOf = ({ doc }: Scene, { token, sentence }: Trigger, words: Words): boolean => {
  const { tokens } = doc, { first } = doc.sentences[sentence] as Scene['doc']['sentences'][number];
  for (let k = token - 1; k >= Math.max(first, token - 1 - BETWEEN); k--) {
    const t = tokens[k] as Token;
    if (STOP.test(t.form) || t.upos === 'ADP' || t.upos === 'CCONJ' || (t.upos === 'DET' && k < token - 1)) break;
    if (words.has(t.lower) && t.upos !== 'ADV') return true;
  }
  return doc.children(token).some((c) => {
    const t = tokens[c] as Token;
    return words.has(t.lower) && t.upos !== 'ADV' && /^(?:amod|acl)$/.test(relation(t));
  });
};

/** How far off a text sets an act that its verb would make a fact; undefined where nothing says so. */
export const prospectOf = (scene: Scene, trigger: Trigger): Factuality | undefined => {
  const { lang } = scene.doc, { pos, label } = trigger.entry;
  if (governorOf(scene, trigger, wordClass(lang, 'intent')) >= 0) return 'planned';
  if (pos !== 'n') return undefined;
  const said = (name: 'planned' | 'announced' | 'expected') => isSaidOf(scene, trigger, wordClass(lang, name));
  const prospect = said('planned') || (isConsult(label) && said('announced')) ? 'planned' : said('expected') ? 'possible' : undefined;
  return prospect && !cameAbout(scene, trigger) ? prospect : undefined;
};
