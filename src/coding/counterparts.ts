/**
 * Whom somebody meets in one sentence he meets; that they meet each other besides is rarely meant. And a body whose summit or
 * session is the occasion is nobody's counterpart for it.
 */
import type { Doc, Token } from '../language/doc.ts';
import { kindOf } from '../parties/codes.ts';
import type { Mention } from '../parties/mention.ts';
import { saysTogether } from './fellows.ts';
import { isConsult } from './lexicon.ts';
import { listsOf } from './lists.ts';
import type { Judged } from './panel.ts';
import type { Argument, Scene } from './scene.ts';
import { surfaceSlots } from './slots.ts';
import { relation } from './tree.ts';
import { wordClass } from './word-classes.ts';

/** A pair of the subject's that is at least so sure tells who is whose counterpart. */
const SURE = 0.4;

const BETWEEN = /^(?:between|arasında|между)$/;

/** The mention that is the subject of a verb, where it stands for one party and names no other beside it. */
const subjectOf = (scene: Scene, token: number): Mention | undefined => {
  const { doc } = scene, { sentence } = doc.tokens[token] as Token, here = scene.bySentence[sentence] ?? [];
  const subject = here.find((m) => {
    const head = doc.tokens[m.head] as Token;
    return relation(head) === 'nsubj' && head.head === token && m.kind !== 'adjective';
  });
  if (!subject || subject.parties.length !== 1 || subject.parties[0] === 'UNKNOWN') return undefined;
  return listsOf(scene, sentence).some((list) => list.includes(subject)) ? undefined : subject;
};

/** "At the NATO summit", "NATO Zirvesi'nde", "на полях саммита ШОС": the body only says which occasion it is. */
const isOccasion = (doc: Doc, { mention }: Argument, trigger: number): boolean => {
  if (!mention || mention.kind === 'person' || kindOf(mention.parties[0] ?? '') === 'state') return false;
  const at = doc.lang === 'ru' ? mention.first - 1 : mention.last, beside = doc.tokens[at];
  return beside !== undefined && at !== trigger && beside.sentence === mention.sentence && wordClass(doc.lang, 'session').has(beside.lower);
};

const crosses = (doc: Doc, j: Judged, subject: Mention): boolean => {
  const { source: { mention: a, party: x }, target: { mention: b, party: y } } = j, [party] = subject.parties;
  if (x === party || y === party || !a || !b || a.sentence !== subject.sentence || b.sentence !== subject.sentence) return false;
  if ([a, b].some((m) => surfaceSlots(doc, m).some((s) => BETWEEN.test(s)))) return false;
  return a.first >= subject.last && b.first >= subject.last;
};

/** The meetings of a story without those that only run between the counterparts of one who meets them all, and those with an occasion's body. */
export const betweenWhom = (scene: Scene, judged: readonly Judged[]): Judged[] => {
  const { doc } = scene, dropped = new Set<Judged>(), consults = judged.filter(({ label }) => isConsult(label));
  for (const j of consults) if (isOccasion(doc, j.source, j.trigger.token) || isOccasion(doc, j.target, j.trigger.token)) dropped.add(j);
  for (const sure of consults) {
    const { token, mode, sentence } = sure.trigger;
    if (sure.confidence < SURE || mode === 'mediation' || (doc.tokens[token] as Token).upos !== 'VERB' || sure.trigger.entry.lemmas.includes('host')) continue;
    const subject = subjectOf(scene, token);
    if (!subject || (sure.source.mention !== subject && sure.target.mention !== subject) || saysTogether(scene, sentence)) continue;
    for (const j of consults) if (j.trigger.sentence === sentence && j.trigger.mode !== 'mediation' && crosses(doc, j, subject)) dropped.add(j);
  }
  return judged.filter((j) => !dropped.has(j));
};
