/** The rows that the scorer of acting persons is fitted on: of each act that a candidate states, those who may act in it. */
import { personChoices } from '../acting-person.ts';
import type { Role } from '../acting-person.ts';
import type { Candidate, RoleScorer } from '../candidates.ts';
import type { TrainOptions } from '../scorer/trees.ts';
import { sameName } from './gold.ts';
import type { GoldFact } from './gold.ts';
import type { Item } from './items.ts';

export const PERSON: TrainOptions = { trees: 120, depth: 5, rate: 0.08, minHessian: 2, lambda: 2, rows: 0.7, columns: 0.4 };

export interface PersonData {
  rows: Float32Array[];
  labels: number[];
  weights: number[];
}

/** Whom the fact names on the side that a candidate's role stands for. */
const meant = (c: Candidate, fact: GoldFact, role: Role): string | undefined => {
  const turned = fact.a !== fact.b && c.source.party === fact.b;
  return (role === 'source') === !turned ? fact.aPerson : fact.bPerson;
};

/** Adds the rows of one act. */
export const addPersons = (data: PersonData, { scene, story, weight }: Item, c: Candidate, fact: GoldFact, scorer: RoleScorer): void => {
  if (!fact.event) return;
  for (const role of ['source', 'target'] as const) {
    const name = meant(c, fact, role);
    for (const { person, row } of personChoices(scene, c, role, scorer)) {
      data.rows.push(row);
      data.labels.push(Number(name !== undefined && sameName(story, name, person)));
      data.weights.push(weight);
    }
  }
};
