/** Similar episodes over made-up records; over ICEWS14s see src/answers/icews.test.ts. */
import { describe, expect, it } from 'vitest';
import { event } from '../../test/events.ts';
import { dayNumber, dayOf } from './calendar.ts';
import { defaultsOf } from './declaration.ts';
import { episodes, similarEpisodes } from './episodes.ts';
import type { RelationEvent } from './event.ts';

const parameters = { ...defaultsOf(episodes), weeks: 4, alike: 3 };
const day = (n: number): string => dayOf(dayNumber('2020-01-01') + n);
/** A quarrel of four weeks from a day on, and what ends it. */
const quarrel = (source: string, target: string, at: number, end: 'CONCEDE' | 'ASSAULT' | undefined): RelationEvent[] => [
  ...[0, 7, 14, 21].map((week) => event({ type: 'ACCUSE', source, target, firstDay: day(at + week + 3) })), event({ type: 'SANCTION', source: target, target: source, firstDay: day(at + 24) }),
  ...(end ? [event({ type: end, source, target, firstDay: day(at + 31) })] : []),
];
const talks = (source: string, target: string, at: number): RelationEvent[] => [0, 7, 14, 21].map((week) => event({ type: 'CONSULT', source, target, firstDay: day(at + week + 3) }));

describe('similar episodes', () => {
  const record = [...quarrel('BLR', 'POL', 0, 'CONCEDE'), ...quarrel('BLR', 'LTU', 70, 'CONCEDE'), ...talks('BLR', 'RUS', 20), ...talks('BLR', 'RUS', 150), ...quarrel('BLR', 'POL', 337, undefined)];
  const window = { from: '2020-01-01', to: day(364) };

  it('finds the quarrels for a quarrel, and says what followed them', () => {
    const found = similarEpisodes(record, ['POL', 'BLR'], window, parameters);
    expect(found.episodes.slice(0, 2).map(({ pair }) => pair.join()).sort()).toEqual(['BLR,LTU', 'BLR,POL']);
    for (const { likeness, followed, because, then } of found.episodes.slice(0, 2)) {
      expect(likeness).toBeGreaterThan(0.3);
      expect(followed).toBe(5);
      expect([because.length, then.happenings, then.because.length]).toEqual([5, 1, 1]);
    }
    expect(found.followed).toBeGreaterThan(0);
  });

  it('leave out the present itself, and say where there is too little', () => {
    for (const { to } of similarEpisodes(record, ['POL', 'BLR'], window, parameters).episodes) expect(to < day(337)).toBe(true);
    // silent since: the present is their last stretch, and their earlier talks are most like it
    const talking = similarEpisodes(record, ['BLR', 'RUS'], window, parameters);
    expect([talking.present, talking.episodes[0]?.pair, talking.episodes[0]?.to]).toEqual([{ from: day(147), to: day(174) }, ['BLR', 'RUS'], day(48)]);
    expect(similarEpisodes(record, ['BLR', 'RUS'], { from: '2020-01-01', to: day(24) }, parameters).thin).toContain('4 weeks back');
    expect(similarEpisodes(record, ['FRA', 'RUS'], window, parameters).thin).toContain('nothing');
    expect(similarEpisodes(quarrel('BLR', 'POL', 337, undefined), ['BLR', 'POL'], window, parameters).thin).toContain('at least 3');
  });

  it('do not change with the order or the tellings of events', () => {
    const base = similarEpisodes(record, ['POL', 'BLR'], window, parameters);
    expect(similarEpisodes([...record, ...record.map((one) => ({ ...one, id: `${one.id}x` }))].reverse(), ['BLR', 'POL'], window, parameters)).toEqual(base);
  });
});
