/** A headline's parties and people, as what the first sentence's "both sides" and "he" may lean on. */
import type { Reader } from './reader.ts';
import { scan } from './scan.ts';
import { splitWords } from './words.ts';

/** Notes the headline's parties as named just before the text. */
export function readTitle(reader: Reader): void {
  const { title } = reader.context;
  if (!title) return;
  const { lexicon } = reader.scene;
  const words = splitWords(title, lexicon.lang);
  for (const item of scan(lexicon, words)) {
    if (!item.party) continue;
    const place = item.party.sort === 'place';
    reader.salience.note({
      codes: [item.party.code], word: -1, sentence: -1, subject: false, plural: false,
      weight: place ? 0.4 : 1.5, kind: place ? 'place' : 'party', outsider: false,
    });
  }
}
