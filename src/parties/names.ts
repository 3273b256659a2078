/** Names of people in a text, known and unknown: where they stand and what they are uninflected. */
import type { Doc } from '../language/doc.ts';
import { callsAlike } from './alike.ts';
import type { Lexicon, PersonEntry } from './lexicon.ts';
import type { Person } from './people.ts';
import { nominativeOf } from './nominative.ts';
import type { Item } from './scan.ts';
import { isListed } from './scan.ts';
import type { Word } from './words.ts';

export interface NameSpan {
  /** Word range. */
  first: number;
  last: number;
  /** The name uninflected, in the text's own spelling. */
  text: string;
  /** Folded words of `text`. */
  keys: string[];
  /** Known people of exactly this full name. */
  full: Person[];
  /** Known people whose short name it is (or ends in). */
  short: Person[];
  /** The first word is a first name of somebody known. */
  given: boolean;
  sex?: 'm' | 'f';
  /** English possessive, or a Turkish case suffix. */
  suffix: string;
  /** Cases it may stand in (Russian). */
  cases: number;
}

const PARTICLE = new Set([
  'al', 'el', 'es', 'eş', 'ez', 'en', 'er', 'et', 'ed', 'as', 'ash', 'ad', 'bin', 'bint', 'ibn', 'ben', 'van', 'von', 'der', 'den', 'de', 'da', 'di',
  'du', 'la', 'le', 'dos', 'del', 'della', 'ter', 'ul', 'ur', 'abu', 'ebu', 'bu', 'ould', 'uld', 'y', 'e', 'uddin', 'oğlu', 'ogly', 'af',
  'аль', 'ас', 'аш', 'ад', 'ан', 'эль', 'эс', 'эш', 'эз', 'эд', 'ат', 'ар', 'аз', 'бин', 'бен', 'ибн', 'бинт', 'ван', 'фон', 'дер', 'ден', 'де', 'да', 'ди', 'дю', 'дос', 'дель',
  'ла', 'ле', 'абу', 'оглы', 'кызы', 'улд', 'ульд', 'уд', 'эд', 'ур', 'ул',
]);

/** Forms of address, no part of the name after them; those in the second set only with a full stop. */
const ADDRESS = new Set(['mr', 'mrs', 'ms', 'mme', 'dr', 'hon', 'honourable', 'honorable', 'excellency', 'highness', 'majesty', 'eminence', 'datuk', 'dato', 'dato’', 'utama', 'advocate', 'lt', 'md', 'seyid', 'şeyh', 'seyh', 'shri', 'smt', 'amb', 'sayyid', 'seyyed', 'sayyed', 'syed', 'daw', 'mallam', 'maulana', 'sayin', 'ekselansları', 'господин', 'господина', 'господину', 'господином', 'госпожа', 'госпожи', 'госпоже', 'госпожой', 'госпожу', 'г-н', 'г-на', 'г-ну', 'г-ном', 'г-жа', 'г-жи', 'г-же', 'г-жой', 'г-жу']);
const SHORTENED = new Set(['eng', 'prof', 'rep', 'sen', 'amb', 'gen', 'lt', 'maj', 'col', 'brig', 'adm', 'capt', 'gov', 'doç', 'av', 'org', 'korg', 'tümg', 'ген', 'проф', 'им']);

