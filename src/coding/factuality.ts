/**
 * How far the text commits to an act (FactBank's axis, Saurí and Pustejovsky 2009): what the clause shows of negation,
 * mood, tense, conditions, denial and plans, as features that a scorer weighs.
 */
import type { Token } from '../language/doc.ts';
import type { Factuality } from '../story/facts.ts';
import { verbFeatures } from '../language/tr/morphology.ts';
import type { Cue, CueCategory } from './cues.ts';
import type { Scene } from './scene.ts';
import { zeros } from './scorer/rows.ts';
import { verbFeature } from './tense.ts';
import { relation } from './tree.ts';
import type { Trigger } from './triggers.ts';
import { viewOf } from './view.ts';

const SCOPED: readonly CueCategory[] = ['negation', 'possible', 'planned', 'conditional', 'denial', 'prevented'];
const FAR = 20;

export const FACTUALITY_FEATURES: string[] = [
  ...SCOPED.flatMap((c) => [`${c}: arcs above`, `${c}: arcs below`, `${c}: tokens before`, `${c}: tokens after`, `${c}: in clause`]),
  'negated form', 'future form', 'ability form', 'conditional form', 'evidential form', 'necessity form', 'subjunctive', 'infinitive', 'past', 'present', 'finite', 'nominalised',
  'modal child', 'speech denies', 'speech asserts', 'speech promises', 'speech depth', 'date after publication', 'date ends after publication', 'date before publication', 'in condition',
  'head future', 'head negated', 'head conditional', 'head past',
];

interface Forms {
  negated: boolean;
  future: boolean;
  ability: boolean;
  conditional: boolean;
  evidential: boolean;
  necessity: boolean;
  nominalised: boolean;
}

const NONE: Forms = { negated: false, future: false, ability: false, conditional: false, evidential: false, necessity: false, nominalised: false };

/** What the verb form itself (with its auxiliaries) says. */
const formsOf = (scene: Scene, token: number, stem?: string): Forms => {
  const { doc } = scene, t = doc.tokens[token] as Token;
  if (doc.lang === 'tr') {
    if (t.upos !== 'VERB' && t.upos !== 'AUX' && !stem) return { ...NONE, negated: (doc.tokens[token + 1] as Token | undefined)?.lower === 'değil' };
    const v = verbFeatures(t.lower, stem ?? t.lemma);
    return {
      negated: v.negative || t.feat('Polarity') === 'Neg' || (doc.tokens[token + 1] as Token | undefined)?.lower === 'değil',
      future: v.future || t.feat('Tense') === 'Fut', ability: v.ability || t.feat('Mood') === 'Pot', conditional: v.conditional || t.feat('Mood') === 'Cnd',
      evidential: v.evidential, necessity: v.necess || t.feat('Mood') === 'Nec', nominalised: v.nominalised,
    };
  }
  const f: Forms = { ...NONE, future: verbFeature(t, doc.lang, 'Tense') === 'Fut', conditional: t.feat('Mood') === 'Cnd', negated: t.feat('Polarity') === 'Neg' };
  for (const c of doc.children(token)) {
    const k = doc.tokens[c] as Token, w = k.lower;
    if (doc.lang === 'en') {
      if (w === 'not' || w === "n't" || w === 'n’t' || w === 'never' || (w === 'no' && relation(k) === 'det')) f.negated = true;
      if (relation(k) === 'aux') {
        if (w === 'will' || w === "'ll" || w === '’ll' || w === 'shall' || w === 'wo') f.future = true;
        if (w === 'may' || w === 'might' || w === 'could' || w === 'can') f.ability = true;
        if (w === 'would') f.conditional = true;
        if (w === 'should' || w === 'must') f.necessity = true;
      }
    } else {
      if (w === 'не' || w === 'ни') f.negated = true;
      if (w === 'бы' || w === 'б') f.conditional = true;
      if (relation(k) === 'aux' && k.lemma === 'быть' && k.feat('Tense') === 'Fut') f.future = true;
    }
  }
  return f;
};

/** Whether the token stands inside an if-clause. */
const inCondition = (scene: Scene, cues: readonly Cue[], token: number): boolean => {
  const { doc } = scene;
  return cues.some((c) => {
    if (c.category !== 'conditional') return false;
    const at = c.last - 1;
    if (doc.lang === 'tr') {
      // the condition ends with its cue: everything before it, back to the last comma
      if (token > at || at - token > 25) return false;
      for (let k = token; k < at; k++) if ((doc.tokens[k] as Token).form === ',' || (doc.tokens[k] as Token).form === ';') return false;
      return true;
    }
    if (token < c.first) return false;
    let h = token, steps = 0;
    const clause = (doc.tokens[at] as Token).head;
    while (h >= 0 && steps++ < 8) {
      if (h === clause || h === at) break;
      h = (doc.tokens[h] as Token).head;
    }
    if (h !== clause && h !== at) return false;
    for (let k = at; k < token; k++) if ((doc.tokens[k] as Token).form === ',') return false;
    return true;
  });
};

/** The stem of a Turkish verb by its entry. */
const stemOf = ({ doc }: Scene, { token, entry: { pos, lemmas } }: Trigger): string | undefined =>
  doc.lang === 'tr' && pos === 'v' ? lemmas.find((l) => (doc.tokens[token] as Token).lower.startsWith(l.slice(0, -1))) : undefined;

export const FORM_FEATURES = ['future form', 'negated form', 'ability form', 'conditional form', 'past', 'nominalised'] as const;

