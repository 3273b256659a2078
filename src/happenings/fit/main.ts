/**
 * Fits the weights that say how likely two acts are one, on the gold training stories: on the acts as coded by hand, and
 * as the coder finds them. Deterministic; needs DRAGOMAN_DATA.
 *
 *   npm run fit:happenings
 */
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeStory } from '../../coding/engine.ts';
import { dataFolder, readGold } from '../../coding/fit/gold.ts';
import type { GoldEvent, GoldStory } from '../../coding/fit/gold.ts';
import { isSymmetricType } from '../../ontology/plover.ts';
import { actsOf } from '../act.ts';
import type { Act, ToldEvent } from '../act.ts';
import { rowsBetween } from '../link.ts';
import { FEATURES } from '../pair.ts';
import { compress } from '../scorer.ts';
import type { Fitted } from '../scorer.ts';

const STEPS = 1500, RATE = 1, L2 = 10;

/** A story's acts, and what happening each is of, where that is known. */
interface Item {
  acts: Act[];
  happening: Map<Act, string>;
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
  return { acts, happening };
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

const file = `${dataFolder()}/gold/train.jsonl`;
if (!existsSync(file)) {
  process.stderr.write(`${file} is not there. Set DRAGOMAN_DATA to the folder that holds gold/.\n`);
  process.exit(1);
}
const stories = readGold(file);
const byHand = stories.map((story) => itemOf(story, story.events, story.events.map(({ happening }) => happening)));
const byCoder = stories.map((story) => {
  const { persons, events } = codeStory(story);
  return itemOf({ ...story, persons }, events, matched(story.events, events));
});
const concepts = worths(byHand), rows: Float32Array[] = [], labels: number[] = [];
for (const items of [byHand, byCoder]) {
  items.forEach((one, i) => items.slice(i + 1).forEach((other) => {
    for (const [x, y, row] of rowsBetween(one.acts, other.acts, concepts)) {
      const a = one.acts[x] as Act, b = other.acts[y] as Act, first = one.happening.get(a), second = other.happening.get(b);
      // What the hand left out may be anything.
      if (a.type !== b.type || first === undefined || second === undefined) continue;
      rows.push(row);
      labels.push(Number(first === second));
    }
  }));
}
const about = `Logistic regression (L2 ${L2}, ${STEPS} steps) on ${rows.length} pairs of acts, ${labels.filter(Boolean).length} of them one, of the ${stories.length} gold training stories as coded by hand and by the coder.`;
const fitted: Fitted = { about, ...logistic(rows, labels), concepts };
writeFileSync(fileURLToPath(new URL('../weights.json', import.meta.url)), `${JSON.stringify(fitted, null, 1)}\n`);
process.stderr.write(`${about}\n`);
