/**
 * Fits the weights that say how likely two acts are one, on the gold training stories: on the acts as coded by hand, and
 * as the coder finds them. Deterministic; needs DRAGOMAN_DATA.
 *
 *   npm run fit:happenings
 *   npm run fit:happenings -- --check    how it does on training stories left out, a quarter of the clusters at a time; nothing is written
 */
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeStory } from '../../coding/engine.ts';
import { dataFolder, readGold } from '../../coding/fit/gold.ts';
import type { GoldEvent, GoldStory } from '../../coding/fit/gold.ts';
import { isSymmetricType } from '../../ontology/plover.ts';
import { actsOf } from '../act.ts';
import type { Act, ToldEvent } from '../act.ts';
import { happeningsOfActs } from '../happening.ts';
import { linksBetween, rowsBetween } from '../link.ts';
import { FEATURES } from '../pair.ts';
import { compress, makeScorer } from '../scorer.ts';
import type { Fitted } from '../scorer.ts';

const STEPS = 1500, RATE = 1, L2 = 10;

/** A story's acts, and what happening each is of, where that is known. */
interface Item {
  acts: Act[];
  happening: Map<Act, string>;
  /** The happening of each event, by key, as far as it is known. */
  named: ReadonlyMap<string, string>;
}

/** The stories' acts. */
interface Training {
  byHand: readonly Item[];
  byCoder: readonly Item[];
}

const cluster = (id: string): string => id.split('-')[0] as string;

function itemOf(story: GoldStory, events: readonly ToldEvent[], names: readonly (string | undefined)[]): Item {
  const told = events.map((event, k) => ({ key: `${story.id} ${String(k).padStart(3, '0')}`, event }));
  const acts = actsOf({ hash: story.id, lang: story.lang, date: story.date, persons: story.persons, told });
  const nameOf = new Map(told.map(({ key }, k) => [key, names[k]]));
  const happening = new Map<Act, string>();
  for (const act of acts) {
    const name = act.told.map(({ key }) => nameOf.get(key)).find((one) => one !== undefined);
    if (name !== undefined) happening.set(act, `${cluster(story.id)} ${name}`);
  }
  return { acts, happening, named: new Map([...nameOf].flatMap(([key, name]): [string, string][] => (name === undefined ? [] : [[key, `${cluster(story.id)} ${name}`]]))) };
}

/** The happening of each coded event, where the story's gold has an event of its type and parties; the same sentence first. */
function matched(gold: readonly GoldEvent[], coded: readonly ToldEvent[]): (string | undefined)[] {
  const names: (string | undefined)[] = coded.map(() => undefined), used = new Set<GoldEvent>();
  for (const sameSentence of [true, false]) {
    for (const g of gold) {
      if (used.has(g)) continue;
      const either = g.mutual === true || isSymmetricType(g.type);
      const k = coded.findIndex((c, i) => names[i] === undefined && c.type === g.type
        && ((c.source === g.source && c.target === g.target) || (either && c.source === g.target && c.target === g.source))
        && (!sameSentence || c.evidence.includes(g.evidence) || g.evidence.includes(c.evidence)));
      if (k < 0) continue;
      used.add(g);
      names[k] = g.happening;
    }
  }
  return names;
}

const round = (x: number): number => Math.round(x * 1e4) / 1e4;

/** What each concept is worth: the logarithm of how many acts there are for one that speaks of it. */
function worths(items: readonly Item[]): Record<string, number> {
  const times = new Map<string, number>(), acts = items.flatMap((item) => item.acts);
  for (const { said } of acts) for (const concept of said.concepts) times.set(concept, (times.get(concept) ?? 0) + 1);
  return Object.fromEntries([...times].sort(([a], [b]) => (a < b ? -1 : 1)).map(([concept, n]) => [concept, round(Math.log(acts.length / (n + 1)))]));
}

/** Logistic regression by gradient descent on standardised features. */
function logistic(rows: readonly Float32Array[], labels: readonly number[]): Pick<Fitted, 'bias' | 'features'> {
  const n = FEATURES.length, N = rows.length;
  const columns = FEATURES.map((_, f) => rows.map((row) => compress(row[f] as number)));
  const mean = columns.map((column) => column.reduce((a, b) => a + b, 0) / N);
  const spread = columns.map((column, f) => Math.sqrt(column.reduce((a, b) => a + (b - (mean[f] as number)) ** 2, 0) / N) || 1);
  const X = rows.map((_, i) => columns.map((column, f) => ((column[i] as number) - (mean[f] as number)) / (spread[f] as number)));
  const weight = new Float64Array(n);
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(n);
    let slope = 0;
    X.forEach((x, i) => {
      const error = 1 / (1 + Math.exp(-x.reduce((sum, value, f) => sum + value * (weight[f] as number), bias))) - (labels[i] as number);
      slope += error;
      x.forEach((value, f) => void (gradient[f] = (gradient[f] as number) + error * value));
    });
    bias -= (RATE * slope) / N;
    for (let f = 0; f < n; f++) weight[f] = (weight[f] as number) - (RATE * ((gradient[f] as number) + L2 * (weight[f] as number))) / N;
  }
  return { bias: round(bias), features: Object.fromEntries(FEATURES.map((name, f) => [name, [round(mean[f] as number), round(spread[f] as number), round(weight[f] as number)]])) };
}

