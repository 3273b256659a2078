/** Parties that a sentence names side by side: "Iraq, Syria and Jordan", "İranlı ve Katarlı mevkidaşları", "с послами Индии и Кубы". */
import type { Doc, Token } from '../language/doc.ts';
import type { Mention } from '../parties/mention.ts';
import type { Scene } from './scene.ts';
import { surfaceSlots } from './slots.ts';
import { relation } from './tree.ts';
import { wordClass } from './word-classes.ts';

/** Farthest that two neighbours of one list may stand apart, in tokens. */
const GAP = 5;

/** How two neighbours are joined; `also` ("as well as", "а также") adds to a list that may go on after it. */
type Join = 'and' | 'comma' | 'also';

const joint = (doc: Doc, x: Mention, y: Mention): Join | undefined => {
  let first = y.first;
  // what stands right before a mention in capitals belongs to it
  while (first > x.last && /^\p{Lu}\p{Ll}/u.test((doc.tokens[first - 1] as Token).form)) first--;
  if (y.first < x.last || first - x.last > GAP) return undefined;
  const and = wordClass(doc.lang, 'and'), between = wordClass(doc.lang, 'between');
  const gap = doc.tokens.slice(x.last, first), words = ` ${gap.map((t) => t.lower).join(' ')} `;
  if (wordClass(doc.lang, 'also').listed.some((also) => words.includes(` ${also} `)) && !gap.some((t) => t.upos === 'VERB')) return 'also';
  let join: Join | undefined;
  for (let k = x.last; k < first; k++) {
    const t = doc.tokens[k] as Token;
    if (and.has(t.lower)) join = 'and';
    else if (!between.has(t.lower)) return undefined;
    else if (t.form === ',') join ??= 'comma';
  }
  return join;
};

/** "The Saudi and Qatari ministers" in one phrase. */
const isSeveral = (m: Mention): boolean => m.parties.length > 1 && (m.kind === 'office' || m.kind === 'person' || m.kind === 'group') && m.last - m.first > 2;

/** Russian names in these letters are alike in several cases. */
const MANY_CASES = /[иоуеэюы]$/;

/** A comma joins only what the tree joins too: it may as well close a phrase before. */
const conjoined = ({ tokens, lang }: Doc, x: Mention, y: Mention): boolean => {
  if (x.kind === 'adjective' && (y.kind === 'adjective' || isSeveral(y))) return true;
  const up = (m: Mention): number => {
    const t = tokens[m.head] as Token;
    return relation(t) === 'conj' ? t.head : t.i;
  };
  const to = up(y), end = tokens[x.last - 1] as Token, next = tokens[y.head] as Token;
  // "главы МИД России, Турции и Ирана": the head of the first is no name, and the tree may lose the thread
  if (lang === 'ru' && x.kind === 'office' && end.feat('Case') === 'Gen' && (next.feat('Case') === 'Gen' || MANY_CASES.test(next.lower))) return true;
  return (to >= x.first && to < x.last) || (to === up(x) && to !== y.head);
};

/** "A met B and C said ...": what follows "and" is a clause of its own. */
const opensClause = ({ tokens, sentences }: Doc, x: Mention, y: Mention): boolean => {
  const a = tokens[x.head] as Token, b = tokens[y.head] as Token, next = tokens[y.last];
  if (relation(a) === 'nsubj') return false;
  const isFinite = (t: Token) => t.feat('VerbForm') === 'Fin' && t.sentence === y.sentence;
  if (next && isFinite(next) && tokens.slice(sentences[y.sentence]?.first, x.first).some(isFinite)) return true;
  return relation(b) === 'nsubj' && b.head > b.i && b.head !== a.head;
};

/** "От Парижа и Сенегал": one in another case is not the other's fellow, and "и" says "too". */
const casesDiffer = ({ tokens, lang }: Doc, x: Mention, y: Mention): boolean => {
  if (lang !== 'ru' || x.kind === 'adjective' || y.kind === 'adjective') return false;
  const [a, b] = [x, y].map((m) => tokens[m.head] as Token), [one, other] = [a?.feat('Case'), b?.feat('Case')];
  // names such as "Бурунди" and "Марокко" have one form for all cases, "Турции" one for several
  return one !== undefined && other !== undefined && one !== other && ![a, b].some((t) => MANY_CASES.test(t?.lower ?? ''));
};

