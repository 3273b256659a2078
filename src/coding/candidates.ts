/** Pairs of arguments that may be the source and target of a trigger, with the features they are judged by. */
import { membershipDomain } from '../ontology/bodies.ts';
import { typeInfo } from '../ontology/plover.ts';
import { kindOf } from '../parties/codes.ts';
import { ARGUMENT_FEATURES, TRIGGER_FEATURES, argumentFeatures, triggerFeatures } from './features.ts';
import type { Argument, Scene } from './scene.ts';
import { argumentsOf } from './scene.ts';
import type { Context } from './context.ts';
import { CONTEXT_FEATURES, contextFeatures } from './context.ts';
import type { Label } from './lexicon.ts';
import { zeros } from './scorer/rows.ts';
import type { Trigger } from './triggers.ts';

/** Features of the role scorers: does this argument fill the role? */
export const ROLE_FEATURES: string[] = [...TRIGGER_FEATURES, ...ARGUMENT_FEATURES];

const PAIR_FEATURES = ['source score', 'target score', 'source margin', 'target margin', 'same party', 'source before target', 'source rank', 'target rank', 'entry prior', 'entry seen', 'words', 'frame', 'both here', 'cross score', 'one mention', 'pair distance', 'pair joined', 'pair conjoined', 'trigger between', 'others between', 'together in the sentence before', 'together earlier'];

/** Features of the judge: is this trigger with these parties a fact of its label? */
export const JUDGE_FEATURES: string[] = [
  ...TRIGGER_FEATURES, ...CONTEXT_FEATURES, ...PAIR_FEATURES,
  ...ARGUMENT_FEATURES.map((f) => `source: ${f}`), ...ARGUMENT_FEATURES.map((f) => `target: ${f}`),
];

export interface RoleScorer {
  /** Log-odds that the argument of such a row fills the role. */
  source(row: Float32Array): number;
  target(row: Float32Array): number;
  /** Share of an entry's uses that turned out facts, and on how many it rests. */
  prior(trigger: Trigger): { share: number; seen: number };
  /** Log-odds, by the words around it, that a trigger states a fact of its label. */
  words(scene: Scene, trigger: Trigger): number;
  /** Log-odds, by the words between them, that these are its parties. */
  frame(scene: Scene, trigger: Trigger, source: Argument, target: Argument): number;
}

export interface Candidate {
  trigger: Trigger;
  label: Label;
  source: Argument;
  target: Argument;
  row: Float32Array;
}

interface Scored {
  arg: Argument;
  score: number;
  row: Float32Array;
}

/** Pairs whose summed log-odds fall below this, or so far behind the trigger's best pair, are not judged. */
const HOPELESS = -3;
const BEHIND = 4.5;

/** Arguments of each role that go on to be paired. */
const KEPT = 4;

export const isSymmetric = (label: Label): boolean =>
  label.is === 'event' ? typeInfo(label.type).symmetric || label.mutual : label.is === 'trend' || ['alliance', 'dispute', 'integration'].includes(label.kind);

/** One row of role features for each argument of a trigger. */
export const roleRows = (scene: Scene, trigger: Trigger, args: readonly Argument[]): Float32Array[] => {
  const head = new Float32Array(TRIGGER_FEATURES.length);
  triggerFeatures(scene, trigger, args, head, 0);
  return args.map((arg) => {
    const row = zeros(ROLE_FEATURES.length);
    row.set(head);
    argumentFeatures(scene, trigger, arg, row, head.length);
    return row;
  });
};

const JOINERS = new Set(['and', 'ile', 've', 'и', 'с', 'со', ',', 'with']);

