/** Russian names in a case, as they are written: of a phrase its leading adjectives and its noun are declined, what follows stays. */
import { adjectiveForms, DAT, GEN, INS, looksAdjective, nounForms, PRP } from '../parties/russian.ts';
import type { Form } from '../parties/russian.ts';

export type RussianCase = 'gen' | 'dat' | 'ins' | 'prp';

const BITS: Readonly<Record<RussianCase, number>> = { gen: GEN, dat: DAT, ins: INS, prp: PRP };
/** Acronyms, names in another script, and names that end as no declined noun does. */
const FIXED = /^[\p{Lu}\d-]+$|[A-Za-z]|(?:[иуэ]|(?<!ств)о|[^ьи]е|[оу]а)$/u;
/** Names that no rule fits. */
const WHOLE = new Set(['Господня армия сопротивления', 'Абу Сайяф', 'Вив Ансанм', 'Трен де Арагуа', 'ТюркПА', 'Братья-мусульмане']);
const ACRONYM = /^\p{Lu}{2}/u;
/** Nouns that end as adjectives do. */
const NO_ADJECTIVE = /(?:[нтсвд]ие|Маврикий)$/;
/** Adjectives in -ов, as they stand in the names of islands. */
const OWNED = /овы$/, OWNED_ENDINGS: Readonly<Record<RussianCase, string>> = { gen: 'ых', dat: 'ым', ins: 'ыми', prp: 'ых' };
/** Plural names whose genitive has an ending. */
const WITH_OV = /(?:исты|иты|ланды|тигры|острова)$/;

/** A form put in the place of a word, with the word's capitals. */
function spelled(word: string, form: string): string {
  const low = word.toLowerCase().replaceAll('ё', 'е');
  let same = 0;
  while (same < low.length && low[same] === form[same]) same++;
  return word.slice(0, same) + form.slice(same);
}

function adjectiveIn(word: string, wanted: RussianCase): string {
  if (OWNED.test(word)) return word.slice(0, -1) + OWNED_ENDINGS[wanted];
  const low = word.toLowerCase(), plural = /[ыи]е$/.test(low), feminine = /[ая]я$/.test(low);
  const fit = adjectiveForms(low).filter((form) => form.cases & BITS[wanted] && form.plural === plural);
  return spelled(word, (plural ? fit[0] : fit.find(({ form }) => feminine === /[ое]й$/.test(form)))?.form ?? low);
}

function nounIn(word: string, wanted: RussianCase): string {
  if (FIXED.test(word)) return word;
  const low = word.toLowerCase().replaceAll('ё', 'е'), islands = low.endsWith('острова'), plural = islands || low.endsWith('ы');
  const fit = nounForms(islands ? low.slice(0, -1) : low).filter((form) => form.cases & BITS[wanted] && form.plural === plural), ends = (end: RegExp): Form | undefined => fit.find(({ form }) => end.test(form));
  // after a hushing consonant an unstressed ending has е: Польшей, Бангладешем
  const found = (plural && wanted === 'gen' && WITH_OV.test(low) ? ends(/ов$/) : /[жшчщц]а?$/.test(low) ? ends(/е[йм]$/) : undefined) ?? fit[0];
  return found ? spelled(word, found.form) : word;
}

function phraseIn(name: string, wanted: RussianCase): string {
  let noun = -1;
  return name.split(' ').map((word, i) => {
    const adjective = OWNED.test(word) || (looksAdjective(word.toLowerCase()) && !NO_ADJECTIVE.test(word) && !ACRONYM.test(word));
    // behind its noun an adjective may stand: "Республика Сербская"
    if (noun >= 0) return adjective && i === noun + 1 && word.endsWith('ая') ? adjectiveIn(word, wanted) : word;
    if (adjective) return adjectiveIn(word, wanted);
    noun = i;
    return nounIn(word, wanted);
  }).join(' ');
}

/** `Норвегия`, `ins`: Норвегией; `Босния и Герцеговина`, `gen`: Боснии и Герцеговины; `Южная Корея`, `dat`: Южной Корее. */
export function inRussianCase(name: string, wanted: RussianCase): string {
  if (WHOLE.has(name) || name.startsWith('«')) return name;
  const [before, after] = name.split(' — ');
  if (before !== undefined && after !== undefined) return `${before} — ${phraseIn(after, wanted)}`;
  // what a preposition governs stays as it is
  if (/ (?:за|по|в|на) /.test(name)) return phraseIn(name, wanted);
  return name.split(' и ').map((part) => phraseIn(part, wanted)).join(' и ');
}

/** With somebody: `с Чадом`, `со Швецией`. */
export const withRussian = (name: string): string =>
  `${/^(?:[сзшжщ][бвгджзйклмнпрстфхцчшщь]|вс)/i.test(name) && !ACRONYM.test(name) ? 'со' : 'с'} ${inRussianCase(name, 'ins')}`;
