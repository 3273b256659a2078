/** Where an act took place, as its sentence names it: a capitalised phrase in the locative, nearest to the trigger. */
import type { Token } from '../language/doc.ts';
import { kindOf } from '../parties/codes.ts';
import { russianPlace } from '../parties/places.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

/** A place farther off than this, in tokens, is another act's. */
const REACH = 12;
/** Capitalised words of a place's name. */
const LONG = 5;

const CAPITAL = /^\p{Lu}/u;
/** Nouns that close the name of a place: "UN headquarters", "Смоленская площадь"; after other nouns a name is no place ("the NATO summit"). */
const SITES = {
  en: /^(?:headquarters?|hq|palace|airport|airbase|base|square|city|town|village|province|region|island|islands|port|border|castle|resort|valley|peninsula|mountains?|capital|camp|crossing|prison|embassy|consulate)$/,
  ru: /^(?:площадь|улица|дворец|аэропорт|база|город|область|край|район|остров|полуостров|порт|граница|замок|долина|провинция|резиденция|посольство|море|залив)$/,
};
/** Where news stands, and not acts. */
const MEDIA = /^(?:twitter|x|facebook|telegram|instagram|youtube|truth|тасс|риа|интерфакс|телеграм|твиттер|фейсбук)$/;
const OPENS = { en: /^(?:in|at|near|outside)$/, ru: /^(?:в|во|на|под)$/ };
/** "3'te", "Ankara'da", "Cidde'deki". */
const LOCATIVE = /^(\p{Lu}[\p{L}-]+)['’](?:n?d[ae]|t[ae])(?:ki)?$/u;

/** Whether the words `[first, last)` are a person or a body, where nobody is; a state or a seat of power is a place. */
const isSomebody = (scene: Scene, sentence: number, first: number, last: number): boolean =>
  (scene.bySentence[sentence] ?? []).some((m) => m.first < last && first < m.last && (m.kind === 'person' || (m.kind === 'party' && m.first >= first && m.last <= last && kindOf(m.parties[0] ?? '') !== 'state')));

interface Site {
  name: string;
  /** Its words, without the site noun. */
  first: number;
  last: number;
  /** Closed by a site noun: a body's seat is a place. */
  seat: boolean;
}

const english = (scene: Scene, k: number, end: number): Site | undefined => {
  const { tokens, text } = scene.doc;
  const first = tokens[k + 1]?.lower === 'the' ? k + 2 : k + 1;
  let last = first;
  while (last < end && last - first < LONG && CAPITAL.test((tokens[last] as Token).form)) last++;
  if (last === first) return undefined;
  const next = last < end ? (tokens[last] as Token) : undefined, seat = next !== undefined && SITES.en.test(next.lower);
  if (next && !seat && next.upos === 'NOUN' && next.start === (tokens[last - 1] as Token).end + 1) return undefined;
  return { name: text.slice((tokens[first] as Token).start, (tokens[seat ? last : last - 1] as Token).end), first, last, seat };
};

const russian = (scene: Scene, k: number, end: number): Site | undefined => {
  const { tokens, text } = scene.doc, first = k + 1;
  let last = first;
  while (last < end && last - first < LONG && CAPITAL.test((tokens[last] as Token).form)) last++;
  if (last === first) return undefined;
  const head = tokens[last - 1] as Token, next = last < end ? (tokens[last] as Token) : undefined;
  const seat = next !== undefined && SITES.ru.test(next.lemma.toLowerCase()), upper = (w: string): string => w.slice(0, 1).toUpperCase() + w.slice(1);
  if (head.upos === 'ADJ') return seat ? { name: text.slice((tokens[first] as Token).start, (next as Token).end), first, last, seat } : undefined;
  if (head.feat('Case') !== 'Loc') return undefined;
  return { name: tokens.slice(first, last).map((t) => russianPlace(t.form) ?? upper(t.lemma)).join(' '), first, last, seat: false };
};

const turkish = (scene: Scene, k: number, start: number): Site | undefined => {
  const { tokens, text } = scene.doc, t = tokens[k] as Token, stem = LOCATIVE.exec(t.form)?.[1];
  if (!stem) return undefined;
  let first = k;
  while (first > start && k - first < LONG - 1 && CAPITAL.test((tokens[first - 1] as Token).form) && !/['’,]/.test((tokens[first - 1] as Token).form)) first--;
  return { name: `${text.slice((tokens[first] as Token).start, t.start)}${stem}`, first, last: k + 1, seat: false };
};

/** The place of the act of `trigger`; Turkish and Russian names in dictionary form where the tagger gives one. */
export const placeOf = (scene: Scene, trigger: Trigger): string | undefined => {
  const { doc } = scene, { lang } = doc, s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number];
  let best: string | undefined, distance = REACH;
  for (let k = s.first; k < s.last; k++) {
    const away = Math.abs(k - trigger.token);
    if (away >= distance || (lang !== 'tr' && !OPENS[lang].test((doc.tokens[k] as Token).lower))) continue;
    const site = lang === 'tr' ? turkish(scene, k, s.first) : lang === 'en' ? english(scene, k, s.last) : russian(scene, k, s.last);
    if (!site || MEDIA.test(site.name.toLowerCase()) || scene.dates.some((d) => d.first < site.last && site.first < d.last)) continue;
    if (!site.seat && isSomebody(scene, trigger.sentence, site.first, site.last)) continue;
    best = site.name;
    distance = away;
  }
  return best;
};
