/**
 * The body of an article among all that a page shows: Readability's choice, corrected block by block. What it drops of the
 * story within the story's own container comes back; what it keeps of the furniture goes.
 */
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Document, Element } from './dom.ts';
import { endsSentence, isBio, isConsent, isElsewhere, isFurniture, isProse, isStandfirst, saysFurniture } from './furniture.ts';
import { readabilityKeeps } from './readability.ts';

const charactersOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** How many characters of some blocks each element holds. */
function weights(blocks: readonly Block[]): Map<Element, number> {
  const all = new Map<Element, number>();
  for (const { path, text } of blocks) for (const element of path) all.set(element, (all.get(element) ?? 0) + text.length);
  return all;
}

/** The deepest element that holds nearly all of some blocks. */
function containerOf(blocks: readonly Block[], share: number): Element | undefined {
  const held = weights(blocks), total = charactersOf(blocks);
  const first = blocks.find(({ path }) => path.length > 0);
  if (!first) return undefined;
  let best: Element | undefined, depth = -1;
  for (const { path } of blocks) {
    for (const [i, element] of path.entries()) {
      if ((held.get(element) ?? 0) < total * share) continue;
      if (path.length - i > depth) [best, depth] = [element, path.length - i];
      break;
    }
  }
  return best;
}

/**
 * Whether a block hangs under furniture. A name means that only where the story, as `prose` has it, is not what hangs under it,
 * or under it and others of the same name: a paragraph may be called "paywall", and all of its neighbours too.
 */
function underFurniture(prose: readonly Block[]): (block: Block) => boolean {
  const total = charactersOf(prose), held = new Map<string, number>(), known = new Map<Element, boolean>();
  const nameOf = ({ tagName, className, id }: Element): string => `${tagName} ${className || id}`;
  for (const { path, text } of prose) for (const name of new Set(path.map(nameOf))) held.set(name, (held.get(name) ?? 0) + text.length);
  return ({ path }) => path.some((element) => {
    let is = known.get(element);
    if (is === undefined) known.set(element, is = isFurniture(element) && (held.get(nameOf(element)) ?? 0) < total * (isElsewhere(element) ? 0.85 : 0.5));
    return is;
  });
}