const marked = (doc: Doc, m: Mention): boolean => surfaceSlots(doc, m)[0] !== 'subj';

/** Turkish sets off its subject by a comma too: "Fidan, Irak ve Suriye ile görüştü" names two side by side, not three. */
const withoutSubject = (doc: Doc, list: Mention[], joints: readonly string[], others: readonly Mention[]): Mention[] => {
  const last = list.at(-1) as Mention, first = list[0] as Mention, cut = joints.indexOf('comma');
  if (cut < 0 || !marked(doc, last)) return list;
  const subject = others.some((m) => m.last <= first.first && !marked(doc, m) && m.kind !== 'adjective');
  return subject ? list : list.slice(cut + 1);
};

/** Whether `y`, which is joined to `x`, is named as another of the same kind. */
const isFellow = (doc: Doc, x: Mention, y: Mention, join: Join, joints: readonly string[]): boolean => {
  // what comes after "A, B and C" and a comma is none of them
  if (join === 'comma' && joints.at(-1) === 'and') return false;
  // "Rabat ile Madrid'de": with Rabat, in Madrid
  if (doc.lang === 'tr') return !/^(?:loc|abl)$/.test(surfaceSlots(doc, y)[0] ?? '');
  return join === 'comma' ? conjoined(doc, x, y) : !opensClause(doc, x, y) && !casesDiffer(doc, x, y);
};

/** "Yemen's Houthis", "Yemen'deki Husiler": one stands right before the other. */
const modifies = ({ tokens }: Doc, m: Mention, next: Mention | undefined): boolean =>
  next !== undefined && (next.first === m.last || (next.first === m.last + 1 && /^['’]s?$/.test((tokens[m.last] as Token).form)));

/** Of a name within or before a name that it only modifies the latter stands for both. */
const outermost = (doc: Doc, mentions: readonly Mention[]): Mention[] => mentions.filter((m, k) => {
  if (modifies(doc, m, mentions[k + 1])) return false;
  return !mentions.some((o) => o !== m && o.first <= m.first && o.last >= m.last && o.last - o.first > m.last - m.first);
});

const listsIn = (doc: Doc, mentions: readonly Mention[]): Mention[][] => {
  const outer = outermost(doc, mentions), out: Mention[][] = [];
  for (let k = 0; k < outer.length; k++) {
    const list = [outer[k] as Mention], joints: string[] = [];
    for (let next = outer[k + 1]; next; next = outer[k + 1]) {
      const x = list.at(-1) as Mention, join = joint(doc, x, next);
      if (!join || !isFellow(doc, x, next, join, joints)) break;
      list.push(next);
      joints.push(join);
      k++;
    }
    // without its "and", which may stand within the last, a row of commas is no list: an apposition, or a subject set off
    if (!joints.includes('and') && !joints.includes('also') && !isSeveral(list.at(-1) as Mention)) continue;
    const kept = doc.lang === 'tr' ? withoutSubject(doc, list, joints, outer) : list;
    // "the US and the Yemeni movement": a nation in front of a noun is a fellow of other such only
    if (kept.at(-1)?.kind === 'adjective' && kept.some((m) => m.kind !== 'adjective')) continue;
    if (new Set(kept.flatMap((m) => m.parties)).size > 1) out.push(kept);
  }
  return out;
};

const known = new WeakMap<Scene, (readonly Mention[][] | undefined)[]>();

/** The lists of a sentence, in text order; each has two parties or more. */
export const listsOf = (scene: Scene, sentence: number): readonly Mention[][] => {
  let lists = known.get(scene);
  if (!lists) known.set(scene, (lists = []));
  return (lists[sentence] ??= listsIn(scene.doc, scene.bySentence[sentence] ?? []));
};
