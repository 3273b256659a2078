import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bare, english, englishCoded, eventIn } from '../../test/stories.ts';
import { dataFolder, readGold } from '../coding/fit/gold.ts';
import { correct } from '../ledger/corrections/correct.ts';
import { knownStories } from '../ledger/corrections/known.ts';
import { Ledger } from '../ledger/ledger.ts';
import { contentHash } from '../story/hash.ts';
import type { CodedStory } from '../story/facts.ts';
import { agree, scoresOf } from './agree.ts';
import type { KnownStory } from './agree.ts';

const known = (more: Partial<KnownStory> = {}): KnownStory => ({ ...english, lang: 'en', persons: englishCoded.persons, events: englishCoded.events, claims: englishCoded.claims, ties: englishCoded.ties, trends: [], ...more });
const [call] = englishCoded.events, sentence = englishCoded.ties[0]!.evidence;

describe('agreement', () => {
  it('is whole with the facts themselves, and counts what is missed and what is too much', () => {
    expect(agree(known(), englishCoded).kinds).toEqual({ events: { right: 1, found: 1, known: 1 }, claims: { right: 1, found: 1, known: 1 }, ties: { right: 2, found: 2, known: 2 }, trends: { right: 0, found: 0, known: 0 } });
    const other: CodedStory = { ...bare(english), events: [{ ...call!, type: 'ACCUSE' }], ties: [englishCoded.ties[0]!] };
    const { kinds, misses } = agree(known(), other);
    expect(kinds).toMatchObject({ events: { right: 0, found: 1, known: 1 }, claims: { right: 0, found: 0, known: 1 }, ties: { right: 1, found: 1, known: 2 } });
    expect(misses.map((miss) => miss.split(':')[0])).toEqual(['en-1 missed  REQUEST NOR TCD [fact]', 'en-1 wrong   ACCUSE NOR TCD [fact]', 'en-1 missed  prediction of Ana Rowe', 'en-1 missed  military deployment FRA TCD']);
  });

  it('takes the parties of a joint act in either order, and of another act not', () => {
    const meeting = eventIn(english, sentence, { type: 'CONSULT', source: 'TCD', target: 'FRA' }), turned = { ...meeting, source: 'FRA', target: 'TCD' };
    expect(agree(known({ events: [meeting] }), { ...englishCoded, events: [turned] }).kinds.events.right).toBe(1);
    expect(agree(known({ events: [{ ...meeting, type: 'AID' }] }), { ...englishCoded, events: [{ ...turned, type: 'AID' }] }).kinds.events.right).toBe(0);
  });

  it('of a story that was looked at in part, counts only what is known', () => {
    const more: CodedStory = { ...englishCoded, events: [call!, { ...call!, type: 'ACCUSE' }, { ...call!, type: 'THREATEN' }] };
    expect(agree(known({ reviewed: 'partial', rejected: { events: [{ ...call!, type: 'ACCUSE' }] } }), more).kinds.events).toEqual({ right: 1, found: 2, known: 1 });
    expect(agree(known({ reviewed: 'complete' }), more).kinds.events).toEqual({ right: 1, found: 3, known: 1 });
  });

  it('gives no number where there is nothing, and no interval for few stories', () => {
    const scores = scoresOf([agree(known({ events: [] }), bare(english))]);
    expect(scores.kinds.trends).toEqual({ right: 0, found: 0, known: 0 });
    expect(scores.kinds.events).toEqual({ right: 0, found: 0, known: 0 });
    expect(scores.kinds.claims).toEqual({ right: 0, found: 0, known: 1, recall: 0 });
    expect(scores.attributes.dates).toBeUndefined();
    const many = scoresOf(Array.from({ length: 20 }, (_, i) => agree(known(), i % 2 ? englishCoded : bare(english))));
    expect(many.kinds.events).toMatchObject({ precision: 1, recall: 0.5 });
    const [low, high] = many.kinds.events.interval!;
    expect(low < 2 / 3 && 2 / 3 < high).toBe(true);
  });

  const gold = join(dataFolder(), 'gold/dev.jsonl'), script = join(dataFolder(), 'gold/score.mjs');
  it.skipIf(!existsSync(gold))('counts as the exchange format\'s own scoring does (needs gold/dev.jsonl)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-agree-')), stories = readGold(gold) as KnownStory[];
    // Half of the facts of one story for the next one's: some right, some missed, some too many.
    const coded = stories.map((story, i) => {
      const next = stories[(i + 3) % stories.length]!, half = <F>(own: F[], other: F[]): F[] => [...own.filter((_, k) => k % 3 !== 0), ...other.filter((_, k) => k % 4 === 0)];
      const events = half(story.events, next.events).map((event, k) => ({ ...event, ...(k % 5 === 0 && { factuality: 'possible' as const, from: '2020-01-01' }), offsets: { sentence: { start: 0, end: 1 } }, confidence: 0.5 }));
      return { ...story, events, claims: half(story.claims, next.claims), ties: half(story.ties, next.ties), trends: half(story.trends, next.trends) } as unknown as CodedStory;
    });
    const file = join(folder, 'out.jsonl');
    writeFileSync(file, coded.map((one) => JSON.stringify(one)).join('\n'));
    const theirs = JSON.parse(spawnSync(process.execPath, [script, gold, file, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout) as { scores: Record<string, { p: number; r: number; f1: number }>; shares: Record<string, number> };
    rmSync(folder, { recursive: true, force: true });
    const own = scoresOf(stories.map((story, i) => agree(story, coded[i]!)));
    for (const kind of ['events', 'claims', 'ties', 'trends'] as const) {
      const { precision, recall, f1 } = own.kinds[kind], { p, r, f1: f } = theirs.scores[kind]!;
      expect([kind, precision, recall, f1]).toEqual([kind, expect.closeTo(p, 9), expect.closeTo(r, 9), expect.closeTo(f, 9)]);
    }
    // Which of two equal facts is matched may differ: sentences are compared in their own letters here.
    expect(own.attributes.factuality).toBeCloseTo(theirs.shares['factuality']!, 2);
    expect(own.attributes.dates).toBeCloseTo(theirs.shares['dates']!, 2);
  });
});

