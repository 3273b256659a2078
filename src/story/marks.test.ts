import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english, englishCoded, turkish, turkishCoded } from '../../test/stories.ts';
import { storyLines } from '../cli/render.ts';
import { coloursFor, jsonLine, wrap } from '../cli/terminal.ts';
import { describeEvent, describePrecedent } from './describe.ts';
import { marksOf, numbered, pieces } from './marks.ts';
import type { Mark } from './marks.ts';

describe('pieces of a text', () => {
  it('are the text again, each mark opened and closed once, however marks nest and cross', () => {
    const mark = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })).map(([start, length]): Mark => ({ start, end: Math.min(start + length, 32), roles: [{ number: 1, role: 'type' }] }));
    fc.assert(fc.property(fc.uniqueArray(mark, { selector: ({ start, end }) => `${start}-${end}` }), (marks) => {
      const cut = pieces({ start: 0, end: 32 }, marks);
      expect(cut.map(({ start, end }) => [start, end]).flat()).toEqual(cut.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b));
      expect([cut[0]?.start, cut.at(-1)?.end]).toEqual([0, 32]);
      for (const which of ['opening', 'closing'] as const) expect(cut.flatMap((piece) => piece[which])).toHaveLength(marks.length);
      for (const piece of cut) expect(piece.within).toEqual(marks.filter((m) => m.start <= piece.start && m.end >= piece.end));
    }), { seed: 4 });
  });
});

describe('a story for a person', () => {
  const plain = coloursFor({ isTTY: false });

  it('has its facts marked in place and listed under their paragraph', () => {
    expect(storyLines(turkish, turkishCoded, plain)).toBe(`2024-05-10 · İskele Postası · tr · tr-1
Görüşmeler sürüyor

Orban Keleş, İzmirli gazetecilere, [Şam]{1s} ile [Ankara]{1t} arasında [görüşmelerin]{1} sürdüğünü söyledi. İki ülke arasındaki ilişkiler geçen yıldan beri yumuşuyor.{2}
  1     SYR ↔ TUR   CONSULT (talks)  0.90
        according to Orban Keleş; stated: first in 12 years; recurring; at: İzmir
  2     SYR ↔ TUR   improving  since 2023-01-01  0.70

Yağmur bekleniyor.

In the text: {1} the word that carries fact 1, {1s} its source, {1t} its target, {1w} whose word it is, {1d} its date.`);
  });

  it('has colour on a terminal only, and never anything that steers it', () => {
    expect(storyLines(english, englishCoded, coloursFor({ isTTY: true }, {}))).toContain('\u001b[');
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) expect(storyLines(english, englishCoded, coloursFor({ isTTY: true }, env))).not.toContain('\u001b[');
    const hostile = { ...english, title: '\u001b[31mred\u0007', text: `\u001b]0;x\u0007 ${english.text} \u202e` };
    expect(storyLines(hostile, { ...englishCoded, title: hostile.title, events: [], claims: [], ties: [] }, plain)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  it('numbers facts by where they stand', () => {
    const facts = numbered(englishCoded);
    expect(facts.map(({ number, kind }) => `${number} ${kind}`)).toEqual(['1 event', '2 claim', '3 tie', '4 tie']);
    expect(marksOf(facts)).toEqual([]);
  });
});

describe('words for facts', () => {
  const base = { source: 'USA', target: 'BLR', factuality: 'fact' as const, evidence: '', offsets: { sentence: { start: 0, end: 1 } }, confidence: 1 };

  it.each([
    [{ ...base, type: 'CONSULT' as const, mode: 'call' as const }, 'USA ↔ BLR CONSULT (call)'], [{ ...base, type: 'AID' as const, factuality: 'denied' as const }, 'USA → BLR AID denied'],
    [{ ...base, type: 'SUPPORT' as const, mutual: true, from: '2024-01-01', to: '2024-01-31' }, 'USA ↔ BLR SUPPORT 2024-01-01 to 2024-01-31'],
    [{ ...base, type: 'AGREE' as const, to: '2024-01-31' }, 'USA → BLR AGREE by 2024-01-31'],
  ])('%#', (event, wanted) => {
    const { who, what, factuality, when } = describeEvent(event);
    expect([who, what, factuality, when].filter(Boolean).join(' ')).toBe(wanted);
  });

  it('say how rare a thing is said to be', () => {
    expect(describePrecedent({ kind: 'first', years: 31 })).toBe('stated: first in 31 years');
    expect(describePrecedent({ kind: 'nth', n: 22, since: '2009' })).toBe('stated: 22nd time since 2009');
    expect(describePrecedent({ kind: 'last' })).toBe('stated: last');
  });
});

describe('lines', () => {
  it('wrap at words and keep them all', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 9 })), (words) => {
      const lines = wrap(words.join(' '), 20, '  ').split('\n');
      expect(lines.join(' ').split(/\s+/).filter(Boolean)).toEqual(words);
      for (const one of lines) expect(one.length).toBeLessThanOrEqual(20);
    }), { seed: 5 });
  });

  it('of JSON mean the same, and steer nothing', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('\u009b', '\u202e', '\u2028', 'a', '\u007f', '\n') })), (value) => {
      expect(JSON.parse(jsonLine(value))).toEqual(value);
      expect(jsonLine(value)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
    }), { seed: 6 });
  });
});
