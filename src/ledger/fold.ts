/** Words as they are looked up: without case, diacritics, and the letters that languages write differently. */

/** Letters that Unicode does not decompose. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ħ: 'h', ŋ: 'n', ŧ: 't', ə: 'e',
};

/**
 * Folds text for searching: compatibility forms decomposed, marks dropped (ё to е, й to и, İ to i), lower case, ı to i.
 * The same for every language, so that a word is found in whichever it stands. Not reversible, and offsets move.
 */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[ıłøđðþæœßħŋŧə]/g, (letter) => LETTERS[letter] ?? letter);

const WORD = /[\p{L}\p{N}]+/gu;
const PIECE = /(-?)(?:["“”«»„]([^"“”«»„]*)["“”«»„]?|(\S+))/gu;
/** Shorter words stand for themselves; longer ones also for what begins with them, as endings are many in Turkish and Russian. */
const STEM = 3;

const quote = (words: readonly string[], open: boolean): string => `"${words.join(' ')}"${open ? '*' : ''}`;

/**
 * A person's search as an FTS5 expression over folded text: every word must stand, or a word that begins with it; words
 * in quotation marks stand so, side by side; `-word` must not stand. Undefined where nothing is asked for.
 */
export function matchExpression(search: string): string | undefined {
  const wanted: string[] = [], unwanted: string[] = [];
  for (const [, minus, phrase, word] of search.matchAll(PIECE)) {
    const words = fold(phrase ?? word ?? '').match(WORD);
    if (!words) continue;
    const open = phrase === undefined && (words.at(-1) as string).length >= STEM;
    (minus ? unwanted : wanted).push(quote(words, open));
  }
  if (wanted.length === 0) return undefined;
  return unwanted.length ? `(${wanted.join(' AND ')}) NOT (${unwanted.join(' OR ')})` : wanted.join(' AND ');
}
