/** Which questions there are, and which measures answer each: the command line, the API and the page offer them from here. */
import type { Declaration, Parameter } from '../relations/declaration.ts';
import { episodes } from '../relations/episodes.ts';
import { goBetween } from '../relations/go-between.ts';
import { precedent } from '../relations/precedent.ts';
import { readings } from '../relations/readings.ts';
import { room } from '../relations/room.ts';
import { thaw } from '../relations/thaw.ts';
import { tone } from '../relations/tone.ts';

/** A question that measures answer together. */
export interface Question {
  name: 'relation' | 'between' | 'room' | 'precedent' | 'claims';
  question: string;
  /** How many parties it is about, at least and at most. */
  parties: readonly [least: number, most: number];
  measures: readonly Declaration[];
}

export const QUESTIONS: readonly Question[] = [
  { name: 'relation', question: 'How do two parties deal with each other, and since when? Of one party alone: which of its relations thaw or chill?', parties: [1, 2], measures: [tone, thaw] },
  { name: 'between', question: 'Who goes between two parties, and by what? Of one party alone: whom does it stand between?', parties: [1, 2], measures: [goBetween] },
  { name: 'room', question: room.question, parties: [1, 1], measures: [room] },
  { name: 'precedent', question: precedent.question, parties: [2, 2], measures: [precedent, episodes] },
  { name: 'claims', question: readings.question, parties: [1, 2], measures: [readings] },
];

/** The parameters of a question's measures; one that several share is listed once. */
export const parametersOf = ({ measures }: Question): Parameter[] => {
  const found = new Map<string, Parameter>();
  for (const { parameters } of measures) for (const parameter of parameters) if (!found.has(parameter.name)) found.set(parameter.name, parameter);
  return [...found.values()];
};
