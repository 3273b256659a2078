/**
 * The body of an article among all that a page shows: Readability's choice, corrected block by block. What it drops of the
 * story within the story's own container comes back; what it keeps of the furniture goes.
 */
import { Readability } from '@mozilla/readability';
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Document, Element } from './dom.ts';
import { endsSentence, isBio, isElsewhere, isFurniture, isProse, isStandfirst, saysFurniture } from './furniture.ts';

const MARK = 'data-block';

/** Which blocks Readability keeps. The marks ride through its rewriting of the tree on attributes that it leaves alone. */
function readabilityKeeps(document: Document, blocks: readonly Block[]): Set<number> {
  for (const { element, index } of blocks) element.setAttribute(MARK, `${element.getAttribute(MARK) ?? ''}${index} `);
  const copy = document.cloneNode(true);
  for (const { element } of blocks) element.removeAttribute(MARK);
  const kept = new Set<number>();
  const parsed = new Readability<{ found: string[] }>(copy as never, {
    serializer: (node) => ({ found: Array.from((node as unknown as Document).querySelectorAll(`[${MARK}]`)).map((element) => `${element.getAttribute(MARK)}\u0001${element.textContent ?? ''}`) }),
  }).parse();
  for (const one of parsed?.content?.found ?? []) {
    const [ids = '', text = ''] = one.split('\u0001'), plain = text.replace(/[\s\u00a0\u200b\u00ad\ufeff]+/g, '');
    // An element can lose some of its blocks: only those whose words are still in it are kept.
    for (const id of ids.trim().split(' ').map(Number)) {
      const words = (blocks[id] as Block).text.replace(/\s+/g, '');
      if (plain.includes(words.slice(0, 24)) || plain.includes(words.slice(-24))) kept.add(id);
    }
  }
  return kept;
}

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

/** The element with the most prose close under it, where Readability found next to nothing. */
function proseContainer(blocks: readonly Block[]): Element | undefined {
  const scores = new Map<Element, number>();
  for (const block of blocks) {
    if (!isProse(block) || saysFurniture(block) || block.path.some(isFurniture)) continue;
    block.path.slice(0, 4).forEach((element, i) => scores.set(element, (scores.get(element) ?? 0) + block.text.length * (i === 0 ? 1 : 0.9 ** i)));
  }
  return [...scores].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const HEADING = /^h[1-6]$/;

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
  const blocks = blocksOf(body), kept = readabilityKeeps(document, blocks);
  let chosen = blocks.filter(({ index }) => kept.has(index));
  // Next to nothing beside what stands elsewhere: Readability took the wrong branch.
  const own = proseContainer(blocks), ownProse = own ? blocks.filter((block) => block.path.includes(own) && isProse(block)) : [];
  if (charactersOf(chosen.filter(isProse)) < Math.min(400, charactersOf(ownProse) * 0.4)) chosen = blocks.filter((block) => own !== undefined && block.path.includes(own));

  const prose = chosen.filter(isProse), held = weights(prose.length ? prose : chosen), total = charactersOf(prose.length ? prose : chosen);
  const furniture = new Map<Element, boolean>();
  // A name means furniture only where the story is not what hangs under it.
  const within = ({ path }: Block): boolean => path.some((element) => {
    let is = furniture.get(element);
    if (is === undefined) furniture.set(element, is = isFurniture(element) && (held.get(element) ?? 0) < total * (isElsewhere(element) ? 0.85 : 0.5));
    return is;
  });
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
