/** Pairs of arguments that may be the source and target of a trigger, with the features they are judged by. */
import type { Token } from '../language/doc.ts';
import { membershipDomain } from '../ontology/bodies.ts';
import { typeInfo } from '../ontology/plover.ts';
import { soilOf } from '../ontology/territories.ts';
import { kindOf } from '../parties/codes.ts';
import { ARGUMENT_FEATURES, argumentFeatures, viewArgument } from './argument-features.ts';
import type { ArgumentView } from './argument-features.ts';
import type { Argument, Scene } from './scene.ts';
import { argumentsOf, speechAt } from './scene.ts';
import type { Context } from './context.ts';
import { CONTEXT_FEATURES, contextFeatures } from './context.ts';
import type { Label } from './lexicon.ts';
import { zeros } from './scorer/rows.ts';
import { namedTogether } from './together.ts';
import { TRIGGER_FEATURES, triggerFeatures } from './trigger-features.ts';
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
  /** Log-odds that the argument of each such row fills the role. */
  source(rows: readonly Float32Array[]): Float64Array;
  target(rows: readonly Float32Array[]): Float64Array;
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
  /** Its place among the arguments; -1 for nobody's mention. */
  k: number;
  score: number;
}

/** Pairs whose summed log-odds fall below this, or so far behind the trigger's best pair, are not judged. */
const HOPELESS = -3;
const BEHIND = 4.5;

/** Arguments of each role that go on to be paired. */
const KEPT = 4;

export const isSymmetric = (label: Label): boolean =>
  label.is === 'event' ? typeInfo(label.type).symmetric || label.mutual : label.is === 'trend' || ['alliance', 'dispute', 'integration'].includes(label.kind);

const views = new WeakMap<readonly Argument[], ArgumentView[]>();

/** Views of a sentence's arguments, made once for all its triggers. */
const viewsOf = (scene: Scene, args: readonly Argument[]): ArgumentView[] => {
  let known = views.get(args);
  if (!known) views.set(args, (known = args.map((arg) => viewArgument(scene, arg))));
  return known;
};

