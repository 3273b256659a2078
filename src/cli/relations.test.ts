/** The questions about relations, as a user asks them of the ledger that the examples make. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, dragoman, root } from '../../test/command.ts';
import type { BetweenAnswer, ClaimsAnswer, PrecedentAnswer, RelationAnswer, RoomAnswer, StandingsAnswer } from '../answers/answer.ts';
import { parametersOf, QUESTIONS } from '../answers/questions.ts';
import type { StandsAnswer } from '../answers/stands.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-relations-'));
const ledger = join(folder, 'examples.db');

const ask = async <A>(...args: string[]): Promise<A> => {
  const { code, out, err } = await dragoman([...args, '--json', '--ledger', ledger]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as A;
};

beforeAll(async () => {
  await built();
  expect((await dragoman(['read', join(root, 'examples'), '--ledger', ledger])).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('relation', () => {
  it('gives the tone and its changes, the same however the parties are named', async () => {
    const answer = await ask<RelationAnswer>('relation', 'BLR', 'USA');
    expect(answer.tone?.total.happenings).toBeGreaterThan(10);
    expect(answer.tone?.steps.reduce((sum, { happenings }) => sum + happenings, 0)).toBe(answer.tone?.total.happenings);
    const changes = answer.thaw?.tone.changes ?? [];
    expect(changes.map(({ kind }) => kind)).toContain('thaw');
    for (const change of changes) {
      expect(change.because.length).toBeGreaterThan(0);
      for (const happening of change.because) for (const { evidence } of answer.because[happening] ?? []) expect(evidence).toBeTruthy();
    }
    expect(await ask('relation', 'Белоруссия', 'Amerika Birleşik Devletleri')).toEqual(answer);
    expect((await ask<RelationAnswer>('relation', 'USA', 'BLR')).tone).toEqual(answer.tone);
  });

  it('is narrowed by window, type, factuality and outlet', async () => {
    const all = (await ask<RelationAnswer>('relation', 'BLR', 'USA')).tone?.total.happenings as number;
    for (const args of [['--from', '2020', '--to', '2020'], ['--type', 'SANCTION'], ['--outlet', 'Harbour']]) {
      const { tone } = await ask<RelationAnswer>('relation', 'BLR', 'USA', ...args);
      expect(tone?.total.happenings, args.join(' ')).toBeGreaterThan(0);
      expect(tone?.total.happenings, args.join(' ')).toBeLessThan(all);
    }
    expect((await ask<RelationAnswer>('relation', 'BLR', 'USA', '--factuality', 'denied')).tone?.total.happenings ?? 0).toBe(0);
    expect((await ask<RelationAnswer>('relation', 'BLR', 'USA', '--by', 'quarter')).tone?.by).toBe('quarter');
  });

  it('of one party alone says which of its relations thaw or chill, and since when', async () => {
    const { standings } = await ask<StandingsAnswer>('relation', 'Belarus');
    const of = (party: string) => standings.find((one) => one.party === party);
    expect(of('USA')).toMatchObject({ last: { kind: 'thaw' } });
    expect(of('USA')?.last?.date.slice(0, 4)).toMatch(/^202[45]$/);
    expect(of('EU')).toMatchObject({ last: { kind: 'chill' } });
    // the latest change first, each with the happenings that carry it
    const dates = standings.flatMap(({ last }) => (last ? [last.date] : []));
    expect(dates).toEqual([...dates].sort().reverse());
    for (const { because, last } of standings) expect([because.length > 0, last?.because.length !== 0]).toEqual([true, true]);
    expect(standings.some(({ thin }) => thin)).toBe(true);
  });

  it('says so where there is nothing, or too little', async () => {
    expect(await ask('relation', 'BLR', 'USA', '--from', '1950', '--to', '1951')).toMatchObject({ thin: expect.stringContaining('nothing') as string });
    const { code, out } = await dragoman(['relation', 'Latvia', 'Belarus', '--ledger', ledger]);
    expect([code, out]).toEqual([0, expect.stringContaining('too little to say')]);
  });
});

describe('the other questions', () => {
  it('find Minsk between Moscow and Washington, whichever way one asks', async () => {
    const { stands = [] } = await ask<StandsAnswer>('between', 'BLR');
    expect(stands[0]).toMatchObject({ rank: 1 });
    for (const { pair, rank, candidates, score, contact } of stands) {
      const { between: found } = await ask<BetweenAnswer>('between', ...pair), at = found?.ranking.findIndex(({ party }) => party === 'BLR') ?? -1;
      expect([pair, at + 1, found?.candidates, found?.ranking[at]?.score, found?.ranking[at]?.contact.map(({ happenings }) => happenings)]).toEqual([pair, rank, candidates, score, contact]);
    }
    expect(stands.map(({ pair }) => pair)).toContainEqual(['RUS', 'USA']);
    const { between } = await ask<BetweenAnswer>('between', 'RUS', 'USA');
    expect(between?.ranking[0]).toMatchObject({ party: 'BLR', role: 'representative' });
    expect(Object.keys(between?.ranking[0]?.parts ?? {})).toEqual(['contact', 'chance', 'mediated', 'relayed', 'flow']);
  });

  it('say who takes Minsk\'s room, and by which ties', async () => {
    const { room, because } = await ask<RoomAnswer>('room', 'Minsk');
    expect(room?.holds.map(({ party }) => party)).toEqual(expect.arrayContaining(['RUS', 'USA']));
    expect(room?.ties.some(({ domain, cite }) => domain === 'military' && cite?.evidence)).toBe(true);
    for (const { party, dealings, passed } of room?.holds ?? []) {
      for (const { happenings, because: named } of [dealings, passed]) expect([party, named.length]).toEqual([party, Math.min(8, happenings)]);
      for (const happening of passed.because) expect(because[happening]?.[0]?.evidence, party).toBeTruthy();
    }
  });

  it('take the user\'s own blocs, and say which lines are none', async () => {
    const file = join(folder, 'blocs.tsv');
    writeFileSync(file, '# mine\nBLR\tbridge\nRUS\teast\nUSA\twest\nnonsense\n');
    const { code, out, err } = await dragoman(['between', 'RUS', 'USA', '--blocs', file, '--json', '--ledger', ledger]);
    expect([code, err]).toEqual([1, expect.stringContaining('blocs.tsv:5: "nonsense" is no code and bloc')]);
    expect((JSON.parse(out) as BetweenAnswer).between?.ranking[0]).toMatchObject({ party: 'BLR', bloc: 'bridge', role: 'liaison' });
    expect((await dragoman(['between', 'RUS', 'USA', '--blocs', join(folder, 'none.tsv'), '--ledger', ledger])).code).toBe(1);
  });

  it('check what is said of a first', async () => {
    const { precedent } = await ask<PrecedentAnswer>('precedent', 'BLR', 'USA', '--type', 'CONSULT');
    expect(precedent?.rounds.length).toBeGreaterThan(1);
    expect(precedent?.stated.length).toBeGreaterThan(0);
    for (const { verdict } of precedent?.stated ?? []) expect(['confirmed', 'contradicted', 'beyond the record']).toContain(verdict);
  });

  it('find the precedents of an event by its id', async () => {
    const { out } = await dragoman(['events', '--pair', 'BLR', 'USA', '--type', 'CONSULT:call', '--limit', '1', '--json', '--ledger', ledger]);
    const { id } = JSON.parse(out) as { id: string };
    expect((await ask<PrecedentAnswer>('precedent', id)).kind).toEqual({ types: ['CONSULT'], modes: ['call'] });
    const none = await dragoman(['precedent', 'e999999', '--ledger', ledger]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('no event')]);
  });

  it('set rival readings side by side, and still list claims', async () => {
    const { readings } = await ask<ClaimsAnswer>('claims', 'about', 'BLR');
    expect(readings?.groups.some(({ rival }) => rival)).toBe(true);
    expect((await dragoman(['claims', '--party', 'BLR', '--count', '--ledger', ledger])).out).toMatch(/^\d+\n$/);
  });

  it('read well on a terminal, without colour where it is none', async () => {
    for (const args of [['relation', 'BLR', 'USA'], ['between', 'RUS', 'USA'], ['room', 'BLR'], ['precedent', 'BLR', 'USA'], ['claims', 'about', 'BLR']]) {
      const { code, out } = await dragoman([...args, '--ledger', ledger]);
      expect([args[0], code]).toEqual([args[0], 0]);
      expect(out).toMatch(/“.+”/s);
      expect(out).not.toContain('\u001b');
      expect(out).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

describe('a question that is none', () => {
  it.each([
    [['between'], 'a'], [['relation', 'Belaruss', 'USA'], 'did you mean Belarus'], [['between', 'BLR', 'Minsk'], 'same party'], [['room', 'Qwertzuia'], 'no party'],
    [['relation', 'BLR', 'USA', '--by', 'fortnight'], 'none of auto, day'], [['between', 'BLR', 'USA', '--days', '-1'], 'no whole number from 0'], [['precedent', 'BLR', 'USA', '--type', 'DANCE'], 'none of AGREE'],
    [['relation', 'BLR', 'USA', '--from', '2025', '--to', '2020'], 'ends'], [['claims', 'about'], 'a'], [['claims', 'about', 'BLR', '--frob'], 'unknown option'],
  ])('%j is refused with exit code 2', async (args, says) => {
    const { code, err, out } = await dragoman([...args, '--ledger', ledger]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });
});

describe('declarations', () => {
  it('are what the command line offers: every parameter an option with its unit and default', async () => {
    for (const question of QUESTIONS) {
      const { out } = await dragoman([...(question.name === 'claims' ? ['claims', 'about'] : [question.name]), '--help']), flat = out.replace(/\s+/g, ' ');
      for (const parameter of parametersOf(question)) {
        expect(flat).toContain(`--${parameter.name} <`);
        expect(flat).toContain(`otherwise ${parameter.default})`);
      }
      for (const { source, outputs, inputs } of question.measures) {
        expect(flat).toContain(source.slice(0, 20));
        expect(outputs.length && inputs.length).toBeGreaterThan(0);
      }
      for (const option of ['--from', '--to', '--type', '--factuality', '--outlet', '--json', '--ledger']) expect(out).toContain(option);
      expect(out).toContain('$ dragoman');
    }
  });
});
