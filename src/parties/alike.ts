/** Known people under other spellings of their names: one sound, written by the habits of another language or outlet. */
import type { Lang } from '../story/story.ts';
import type { Person } from './people.ts';
import { partyOn, people, prominence } from './people.ts';

const PARTICLE = new Set(['аль', 'эль', 'ас', 'аш', 'ад', 'ан', 'ар', 'ат', 'эс', 'эд', 'бин', 'бен', 'ибн', 'бинт', 'ульд', 'улд', 'ван', 'фон', 'де', 'да', 'ди', 'ла', 'ле', 'дер', 'оглы', 'oğlu', 'al', 'el', 'es', 'as', 'ash', 'ad', 'an', 'ar', 'at', 'ed', 'en', 'er', 'ez', 'bin', 'ben', 'ibn', 'bint', 'ould', 'uld', 'ud', 'ul', 'ur', 'van', 'von', 'de', 'da', 'di', 'du', 'dos', 'la', 'le', 'der', 'oglu', 'ogly']);
const LEAST = 5;

/** One letter for what is heard alike; a letter not listed (vowels, `h`, `w`) is not heard. */
const SOUND: Record<string, string> = {
  k: 'k', q: 'k', c: 'k', g: 'k', t: 't', d: 't', p: 'p', b: 'p', f: 'p', v: 'p', s: 's', z: 's', j: 's', x: 'ks', l: 'l', r: 'r', m: 'm', n: 'n',
  ç: 's', ş: 's', š: 's', č: 's', ć: 's', ž: 's', đ: 's', ś: 's', ź: 's', ż: 's', ł: 'l', ñ: 'n', ń: 'n', ř: 'r', ť: 't', ğ: '',
  к: 'k', г: 'k', т: 't', д: 't', п: 'p', б: 'p', ф: 'p', в: 'p', с: 's', з: 's', ж: 's', ц: 's', ч: 's', ш: 's', щ: 's', л: 'l', р: 'r', м: 'm', н: 'n',
};
/** Two letters for one sound, by the first and then the second, and how that goes. */
const PAIRS: Record<string, Record<string, string>> = {
  k: { h: '' }, c: { h: 's', k: 'k' }, t: { s: 's', z: 's' }, d: { z: 's', j: 's' }, p: { h: 'p' }, д: { ж: 's', з: 's' }, т: { с: 's', ц: 's' },
};

function soundOfWord(word: string, lang: Lang): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const ch = word.charAt(i);
    const pair = PAIRS[ch]?.[word.charAt(i + 1)];
    const heard = pair ?? (lang === 'tr' && ch === 'c' ? 's' : SOUND[ch] ?? '');
    if (pair !== undefined) i++;
    if (heard && out.charAt(out.length - 1) !== heard) out += heard;
  }
  return out;
}

/** Whether two first names may be one: an initial, the beginning of the other ("Ed", "Edward"), or of one sound but for a Russian case's ending. */
export function callsAlike(a: string, b: string, lang: Lang): boolean {
  if (a.length === 1 || b.length === 1 || a.startsWith(b.slice(0, 3))) return true;
  const heard = soundOfWord(a, lang), other = soundOfWord(b, lang);
  return heard === other || (lang === 'ru' && heard.length > 1 && other.startsWith(heard) && other.length < heard.length + 2);
}

/** Consonants of a name's words by sound, articles and "son of" left out; empty where too little is left to tell by. */
export function soundOf(name: string, lang: Lang): string {
  let out = '';
  let words = 0;
  for (const word of name.toLowerCase().split(/[\s\-‐]+/)) {
    const sound = PARTICLE.has(word) ? '' : soundOfWord(word, lang);
    if (!sound) continue;
    out += words++ ? ` ${sound}` : sound;
  }
  return words > 1 && out.length - words + 1 >= LEAST ? out : '';
}

const indexes = new Map<Lang, Map<string, Person[]>>();

function indexOf(lang: Lang): Map<string, Person[]> {
  const known = indexes.get(lang);
  if (known) return known;
  const made = new Map<string, Person[]>();
  const add = (name: string, from: Lang, person: Person): void => {
    const sound = soundOf(name, from);
    if (!sound) return;
    const list = made.get(sound);
    if (!list) made.set(sound, [person]);
    else if (!list.includes(person)) list.push(person);
  };
  for (const person of people()) {
    for (const name of person.names[lang]) add(name, lang, person);
    if (lang !== 'en') for (const name of person.names.en) add(name, 'en', person);
  }
  indexes.set(lang, made);
  return made;
}

/**
 * The one known person whose name sounds like this one, in office on the day or lately, and of a party the story names
 * (the title's own, where it has one); undefined where none or several fit.
 */
export function soundsLike(name: string, lang: Lang, date: string, owner: string | undefined, salient: ReadonlySet<string>): Person | undefined {
  const sound = soundOf(name, lang);
  if (!sound) return undefined;
  let only: Person | undefined;
  for (const person of indexOf(lang).get(sound) ?? []) {
    const party = partyOn(person, date);
    const fits = owner ? party === owner || person.country === owner : salient.has(party) || salient.has(person.country);
    if (!fits || prominence(person, date) === 0) continue;
    if (only) return undefined;
    only = person;
  }
  return only;
}
