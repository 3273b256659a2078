/** Turkish letters: case folding and the two harmonies that decide what a suffix looks like on a given stem. */

const FRONT = new Set('eiöüéêî');
const VOWELS = new Set('aeıioöuüâêîûéáóíú');
const VOICELESS = new Set('fstkçşhp');

/** True for a letter that carries a syllable. */
export function isVowel(letter: string): boolean {
  return VOWELS.has(letter);
}

/** The last vowel of a lower-cased string, or '' where it has none (acronyms, figures). */
export function lastVowel(text: string): string {
  for (let i = text.length - 1; i >= 0; i--) if (VOWELS.has(text[i])) return text[i];
  return '';
}

/** Whether `letter` is the low harmonic vowel (a/e) that may follow `previous`; '' allows both. */
export function harmonicLow(letter: string, previous: string): boolean {
  if (letter !== 'a' && letter !== 'e') return false;
  return previous === '' || FRONT.has(previous) === (letter === 'e');
}

/** Whether `letter` is the high harmonic vowel (ı/i/u/ü) that may follow `previous`; '' allows all four. */
export function harmonicHigh(letter: string, previous: string): boolean {
  switch (previous) {
    case '': return letter === 'ı' || letter === 'i' || letter === 'u' || letter === 'ü';
    case 'a': case 'ı': case 'â': case 'á': return letter === 'ı';
    case 'e': case 'i': case 'ê': case 'î': case 'é': case 'í': return letter === 'i';
    case 'o': case 'u': case 'û': case 'ó': case 'ú': return letter === 'u';
    default: return letter === 'ü';
  }
}

/** Whether a suffix-initial d/t (c/ç) agrees in voice with the letter before it; non-letters allow both. */
export function voiced(letter: string, previous: string): boolean {
  if (previous === '' || !/\p{L}/u.test(previous)) return true;
  const hard = letter === 't' || letter === 'ç';
  return VOICELESS.has(previous) === hard;
}