/** The element with the most prose close under it, of blocks that `good` lets through. */
function proseContainer(blocks: readonly Block[], good: (block: Block) => boolean): Element | undefined {
  const scores = new Map<Element, number>();
  for (const block of blocks) {
    if (!isProse(block) || !good(block)) continue;
    block.path.slice(0, 4).forEach((element, i) => scores.set(element, (scores.get(element) ?? 0) + block.text.length * (i === 0 ? 1 : 0.9 ** i)));
  }
  return [...scores].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const HEADING = /^h[1-6]$/;
/** So far up the parent may be of which the sections of one story hang. */
const KIN = 8;

/**
 * Prose that stands as the picked prose does, in further sections of the same parent: a story in several boxes of one kind, of
 * which Readability took some; and the headings among them.
 */
function kinOf(blocks: readonly Block[], picked: ReadonlySet<number>, good: (block: Block) => boolean): Block[] {
  // For each parent, the ways from it down to prose, by what the elements are called; the last, the paragraph, by its tag.
  function* ways({ path, tag }: Block): Generator<[parent: Element, way: string]> {
    let way = tag;
    for (const [i, element] of path.slice(1, KIN).entries()) {
      if (i > 0) yield [element, way];
      way += ` ${element.tagName}.${element.className}`;
    }
  }
  const known = blocks.filter((block) => picked.has(block.index) && isProse(block)), places = new Map<Element, Set<string>>();
  for (const block of known) for (const [parent, way] of ways(block)) places.set(parent, (places.get(parent) ?? new Set()).add(way));
  const isKin = (block: Block): boolean => isProse(block) && [...ways(block)].some(([parent, way]) => places.get(parent)?.has(way));
  const kin = blocks.filter((block) => !picked.has(block.index) && isKin(block) && good(block));
  if (kin.length === 0) return [];
  const homes = new Set([...known, ...kin].map(({ path }) => path[1])), first = Math.min(...[...known, ...kin].map(({ index }) => index));
  return [...kin, ...blocks.filter((block) => HEADING.test(block.tag) && block.index > first && !picked.has(block.index) && homes.has(block.path[1]) && good(block))];
}

/** Dialogs stand near the body; so far down they are looked for. */
const DIALOG_DEPTH = 3;

/** Takes dialogs that ask for consent away: they often say more than a short story does. */
function dropConsent(element: Element, depth = DIALOG_DEPTH): void {
  for (const child of Array.from(element.children)) {
    if (isConsent(child)) child.remove();
    else if (depth > 1) dropConsent(child, depth - 1);
  }
}

export interface Article {
  blocks: Block[];
  paragraphs: string[];
}

const words = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/**
 * The article of a page. `heading` is the element that shows its headline, which is no part of the body. No paragraphs
 * say that there is none.
 */
export function articleOf(document: Document, { heading, title }: { heading?: Element; title?: string } = {}): Article {
  const body = document.body;
  if (!body) return { blocks: [], paragraphs: [] };
  dropConsent(body);
  const blocks = blocksOf(body), kept = readabilityKeeps(document, blocks);
  let chosen = blocks.filter(({ index }) => kept.has(index));
  // Next to nothing beside what stands elsewhere: Readability took the wrong branch.
  const elsewhere = underFurniture(blocks.filter(isProse)), own = proseContainer(blocks, (block) => !saysFurniture(block) && !elsewhere(block)), ownProse = own ? blocks.filter((block) => block.path.includes(own) && isProse(block)) : [];
  if (charactersOf(chosen.filter(isProse)) < Math.min(400, charactersOf(ownProse) * 0.4)) chosen = blocks.filter((block) => own !== undefined && block.path.includes(own));

  const prose = chosen.filter(isProse), within = underFurniture(prose.length ? prose : chosen);
  const headline = title === undefined ? '' : words(title);
  const isHeadline = (block: Block): boolean => (heading !== undefined && block.path.includes(heading)) || (block.text.length < 300 && headline !== '' && words(block.text) === headline);
  const good = (block: Block): boolean => !isHeadline(block) && !saysFurniture(block) && !within(block);

  // An <article> with most of the prose is the story; what Readability took beside it are others.
  const home = containerOf(prose, 0.6), article = home && prose.find(({ path }) => path.includes(home))?.path.find((element, i, path) => i >= path.indexOf(home) && element.tagName === 'ARTICLE');
  const picked = new Set(chosen.filter((block) => good(block) && (article === undefined || block.path.includes(article))).map(({ index }) => index));
  const container = article ?? containerOf(prose, 0.8), spine = prose.filter(({ index }) => picked.has(index));
  const from = spine[0]?.index ?? 0, to = spine.at(-1)?.index ?? -1;
  const lost: Block[] = [];
  for (const block of blocks) {
    if (picked.has(block.index) || !good(block)) continue;
    const inside = container !== undefined && block.path.includes(container);
    // Lost on the way: prose and quotations between what was kept.
    if (inside && block.index > from && block.index < to && (isProse(block) || block.path.some(({ tagName }) => tagName === 'BLOCKQUOTE'))) lost.push(block);
    // A lead set apart from the body under its own name.
    else if (block.index < from && block.index > from - 25 && block.text.length >= 120 && endsSentence(block.text) && block.path.slice(0, 3).some(isStandfirst)) picked.add(block.index);
  }
  // More than that was no oversight: a gallery or a list of other stories within the article.
  if (charactersOf(lost) < charactersOf(spine)) for (const { index } of lost) picked.add(index);
  for (const { index } of kinOf(blocks, picked, good)) picked.add(index);
  if (picked.size === 0) {
    // All that is said hangs under names of furniture: then names mean nothing here.
    const last = proseContainer(blocks, (block) => !saysFurniture(block));
    return trimmed(blocks.filter((block) => last !== undefined && block.path.includes(last) && !isHeadline(block) && !saysFurniture(block)));
  }
  return trimmed(blocks.filter(({ index }) => picked.has(index)));
}

/** Takes away what stands before the first and after the last paragraph, and headings that head nothing. */
function trimmed(blocks: Block[]): Article {
  let from = blocks.findIndex(isProse), to = blocks.findLastIndex(isProse);
  if (from < 0) [from, to] = [0, blocks.length - 1];
  // Short paragraphs belong to the story, labels and lists of links do not.
  const homes = new Set(blocks.filter(isProse).map(({ path }) => path[1]));
  const belongs = ({ tag, text, linked, path }: Block): boolean => linked < text.length * 0.5
    && (tag === 'tr' || ((tag === 'p' || tag === 'li' || path.some(({ tagName }) => tagName === 'BLOCKQUOTE')) && (endsSentence(text) || /^[-–—•]/.test(text) || homes.has(path[1]))));
  while (from > 0 && belongs(blocks[from - 1] as Block)) from--;
  while (to < blocks.length - 1 && belongs(blocks[to + 1] as Block)) to++;
  let inner = blocks.slice(from, to + 1);
  for (let left = 3; left > 0 && inner.length > 2 && isBio(inner.at(-1) as Block); left--) inner = inner.slice(0, -1);
  const all = inner.filter(({ tag }, i) => !(HEADING.test(tag) && inner.slice(i + 1, i + 2).every((next) => HEADING.test(next.tag) && next.tag <= tag) && i + 1 >= inner.length));
  return { blocks: all, paragraphs: all.map(({ text }) => text) };
}