const QUOTE = /^["“”«»]$/;
/** The second half of a Korean or Chinese name behind its hyphen: "Kim Kye-gwan", "Tsai Ing-wen". */
const SYLLABLE = /^(?!run$|hit$|free$|set$|ran$|won$|pro$|cum$|in$)(?:[bcdfghjklmnpqrstwxyz]{0,2}[aeiouy]{1,3}(?:ng|[nmlkphrt])?)$/;
const CAPITALS = new Set(['HE', 'HH', 'HRH', 'HM']);
/** Words that lead up to one ("the Rt Hon", "His Excellency"). */
const BEFORE_ADDRESS = new Set(['the', 'rt', 'right', 'most', 'his', 'her', 'royal']);

/** Words a form of address takes up here: 0, 1, or 2 with its full stop; more where several follow one another. */
export function addressAt(words: readonly Word[], i: number): number {
  let k = i;
  for (; words[k]?.word || (k > i && words[k]?.key === '(' && words[k + 2]?.key === ')' && SHORTENED.has(words[k + 1].key)); k++) {
    const { key } = words[k];
    if (key === '(') {
      k += 2;
      continue;
    }
    // "H E Dr X"
    if (words[k].form === 'H' && /^[EH]$/.test(words[k + 1]?.form ?? '')) {
      k++;
      continue;
    }
    // Burmese "U Than Swe"
    if (words[k].form === 'U' && words[k + 1]?.cap === 1 && words[k + 1].word) continue;
    const stop = words[k + 1]?.key === '.' && words[k + 1].start === words[k].stop;
    if (BEFORE_ADDRESS.has(key)) {
      let ahead = k + 1;
      while (words[ahead]?.word && BEFORE_ADDRESS.has(words[ahead].key)) ahead++;
      if (!/^(?:hon|honou?rable|excellency|highness|majesty|eminence)$/.test(words[ahead]?.key ?? '')) break;
      continue;
    }
    if (ADDRESS.has(key) || (stop && SHORTENED.has(key)) || (CAPITALS.has(words[k].form)) || (key === 'seri' && /^dat(?:uk|o)/.test(words[k - 1]?.key === '’' || words[k - 1]?.key === "'" ? words[k - 2]?.key ?? '' : words[k - 1]?.key ?? ''))) {
      if (stop) k++;
    } else break;
  }
  return k - i;
}

function isNotName(item: Item | undefined): boolean {
  return item?.nouns.notname !== undefined;
}

function isAdjective(doc: Doc, words: readonly Word[], from: number, to: number, noName: boolean): boolean {
  const next = words[to];
  if (!next?.word || (next.cap > 0 && !noName) || next.sentence !== words[from].sentence || doc.tokens[next.token].upos !== 'NOUN') return false;
  for (let i = from; i < to; i++) if (doc.tokens[words[i].token].upos !== 'ADJ') return false;
  return true;
}

/** Builds the name over a range of words. */
function span(doc: Doc, lexicon: Lexicon, words: readonly Word[], first: number, last: number, full: PersonEntry[], short: PersonEntry[], cases: number, suffix: string): NameSpan {
  const known = full[0] ?? (last - first === 1 ? short[0] : undefined);
  const surface = doc.text.slice(words[first].start, words[last - 1].end);
  const dictionary = known ? known.name : undefined;
  const { text, keys } = nominativeOf(doc.lang, lexicon, words.slice(first, last), surface, dictionary, suffix);
  const given = lexicon.given.get(keys[0]);
  const sex = full[0]?.person.sex ?? (given ?? undefined);
  const people = (entries: PersonEntry[]): Person[] => [...new Set(entries.map((e) => e.person))];
  return { first, last, text, keys, full: people(full), short: people(short), given: given !== undefined, sex, suffix, cases };
}

/**
 * Runs of capitalised words that may name a person, and every known person's name. Whether an unknown run is a
 * person is settled later, by titles, speech and repetition.
 */
export function findNames(doc: Doc, lexicon: Lexicon, words: readonly Word[], items: readonly Item[]): NameSpan[] {
  const at = new Array<Item | undefined>(words.length);
  for (const item of items) for (let i = item.first; i < item.last; i++) at[i] = item;
  const out: NameSpan[] = [];
  const opening = (i: number): boolean => {
    const word = words[i];
    if (!word.opens || at[i]?.persons.length) return false;
    const token = doc.tokens[word.token];
    const reading = lexicon.readings(word.key).some((r) => lexicon.given.has(r.key));
    return !reading && token.upos !== 'PROPN' && token.upos !== 'X';
  };
  const starts = (i: number): boolean => {
    const word = words[i];
    if (!word?.word || word.cap === 0 || /^\d/.test(word.key)) return false;
    // "S.P. Thamilselvan": initials, no acronym
    const initials = word.stop - word.start > word.form.length && words[i + 1]?.cap === 1 && words[i + 1].word;
    if (word.cap === 2 && word.key.length > 1 && word.key.length < 5 && !initials) return false;
    if (addressAt(words, i) > 0) return false;
    const item = at[i];
    return !item || (!isListed(item) && !isNotName(item)) || namesake(i, item);
  };
  // "Dr Sydney Mufamadi", "Richard Wagner": a city or a group of one word beside a first name, or before a surname
  const namesake = (i: number, item: Item): boolean => {
    const sort = item.party?.sort;
    if (doc.lang !== 'en' || item.last - item.first !== 1 || (sort !== 'place' && sort !== 'group') || words[i].cap !== 1 || words[i].glued) return false;
    const before = words[i - 1], after = words[i + 1], here = (w: Word | undefined): boolean => w?.word === true && w.sentence === words[i].sentence;
    if (sort === 'group' || lexicon.given.has(before?.key ?? '')) return here(before) && before!.cap === 1 && lexicon.given.has(before!.key) && !at[i - 1]?.party && !isNotName(at[i - 1]);
    const plain = here(after) && after!.cap === 1 && !after!.glued && !at[i + 1] && !words[i].ending;
    return plain && before !== undefined && (((before.key === ',' || before.key === 'and') && lexicon.given.has(words[i].key)) || before.key === 'dr' || before.key === 'mr' || before.key === 'ms' || at[i - 1]?.nouns.office !== undefined);
  };
  for (let i = 0; i < words.length;) {
    const item = at[i];
    const full = item && item.first === i ? item.persons.filter((p) => !p.short) : [];
    if (item && full.length && !(isListed(item) && item.last - item.first === 1)) {
      out.push(span(doc, lexicon, words, i, item.last, full, [], item.cases, item.suffix));
      i = item.last;
      continue;
    }
    if (!starts(i) || opening(i)) {
      i = item && item.first === i && !starts(i) ? item.last : i + 1;
      continue;
    }
    let j = i + 1;
    while (j < words.length && words[j].sentence === words[i].sentence && !words[j - 1].ending) {
      if (!words[j].word) {
        if (words[j].key === '.' && words[j - 1].key.length === 1 && words[j].start === words[j - 1].stop && starts(j + 1)) {
          j++;
          continue;
        }
        // 'Ferdinand "Bongbong" Marcos'
        if (QUOTE.test(words[j].key) && QUOTE.test(words[j + 2]?.key ?? '') && starts(j + 1) && starts(j + 3) && words[j + 3].sentence === words[i].sentence) {
          j += 3;
          continue;
        }
        break;
      }
      const inside = at[j];
      if (inside && inside.first === j && inside.persons.some((p) => !p.short) && !words[j].glued) break;
      if (starts(j)) {
        j++;
        continue;
      }
      if (PARTICLE.has(words[j].key) && (words[j].cap > 0 || words[j + 1]?.glued || words[j - 1].cap > 0) && starts(j + 1) && words[j + 1].sentence === words[i].sentence) {
        j += 2;
        continue;
      }
      // "Londoño de la Cuesta"
      if (PARTICLE.has(words[j].key) && PARTICLE.has(words[j + 1]?.key ?? '') && words[j - 1].cap > 0 && words[j + 2]?.sentence === words[i].sentence && starts(j + 2)) {
        j += 3;
        continue;
      }
      if (words[j].glued && !inside?.party && (words[j].cap > 0 || (j - i >= 2 && SYLLABLE.test(words[j].key)))) {
        j++;
        continue;
      }
      break;
    }
    if (words[j]?.key === '.' && words[j].start === words[j - 1].stop && (words[j - 1].key === 'jr' || words[j - 1].key === 'sr')) j++;
    // "руководитель Азиатско-Тихоокеанского отдела": adjectives of a noun that follows.
    if (doc.lang === 'ru' && isAdjective(doc, words, i, j, isNotName(at[j])) && !at[j - 1]?.persons.length) {
      i = j;
      continue;
    }
    // "поприветствовал Вестервелле Лаврова": two who are known by their surnames.
    if (j - i === 2 && !words[i + 1].glued && at[i]?.last === i + 1 && at[i]!.persons.length && at[j - 1]?.persons.length
      && !lexicon.given.has(words[i].key) && !at[i]!.persons.some((p) => at[j - 1]!.persons.some((q) => q.person === p.person))) j--;
    // 'Joko "Jokowi" Widodo' is Joko Widodo
    if (j - i === 5 && QUOTE.test(words[i + 1].key) && QUOTE.test(words[i + 3].key)) {
      const plain = `${words[i].form} ${words[i + 4].form}`.toLowerCase(), known = at[j - 1]?.persons.filter((p) => p.person.names[doc.lang].some((n) => n.toLowerCase() === plain)) ?? [];
      if (known.length) {
        out.push(span(doc, lexicon, words, i, j, known, [], at[j - 1]?.cases ?? 0, words[j - 1].ending));
        i = j;
        continue;
      }
    }
    const end = words[j - 1].key === '.' && j - i > 3 ? j - 2 : /^[js]r$/.test(words[j - 1].key) && j - i > 2 ? j - 1 : j;
    const tail = at[end - 1];
    const short = tail && tail.last === end ? tail.persons : [];
    const single = j - i === 1;
    const initial = words[i].key.charAt(0), inner = new Set(words.slice(i, end - 1).map((w) => w.key));
    // a first name that stands alone ("Abiy") is no surname of somebody else
    const fitting = single ? short : short.filter((p) => p.person.names[doc.lang].some((n) => n.endsWith(p.name)
      && n.toLowerCase().split(/[\s-]/).slice(0, -1).some((part, k) => !PARTICLE.has(part) && (inner.has(part) && (k === 0 || part === words[i].key) || (part.charAt(0) === initial && callsAlike(part, words[i].cap === 2 ? initial : words[i].key, doc.lang))))));
    out.push(span(doc, lexicon, words, i, j, [], fitting, tail?.cases ?? 0, words[j - 1].ending || (tail && tail.last === j ? tail.suffix : '')));
    i = j;
  }
  return out;
}
