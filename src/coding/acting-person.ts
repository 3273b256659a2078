/**
 * Which person of a party acts, where the text names one: not everybody who is named beside an act takes part in it. A
 * spokesman who tells of his state's act does not do it, and an ambassador expelled does not expel.
 */
import { ROLE_FEATURES, roleRows } from './candidates.ts';
import type { RoleScorer } from './candidates.ts';
import type { Speech } from './attribution/types.ts';
import type { Argument, Scene } from './scene.ts';
import { argumentsOf, speechAt } from './scene.ts';
import { zeros } from './scorer/rows.ts';
import type { Trigger } from './triggers.ts';

export type Role = 'source' | 'target';
const STANCES: readonly Speech['stance'][] = ['assert', 'deny', 'confirm', 'ask', 'think', 'hope', 'warn', 'promise'];

export const PERSON_FEATURES: string[] = [
  ...ROLE_FEATURES, 'as source', 'chosen', 'chosen has a person', 'chosen is a bare party', 'own score', 'behind the chosen', 'other role', 'persons here', 'mentions without a person', 'nearest person', 'other role has a person',
  'speaks of it', ...STANCES.map((s) => `stance ${s}`), 'speech direct', 'speech according', 'named elsewhere in the sentence as another',
];

/** A person who may act for a party, with a row for the scorer. */
export interface PersonChoice {
  person: string;
  row: Float32Array;
}

/** An act with its parties. */
export interface ActOf {
  trigger: Trigger;
  source: Argument;
  target: Argument;
}

const MORE = PERSON_FEATURES.length - ROLE_FEATURES.length;

const near = (a: Argument, trigger: Trigger): number => (a.mention ? Math.abs(a.mention.head - trigger.token) : 60);

/** The persons that may fill a role of an act: those of its party whom the sentence names, and whom the role was given to. */
export const personChoices = (scene: Scene, act: ActOf, role: Role, scorer: Pick<RoleScorer, Role>): PersonChoice[] => {
  const { trigger } = act, chosen = act[role], other = act[role === 'source' ? 'target' : 'source'];
  const args = argumentsOf(scene, trigger.sentence), mine = args.filter((a) => a.party === chosen.party && a.origin === 'here');
  if (chosen.origin !== 'here' && chosen.mention) mine.push(chosen);
  const people = mine.filter((a) => a.person !== undefined);
  if (people.length === 0) return [];
  const rows = roleRows(scene, trigger, mine), scores = scorer[role](rows), speech = speechAt(scene, trigger.token, trigger.sentence);
  const isChosen = (a: Argument) => a.mention !== undefined && a.mention === chosen.mention;
  const at = mine.findIndex(isChosen), best = at >= 0 ? (scores[at] as number) : -4, count = new Set(people.map((a) => a.person)).size;
  const nearest = Math.min(...people.map((a) => near(a, trigger))), out = new Map<string, PersonChoice & { score: number }>();
  mine.forEach((a, k) => {
    if (a.person === undefined) return;
    const row = zeros(PERSON_FEATURES.length), score = scores[k] as number, { person, mention } = a;
    row.set(rows[k] as Float32Array);
    const speaks = speech?.speaker !== undefined && (speech.speaker === mention || speech.speaker.person === person);
    row.set([
      role === 'source', isChosen(a), chosen.person !== undefined, chosen.mention?.kind === 'party' || chosen.mention?.kind === 'adjective', score, score - best, mention !== undefined && mention === other.mention,
      count, mine.length - people.length, near(a, trigger) === nearest, other.person !== undefined, speaks, ...STANCES.map((s) => speaks && speech.stance === s), speech?.kind === 'direct', speech?.kind === 'according',
      other.person === person,
    ].map(Number), PERSON_FEATURES.length - MORE);
    const known = out.get(person);
    if (!known || score > known.score) out.set(person, { person, row, score });
  });
  return [...out.values()].map(({ person, row }) => ({ person, row }));
};

/** A person less likely than this is not said to act. */
export const ACTS = 0.5;

/** The likeliest of the choices, where one is likely enough. */
export const likeliestPerson = (choices: readonly PersonChoice[], p: ArrayLike<number>, from: number): string | undefined => {
  let most = ACTS, person: string | undefined;
  choices.forEach((c, k) => {
    const likely = p[from + k] as number;
    if (likely > most) [most, person] = [likely, c.person];
  });
  return person;
};
