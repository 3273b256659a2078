import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root } from '../../../test/command.ts';
import { codeStory } from '../../coding/engine.ts';
import type { CodedStory } from '../../story/facts.ts';
import type { Story } from '../../story/story.ts';
import { correct } from '../corrections/correct.ts';
import { contentHash } from '../../story/hash.ts';
import { forgetStory } from '../forget.ts';
import { Ledger } from '../ledger.ts';
import { rebuildHappenings, updateHappenings } from './update.ts';

const stories = readdirSync(`${root}/examples`).filter((name) => name.endsWith('.jsonl')).sort()
  .flatMap((name) => readFileSync(`${root}/examples/${name}`, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Story));
const coded = new Map<Story, CodedStory>(stories.map((story) => [story, codeStory(story)]));

const put = (ledger: Ledger, story: Story, coder = '1', as = coded.get(story) as CodedStory): void => void ledger.put(story, as, coder, { recode: true });

/** Which events are one, by what they are; with the ids of happenings. */
function clusters(ledger: Ledger): string[] {
  const rows = ledger.read((tx) => tx.all(ledger.db.selectFrom('happening_event').innerJoin('event', 'event.id', 'happening_event.event_id')
    .innerJoin('coding', 'coding.id', 'event.coding_id').innerJoin('story', 'story.id', 'coding.story_id').innerJoin('sentence', 'sentence.id', 'event.sentence_id')
    .select(['happening_event.happening_id', 'story.hash', 'sentence.start', 'event.type', 'event.source', 'event.target', 'event.factuality', 'event.source_person', 'event.target_person'])));
  const groups = new Map<number, string[]>();
  for (const { happening_id: id, ...event } of rows) groups.set(id, [...(groups.get(id) ?? []), Object.values(event).join(' ')]);
  return [...groups].map(([id, events]) => `${id}: ${events.sort().join('; ')}`).sort();
}

const sizes = (ledger: Ledger) => ledger.read((tx) => tx.all(ledger.db.selectFrom('happening').selectAll().orderBy('id')));
const idsOf = (ledger: Ledger, events: readonly number[]) => ledger.read((tx) => tx.all(ledger.db.selectFrom('happening_event').where('event_id', 'in', events).select(['event_id', 'happening_id']).orderBy('event_id')));

const whole = Ledger.open(':memory:');
for (const story of stories) put(whole, story);
updateHappenings(whole);
const expected = clusters(whole);

