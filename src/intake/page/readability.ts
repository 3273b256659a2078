/** What Readability.js would keep of a page, told in blocks. */
import { Readability } from '@mozilla/readability';
import { unveiled } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Document, Element } from './dom.ts';

/** An attribute that pages do not have. */
const MARK = 'data-dragoman-block';
/** A block without its mark is known by its words if it has so many characters. */
const UNMARKED = 40;

/** What Readability keeps. */
interface Kept {
  /** The marked elements, each as its mark and its text. */
  marked: readonly (readonly [mark: string, text: string])[];
  text: string;
}

/** Runs Readability; nothing where it loses its way, as it does on pages that hold next to nothing. */
function readabilityOf(document: Document): Kept {
  const parse = (): Kept | undefined => new Readability<Kept>(document as never, {
    serializer: (node) => {
      const root = node as unknown as Document;
      return { marked: Array.from(root.querySelectorAll(`[${MARK}]`)).map((element) => [element.getAttribute(MARK) ?? '', element.textContent ?? ''] as const), text: root.textContent ?? '' };
    },
  }).parse()?.content ?? undefined;
  try {
    return parse() ?? { marked: [], text: '' };
  } catch {
    return { marked: [], text: '' };
  }
}

const dense = (text: string): string => text.replace(/[\s\u00a0\u200b\u00ad\ufeff]+/g, '');

/**
 * Which blocks Readability keeps, by index. The marks ride through its rewriting of the tree on attributes that it leaves alone; where it
 * makes a paragraph of an element and drops the element itself, its words tell.
 */
export function readabilityKeeps(document: Document, blocks: readonly Block[]): Set<number> {
  // What is unveiled stands in sight from here on: Readability leaves what is hidden.
  const seen = new Set<Element>();
  for (const { path } of blocks) {
    for (const element of path) {
      if (seen.has(element)) break;
      seen.add(element);
      if (unveiled(element)) for (const name of ['hidden', 'aria-hidden', 'style']) element.removeAttribute(name);
    }
  }
  for (const { element, index } of blocks) element.setAttribute(MARK, `${element.getAttribute(MARK) ?? ''}${index} `);
  const copy = document.cloneNode(true);
  for (const { element } of blocks) element.removeAttribute(MARK);
  const kept = new Set<number>(), { marked, text: all } = readabilityOf(copy), told = new Set<string>();
  for (const [ids, text] of marked) {
    const plain = dense(text);
    // An element can lose some of its blocks: only those whose words are still in it are kept.
    for (const id of ids.trim().split(' ').map(Number)) {
      const words = (blocks[id]?.text ?? '').replace(/\s+/g, '');
      if (words === '' || (!plain.includes(words.slice(0, 24)) && !plain.includes(words.slice(-24)))) continue;
      kept.add(id);
      told.add(words);
    }
  }
  const whole = dense(all);
  for (const { index, text } of blocks) {
    const words = dense(text);
    if (words.length >= UNMARKED && !told.has(words) && whole.includes(words)) kept.add(index), told.add(words);
  }
  return kept;
}