/** One row of role features for each argument of a trigger. */
export const roleRows = (scene: Scene, trigger: Trigger, args: readonly Argument[]): Float32Array[] => {
  const head = zeros(TRIGGER_FEATURES.length), speech = speechAt(scene, trigger.token, trigger.sentence);
  triggerFeatures(scene, trigger, args, head, 0);
  return viewsOf(scene, args).map((view) => {
    const row = zeros(ROLE_FEATURES.length);
    row.set(head);
    argumentFeatures(scene, trigger, speech, view, row, head.length);
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
  const conj = (m: typeof a, n: typeof a) => tokens[m.head]?.head === n.head && tokens[m.head]?.deprel.startsWith('conj');
  row[at] = Math.min(40, Math.max(0, y.first - x.last));
  let joined = false;
  for (let k = x.last; k < y.first && y.first - x.last <= 3; k++) joined ||= JOINERS.has((tokens[k] as Token).lower);
  row[at + 1] = joined ? 1 : 0;
  row[at + 2] = conj(a, b) || conj(b, a) ? 1 : 0;
  row[at + 3] = trigger.token >= x.last && trigger.token < y.first ? 1 : 0;
  for (const m of scene.bySentence[trigger.sentence] ?? []) if (m.first >= x.last && m.last <= y.first) row[at + 4] = (row[at + 4] as number) + 1;
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

/** The label that a trigger gives these parties: what a membership binds in depends on the body, another tie on the words near it. */
const labelOf = ({ entry: { label }, domain }: Trigger, target: string): Label => {
  if (label.is !== 'tie') return label;
  const { is, kind } = label;
  return kind === 'membership' ? { is, domain: membershipDomain(target), kind } : domain ? { is, domain, kind } : label;
};

const ARMED: ReadonlySet<string> = new Set(['basing', 'deployment', 'occupation']);

/** The party that a tie binds the other to: of an armed presence, whose soil it stands on. */
const hostOf = (label: Label, target: Argument): Argument => {
  const party = label.is === 'tie' && ARMED.has(label.kind) ? soilOf(target.party) : target.party;
  return party === target.party ? target : { ...target, party };
};

/** How many of the likeliest sources are tried with their own people as the target. */
const DOMESTIC = 2;
/** Log-odds given to a target that no words name: the role scorers have not seen such. */
const UNNAMED = -1;

/** A source's own people as a target: the best other mention of its party, or nobody's mention. */
const ownPeople = (source: Scored, asTarget: readonly Scored[]): Scored => {
  let named: Scored | undefined;
  for (const s of asTarget) {
    const other = s.arg.party === source.arg.party && s.arg !== source.arg && s.arg.mention !== source.arg.mention && s.arg.origin === 'here';
    if (other && (!named || s.score > named.score)) named = s;
  }
  return named ?? { arg: { party: source.arg.party, origin: 'domestic', age: 0, wasSubject: false, speaks: false }, k: -1, score: UNNAMED };
};

interface Pair {
  s: Scored;
  /** Rank of the source and of the target among the trigger's. */
  i: number;
  t: Scored;
  j: number;
  score: number;
}

const isGroup = ({ arg }: Scored): boolean => (arg.mention?.parties.length ?? 0) > 1;

/** The best mention of a party in the trigger's sentence that names it alone. */
const alone = (scored: readonly Scored[], party: string): Scored | undefined => {
  let best: Scored | undefined;
  for (const s of scored) if (s.arg.party === party && s.arg.origin === 'here' && !isGroup(s) && (!best || s.score > best.score)) best = s;
  return best;
};

/** Where two parties stand together in one mention ("the two leaders"), the mentions that name each alone are tried too. */
const apart = ({ s, i, t, j }: Pair, asSource: readonly Scored[], asTarget: readonly Scored[]): Pair[] => {
  if (!isGroup(s) && !isGroup(t)) return [];
  const one = alone(asSource, s.arg.party), other = alone(asTarget, t.arg.party);
  return one && other && one.arg.mention !== other.arg.mention ? [{ s: one, i, t: other, j, score: one.score + other.score }] : [];
};

/** Pairs of a trigger's arguments that go on to be judged. */
const pairsOf = (label: Label, asSource: readonly Scored[], asTarget: readonly Scored[], sources: readonly Scored[], targets: readonly Scored[]): Pair[] => {
  const pairs: Pair[] = [], symmetric = isSymmetric(label);
  const joins = isMembership(label), present = ({ arg }: Scored) => arg.origin === 'here' || arg.speaks;
  sources.forEach((s, i) => {
    targets.forEach((t, j) => {
      if (joins && !hasMembers(t.arg.party)) return;
      if (s.arg.party !== t.arg.party && (present(s) || present(t))) {
        const pair = { s, i, t, j, score: s.score + t.score };
        pairs.push(pair, ...apart(pair, asSource, asTarget));
      }
    });
    // a domestic act runs from a party to its own people: to another mention of it, or to people whom no name stands for
    if (i >= DOMESTIC || label.is !== 'event' || symmetric) return;
    const own = ownPeople(s, asTarget);
    pairs.push({ s, i, t: own, j: targets.length, score: s.score + own.score });
  });
  const least = Math.max(HOPELESS, Math.max(...pairs.map((p) => p.score)) - BEHIND);
  return pairs.filter((p) => {
    if (p.score < least) return false;
    // where the order says nothing, the likelier one stands for both
    const turned = symmetric ? pairs.find((q) => isGroup(q.s) === isGroup(p.s) && q.s.arg.party === p.t.arg.party && q.t.arg.party === p.s.arg.party) : undefined;
    return !turned || turned.score < p.score || (turned.score === p.score && turned.i >= p.i);
  });
};

/** Copies `length` features of a row into another. */
const copy = (from: Float32Array, at: number, length: number, to: Float32Array, k: number): void => {
  for (let n = 0; n < length; n++) to[k + n] = from[at + n] as number;
};

/** All pairs worth judging for one trigger. */
export const candidatesOf = (scene: Scene, trigger: Trigger, context: Context, scorer: RoleScorer, given?: readonly Argument[]): Candidate[] => {
  const args = given ?? argumentsOf(scene, trigger.sentence), { label } = trigger.entry;
  if (args.length < 2) return [];
  const rows = roleRows(scene, trigger, args), sourceScores = scorer.source(rows), targetScores = scorer.target(rows);
  const asSource: Scored[] = args.map((arg, k) => ({ arg, k, score: sourceScores[k] as number }));
  const asTarget: Scored[] = args.map((arg, k) => ({ arg, k, score: targetScores[k] as number }));
  const sources = bestByParty(asSource), targets = bestByParty(asTarget), pairs = pairsOf(label, asSource, asTarget, sources, targets);
  if (pairs.length === 0) return [];
  const { share, seen } = scorer.prior(trigger), words = scorer.words(scene, trigger);
  const contextRow = contextFeatures(scene, trigger, context);
  const rival = (list: Scored[], me: Scored) => list.find((x) => x.arg.party !== me.arg.party)?.score ?? -8;
  const writeArgument = ({ arg, k }: Scored, row: Float32Array, at: number): void => {
    if (k >= 0) copy(rows[k] as Float32Array, TRIGGER_FEATURES.length, ARGUMENT_FEATURES.length, row, at);
    else argumentFeatures(scene, trigger, undefined, viewArgument(scene, arg), row, at);
  };
  return pairs.map(({ s, i, t, j }) => {
    const row = zeros(JUDGE_FEATURES.length), { before, earlier } = namedTogether(scene, trigger.sentence, s.arg.party, t.arg.party);
    copy(rows[s.k] as Float32Array, 0, TRIGGER_FEATURES.length, row, 0);
    let k = TRIGGER_FEATURES.length;
    row.set(contextRow, k);
    k += contextRow.length;
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
    row[k++] = (sourceScores[t.k] ?? 0) + (targetScores[s.k] ?? 0) - s.score - t.score;
    row[k++] = s.arg.mention !== undefined && s.arg.mention === t.arg.mention ? 1 : 0;
    k = pairFeatures(scene, trigger, s.arg, t.arg, row, k);
    row[k++] = before ? 1 : 0;
    row[k++] = earlier ? 1 : 0;
    writeArgument(s, row, k);
    writeArgument(t, row, k + ARGUMENT_FEATURES.length);
    return { trigger, label: labelOf(trigger, t.arg.party), source: s.arg, target: hostOf(label, t.arg), row };
  }).filter((c) => c.label.is !== 'tie' || c.source.party !== c.target.party);
};
