/** Where in a feed's bytes each entry begins, so that a fault of one entry can be looked up with any editor. */

/** Comments and CDATA, which may hold what looks like an entry, and the tags of entries. */
const TAGS = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)(?:[\w.-]+:)?(?:item|entry)(?=[\s/>])[^>]*?(\/?)>/gi;

interface Span {
  from: number;
  to: number;
}

/** Structure is ASCII in every charset read here: in one byte a character, or in two. */
function structure(bytes: Buffer): { text: string; width: 1 | 2 } {
  const little = bytes[1] === 0 || (bytes[0] === 0xff && bytes[1] === 0xfe), big = bytes[0] === 0 || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!little && !big) return { text: bytes.toString('latin1'), width: 1 };
  const even = bytes.subarray(0, bytes.length & ~1);
  return { text: (big ? Buffer.from(even).swap16() : even).toString('utf16le'), width: 2 };
}

function markupEntries(text: string): Span[] {
  const found: Span[] = [];
  let from = -1;
  for (const tag of text.matchAll(TAGS)) {
    if (tag[1] === undefined) continue;
    if (tag[1] === '' && tag[2] === '') from = tag.index;
    else if (tag[1] === '/' && from >= 0) {
      found.push({ from, to: tag.index });
      from = -1;
    }
  }
  if (from >= 0) found.push({ from, to: text.length });
  return found;
}

/** The objects of the array that the outermost object calls `items`. */
function jsonEntries(text: string): Span[] {
  const found: Span[] = [];
  let depth = 0, from = -1, key = '', within = false;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token[0] === '"') {
      if (depth === 1) key = token.slice(1, -1);
    } else if (token === '{' || token === '[') {
      depth++;
      if (depth === 2) within = token === '[' && key === 'items';
      else if (depth === 3 && within && token === '{') from = index;
    } else {
      if (depth === 3 && from >= 0) {
        found.push({ from, to: index });
        from = -1;
      }
      depth--;
    }
  }
  return found;
}

/** Whether an entry says nothing at all: no text, no attribute. Parsers leave such ones out. */
const blank = (entry: string): boolean => !/=|<!\[CDATA\[\s*[^\s\]]/.test(entry) && entry.replace(/<[^>]*>/g, '').trim() === '';

/**
 * Byte offsets at which the entries of a feed (RSS, Atom, RDF, JSON Feed) begin, in their order; undefined where they are not
 * as many as the parser found, `count`, since then none is known to be the right one.
 */
export function entryPlaces(bytes: Buffer, count: number): number[] | undefined {
  const { text, width } = structure(bytes), json = /^[^<]*\{/.test(text);
  const found = (json ? jsonEntries(text) : markupEntries(text)).filter(({ from, to }) => !(json ? /^\{\s*$/.test(text.slice(from, to)) : blank(text.slice(from, to))));
  return found.length === count ? found.map(({ from }) => from * width) : undefined;
}
