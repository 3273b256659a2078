/** What common characters are, by code, for readers that pass over a text letter by letter. */

/** A letter (the general category L), a combining mark (M), an ASCII digit, white space, or another sign. */
export const LETTER = 1, MARK = 2, DIGIT = 3, SPACE = 4, SIGN = 5;
/** A code that is not told here: rarer scripts, halves of a pair. */
export const RARE = 0;

/** Latin, Greek and Cyrillic with all between; and the dashes, quotation marks and dots of every script, which are signs. */
const COMMON = 0x530, PUNCTUATION = 0x2010, SEPARATORS = 0x2028;

const kinds = Uint8Array.from({ length: COMMON }, (_, code) => {
  const character = String.fromCharCode(code);
  return /\p{L}/u.test(character) ? LETTER : /\p{M}/u.test(character) ? MARK : /[0-9]/.test(character) ? DIGIT : /\s/.test(character) ? SPACE : SIGN;
});

/** What the character of a UTF-16 code is. */
export const kindOf = (code: number): number => (code < COMMON ? kinds[code] as number : code >= PUNCTUATION && code < SEPARATORS ? SIGN : RARE);