/** What the form of a trigger's word shows, in the order of `FORM_FEATURES`. */
export const triggerForms = (scene: Scene, trigger: Trigger): number[] => {
  const { doc } = scene, f = formsOf(scene, trigger.token, stemOf(scene, trigger)), past = verbFeature(doc.tokens[trigger.token] as Token, doc.lang, 'Tense') === 'Past';
  return [f.future, f.negated, f.ability, f.conditional, past, f.nominalised].map(Number);
};

/** The features of one trigger. */
export const factualityFeatures = (scene: Scene, trigger: Trigger): Float32Array => {
  const { doc } = scene, row = zeros(FACTUALITY_FEATURES.length);
  const t = doc.tokens[trigger.token] as Token;
  const cues = scene.cues[trigger.sentence] ?? [];
  const { first, breaks } = viewOf(scene, trigger.sentence);
  const above: number[] = [];
  for (let h = t.head; h >= 0 && above.length < 7; h = (doc.tokens[h] as Token).head) above.push(h);
  const anchors = [trigger.token, ...trigger.satellites];
  let k = 0;
  for (const category of SCOPED) {
    let up = FAR, down = FAR, before = FAR, after = FAR, clause = 0;
    for (const c of cues) {
      if (c.category !== category) continue;
      if (c.first <= trigger.token && trigger.token < c.last) continue;
      for (let x = c.first; x < c.last; x++) {
        const n = above.indexOf(x) + 1;
        if (n > 0 && n < up) up = n;
        let h = x, m = 0;
        while (h >= 0 && m < 5 && !anchors.includes(h)) {
          h = (doc.tokens[h] as Token).head;
          m++;
        }
        if (h >= 0 && m < 5 && m < down) down = m;
      }
      const at = c.last - 1, lo = Math.min(at, trigger.token), hi = Math.max(at, trigger.token);
      if (at < trigger.token) before = Math.min(before, trigger.token - at);
      else after = Math.min(after, c.first - trigger.token);
      if (breaks[lo - first] === breaks[hi - first]) clause = 1;
    }
    row[k++] = up;
    row[k++] = down;
    row[k++] = before;
    row[k++] = after;
    row[k++] = clause;
  }
  const f = formsOf(scene, trigger.token, stemOf(scene, trigger));
  const tense = verbFeature(t, doc.lang, 'Tense');
  row[k++] = f.negated ? 1 : 0;
  row[k++] = f.future ? 1 : 0;
  row[k++] = f.ability ? 1 : 0;
  row[k++] = f.conditional ? 1 : 0;
  row[k++] = f.evidential ? 1 : 0;
  row[k++] = f.necessity ? 1 : 0;
  row[k++] = t.feat('Mood') === 'Sub' || t.feat('Mood') === 'Opt' ? 1 : 0;
  row[k++] = t.feat('VerbForm') === 'Inf' ? 1 : 0;
  row[k++] = tense === 'Past' ? 1 : 0;
  row[k++] = tense === 'Pres' ? 1 : 0;
  row[k++] = t.feat('VerbForm') === 'Fin' || t.feat('Mood') === 'Ind' ? 1 : 0;
  row[k++] = f.nominalised ? 1 : 0;
  row[k++] = doc.children(trigger.token).some((c) => relation(doc.tokens[c] as Token) === 'aux') ? 1 : 0;
  const speeches = scene.covering[trigger.token] ?? [];
  row[k++] = speeches.some((s) => s.stance === 'deny') ? 1 : 0;
  row[k++] = speeches.some((s) => s.stance === 'assert' || s.stance === 'confirm') ? 1 : 0;
  row[k++] = speeches.some((s) => s.stance === 'promise' || s.stance === 'hope' || s.stance === 'warn' || s.stance === 'ask') ? 1 : 0;
  row[k++] = speeches.length;
  const date = scene.dateOf(trigger.token), published = scene.story.date;
  row[k++] = date?.from !== undefined && date.from > published ? 1 : 0;
  row[k++] = date?.to !== undefined && date.to > published ? 1 : 0;
  row[k++] = date?.to !== undefined && date.to <= published ? 1 : 0;
  row[k++] = inCondition(scene, cues, trigger.token) ? 1 : 0;
  // the nearest verb above: a noun or infinitive takes its certainty from it
  let h = t.head, steps = 0;
  while (h >= 0 && steps++ < 4 && (doc.tokens[h] as Token).upos !== 'VERB') h = (doc.tokens[h] as Token).head;
  const g = h >= 0 ? formsOf(scene, h) : NONE;
  row[k++] = g.future ? 1 : 0;
  row[k++] = g.negated ? 1 : 0;
  row[k++] = g.conditional || g.ability ? 1 : 0;
  row[k++] = h >= 0 && (doc.tokens[h] as Token).feat('Tense') === 'Past' ? 1 : 0;
  return row;
};

export const UNSURE: readonly Factuality[] = ['planned', 'possible', 'conditional', 'denied'];

/**
 * The words of the condition that an act hangs on, as written.
 * @param conditional whether the act itself is conditional, and not an offer or a threat with an "if"
 */
export const conditionText = (scene: Scene, trigger: Trigger, conditional: boolean): string | undefined => {
  const { doc } = scene, s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number];
  const cue = (scene.cues[trigger.sentence] ?? []).find((c) => c.category === 'conditional' && (conditional || !c.weak));
  if (!cue) return undefined;
  const stop = (k: number) => /^[,;—–]$/.test((doc.tokens[k] as Token).form);
  let first = cue.first, last = cue.last;
  if (doc.lang === 'tr') while (first > s.first && !stop(first - 1) && last - first < 30) first--;
  else while (last < s.last && !stop(last) && last - first < 30 && (doc.tokens[last] as Token).form !== '.') last++;
  if (trigger.token >= first && trigger.token < last) return undefined;
  return doc.text.slice((doc.tokens[first] as Token).start, (doc.tokens[last - 1] as Token).end);
};
