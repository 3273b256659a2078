/** The questions that a day's facts answer, both ways. */
import type { Facts } from './facts.ts';

export interface Question {
  q: number;
  r: number;
  /** All true answers of the day. */
  answers: number[];
}

/** Groups a day's facts by question; `relations` counts them without their inverses. */
export function questionsOf(facts: Facts, relations: number): Question[] {
  const asked = new Map<number, Question>();
  const add = (q: number, r: number, answer: number): void => {
    const key = q * relations * 2 + r, known = asked.get(key);
    if (!known) asked.set(key, { q, r, answers: [answer] });
    else if (!known.answers.includes(answer)) known.answers.push(answer);
  };
  for (let i = 0; i < facts.size; i++) {
    add(facts.source[i], facts.relation[i], facts.target[i]);
    add(facts.target[i], facts.relation[i] + relations, facts.source[i]);
  }
  return [...asked.values()];
}