describe('the facts that an analyst vouches for', () => {
  it('are a set to measure on, whole where all of a story was looked at', async () => {
    const ledger = Ledger.open(':memory:'), by = { who: 'ayla' }, set = async (): Promise<KnownStory[]> => {
      const all: KnownStory[] = [];
      for await (const one of knownStories(ledger)) all.push(one);
      return all;
    };
    ledger.put(english, englishCoded, '1');
    expect(await set()).toEqual([]);
    correct(ledger, { kind: 'change', fact: 'e1', fields: { type: 'THREATEN' } }, by);
    correct(ledger, { kind: 'reject', fact: 't2' }, by);
    const [one] = await set();
    expect(one).toMatchObject({ id: 'en-1', hash: contentHash(english), text: english.text, reviewed: 'partial', events: [{ type: 'THREATEN', evidence: call!.evidence }], claims: [], ties: [], rejected: { ties: [{ kind: 'deployment' }], events: [] } });
    expect(one!.events[0]).not.toHaveProperty('confidence');
    for (const fact of ['c1', 't1']) correct(ledger, { kind: 'confirm', fact }, by);
    const [whole] = await set();
    expect(whole).toMatchObject({ reviewed: 'complete', claims: [{ speaker: 'Ana Rowe' }], ties: [{ kind: 'membership' }] });
    // The coder's own facts of this story: one event of the wrong type, one tie too many.
    expect(scoresOf([agree(whole!, englishCoded)]).kinds).toMatchObject({ events: { precision: 0, recall: 0 }, claims: { f1: 1 }, ties: { precision: 0.5, recall: 1 } });
    correct(ledger, { kind: 'undo', correction: 'k2' }, by);
    expect((await set())[0]).toMatchObject({ reviewed: 'partial' });
  });
});
