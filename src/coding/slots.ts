/**
 * In which slot of a predicate a phrase stands: the names that predicate frames use (`subj`, `obj`, `with`, `dat`, `против`...),
 * read from the tree (UD relation, adposition, case; passives turned round; relative clauses and shared subjects followed)
 * and, apart from it, from the surface (case suffix, adposition). Where the parser is weak the surface speaks.
 */
import type { Doc, Token } from '../language/doc.ts';
import type { Mention } from '../parties/mention.ts';
import { hasChild, relation } from './tree.ts';

/** How a phrase and a predicate hang together in the tree. */
export type Link =
  /** The phrase stands below the predicate. */
  | 'below'
  /** The predicate modifies the phrase (relative clause, participle). */
  | 'above'
  /** Both hang from a third word, and the phrase's slot there is shared. */
  | 'shared'
  | 'none';

export interface Place {
  link: Link;
  /** Slot names, best first; empty where none can be told. */
  slots: string[];
  /** Arcs from the phrase up to the common word, and from the predicate up to it. */
  down: number;
  up: number;
  /** Relation by which the predicate hangs from the common word (`conj`, `xcomp`, ...), for `shared`. */
  via: string;
}

const CASE: Record<string, string> = { Nom: 'subj', Acc: 'acc', Dat: 'dat', Gen: 'gen', Abl: 'abl', Ins: 'ins', Loc: 'loc' };

/** The adposition of a phrase by the tree: lemma of its `case` child. */
export const adpositionOf = (doc: Doc, head: number): string | undefined => {
  for (const c of doc.children(head)) {
    const t = doc.tokens[c] as Token;
    if (relation(t) === 'case') return t.lemma.toLowerCase();
  }
  return undefined;
};

export const isPassive = (doc: Doc, t: Token): boolean => {
  if (t.feat('Voice') === 'Pass' || t.deprel.endsWith(':pass')) return true;
  if (doc.lang === 'en' && t.feat('VerbForm') === 'Part' && t.feat('Tense') === 'Past') {
    return doc.children(t.i).some((c) => (doc.tokens[c] as Token).deprel.endsWith(':pass')) || relation(t) === 'acl';
  }
  return doc.children(t.i).some((c) => (doc.tokens[c] as Token).deprel.endsWith(':pass'));
};

/** Slots of a direct dependent `n` of predicate `t`. */
const slotsBelow = (doc: Doc, n: Token, t: Token): string[] => {
  const rel = relation(n), passive = isPassive(doc, t), { lang } = doc;
  const object = lang === 'en' ? 'obj' : 'acc';
  switch (rel) {
    case 'nsubj':
    case 'csubj':
      return n.deprel.endsWith(':pass') || passive ? [object] : ['subj'];
    case 'obj':
      return lang === 'en' ? ['obj'] : [CASE[n.feat('Case') ?? 'Acc'] ?? 'acc', 'acc'];
    case 'iobj':
      return lang === 'en' ? ['iobj', 'to'] : ['dat'];
    case 'amod':
    case 'compound':
    case 'flat':
      return ['mod'];
    case 'nmod':
    case 'obl':
    case 'dep':
    case 'advmod':
    case 'advcl':
    case 'acl': {
      const p = adpositionOf(doc, n.i);
      if (n.deprel === 'obl:agent') return ['subj', 'by', 'ins', 'tarafından'];
      if (p) return passive && (p === 'by' || p === 'tarafından') ? ['subj', p] : [p];
      if (n.deprel === 'nmod:poss') return lang === 'en' ? ['poss'] : ['gen', 'subj'];
      const c = CASE[n.feat('Case') ?? ''];
      if (c === 'ins' && passive && lang === 'ru') return ['subj', 'ins'];
      if (c && c !== 'subj') return [c];
      return lang === 'en' ? ['mod'] : ['subj', 'mod'];
    }
    default:
      return [];
  }
};

/** The gap that a modified noun fills in the clause that modifies it. */
const slotsAbove = (doc: Doc, t: Token): string[] => {
  const object = doc.lang === 'en' ? 'obj' : 'acc';
  if (doc.lang === 'tr') return /(?:d[ıiuü]ğ|t[ıiuü]ğ|aca[kğ]|ece[kğ])/.test(t.lower) ? [object, 'dat', 'ins'] : ['subj'];
  if (t.deprel === 'acl:relcl') {
    const relative = doc.children(t.i).find((c) => /^(?:who|which|that|whom|whose|котор\S*|кто|что)$/.test((doc.tokens[c] as Token).lower));
    if (relative !== undefined) return slotsBelow(doc, doc.tokens[relative] as Token, t);
    return hasChild(doc, t.i, 'nsubj') ? [object] : ['subj'];
  }
  return isPassive(doc, t) ? [object] : ['subj'];
};

/** Heads farther up than this are not looked at. */
const REACH = 24;

/** A token and the heads above it, nearest first. */
export const headsOf = ({ tokens }: Doc, i: number): number[] => {
  const heads: number[] = [];
  for (let n = i; n >= 0 && heads.length <= REACH; n = (tokens[n] as Token).head) heads.push(n);
  return heads;
};