/** How the two arguments stand to each other: far apart, joined by "and", the trigger between them. */
const pairFeatures = (scene: Scene, trigger: Trigger, s: Argument, t: Argument, row: Float32Array, at: number): number => {
  const { tokens } = scene.doc;
  const [a, b] = [s.mention, t.mention];
  if (!a || !b || s.origin !== 'here' || t.origin !== 'here' || a === b) return at + 5;
  const [x, y] = a.first < b.first ? [a, b] : [b, a];
  const gap = tokens.slice(x.last, y.first);
  const conj = (m: typeof a, n: typeof a) => tokens[m.head]?.head === n.head && tokens[m.head]?.deprel.startsWith('conj');
  row[at] = Math.min(40, Math.max(0, y.first - x.last));
  row[at + 1] = gap.length > 0 && gap.length <= 3 && gap.some((w) => JOINERS.has(w.lower)) ? 1 : 0;
  row[at + 2] = conj(a, b) || conj(b, a) ? 1 : 0;
  row[at + 3] = trigger.token >= x.last && trigger.token < y.first ? 1 : 0;
  row[at + 4] = (scene.bySentence[trigger.sentence] ?? []).filter((m) => m.first >= x.last && m.last <= y.first).length;
  return at + 5;
};

/** The best mention of each party, best party first. */
const bestByParty = (scored: Scored[]): Scored[] => {
  const best = new Map<string, Scored>();
  for (const s of scored) {
    const old = best.get(s.arg.party);
    if (!old || s.score > old.score) best.set(s.arg.party, s);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.arg.party < b.arg.party ? -1 : 1)).slice(0, KEPT);
};

const isMembership = (label: Label): boolean => label.is === 'tie' && label.kind === 'membership';

/** States and armed groups have no members. */
const hasMembers = (party: string): boolean => !['state', 'group'].includes(kindOf(party) ?? '');

/** The label that a trigger gives these parties: what a membership binds in depends on the body. */
const labelOf = ({ entry: { label } }: Trigger, target: string): Label =>
  label.is === 'tie' && label.kind === 'membership' ? { ...label, domain: membershipDomain(target) } : label;

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

interface Together {
  before: Set<string>;
  earlier: Set<string>;
}

/** By sentence: the same for all its triggers. */
const together = new WeakMap<Scene, Map<number, Together>>();

/** Pairs of parties that the sentence before names together, and that any sentence before does. */
const partiesTogether = (scene: Scene, sentence: number): Together => {
  let perScene = together.get(scene);
  if (!perScene) together.set(scene, (perScene = new Map()));
  const known = perScene.get(sentence);
  if (known) return known;
  const before = new Set<string>(), earlier = new Set<string>();
  for (let s = 0; s < sentence; s++) {
    const named = [...new Set((scene.bySentence[s] ?? []).flatMap((m) => m.parties))];
    for (const a of named) for (const b of named) {
      if (a >= b) continue;
      earlier.add(pairKey(a, b));
      if (s === sentence - 1) before.add(pairKey(a, b));
    }
  }
  const made = { before, earlier };
  perScene.set(sentence, made);
  return made;
};

/** How many of the likeliest sources are tried with their own people as the target. */
const DOMESTIC = 2;
/** Log-odds given to a target that no words name: the role scorers have not seen such. */
const UNNAMED = -1;

/** A source's own people as a target: the best other mention of its party, or nobody's mention. */
const ownPeople = (scene: Scene, trigger: Trigger, source: Scored, asTarget: readonly Scored[]): Scored => {
  const named = asTarget.filter((s) => s.arg.party === source.arg.party && s.arg !== source.arg && s.arg.mention !== source.arg.mention && s.arg.origin === 'here')
    .sort((a, b) => b.score - a.score)[0];
  if (named) return named;
  const arg: Argument = { party: source.arg.party, origin: 'domestic', age: 0, wasSubject: false, speaks: false };
  const [row] = roleRows(scene, trigger, [arg]);
  return { arg, row: row as Float32Array, score: UNNAMED };
};

