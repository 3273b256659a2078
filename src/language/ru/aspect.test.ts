import { describe, expect, it } from 'vitest';
import { isPerfectiveFuture } from './aspect.ts';

describe('perfective verbs', () => {
  it('are known by their non-past forms', () => {
    for (const word of ['проведет', 'проведёт', 'проведут', 'обсудим', 'подпишете', 'встретится', 'встретимся', 'прибудут', 'передаст']) expect(isPerfectiveFuture(word), word).toBe(true);
  });
  it('are told from imperfective verbs, past forms and infinitives', () => {
    for (const word of ['проводит', 'обсуждают', 'обсудили', 'обсудить', 'встречаются', 'признает', 'переговоры', 'ведут']) expect(isPerfectiveFuture(word), word).toBe(false);
  });
});
