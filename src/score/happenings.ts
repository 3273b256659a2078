/** Which happening each event of several stories is of, by reading them into a ledger of their own. */
import type { GoldStory } from '../coding/fit/gold.ts';
import { updateHappenings } from '../ledger/happenings/update.ts';
import { Ledger } from '../ledger/ledger.ts';
import { contentHash } from '../story/hash.ts';
import type { CodedStory } from '../story/facts.ts';
import type { Story } from '../story/story.ts';

/** The coded stories with `happening` on every event; the names are made, and mean only which events are one. */
export function withHappenings(stories: readonly Story[], coded: readonly CodedStory[]): CodedStory[] {
  const ledger = Ledger.open(':memory:');
  try {
    stories.forEach((story, k) => void ledger.put(story, coded[k] as CodedStory, 'scored'));
    updateHappenings(ledger);
    return stories.map((story, k) => {
      const one = coded[k] as CodedStory;
      const rows = ledger.read((tx) => tx.all(ledger.db.selectFrom('event').innerJoin('coding', 'coding.id', 'event.coding_id').innerJoin('story', 'story.id', 'coding.story_id')
        .innerJoin('happening_event', 'happening_event.event_id', 'event.id').where('story.hash', '=', contentHash(story)).select('happening_id').orderBy('event.id')));
      return { ...one, events: one.events.map((event, i) => ({ ...event, happening: `h${rows[i]?.happening_id ?? `-${k}-${i}`}` })) };
    });
  } finally {
    ledger.close();
  }
}

/** Gold stories as if the coder had found exactly what they say, the names of their happenings taken away. */
export const asCoded = (stories: readonly GoldStory[]): CodedStory[] => stories.map(({ id, lang, date, text, persons, events }) => ({
  id, lang, date, persons, claims: [], ties: [], trends: [],
  events: events.map(({ happening, ...event }) => {
    const start = text.indexOf(event.evidence);
    if (start < 0) throw new Error(`${id}: its text lacks the evidence "${event.evidence}"`);
    return { ...event, offsets: { sentence: { start, end: start + event.evidence.length } }, confidence: 1 };
  }),
}));
