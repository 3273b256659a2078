/** A page as a row of blocks of text, each knowing where it hangs in the tree: what a reader sees as paragraphs. */
import { isElement, TEXT } from './dom.ts';
import type { Element, Node } from './dom.ts';
import { withheld } from './furniture.ts';

export interface Block {
  /** Its place in the row. */
  index: number;
  text: string;
  /** Of the element it stands in: `p`, `li`, `h2`, `blockquote`, `td`, `div`, ... */
  tag: string;
  element: Element;
  /** Characters of it within links. */
  linked: number;
  /** From its element up to the body. */
  path: Element[];
}

const NOT_SHOWN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'embed', 'canvas', 'audio', 'video', 'select', 'option', 'button', 'input', 'textarea', 'head', 'link', 'meta', 'title', 'map', 'area', 'amp-ad', 'amp-analytics', 'amp-embed', 'amp-iframe']);
const INLINE = new Set([
  'a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'img', 'picture', 'nobr', 'o:p', 'del', 'center',
]);

const tagOf = (element: Element): string => element.tagName.toLowerCase();

/** Whether a script would show it: stories that are paid for (schema.org's hasPart), and the pieces in which React sends a page. */
export const unveiled = ({ className, id }: Element): boolean => /(?:^|\s)paywall(?:ed)?(?=$|\s)/.test(className) || /^S:[\da-f]+$/.test(id);

/** Whether it is taken out of sight by its own attributes. */
export function hidden(element: Element): boolean {
  if (unveiled(element)) return false;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

const squeeze = (text: string): string => text.replace(/[\u200b\u00ad\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ').trim();

/** Whether it holds nothing that breaks a line. */
function isInline(element: Element, known: Map<Element, boolean>): boolean {
  const before = known.get(element);
  if (before !== undefined) return before;
  let inline = INLINE.has(tagOf(element));
  if (inline) for (const child of Array.from(element.children)) if (!NOT_SHOWN.has(tagOf(child)) && tagOf(child) !== 'br' && !isInline(child, known)) inline = false;
  known.set(element, inline);
  return inline;
}

/** Whether a row of a table is data, a line to be read across, and no scaffold of a page. */
function isRow(row: Element): boolean {
  const cells = Array.from(row.children);
  return cells.length > 1 && cells.every((cell) => (cell.textContent ?? '').length < 80 && !cell.querySelector('table, p, div, ul, h1, h2, h3'));
}

/** The blocks of an element in reading order. Two line breaks in a row end a block as a paragraph does. */
export function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [], known = new Map<Element, boolean>(), path: Element[] = [];
  let text = '', linked = 0, breaks = 0;
  const flush = (): void => {
    const clean = squeeze(text), element = path.at(-1) ?? root;
    if (clean) blocks.push({ index: blocks.length, text: clean, tag: tagOf(element), element, linked: Math.min(linked, clean.length), path: [...path].reverse() });
    text = '';
    linked = 0;
    breaks = 0;
  };
  const inline = (node: Node, link: boolean): void => {
    if (node.nodeType === TEXT) {
      const value = node.nodeValue ?? '';
      if (value.trim()) breaks = 0;
      text += value;
      if (link) linked += squeeze(value).length;
      return;
    }
    if (!isElement(node)) return;
    const tag = tagOf(node);
    if (tag === 'br') {
      if (++breaks >= 2) flush();
      else text += ' ';
      return;
    }
    if (NOT_SHOWN.has(tag) || hidden(node) || withheld(node)) return;
    for (const child of Array.from(node.childNodes)) inline(child, link || tag === 'a');
  };
  const block = (element: Element, link: boolean): void => {
    path.push(element);
    for (const child of Array.from(element.childNodes)) {
      if (!isElement(child)) {
        if (child.nodeType === TEXT) inline(child, link);
        continue;
      }
      const tag = tagOf(child);
      if (NOT_SHOWN.has(tag) || hidden(child)) continue;
      if (tag === 'tr' && isRow(child)) {
        flush();
        path.push(child);
        for (const cell of Array.from(child.children)) {
          inline(cell, link);
          text += ' ';
        }
        flush();
        path.pop();
      } else if (tag === 'br' || isInline(child, known)) inline(child, link);
      else {
        flush();
        block(child, link || tag === 'a');
        flush();
      }
    }
    flush();
    path.pop();
  };
  block(root, false);
  return blocks;
}