describe('updateHappenings', () => {
  it('finds acts that several stories tell, in several languages', () => {
    const told = sizes(whole).filter((one) => one.stories > 1);
    expect(told.length).toBeGreaterThan(0);
    const langs = whole.read((tx) => tx.all(whole.db.selectFrom('happening_event').innerJoin('event', 'event.id', 'event_id').innerJoin('coding', 'coding.id', 'event.coding_id')
      .innerJoin('story', 'story.id', 'coding.story_id').where('happening_id', 'in', told.map(({ id }) => id)).select(['happening_id', 'story.lang']).distinct()));
    expect(told.some(({ id }) => langs.filter(({ happening_id }) => happening_id === id).length > 1)).toBe(true);
  });

  it('gives the same for any order of reading and any number of stories at a time', () => {
    fc.assert(fc.property(fc.shuffledSubarray(stories, { minLength: stories.length }), fc.integer({ min: 1, max: 9 }), (shuffled, step) => {
      const ledger = Ledger.open(':memory:');
      shuffled.forEach((story, k) => {
        put(ledger, story);
        if (k % step === 0) updateHappenings(ledger);
      });
      updateHappenings(ledger);
      expect(clusters(ledger)).toEqual(expected);
      expect(sizes(ledger)).toEqual(sizes(whole));
      expect(rebuildHappenings(ledger)).toBe(stories.length);
      expect(clusters(ledger)).toEqual(expected);
      expect(updateHappenings(ledger)).toBe(0);
      ledger.close();
    }), { numRuns: 3, seed: 3 });
  });

  it('follows a newer coding, and the way back', () => {
    const ledger = Ledger.open(':memory:');
    for (const story of stories) put(ledger, story);
    updateHappenings(ledger);
    const story = stories[0] as Story, other = coded.get(story) as CodedStory;
    put(ledger, story, '2', { ...other, events: other.events.slice(1) });
    expect(updateHappenings(ledger)).toBe(1);
    const fresh = Ledger.open(':memory:');
    for (const one of stories) put(fresh, one, '1', one === story ? { ...other, events: other.events.slice(1) } : undefined);
    updateHappenings(fresh);
    expect(clusters(ledger)).toEqual(clusters(fresh));
    put(ledger, story, '1');
    updateHappenings(ledger);
    expect(clusters(ledger)).toEqual(expected);
  });

  it('loses nothing but an erased story, and what it was a copy of is still a copy of others', () => {
    const copy = (story: Story, outlet: string): Story => ({ ...story, id: `${story.id}-${outlet}`, outlet });
    const [first, ...others] = stories as [Story, ...Story[]], all = [copy(first, 'A'), first, copy(first, 'B'), ...others];
    const fill = (given: readonly Story[]): Ledger => {
      const ledger = Ledger.open(':memory:');
      for (const story of given) ledger.put(story, coded.get(story) ?? (coded.get(first) as CodedStory), '1');
      updateHappenings(ledger);
      return ledger;
    };
    const copies = (ledger: Ledger) => ledger.read((tx) => tx.all(ledger.db.selectFrom('story_copy').innerJoin('story', 'story.id', 'story_id').innerJoin('story as original', 'original.id', 'original_id')
      .select(['story.hash', 'original.hash as original']).orderBy('story.hash')));
    const ledger = fill(all), fresh = fill(all.slice(1));
    expect(copies(ledger)).toHaveLength(3);
    forgetStory(ledger, contentHash(all[0] as Story), { who: 'ana' });
    updateHappenings(ledger);
    expect(clusters(ledger)).toEqual(clusters(fresh));
    expect(sizes(ledger)).toEqual(sizes(fresh));
    expect(copies(ledger)).toEqual(copies(fresh));
    expect(copies(ledger)).toHaveLength(2);
  });

  it('follows corrections: rejected events leave, split ones part, merged ones join, and undoing undoes it', () => {
    const ledger = Ledger.open(':memory:');
    for (const story of stories) put(ledger, story);
    updateHappenings(ledger);
    const sign = { who: 'ana', why: 'seen' };
    const shared = sizes(ledger).find((one) => one.stories > 1) as { id: number };
    const events = ledger.read((tx) => tx.all(ledger.db.selectFrom('happening_event').where('happening_id', '=', shared.id).select('event_id').orderBy('event_id'))).map(({ event_id }) => event_id);
    const [a = 0, ...rest] = events;
    const { id } = correct(ledger, { kind: 'split', events: [`e${a}`], from: rest.map((one) => `e${one}`) }, sign);
    updateHappenings(ledger);
    const after = idsOf(ledger, events);
    expect(after.filter((one) => one.happening_id === after.find(({ event_id }) => event_id === a)?.happening_id).map(({ event_id }) => event_id)).toEqual([a]);
    correct(ledger, { kind: 'undo', correction: id }, sign);
    updateHappenings(ledger);
    expect(clusters(ledger)).toEqual(expected);

    const alone = sizes(ledger).find((one) => one.events === 1) as { id: number };
    const single = ledger.read((tx) => tx.one(ledger.db.selectFrom('happening_event').where('happening_id', '=', alone.id).select('event_id')))?.event_id as number;
    correct(ledger, { kind: 'merge', events: [`e${single}`, `e${a}`] }, sign);
    updateHappenings(ledger);
    expect(new Set(idsOf(ledger, [single, ...events]).map(({ happening_id }) => happening_id)).size).toBe(1);

    correct(ledger, { kind: 'reject', fact: `e${a}` }, sign);
    updateHappenings(ledger);
    expect(idsOf(ledger, [a])).toEqual([]);
  });
});