/** All pairs worth judging for one trigger. */
export const candidatesOf = (scene: Scene, trigger: Trigger, context: Context, scorer: RoleScorer, given?: readonly Argument[]): Candidate[] => {
  const args = given ?? argumentsOf(scene, trigger.sentence);
  if (args.length < 2) return [];
  const rows = roleRows(scene, trigger, args);
  const asSource: Scored[] = args.map((arg, k) => ({ arg, row: rows[k] as Float32Array, score: scorer.source(rows[k] as Float32Array) }));
  const asTarget: Scored[] = args.map((arg, k) => ({ arg, row: rows[k] as Float32Array, score: scorer.target(rows[k] as Float32Array) }));
  const scoreAsTarget = new Map(asTarget.map((s) => [s.arg, s.score]));
  const scoreAsSource = new Map(asSource.map((s) => [s.arg, s.score]));
  const sources = bestByParty(asSource), targets = bestByParty(asTarget);
  // a domestic act runs from a party to its own people: to another mention of it, or to people whom no name stands for
  const domestic = new Map<Scored, Scored>();
  if (trigger.entry.label.is === 'event' && !isSymmetric(trigger.entry.label)) {
    for (const source of sources.slice(0, DOMESTIC)) domestic.set(source, ownPeople(scene, trigger, source, asTarget));
  }
  const { share, seen } = scorer.prior(trigger), words = scorer.words(scene, trigger);
  const contextRow = contextFeatures(scene, trigger, context);
  const out: Candidate[] = [];
  const named = partiesTogether(scene, trigger.sentence);
  const pair = (s: Scored, i: number, t: Scored, j: number): void => {
    const row = zeros(JUDGE_FEATURES.length);
    row.set((s.row).subarray(0, TRIGGER_FEATURES.length));
    let k = TRIGGER_FEATURES.length;
    row.set(contextRow, k);
    k += contextRow.length;
    const rival = (list: Scored[], me: Scored) => list.find((x) => x.arg.party !== me.arg.party)?.score ?? -8;
    row[k++] = s.score;
    row[k++] = t.score;
    row[k++] = s.score - rival(sources, s);
    row[k++] = t.score - rival(targets, t);
    row[k++] = s.arg.party === t.arg.party ? 1 : 0;
    row[k++] = (s.arg.mention?.head ?? 0) < (t.arg.mention?.head ?? 0) ? 1 : 0;
    row[k++] = i;
    row[k++] = j;
    row[k++] = share;
    row[k++] = Math.min(seen, 20);
    row[k++] = words;
    row[k++] = scorer.frame(scene, trigger, s.arg, t.arg);
    row[k++] = s.arg.origin === 'here' && t.arg.origin === 'here' ? 1 : 0;
    row[k++] = (scoreAsSource.get(t.arg) ?? 0) + (scoreAsTarget.get(s.arg) ?? 0) - s.score - t.score;
    row[k++] = s.arg.mention !== undefined && s.arg.mention === t.arg.mention ? 1 : 0;
    k = pairFeatures(scene, trigger, s.arg, t.arg, row, k);
    row[k++] = named.before.has(pairKey(s.arg.party, t.arg.party)) ? 1 : 0;
    row[k++] = named.earlier.has(pairKey(s.arg.party, t.arg.party)) ? 1 : 0;
    row.set(s.row.subarray(TRIGGER_FEATURES.length), k);
    row.set(t.row.subarray(TRIGGER_FEATURES.length), k + ARGUMENT_FEATURES.length);
    out.push({ trigger, label: labelOf(trigger, t.arg.party), source: s.arg, target: t.arg, row });
  };
  const pairs: { s: Scored; i: number; t: Scored; j: number; score: number }[] = [];
  const joins = isMembership(trigger.entry.label);
  sources.forEach((s, i) => {
    targets.forEach((t, j) => {
      if (joins && !hasMembers(t.arg.party)) return;
      if (s.arg.party !== t.arg.party && [s, t].some(({ arg }) => arg.origin === 'here' || arg.speaks)) pairs.push({ s, i, t, j, score: s.score + t.score });
    });
    const own = domestic.get(s);
    if (own) pairs.push({ s, i, t: own, j: targets.length, score: s.score + own.score });
  });
  const least = Math.max(HOPELESS, Math.max(...pairs.map((p) => p.score)) - BEHIND), symmetric = isSymmetric(trigger.entry.label);
  for (const p of pairs) {
    if (p.score < least) continue;
    // where the order says nothing, the likelier one stands for both
    const turned = symmetric ? pairs.find((q) => q.s.arg.party === p.t.arg.party && q.t.arg.party === p.s.arg.party) : undefined;
    if (turned && (turned.score > p.score || (turned.score === p.score && turned.i < p.i))) continue;
    pair(p.s, p.i, p.t, p.j);
  }
  return out;
};
