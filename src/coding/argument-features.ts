/**
 * What the scorers look at when they weigh whether an argument fills a role of a trigger: the predicate's frame against
 * the slot by tree and by surface, distance and order, what kind of mention it is, and what the talk was about before.
 * The features name no word and no party, so that what is learnt on some stories holds for others.
 */
import type { Token } from '../language/doc.ts';
import type { Mention } from '../parties/mention.ts';
import { headsOf, placeOf, surfaceSlots } from './slots.ts';
import type { Place } from './slots.ts';
import { speechAt } from './scene.ts';
import type { Argument, Scene } from './scene.ts';
import type { Speech } from './attribution/types.ts';
import { zeros } from './scorer/rows.ts';
import { hasChild, relation } from './tree.ts';
import type { Trigger } from './triggers.ts';
import { viewOf } from './view.ts';

const KINDS = ['party', 'adjective', 'person', 'office', 'pronoun', 'group'] as const;
const VIAS = ['conj', 'xcomp', 'advcl', 'ccomp', 'acl', 'obj', 'obl', 'nsubj', 'nmod', 'parataxis'] as const;
const OBJECT = new Set(['obj', 'acc', 'iobj', 'dat', 'to']);
const LOCATIVE = new Set(['loc', 'in', 'в', 'at']);
const MISS = 6;
/** Distance and counts of what is not named in the sentence. */
const FAR = 60, MANY = 9;

/** What hangs on the trigger (`TREE`, `AROUND`); the rest is the same for all triggers of a sentence. */
const TREE = [
  'frame source, tree', 'frame target, tree', 'frame source, surface', 'frame target, surface',
  'frame source, inner', 'frame target, inner',
  'link below', 'link above', 'link shared', 'link none', 'down', 'up',
  ...VIAS.map((v) => `via ${v}`),
  'slot subject', 'slot object', 'slot other',
];
const SURFACE = ['surface subject', 'surface genitive', 'surface modifier', 'surface object', 'surface other'];
const AROUND = [
  'before', 'distance', 'mentions between', 'verbs between', 'commas between', 'nearest before', 'nearest after', 'first mention',
  'inside trigger phrase', 'same quotation', 'is speaker',
];

/** Features of one argument for one trigger, without the role. */
export const ARGUMENT_FEATURES: string[] = [
  ...TREE, ...SURFACE, ...AROUND, 'speaks',
  ...KINDS.map((k) => `kind ${k}`), 'person', 'outsider', 'mention confidence', 'locative',
  'origin here', 'origin before', 'origin topic', 'origin domestic', 'age', 'was subject', 'frequency', 'in title', 'conjoined', 'mention is subject', 'mention is root child',
];

const AT_SURFACE = TREE.length, AT_AROUND = AT_SURFACE + SURFACE.length, AT_REST = AT_AROUND + AROUND.length;

const rank = (wanted: readonly string[], found: readonly string[]): number => {
  let best = MISS;
  for (const f of found) {
    const k = wanted.indexOf(f);
    if (k >= 0 && k < best) best = k;
  }
  return best;
};

/** An argument as all triggers of its sentence see it. */
export interface ArgumentView {
  arg: Argument;
  /** Its features, with those of no trigger in the places that hang on one. */
  row: Float32Array;
  face: readonly string[];
  /** The first speech it stands in, where its sentence names it. */
  speech?: Speech;
  /** Its head and all above. */
  heads: readonly number[];
  /** The token it was last asked about, and how it stands to it: triggers of one token come one after the other. */
  token: number;
  place: Place;
}

const NOWHERE: Place = { link: 'none', slots: [], down: 0, up: 0, via: '' };

/** The view of one argument. */
export const viewArgument = (scene: Scene, arg: Argument): ArgumentView => {
  const { doc } = scene, m = arg.mention, here = arg.origin === 'here' && m !== undefined;
  const row = zeros(ARGUMENT_FEATURES.length), face = here ? surfaceSlots(doc, m) : [], look = face[0] ?? '';
  row.fill(MISS, 0, 6);
  let k = AT_SURFACE;
  const genitive = look === 'gen' || look === 'poss';
  row[k++] = look === 'subj' ? 1 : 0;
  row[k++] = genitive ? 1 : 0;
  row[k++] = look === 'mod' ? 1 : 0;
  row[k++] = OBJECT.has(look) ? 1 : 0;
  row[k++] = look && look !== 'subj' && !genitive && look !== 'mod' && !OBJECT.has(look) ? 1 : 0;
  if (!here) {
    row[AT_AROUND + 1] = FAR;
    row.fill(MANY, AT_AROUND + 2, AT_AROUND + 5);
  }
  k = AT_REST;
  row[k++] = arg.speaks ? 1 : 0;
  for (const kind of KINDS) row[k++] = m?.kind === kind ? 1 : 0;
  row[k++] = arg.person ? 1 : 0;
  row[k++] = m?.outsider ? 1 : 0;
  row[k++] = m?.confidence ?? 0;
  row[k++] = LOCATIVE.has(look) ? 1 : 0;
  row[k++] = arg.origin === 'here' ? 1 : 0;
  row[k++] = arg.origin === 'before' ? 1 : 0;
  row[k++] = arg.origin === 'topic' ? 1 : 0;
  row[k++] = arg.origin === 'domestic' ? 1 : 0;
  row[k++] = arg.age;
  row[k++] = arg.wasSubject ? 1 : 0;
  row[k++] = scene.frequency.get(arg.party) ?? 0;
  row[k++] = scene.titleParties.includes(arg.party) ? 1 : 0;
  if (!here) return { arg, row, face, heads: [], token: -1, place: NOWHERE };
  const head = doc.tokens[m.head] as Token;
  row[k++] = relation(head) === 'conj' || hasChild(doc, head.i, 'conj') ? 1 : 0;
  row[k++] = relation(head) === 'nsubj' ? 1 : 0;
  row[k++] = head.head >= 0 && relation(doc.tokens[head.head] as Token) === 'root' ? 1 : 0;
  return { arg, row, face, speech: speechAt(scene, m.head, m.sentence), heads: headsOf(doc, m.head), token: -1, place: NOWHERE };
};

