/** Offices in Turkish and Russian, put together from posts, what they are for, and whose they are. */
import type { PartyLine } from '../../../../src/api/schemas/views.ts';
import { inTurkishCase } from '../../../../src/words/case-tr.ts';
import { inRussianCase, withRussian } from '../../../../src/words/case-ru.ts';
import type { RussianCase } from '../../../../src/words/case-ru.ts';
import { KINDS, NAMED } from './bodies.ts';
import { FIELDS, ORGANISATIONS, PLACES } from './fields.ts';
import { OFFICES } from './offices.ts';
import { POSTS, WHOLE } from './posts.ts';

export type OfficeLang = 'tr' | 'ru';
type Case = 'nom' | RussianCase;
type Sort = 'post' | 'body' | 'field' | 'place' | 'org' | 'name';

/** A noun with what stands before it in Turkish and behind it in Russian. */
interface Noun {
  sort: Sort;
  /** What possesses the Turkish head: `dışişleri` of `dışişleri bakanı`. */
  left: string;
  head: string;
  /** The head as it stands behind `left`. */
  owned: string;
  ru(wanted: Case): string;
  /** How it takes what it is for. */
  takes: string;
  /** What stands behind the Russian head, whose it is before what it is for. */
  behind: readonly string[];
}

const CASES = ['nom', 'gen', 'dat', 'ins', 'prp'] as const;
/** A Russian cell: the nominative, or it and further cases; those that are not given follow from it by rule. */
function declined(cell: string): (wanted: Case) => string {
  const given = cell.split('/'), first = given[0] as string;
  return (wanted) => (wanted === 'nom' ? first : given[CASES.indexOf(wanted)] || inRussianCase(first, wanted));
}

const rowsOf = (table: string): string[][] => table.split('\n').filter(Boolean).map((line) => line.split('|'));
const noun = (sort: Sort, tr: string, owned: string, ru: string, takes = ''): Noun => ({ sort, left: '', head: tr, owned: owned === '=' ? tr : owned, ru: declined(ru), takes, behind: [] });

const posts = new Map<string, Noun>(), known = new Map<string, Noun>();
for (const [en = '', tr = '', owned = '', ru = '', takes] of rowsOf(POSTS)) posts.set(en, noun('post', tr, owned, ru, takes));
for (const [en = '', tr = '', owned = '', ru = '', takes] of rowsOf(KINDS)) posts.set(en, noun('body', tr, owned, ru, takes));
for (const [sort, table] of [['field', FIELDS], ['place', PLACES], ['org', ORGANISATIONS], ['body', NAMED], ['post', OFFICES], ['post', WHOLE]] as const) {
  for (const [en = '', tr = '', ru = ''] of rowsOf(table)) known.set(en, noun(sort, tr, tr, ru));
}
const heads = [...posts.keys()].sort((x, y) => y.length - x.length);
const LONGEST = 12;

const bareOf = ({ left, head, owned }: Noun): string => (left ? `${left} ${owned}` : head);
/** Islands and the like, where Russian is "on" and not "in". */
const ON = /^(?:Украин|Тайван|юге|Кипр|Гаити|Куб|Мальт|Филиппин|Ближн|Балкан|Кавказ|Южном Кавказ|Мадагаскар|Западном бер|Палестинских терр)/;
const AT = /^[вф][бвгджзйклмнпрстфхцчшщ]/i;

/** In a place: `в США`, `во Франции`, `на Украине`. */
const inRussian = (place: string): string => `${ON.test(place) ? 'на' : AT.test(place) ? 'во' : 'в'} ${place}`;

/** Affairs that a Russian office is for, and not of; foreign and home affairs are what ministries are of. */
const AFFAIRS = /(?:^|(?<!иностранных|внутренних) )(?:дел|вопросов)(?: |$)/;

/** What a Russian noun is of, for or in, as it stands behind it. */
function linked({ takes }: Noun, how: string, of: Noun): string {
  const thing = of.sort === 'field' || of.sort === 'place' || of.sort === 'org';
  switch (how) {
    case 'in': case 'at': return inRussian(of.ru('prp'));
    case 'to': return of.sort === 'place' ? inRussian(of.ru('prp')) : of.sort === 'org' ? `при ${of.ru('prp')}` : of.ru('gen');
    case 'with': return withRussian(of.ru('nom'));
    case 'against': return `по борьбе с ${of.ru('ins')}`;
    case 'for': case 'on': return of.sort === 'post' ? of.ru('gen') : `по ${of.ru('dat')}`;
    case 'field': if (thing && takes.startsWith('по')) return `по ${of.ru('dat')}`;
  }
  // ministers are not of affairs, but for them
  return takes === 'ins' ? of.ru('ins') : AFFAIRS.test(of.ru('gen')) ? `по ${of.ru('dat')}` : of.ru('gen');
}

/** How what something is of, for or to stands before the Turkish head, and whether that is possessed by it. */
function before({ takes, sort, head }: Noun, how: string, of: Noun): { words: string; owns: boolean } {
  const thing = of.sort === 'field' || of.sort === 'place', words = bareOf(of);
  // accredited to somebody is not of somebody
  if (how === 'to' && sort === 'post' && (of.sort === 'org' || (of.sort === 'place' && !head.endsWith('temsilci')))) return { words: `${words} nezdinde`, owns: false };
  if (how === 'against') return { words: `${words} ile mücadele`, owns: true };
  if (thing && how !== 'of' && (takes.includes('sorumlu') || (how === 'for' && of.sort === 'place' && takes === 'minister'))) return { words: `${inTurkishCase(words, 'abl')} sorumlu`, owns: false };
  return { words: takes === '’s' ? inTurkishCase(words, 'gen') : words, owns: true };
}

