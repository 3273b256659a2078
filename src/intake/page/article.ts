/** The body of an article among all that a page shows: Readability's choice of blocks, corrected block by block. */
import { Readability } from '@mozilla/readability';
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Document, Element } from './dom.ts';

const MARK = 'data-block';

/** Which blocks Readability keeps. The marks ride through its rewriting of the tree on attributes that it leaves alone. */
function readabilityKeeps(document: Document, blocks: readonly Block[]): Set<number> {
  for (const { element, index } of blocks) element.setAttribute(MARK, `${element.getAttribute(MARK) ?? ''}${index} `);
  const copy = document.cloneNode(true);
  for (const { element } of blocks) (element as unknown as { removeAttribute(name: string): void }).removeAttribute(MARK);
  const kept = new Set<number>();
  const parsed = new Readability<{ found: string[] }>(copy as never, {
    serializer: (node) => ({ found: Array.from((node as unknown as Document).querySelectorAll(`[${MARK}]`)).map((element) => `${element.getAttribute(MARK)}\u0001${element.textContent ?? ''}`) }),
  }).parse();
  for (const one of parsed?.content?.found ?? []) {
    const [ids = '', text = ''] = one.split('\u0001'), plain = text.replace(/[\s\u00a0\u200b\u00ad\ufeff]+/g, '');
    // An element can lose some of its blocks: only those whose words are still in it are kept.
    for (const id of ids.trim().split(' ').map(Number)) if (plain.includes((blocks[id] as Block).text.replace(/\s+/g, ''))) kept.add(id);
  }
  return kept;
}

export interface Article {
  blocks: Block[];
  paragraphs: string[];
}

/** The article of a page. Few or no paragraphs say that it has none. */
export function articleOf(document: Document, { heading, title }: { heading?: Element; title?: string } = {}): Article {
  const body = document.body;
  if (!body) return { blocks: [], paragraphs: [] };
  const blocks = blocksOf(body), kept = readabilityKeeps(document, blocks);
  const chosen = blocks.filter((block) => kept.has(block.index) && !(heading && block.path.includes(heading)) && !(title && /^h\d$/.test(block.tag) && block.text === title));
  return { blocks: chosen, paragraphs: chosen.map(({ text }) => text) };
}