const placeAt = (scene: Scene, view: ArgumentView, token: number): Place => {
  const { first, last } = view.arg.mention as Mention;
  if (token !== view.token) {
    view.place = placeOf(scene.doc, view.heads, first, last, token);
    view.token = token;
  }
  return view.place;
};

/** Writes where an argument that the sentence names stands in the tree. */
const writePlace = (scene: Scene, { entry, token, satellites }: Trigger, view: ArgumentView, row: Float32Array, at: number): void => {
  const { first, last } = view.arg.mention as Mention;
  let place = placeAt(scene, view, token), { slots } = place;
  for (const anchor of satellites) {
    const other = placeOf(scene.doc, view.heads, first, last, anchor);
    if (other.link === 'below') {
      slots = [...slots, ...other.slots];
      if (place.link === 'none' || place.link === 'shared') place = { ...other, up: 1 };
    }
  }
  const source = rank(entry.source, slots), target = rank(entry.target, slots), { link, down, up, via } = place;
  row[at] = source;
  row[at + 1] = target;
  row[at + 2] = rank(entry.source, view.face);
  row[at + 3] = rank(entry.target, view.face);
  if (down > 1 && link === 'below') {
    // "expelled two Russian diplomats": the party stands inside the slot's phrase
    row[at + 4] = source;
    row[at + 5] = target;
  }
  row[at + (link === 'below' ? 6 : link === 'above' ? 7 : link === 'shared' ? 8 : 9)] = 1;
  row[at + 10] = down;
  row[at + 11] = up;
  const known = (VIAS as readonly string[]).indexOf(via), top = place.slots[0] ?? '';
  if (known >= 0) row[at + 12 + known] = 1;
  if (top) row[at + 12 + VIAS.length + (top === 'subj' ? 0 : OBJECT.has(top) ? 1 : 2)] = 1;
};

/** Writes what stands between an argument that the sentence names and the trigger, and whether it is the sentence's first. */
const writeAround = (scene: Scene, { sentence, token }: Trigger, m: Mention, row: Float32Array, at: number): void => {
  const { first, mentions, verbs, commas } = viewOf(scene, sentence), { head } = m;
  const from = Math.min(head, token) - first + 1, to = Math.max(head, token) - first;
  const between = (x: Int16Array) => Math.max(0, (x[to] as number) - (x[from] as number));
  const others = between(mentions);
  row[at] = head < token ? 1 : 0;
  row[at + 1] = Math.abs(head - token);
  row[at + 2] = others;
  row[at + 3] = between(verbs);
  row[at + 4] = between(commas);
  row[at + 5] = head < token && others === 0 ? 1 : 0;
  row[at + 6] = head > token && others === 0 ? 1 : 0;
  row[at + 7] = scene.bySentence[sentence]?.[0] === m ? 1 : 0;
  row[at + 8] = token >= m.first && token < m.last ? 1 : 0;
};

/** Writes the features of an argument for `trigger`, which stands in `speech`, into `row` from `at`. */
export const argumentFeatures = (scene: Scene, trigger: Trigger, speech: Speech | undefined, view: ArgumentView, row: Float32Array, at: number): void => {
  const { arg } = view, m = arg.mention, around = at + AT_AROUND;
  row.set(view.row, at);
  if (m && arg.origin === 'here') {
    writePlace(scene, trigger, view, row, at);
    writeAround(scene, trigger, m, row, around);
    row[around + 9] = speech === view.speech ? 1 : 0;
  }
  const speaker = speech?.speaker;
  row[around + 10] = speaker && (speaker === m || (speaker.person !== undefined && speaker.person === arg.person)) ? 1 : 0;
};
