/** The little of the DOM that extraction uses, over linkedom. */
import { parseHTML } from 'linkedom';

export interface Node {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: ArrayLike<Node>;
  parentNode: Element | null;
  nodeValue: string | null;
}

export interface Element extends Node {
  tagName: string;
  id: string;
  className: string;
  children: ArrayLike<Element>;
  innerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>;
  remove(): void;
  insertBefore(node: Node, before: Node | null): Node;
}

export interface Document extends Element {
  documentElement: Element;
  body: Element | null;
  head: Element | null;
  cloneNode(deep: boolean): Document;
}

export const ELEMENT = 1;
export const TEXT = 3;

export const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;

/** Deeper nesting than any page has by intent; what lies deeper is flattened away before the tree is built. */
const DEPTH = 400;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** Nesting deeper than `DEPTH`, as a page made to break parsers has, loses its tags, and only those. */
function flattened(html: string): string {
  let depth = 0, deepest = 0;
  const tag = /<(\/?)([a-zA-Z][\w:-]*)\b[^>]*?(\/?)>/g;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    if (VOID.test(match[2] as string) || match[3]) continue;
    depth = match[1] ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  if (deepest <= DEPTH) return html;
  depth = 0;
  return html.replace(tag, (all: string, close: string, name: string, self: string) => {
    if (VOID.test(name) || self) return all;
    const level = close ? depth-- : ++depth;
    if (depth < 0) depth = 0;
    return level > DEPTH ? ' ' : all;
  });
}

const COMMENT = /<!--[\s\S]*?-->/g;
const PROLOGUE = /^(?:\s*(?:<!doctype\b[^>]*>|<!--[\s\S]*?-->|<\?[^>]*>))*/i;

/** Puts what an element holds in its place. */
function unwrap(element: Element): void {
  for (const part of Array.from(element.childNodes)) element.parentNode?.insertBefore(part, element);
  element.remove();
}

/** Gives a page one head and one body, as browsers do: what stands beside them goes into the body, where it stood. `nesting`: there may be several. */
function inOrder(document: Document, nesting: boolean): Document {
  const root = document.documentElement;
  if (nesting) for (const nested of Array.from(root.querySelectorAll('html'))) unwrap(nested);
  const children = Array.from(root.children), head = children.find(({ tagName }) => tagName === 'HEAD');
  const first = children.find(({ tagName }) => tagName === 'BODY') ?? document.body, beside = children.filter((child) => child !== head && child !== first);
  if (!first) return document;
  if (nesting) for (const nested of Array.from(first.querySelectorAll('head, body'))) unwrap(nested);
  const own = first.childNodes[0] ?? null, at = children.includes(first) ? children.indexOf(first) : children.length;
  for (const child of beside) {
    const again = child.tagName === 'BODY';
    for (const part of again ? Array.from(child.childNodes) : [child]) first.insertBefore(part, children.indexOf(child) < at ? own : null);
    if (again) child.remove();
  }
  return document;
}

/** Parses a page, whatever state it is in; a fragment becomes the body of one. */
export function parsePage(html: string): Document {
  const text = flattened(html.replaceAll('\0', '')), bare = text.replace(COMMENT, '');
  const whole = /<html[\s>]/i.test(bare) ? text : /<body[\s>]/i.test(bare) ? text.replace(PROLOGUE, '$&<html>') : `<html><body>${text}</body></html>`;
  return inOrder((parseHTML(whole) as unknown as { document: Document }).document, /<(html|head|body)[\s>][\s\S]*<\1[\s>]/i.test(whole));
}

/** Text of a node, runs of space as one, none at the ends. */
export const textOf = (node: Node | null | undefined): string => (node?.textContent ?? '').replace(/[\s\u00a0\u200b\u00ad]+/g, (run) => (/^[\u200b\u00ad]+$/.test(run) ? '' : ' ')).trim();
