/** Which argument fills which role of a trigger: the rows that the role scorers are fitted on. */
import { ROLE_FEATURES, roleRows } from '../candidates.ts';
import type { Argument } from '../scene.ts';
import { trainForest } from '../scorer/trees.ts';
import type { Forest, TrainOptions } from '../scorer/trees.ts';
import { goldLabel } from './gold.ts';
import type { GoldFact } from './gold.ts';
import type { Item } from './items.ts';

const ROLE: TrainOptions = { trees: 90, depth: 5, rate: 0.12, minHessian: 2, lambda: 2, rows: 0.7, columns: 0.4 };

interface RoleData {
  rows: Float32Array[];
  source: number[];
  target: number[];
  weights: number[];
}

const lastWord = (name: string | undefined): string => name?.split(' ').at(-1) ?? '';

/** Whether an argument is of the party, and not another person than the one meant. */
const isArgument = (arg: Argument, code: string, person: string | undefined): boolean =>
  arg.party === code && (!person || !arg.person || lastWord(arg.person) === lastWord(person));

/** Of several mentions of one party that would do, the one that names the person meant, or nobody where nobody is meant. */
const exact = (arg: Argument, fits: readonly boolean[], here: readonly Argument[], mine: readonly GoldFact[], k: number): boolean => {
  if (!fits[k]) return false;
  const meant = new Set(mine.flatMap((f) => [...(f.a === arg.party ? [lastWord(f.aPerson)] : []), ...(f.b === arg.party ? [lastWord(f.bPerson)] : [])]));
  return meant.has(lastWord(arg.person)) || !here.some((other, o) => fits[o] && other.party === arg.party && other.origin === 'here' && meant.has(lastWord(other.person)));
};

/** Role rows of triggers whose sentence has a gold fact of their label: whose argument is the source, whose the target. */
const roleData = (items: readonly Item[]): RoleData => {
  const data: RoleData = { rows: [], source: [], target: [], weights: [] };
  for (const { scene, facts, args, weight } of items) {
    for (const trigger of scene.triggers) {
      const name = goldLabel(trigger.entry.label);
      const mine = facts.filter((f) => f.label === name && f.sentences.has(trigger.sentence));
      if (mine.length === 0) continue;
      const here = args.get(trigger.sentence) as Argument[];
      const rows = roleRows(scene, trigger, here);
      const source = here.map((arg) => mine.some((f) => isArgument(arg, f.a, f.aPerson) || (f.either && isArgument(arg, f.b, f.bPerson))));
      const target = here.map((arg) => mine.some((f) => isArgument(arg, f.b, f.bPerson) || (f.either && isArgument(arg, f.a, f.aPerson))));
      here.forEach((arg, k) => {
        data.rows.push(rows[k] as Float32Array);
        data.source.push(Number(exact(arg, source, here, mine, k)));
        data.target.push(Number(exact(arg, target, here, mine, k)));
        data.weights.push(weight);
      });
    }
  }
  return data;
};

export const rolesOf = (items: readonly Item[]): { source: Forest; target: Forest } => {
  const data = roleData(items);
  return { source: trainForest(ROLE_FEATURES, data.rows, data.source, data.weights, ROLE), target: trainForest(ROLE_FEATURES, data.rows, data.target, data.weights, ROLE) };
};
