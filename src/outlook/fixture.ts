/** A small made-up record for tests: its acts recur, answer each other, follow on each other and cluster by bloc. */
import { Random } from '../language/train/random.ts';
import type { Fact, Facts } from './facts.ts';
import { firstOn, makeFacts, slice } from './facts.ts';
import type { Tkg } from './tkg.ts';

const ENTITIES = 24, RELATIONS = 5, BLOCS = 4;

/** Facts of so many days: relation 1 follows relation 0 of the same pair within days, relation 2 is answered in kind. */
export function madeFacts(lastDay = 100, seed = 7): Facts {
  const random = new Random(seed), rows: Fact[] = [], due: Fact[] = [];
  const whole = (n: number): number => Math.floor(random.next() * n);
  const friend = (of: number): number => {
    const other = (whole(ENTITIES / BLOCS) * BLOCS) + (of % BLOCS);
    return other === of ? (of + BLOCS) % ENTITIES : other;
  };
  for (let day = 0; day <= lastDay; day++) {
    for (let k = 0; k < 8; k++) {
      const source = whole(ENTITIES), steady = random.next() < 0.6;
      const target = steady ? (source + 1) % ENTITIES : friend(source), relation = whole(RELATIONS);
      rows.push({ source, relation, target, day });
      if (relation === 0 && random.next() < 0.7) due.push({ source, relation: 1, target, day: day + 1 + whole(3) });
      if (relation === 2 && random.next() < 0.6) due.push({ source: target, relation: 2, target: source, day: day + 1 });
    }
  }
  return makeFacts([...rows, ...due].filter(({ day }) => day <= lastDay));
}

/** The same as a benchmark: seven tenths to train, the rest halved. */
export function madeTkg(lastDay = 100): Tkg {
  const all = madeFacts(lastDay), from = firstOn(all, Math.floor(lastDay * 0.7)), to = firstOn(all, Math.floor(lastDay * 0.85));
  return {
    entities: ENTITIES, relations: RELATIONS, entityNames: Array.from({ length: ENTITIES }, (_, k) => (k % 3 ? `Police (Land ${k % BLOCS})` : `Land ${k}`)),
    relationNames: Array.from({ length: RELATIONS }, (_, k) => `act ${k}`),
    train: slice(all, 0, from), valid: slice(all, from, to), test: slice(all, to, all.size),
  };
}