/** `minister` and `culture`: kültür bakanı, министр культуры. */
function joined(head: Noun, how: string, of: Noun): Noun {
  const { words, owns } = before(head, how, of), link = linked(head, how, of), behind = /^по /.test(link) ? [...head.behind, link] : [link, ...head.behind];
  const bare = head.behind.length ? (wanted: Case): string => head.ru(wanted).slice(0, -head.behind.join(' ').length - 1) : head.ru;
  return { ...head, left: [words, head.left].filter(Boolean).join(' '), owned: owns || head.left ? head.owned : head.head, behind, ru: (wanted) => `${bare(wanted)} ${behind.join(' ')}` };
}

/** Deputies and others who stand for somebody. */
const FOR: Readonly<Record<string, readonly [tr: (one: Noun) => string, ru: string, gen: string]>> = {
  'first deputy': [({ head }) => `birinci ${head} yardımcısı`, 'первый заместитель', 'первого заместителя'], 'first vice': [({ head }) => `birinci ${head} yardımcısı`, 'первый заместитель', 'первого заместителя'],
  deputy: [({ head }) => `${head} yardımcısı`, 'заместитель', 'заместителя'], vice: [({ head }) => `${head} yardımcısı`, 'заместитель', 'заместителя'],
  acting: [({ head }) => `${head} vekili`, 'исполняющий обязанности', 'исполняющего обязанности'],
};

function standingFor(prefix: string, one: Noun): Noun {
  const [tr, ru, gen] = FOR[prefix] as (typeof FOR)[string], head = tr(one);
  return { ...one, head, owned: head, ru: (wanted) => `${wanted === 'nom' ? ru : wanted === 'gen' ? gen : inRussianCase(ru, wanted)} ${one.ru('gen')}` };
}

const PREFIX = /^(first deputy|first vice|deputy|vice|acting) (.+)$/, PAST = /^(former|retired) (.+)$/;
const GONE: Readonly<Record<string, readonly [tr: string, ru: string]>> = { former: ['eski', 'бывший'], retired: ['emekli', 'отставной'] };
const LINK = / (of|for|in|to|on|with|against|at) /;

/** Puts words together; parties are known by their English names. */
export function composer(lang: OfficeLang, parties: readonly PartyLine[]): (role: string) => string | undefined {
  const byName = new Map(parties.map((party) => [party.names.en, party])), made = new Map<string, string | undefined>();

  function partyNoun(text: string): Noun | undefined {
    const party = byName.get(text) ?? byName.get(text.replace(/^the /, ''));
    return party && noun(party.kind === 'state' ? 'place' : 'org', party.names.tr, party.names.tr, party.names.ru);
  }

  /** What something is of or for: listed, a party, several of them, another post or body, or a name as it is. */
  function thing(text: string, depth: number): Noun | undefined {
    const plain = text.replace(/^the /, ''), listed = known.get(text) ?? known.get(plain) ?? known.get(`the ${plain}`) ?? partyNoun(text);
    if (listed) return listed;
    const whole = depth < LONGEST ? post(plain, depth + 1) : undefined;
    if (whole) return whole;
    const [first, second] = text.split(/ and (.+)/).map((part) => (part ? known.get(part) ?? known.get(`the ${part}`) ?? partyNoun(part) : undefined));
    if (first && second) return { ...first, head: `${bareOf(first)} ve ${bareOf(second)}`, owned: `${bareOf(first)} ve ${bareOf(second)}`, ru: (wanted) => `${first.ru(wanted)} и ${second.ru(wanted)}` };
    return /^\p{Lu}/u.test(plain) && !/ /.test(plain) ? noun('name', plain, plain, plain) : undefined;
  }

  function post(text: string, depth: number): Noun | undefined {
    const whole = known.get(text) ?? posts.get(text);
    if (whole) return whole;
    const [, since = '', was = ''] = PAST.exec(text) ?? [], past = was ? post(was, depth + 1) : undefined;
    if (past) {
      const [tr, ru] = GONE[since] as (typeof GONE)[string];
      return { ...past, left: [tr, past.left].filter(Boolean).join(' '), owned: past.left ? past.owned : past.head, ru: (wanted) => `${wanted === 'nom' ? ru : inRussianCase(ru, wanted)} ${past.ru(wanted)}` };
    }
    const [, prefix = '', rest = ''] = PREFIX.exec(text) ?? [], own = rest ? post(rest, depth + 1) : undefined;
    if (own) return standingFor(prefix, own.left || !known.has(rest) ? own : composedOf(rest, depth) ?? own);
    return composedOf(text, depth);
  }

  /** By its parts: what stands before the head, and what behind it. */
  function composedOf(text: string, depth: number): Noun | undefined {
    for (const link of [undefined, ...text.matchAll(new RegExp(LINK, 'g'))]) {
      const front = link ? text.slice(0, link.index) : text, behind = link ? text.slice(link.index + link[0].length) : '';
      const head = heads.find((one) => front === one || front.endsWith(` ${one}`));
      if (!head) continue;
      const field = front.slice(0, -head.length).trim();
      if (LINK.test(field)) continue;
      const named = field ? thing(field, depth) : undefined, of = named?.sort === 'post' ? undefined : named, whose = behind ? thing(behind, depth) : undefined;
      if ((field && !of) || (behind && !whose)) continue;
      const own = of ? joined(posts.get(head) as Noun, 'field', of) : (posts.get(head) as Noun);
      if (whose) return joined(own, link?.[1] ?? 'of', whose);
      if (of) return own;
    }
    return undefined;
  }

  return (role) => {
    if (!made.has(role)) {
      const found = post(role, 0);
      made.set(role, found && (lang === 'tr' ? bareOf(found) : found.ru('nom')));
    }
    return made.get(role);
  };
}