/** Fits on the stories at these places, as coded by hand and by the coder. */
function fit({ byHand, byCoder }: Training, places: readonly number[]): Fitted {
  const concepts = worths(places.map((k) => byHand[k] as Item)), rows: Float32Array[] = [], labels: number[] = [];
  for (const items of [byHand, byCoder]) {
    places.forEach((i, at) => places.slice(at + 1).forEach((j) => {
      const one = items[i] as Item, other = items[j] as Item;
      for (const [x, y, row] of rowsBetween(one.acts, other.acts, concepts)) {
        const a = one.acts[x] as Act, b = other.acts[y] as Act, first = one.happening.get(a), second = other.happening.get(b);
        // What the hand left out may be anything.
        if (a.type !== b.type || first === undefined || second === undefined) continue;
        rows.push(row);
        labels.push(Number(first === second));
      }
    }));
  }
  const about = `Logistic regression (L2 ${L2}, ${STEPS} steps) on ${rows.length} pairs of acts, ${labels.filter(Boolean).length} of them one, of the ${places.length} gold training stories as coded by hand and by the coder.`;
  return { about, ...logistic(rows, labels), concepts };
}

/** Pairs of events of different stories: rightly joined, wrongly joined, missed. */
type Pairs = [right: number, wrong: number, missed: number];

/** How stories are clustered by a scorer, pairwise over the events that are known. */
function pairsBy(fitted: Fitted, items: readonly Item[]): Pairs {
  const scorer = makeScorer(fitted), links = items.flatMap(({ acts }, k) => items.slice(k + 1).flatMap((other) => linksBetween(acts, other.acts, scorer)));
  const found = new Map(happeningsOfActs(items.flatMap(({ acts }) => acts), links).flatMap(({ id, acts }) => acts.map((act): [Act, number] => [act, id])));
  const events = items.flatMap(({ acts, named }, story) => acts.flatMap((act) => act.told.flatMap(({ key }) => (named.has(key) ? [{ story, is: named.get(key), found: found.get(act) }] : []))));
  const pairs: Pairs = [0, 0, 0];
  events.forEach((a, k) => events.slice(k + 1).forEach((b) => {
    if (a.story === b.story) return;
    const is = a.is === b.is, joined = a.found === b.found;
    if (is && joined) pairs[0]++;
    else if (joined) pairs[1]++;
    else if (is) pairs[2]++;
  }));
  return pairs;
}

const FOLDS = 4;

/** Precision, recall and F1 on training stories that were left out of the fitting, a quarter of the clusters at a time. */
function crossValidated(training: Training, clusters: readonly string[]): string {
  const names = [...new Set(clusters)], sums = { byHand: [0, 0, 0] as Pairs, byCoder: [0, 0, 0] as Pairs };
  for (let fold = 0; fold < FOLDS; fold++) {
    const out = (k: number): boolean => names.indexOf(clusters[k] as string) % FOLDS === fold, all = clusters.map((_, k) => k);
    const fitted = fit(training, all.filter((k) => !out(k)));
    for (const which of ['byHand', 'byCoder'] as const) pairsBy(fitted, all.filter(out).map((k) => training[which][k] as Item)).forEach((n, i) => (sums[which][i] = (sums[which][i] as number) + n));
  }
  const line = (of: string, [right, wrong, missed]: Pairs): string => {
    const percent = (n: number): string => (100 * n).toFixed(1), p = right / (right + wrong), r = right / (right + missed);
    return `${of}: P ${percent(p)}  R ${percent(r)}  F1 ${percent((2 * p * r) / (p + r))}`;
  };
  return `${line('events as coded by hand', sums.byHand)}\n${line('the coder\'s own events (the coder was fitted on these stories)', sums.byCoder)}`;
}

const file = `${dataFolder()}/gold/train.jsonl`;
if (!existsSync(file)) {
  process.stderr.write(`${file} is not there. Set DRAGOMAN_DATA to the folder that holds gold/.\n`);
  process.exit(1);
}
const stories = readGold(file), training: Training = {
  byHand: stories.map((story) => itemOf(story, story.events, story.events.map(({ happening }) => happening))),
  byCoder: stories.map((story) => {
    const { persons, events } = codeStory(story);
    return itemOf({ ...story, persons }, events, matched(story.events, events));
  }),
};
if (process.argv.includes('--check')) process.stdout.write(`${crossValidated(training, stories.map(({ id }) => cluster(id)))}\n`);
else {
  const fitted = fit(training, stories.map((_, k) => k));
  writeFileSync(fileURLToPath(new URL('../weights.json', import.meta.url)), `${JSON.stringify(fitted, null, 1)}\n`);
  process.stderr.write(`${fitted.about}\n`);
}
