/**
 * Parties named side by side share what is done: who meets one of them meets the others too, and they do not thereby meet
 * each other. The scorers weigh each pair by itself and see neither.
 */
import type { Mention } from '../parties/mention.ts';
import { isSymmetric } from './candidates.ts';
import { isConsult } from './lexicon.ts';
import { listsOf } from './lists.ts';
import { judged } from './panel.ts';
import type { Judged } from './panel.ts';
import { argumentsOf } from './scene.ts';
import type { Argument, Scene } from './scene.ts';
import { headsOf, placeOf, surfaceSlots } from './slots.ts';
import type { Trigger } from './triggers.ts';
import { wordClass } from './word-classes.ts';

/** A fellow's pair is at least this sure, as a share of the pair that it follows from. */
const FOLLOWS = 0.8;

/** A pair less sure than this has no followers. */
const SURE = 0.4;
/** In a company of three that meet among themselves, a little less will do: the scorers spread their odds over its pairs. */
const COMPANY = 0.35;

/** "On the sidelines of the NATO summit": so near, in tokens, a summit is where some of it meet, not their company. */
const BESIDE = 3;

/** Whether a sentence makes one company of those it names. */
export const saysTogether = (scene: Scene, sentence: number): boolean => {
  const { doc } = scene, { first, last } = doc.sentences[sentence] as Scene['doc']['sentences'][number], together = wordClass(doc.lang, 'together'), aside = wordClass(doc.lang, 'aside');
  const beside = (i: number): boolean => doc.tokens.slice(Math.max(first, i - BESIDE), Math.min(last, i + BESIDE + 1)).some((t) => aside.has(t.lower));
  return doc.tokens.slice(first, last).some((t) => together.has(t.lower) && !beside(t.i));
};

const SHARED = new Set(['subj', 'between', 'arasında', 'между', 'gen', 'poss']);

/** Whether a list stands as somebody's counterpart ("met B and C"), not as those who act. */
const isCounterpart = (scene: Scene, trigger: Trigger, list: readonly Mention[]): boolean => {
  const { doc } = scene, m = (doc.lang === 'tr' ? list.at(-1) : list[0]) as Mention;
  const face = surfaceSlots(doc, m);
  if (face.some((s) => SHARED.has(s))) return false;
  if (doc.lang === 'tr') return face.length > 0;
  const { slots } = placeOf(doc, headsOf(doc, m.head), m.first, m.last, trigger.token);
  return !slots.some((s) => SHARED.has(s.split('>')[0] as string)) && (face.length > 0 || slots.length > 0) && m.first > trigger.token;
};

interface Member {
  mention: Mention;
  party: string;
}

const membersOf = (list: readonly Mention[]): Member[] => list.flatMap((mention) => mention.parties.filter((p) => p !== 'UNKNOWN').map((party) => ({ mention, party })));

const isIn = (members: readonly Member[], { mention, party }: Argument): boolean => members.some((x) => x.party === party && x.mention === mention);

const among = (parties: ReadonlySet<string>, { source, target }: Judged): boolean => source.party !== target.party && parties.has(source.party) && parties.has(target.party);

/** The surest pair of a trigger that runs between one of a list and somebody outside. */
const outsidePair = (mine: readonly Judged[], members: readonly Member[], parties: ReadonlySet<string>): Judged | undefined => {
  let best: Judged | undefined;
  for (const j of mine) {
    const crosses = isIn(members, j.source) ? !parties.has(j.target.party) : isIn(members, j.target) && !parties.has(j.source.party);
    if (crosses && j.confidence >= SURE && j.confidence > (best?.confidence ?? 0)) best = j;
  }
  return best;
};

/** Raises the pair of these two, or adds it as a copy of `from` with other parties. */
const follow = (mine: Judged[], from: Judged, source: Argument | undefined, target: Argument | undefined): void => {
  if (!source || !target || source.party === target.party) return;
  const confidence = FOLLOWS * from.confidence, either = isSymmetric(from.label);
  const at = mine.findIndex(({ source: { party: a }, target: { party: b } }) =>
    (a === source.party && b === target.party) || (either && a === target.party && b === source.party));
  const known = mine[at];
  if (!known) mine.push(judged({ trigger: from.trigger, label: from.label, source, target, row: from.row }, from.context, confidence));
  else if (known.confidence < confidence) mine[at] = judged(known, known.context, confidence);
};

/** Pairs of one trigger with those that follow from a list of its sentence. */
const followList = (scene: Scene, mine: Judged[], list: readonly Mention[]): void => {
  const members = membersOf(list), parties = new Set(members.map((x) => x.party)), { label, trigger } = mine[0] as Judged;
  const args = argumentsOf(scene, trigger.sentence), argument = ({ mention, party }: Member) => args.find((a) => a.mention === mention && a.party === party);
  const outside = outsidePair(mine, members, parties);
  if (outside) {
    const inside = isIn(members, outside.source);
    for (const x of members) follow(mine, outside, inside ? argument(x) : outside.source, inside ? outside.target : argument(x));
    return;
  }
  if (!isConsult(label) || parties.size < 3) return;
  const best = mine.filter((j) => among(parties, j)).sort((a, b) => b.confidence - a.confidence)[0];
  if (best && best.confidence >= COMPANY) members.forEach((x, k) => members.slice(k + 1).forEach((y) => follow(mine, best, argument(x), argument(y))));
};

/** Whether what a list has in common with somebody outside it leaves its own parties without dealings among themselves. */
const sharesOnly = (scene: Scene, mine: readonly Judged[], list: readonly Mention[]): boolean => {
  const { label, trigger } = mine[0] as Judged, members = membersOf(list);
  if (!isSymmetric(label)) return true;
  return isConsult(label) && isCounterpart(scene, trigger, list)
    && outsidePair(mine, members, new Set(members.map((x) => x.party))) !== undefined;
};

/** Judged candidates with those of parties named side by side brought into line. */
export const settleFellows = (scene: Scene, heard: readonly Judged[]): Judged[] => {
  const byTrigger = new Map<Trigger, Judged[]>(), bySentence = new Map<number, Judged[][]>();
  for (const j of heard) {
    let mine = byTrigger.get(j.trigger);
    if (!mine) {
      byTrigger.set(j.trigger, (mine = []));
      const here = bySentence.get(j.trigger.sentence);
      if (here) here.push(mine);
      else bySentence.set(j.trigger.sentence, [mine]);
    }
    mine.push(j);
  }
  return [...bySentence].flatMap(([sentence, groups]) => {
    const acts = groups.filter((g) => g[0]?.label.is === 'event'), dropped = new Set<Judged>(), together = saysTogether(scene, sentence);
    for (const list of listsOf(scene, sentence)) {
      const parties = new Set(list.flatMap((m) => m.parties));
      for (const mine of acts) {
        followList(scene, mine, list);
        if (together || !sharesOnly(scene, mine, list)) continue;
        // what one word tells of a meeting holds for the other words that name it, and for other mentions of the parties
        if (isConsult((mine[0] as Judged).label)) for (const j of acts.flat()) if (isConsult(j.label) && among(parties, j)) dropped.add(j);
        const members = membersOf(list);
        for (const j of mine) if (among(parties, j) && isIn(members, j.source) && isIn(members, j.target)) dropped.add(j);
      }
    }
    return groups.flat().filter((j) => !dropped.has(j));
  });
};
