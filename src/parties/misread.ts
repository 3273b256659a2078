/** Words that are listed for a party but name something else where they stand. */
import type { Lang } from '../story/story.ts';
import type { Item } from './scan.ts';
import type { Word } from './words.ts';

/** Turkish writes "Batı" before a region as before a state it acts on; these are regions. */
const TURKISH_REGION = /^(?:afrika|asya|avrupa|balkan|sahra|şeria|seria|trakya|papua|nil|sahel|karadeniz|akdeniz|bengal|avustralya)/;

/** Whether an item of one or more words names no party here. */
export function isMisread({ party, first, last }: Item, words: readonly Word[], lang: Lang): boolean {
  if (!party) return false;
  const before = words[first - 1], next = words[last], { sentence } = words[first] as Word;
  const follows = next?.word && next.sentence === sentence ? next : undefined;
  // "West Africa", "Western Niger", "Западная Африка": a quarter of the sky
  if (party.code === 'WEST') return follows !== undefined && (lang === 'tr' ? TURKISH_REGION.test(follows.key) : follows.cap === 1);
  if (lang !== 'en') return false;
  const key = words.slice(first, last).map((w) => w.key).join(' ');
  // "the Central Commission", "the Independent Commission for ...": not the European one
  if (key === 'commission') return before !== undefined && before.sentence === sentence && before.word && before.cap > 0 && !before.opens;
  // "the Arab States of the Gulf", "member States"
  return key === 'states' && (before?.key !== 'the' || follows?.key === 'of' || follows?.key === 'parties' || follows?.key === 'members');
}