/**
 * Where a phrase (its tokens [first, last)) stands relative to predicate token `p`.
 * @param heads the phrase's head and all above, as `headsOf` gives them
 */
export const placeOf = (doc: Doc, heads: readonly number[], first: number, last: number, p: number): Place => {
  const { tokens } = doc, token = (i: number): Token => tokens[i] as Token;
  const down = heads.indexOf(p);
  if (down >= 0) {
    const slots = slotsBelow(doc, token(heads[Math.max(0, down - 1)] as number), token(p));
    if (down === 1) return { link: 'below', slots, down, up: 0, via: '' };
    const h = heads[0] as number, inner = adpositionOf(doc, h) ?? CASE[token(h).feat('Case') ?? ''] ?? 'mod';
    return { link: 'below', slots: [...slots.map((s) => `${s}>${inner}`), ...slots], down, up: 0, via: '' };
  }
  let q = p, top = p, up = 0;
  while (q >= 0 && up < REACH) {
    if (q >= first && q < last) return { link: 'above', slots: up === 1 ? slotsAbove(doc, token(p)) : [], down: 0, up, via: relation(token(top)) };
    // is the phrase below q?
    const steps = heads.indexOf(q);
    if (steps > 0) return { link: 'shared', slots: slotsBelow(doc, token(heads[steps - 1] as number), token(q)), down: steps, up, via: relation(token(top)) };
    top = q;
    q = token(q).head;
    up++;
  }
  return { link: 'none', slots: [], down: 0, up: 0, via: '' };
};

const TURKISH_POSTPOSITIONS = new Set(['ile', 'tarafından', 'karşı', 'yönelik', 'hakkında', 'arasında', 'için', 'üzerinden', 'aleyhine', 'lehine', 'göre', 'ilişkin', 'üzerine', 'nezdinde', 'aleyhinde', 'adına', 'arasındaki', 'arasındaki', 'karşısında']);

const TURKISH_SUFFIXES: [RegExp, string][] = [
  [/(?:n[ıiuü]n|[ıiuü]n)$/, 'gen'],
  [/(?:yla|yle|(?:^|[^aeıioöuü])l[ae])$/, 'ins'],
  [/(?:ndan|nden|dan|den|tan|ten)$/, 'abl'],
  [/(?:nda|nde|da|de|ta|te)$/, 'loc'],
  [/(?:y[ıiuü]|n[ıiuü])$/, 'acc'],
  [/(?:ya|ye|na|ne)$/, 'dat'],
  [/^[ıiuü]$/, 'acc'],
  [/^[ae]$/, 'dat'],
];

/** Case of a Turkish token: from behind the apostrophe where there is one, else as tagged. */
const turkishCase = (t: Token): string => {
  const k = Math.max(t.form.lastIndexOf("'"), t.form.lastIndexOf('’'));
  if (k > 0) {
    const suffix = t.lower.slice(k + 1);
    for (const [re, slot] of TURKISH_SUFFIXES) if (re.test(suffix)) return slot;
    return 'subj';
  }
  return CASE[t.feat('Case') ?? 'Nom'] ?? 'subj';
};

const faces = new WeakMap<Mention, readonly string[]>();

/** The slot a mention shows on its face, whatever the tree says. */
export const surfaceSlots = (doc: Doc, m: Mention): readonly string[] => {
  let face = faces.get(m);
  if (!face) faces.set(m, (face = readFace(doc, m)));
  return face;
};

const readFace = (doc: Doc, m: Mention): string[] => {
  const { tokens, lang } = doc;
  if (m.kind === 'adjective') return ['mod'];
  if (lang === 'tr') {
    const next = tokens[m.last];
    if (next && next.sentence === m.sentence && TURKISH_POSTPOSITIONS.has(next.lower)) {
      return next.lower === 'ile' ? ['ins', 'ile'] : next.lower === 'tarafından' ? ['tarafından', 'subj'] : [next.lower.replace(/daki$|ndaki$/, 'nda')];
    }
    const slot = turkishCase(tokens[m.last - 1] as Token);
    return slot === 'gen' ? ['gen', 'subj'] : [slot];
  }
  for (let k = m.first - 1; k >= Math.max(0, m.first - 4); k--) {
    const t = tokens[k] as Token;
    if (t.sentence !== m.sentence || t.upos === 'PUNCT' || t.upos === 'VERB') break;
    if (t.upos === 'ADP') return [t.lemma.toLowerCase()];
    if (t.upos === 'NOUN' || t.upos === 'PROPN') break;
  }
  if (lang === 'en') {
    const after = tokens[m.last];
    if (after && (after.form === "'s" || after.form === '’s' || after.form === "'" || after.form === '’')) return ['poss'];
    if (/['’]s?$/.test((tokens[m.last - 1] as Token).form)) return ['poss'];
    return [];
  }
  const c = CASE[(tokens[m.head] as Token).feat('Case') ?? ''];
  return c ? [c] : [];
};
