import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../story/facts.ts';
import { LANGS } from '../story/story.ts';
import { analyze } from '../language/analyze.ts';
import { loadEntries, parseEntry } from './lexicon.ts';
import type { Entry } from './lexicon.ts';
import { findTriggers } from './triggers.ts';
import type { Trigger } from './triggers.ts';

describe('parseEntry', () => {
  it('reads head, satellites, label, slots and example', () => {
    expect(parseEntry('hold|have/v +talk|meeting -breath\tCONSULT:talks\tsubj\twith/obj>with\tOman held talks with Iran.\tOMN>IRN', 3)).toEqual({
      line: 3, head: 'hold|have/v +talk|meeting -breath', lemmas: ['hold', 'have'], pos: 'v', with: [['talk', 'meeting']], without: ['breath'],
      label: { is: 'event', type: 'CONSULT', mode: 'talks', mutual: false }, source: ['subj'], target: ['with', 'obj>with'], example: 'Oman held talks with Iran.', expected: [['OMN', 'IRN']],
    });
  });
  it.each([
    ['meet\tCONSULT\tsubj\tobj\t\t', 'part of speech'],
    ['meet/v\tCHAT\tsubj\tobj\t\t', 'no PLOVER type'],
    ['meet/v\tCONSULT:lunch\tsubj\tobj\t\t', 'no PLOVER type'],
    ['base/n\ttie:military:sand\tsubj\tin\t\t', 'no PLOVER type'],
    ['call/v on\tREQUEST\tsubj\ton\t\t', 'must begin with'],
  ])('refuses %j and names the line', (line, why) => {
    expect(() => parseEntry(line, 12)).toThrow(`line 12: `);
    expect(() => parseEntry(line, 12)).toThrow(why);
  });
});

describe.each(LANGS)('the lexicon of %s', (lang) => {
  const entries = loadEntries(lang);
  it('has 400 predicates or more, over all sixteen types', () => {
    const events = entries.filter((e) => e.label.is === 'event');
    expect(events.length).toBeGreaterThanOrEqual(400);
    for (const type of EVENT_TYPES) expect(events.some((e) => e.label.is === 'event' && e.label.type === type), type).toBe(true);
  });
  it('gives every entry a frame and an example with its parties', () => {
    for (const e of entries) {
      expect(e.source.length, `line ${e.line}`).toBeGreaterThan(0);
      expect(e.example.length, `line ${e.line}`).toBeGreaterThan(10);
      for (const pair of e.expected) for (const code of pair) expect(code, `line ${e.line}`).toMatch(/^[A-Z][A-Z0-9]{1,14}$/);
      expect(e.expected.length, `line ${e.line}`).toBeGreaterThan(0);
    }
  });
  it('fires every entry on its own example, or one of the same label with more words', () => {
    const stands = (t: Trigger, e: Entry) => t.entry === e || (JSON.stringify(t.entry.label) === JSON.stringify(e.label) && t.entry.with.length >= e.with.length);
    const silent = entries.filter((e) => !findTriggers(analyze(e.example, lang)).some((t) => stands(t, e)));
    expect(silent.map((e) => `${e.line}: ${e.head} — ${e.example}`)).toEqual([]);
  });
});
