/** The rows that the judges and the panel are fitted on, and the cut-offs of what they say. */
import type { RoleScorer } from '../candidates.ts';
import { hearing } from '../decide.ts';
import type { Judges } from '../decide.ts';
import { PANEL_FEATURES, actKey, panelRows } from '../panel.ts';
import type { Judged } from '../panel.ts';
import { fitCalibration } from '../scorer/calibration.ts';
import type { Calibration } from '../scorer/calibration.ts';
import { Predictor } from '../scorer/predictor.ts';
import { trainForest } from '../scorer/trees.ts';
import type { TrainOptions } from '../scorer/trees.ts';
import { confirms, goldLabel } from './gold.ts';
import type { GoldFact } from './gold.ts';
import { isExample, log } from './items.ts';
import type { Item } from './items.ts';
import { candidatesIn } from './scorers.ts';
import { bestThreshold } from './thresholds.ts';
import type { Scored } from './thresholds.ts';

export const PANEL: TrainOptions = { trees: 150, depth: 4, rate: 0.06, minHessian: 4, lambda: 3, rows: 0.7, columns: 0.5 };

export interface Data {
  rows: Float32Array[];
  labels: number[];
  weights: number[];
  /** `event`, `tie` or `trend`. */
  kinds: string[];
}

export const judgeData = (items: readonly Item[], scorer: RoleScorer): Data => {
  const data: Data = { rows: [], labels: [], weights: [], kinds: [] };
  for (const item of items) {
    for (const c of candidatesIn(item, scorer)) {
      const right = confirms(c, item.facts) !== undefined;
      // an example sentence is coded for one act only, so what else is found there may be right
      if (!right && isExample(item) && goldLabel(c.label) !== item.facts[0]?.label) continue;
      data.rows.push(c.row);
      data.labels.push(right ? 1 : 0);
      data.weights.push(item.weight);
      data.kinds.push(c.label.is);
    }
  }
  return data;
};

export interface PanelData extends Data {
  /** Story and fact of each row: mentions of one fact share it. */
  facts: string[];
  /** Gold facts of each kind, found or not, by weight. */
  gold: Record<string, number>;
  /** Whose each row is. */
  heard: { item: Item; j: Judged }[];
  /** The candidate that tells each gold fact. */
  told: { item: Item; j: Judged; fact: GoldFact }[];
}

/**
 * Each gold fact confirms its likeliest candidate; further mentions of the same fact are repeats, and wrong. Two facts of one
 * sentence that are alike but for the way of meeting confirm a candidate each way.
 */
export const panelData = (items: readonly Item[], scorer: RoleScorer, judges: Judges): PanelData => {
  const data: PanelData = { rows: [], labels: [], weights: [], kinds: [], facts: [], gold: {}, heard: [], told: [] };
  for (const item of items) {
    if (isExample(item)) continue;
    const heard = hearing(item.scene, scorer, judges), rows = panelRows(item.scene, heard), open = new Set(item.facts);
    for (const f of item.facts) {
      const kind = f.event ? 'event' : f.label.split(':')[0] as string;
      data.gold[kind] = (data.gold[kind] ?? 0) + item.weight;
    }
    const order = heard.map((_, k) => k).sort((a, b) => (heard[b] as Judged).confidence - (heard[a] as Judged).confidence || a - b);
    const right = new Set<number>(), told = new Set<string>();
    for (const anywhere of [false, true]) {
      for (const k of order) {
        const j = heard[k] as Judged, act = `${j.trigger.sentence} ${actKey(j)}`;
        if (right.has(k) || told.has(act)) continue;
        const fact = confirms(j, [...open], anywhere);
        if (!fact) continue;
        open.delete(fact);
        right.add(k);
        told.add(act);
        data.told.push({ item, j, fact });
      }
    }
    heard.forEach((j, k) => {
      data.rows.push(rows[k] as Float32Array);
      data.labels.push(Number(right.has(k)));
      data.weights.push(item.weight);
      data.kinds.push(j.label.is);
      data.facts.push(`${item.story.id} ${actKey(j)}`);
      data.heard.push({ item, j });
    });
  }
  return data;
};

/** What a kind of fact is told by: the threshold with the best F1, and what the panel's word is worth from there on. */
export interface Telling {
  thresholds: Record<string, number>;
  calibration: Record<string, Calibration>;
  /** The acts that would be told of each story, likeliest first, by panels that were not fitted on it. */
  acts: Map<Item, Judged[]>;
}

/** Of the mentions of one fact the surest, right where any of them is. */
const byFact = (scored: readonly (Scored & { fact: string })[]): Scored[] => {
  const facts = new Map<string, Scored>();
  for (const { fact, p, right, weight } of scored) {
    const known = facts.get(fact);
    facts.set(fact, { p: Math.max(p, known?.p ?? 0), right: right || (known?.right ?? false), weight });
  }
  return [...facts.values()];
};

/** Thresholds and calibration of each kind of fact, from folds that the panel was not fitted on. */
export const tellingOf = (sets: readonly PanelData[]): Telling => {
  const scored = sets.flatMap((mine) => {
    const rest = sets.filter((d) => d !== mine);
    const panel = new Predictor(trainForest(PANEL_FEATURES, rest.flatMap((d) => d.rows), rest.flatMap((d) => d.labels), rest.flatMap((d) => d.weights), PANEL));
    return mine.rows.map((row, k) => ({ p: panel.probability(row), right: mine.labels[k] === 1, weight: mine.weights[k] as number, kind: mine.kinds[k] as string, fact: mine.facts[k] as string, ...(mine.heard[k] as PanelData['heard'][number]) }));
  });
  // Own stories crowd what is hard to read; those that count most are written as news is, so they say how often a fact is right.
  const telling: Telling = { thresholds: {}, calibration: {}, acts: new Map() }, most = Math.max(...scored.map(({ weight }) => weight));
  for (const kind of ['event', 'tie', 'trend']) {
    const gold = sets.reduce((n, d) => n + (d.gold[kind] ?? 0), 0), mine = scored.filter((s) => s.kind === kind);
    const threshold = telling.thresholds[kind] = told(kind, bestThreshold(mine, gold));
    telling.calibration[kind] = fitCalibration(byFact(mine.filter(({ weight }) => weight === most)).filter(({ p }) => p >= threshold));
  }
  const least = telling.thresholds.event as number, keys = new Set<string>();
  for (const { item, j, p, kind } of [...scored].sort((a, b) => b.p - a.p)) {
    const { sentence } = j.trigger, key = `${item.story.id} ${sentence} ${actKey(j)}`;
    if (kind !== 'event' || p < least || keys.has(key)) continue;
    keys.add(key);
    const list = telling.acts.get(item), act = { ...j, confidence: p };
    if (list) list.push(act);
    else telling.acts.set(item, [act]);
  }
  return telling;
};

export const told = (kind: string, { threshold, f1 }: { threshold: number; f1: number }): number => {
  log(`${kind}: F1 ${(100 * f1).toFixed(1)} at ${threshold} on unseen folds`);
  return threshold;
};
