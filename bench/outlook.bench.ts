/**
 * What each family of features adds to the ranker, and how long a forecast takes. On ICEWS14s where DRAGOMAN_DATA
 * (otherwise ../shared) holds it, else on a small made-up record, whose figures say nothing of the world.
 */
import { existsSync } from 'node:fs';
import { join as path } from 'node:path';
import { Ranking } from '../src/outlook/evaluate/metrics.ts';
import { replay } from '../src/outlook/evaluate/replay.ts';
import { join } from '../src/outlook/facts.ts';
import { fitRecord } from '../src/outlook/fitted.ts';
import { madeTkg } from '../src/outlook/fixture.ts';
import { Outlook } from '../src/outlook/forecast.ts';
import { kindsOf } from '../src/outlook/memory/names.ts';
import { FAMILIES } from '../src/outlook/ranker/layout.ts';
import { fitRankers, LINEAR, Looker, Ranker } from '../src/outlook/ranker/ranker.ts';
import type { Plan } from '../src/outlook/ranker/ranker.ts';
import { readTkg } from '../src/outlook/tkg.ts';

const folder = path(process.env['DRAGOMAN_DATA'] || '../shared', 'benchmarks/icews/ICEWS14s');
const real = existsSync(path(folder, 'train.txt')), tkg = real ? readTkg(folder) : madeTkg(300);
const write = (text: string): void => void process.stdout.write(`${text}\n`);
write(real ? 'ICEWS14s, test' : 'A small made-up record (ICEWS14s is not there)');

const record = join(tkg.train, tkg.valid, tkg.test!), kinds = kindsOf(tkg.entityNames);

/** Learns from the whole record as the ledger's is learnt from, and asks about its busiest dyads. */
function timing(): void {
  const facts = { entities: tkg.entities, relations: tkg.relations, types: tkg.relationNames, mutual: tkg.relationNames.map(() => false), parties: tkg.entityNames, firstDay: 0, facts: record, ids: new Float64Array(record.size) };
  const clock = (): number => performance.now();
  let at = clock();
  const fitted = fitRecord(facts, 7);
  write(`learning from ${record.size} acts ${((clock() - at) / 1000).toFixed(1)} s`);
  at = clock();
  const outlook = new Outlook(facts, fitted);
  write(`loading the day's state ${((clock() - at) / 1000).toFixed(1)} s`);
  const counts = new Map<number, number>();
  for (let i = 0; i < record.size; i++) {
    const pair = record.source[i]! * tkg.entities + record.target[i]!;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const busiest = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 200).map(([pair]) => pair), relations = Array.from({ length: tkg.relations }, (_, r) => r);
  outlook.explain(outlook.between(0, 1, [0])[0]!);
  const took = busiest.map((pair) => {
    const start = clock(), forecasts = outlook.between(Math.floor(pair / tkg.entities), pair % tkg.entities, relations);
    for (const forecast of forecasts.slice(0, 5)) outlook.explain(forecast);
    return clock() - start;
  }).sort((a, b) => a - b);
  write(`a dyad, all ${tkg.relations} relations both ways, five explained: median ${took[Math.floor(took.length / 2)]!.toFixed(1)} ms, p95 ${took[Math.floor(took.length * 0.95)]!.toFixed(1)} ms`);
}

/** Of the record's questions about so many are learnt from: families show by then, and a run takes minutes. */
const SAMPLE = 30_000;
/** One pass over the examples: what is compared is fitted alike. */
const ONCE: Plan = { ...LINEAR, rates: [2e-3] };

/** The linear model whole, and fitted anew without each family; all from the same examples and in one replay. */
function ablation(): void {
  const plans: Plan[] = [ONCE, ...FAMILIES.map(({ name, columns }) => ({ ...ONCE, name, without: columns }))];
  const models = fitRankers(tkg, kinds, tkg.train, tkg.valid, plans, undefined, SAMPLE), looker = new Looker(tkg, kinds, models[0]!.rules), sums = plans.map(() => new Ranking());
  replay(models.map((model) => new Ranker(looker, model)), tkg, record, { from: tkg.test!.day[0]!, to: record.day[record.size - 1]! + 1 }, 'single', (outcome, place) => sums[place]!.add(outcome));
  const [whole, ...without] = sums.map((sum) => sum.scores());
  write(`\nlinear model, one pass over some ${SAMPLE} questions, single-step, time-aware filter: MRR ${(100 * whole!.mrr).toFixed(2)}`);
  for (const [k, { name, about }] of FAMILIES.entries()) write(`  without ${name.padEnd(12)} ${(100 * without[k]!.mrr).toFixed(2)} (${(100 * (without[k]!.mrr - whole!.mrr)).toFixed(2)})  ${about}`);
}

timing();
ablation();
