/** PDF with a text layer (pdf.js): lines put together from the pieces on the page, paragraphs from the lines. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Paper } from './docx.ts';

interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

interface Line {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

/** Pages beyond these are a book's. */
const PAGES_CAP = 500;

/** The lines of a page, top to bottom; a gap wider than two letters parts columns. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1), last = row?.at(-1);
    const same = last && Math.abs(last.y - piece.y) < Math.max(last.size, piece.size) * 0.4 && piece.x >= last.x - 1 && piece.x - (last.x + last.width) < last.size * 3;
    if (row && same) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    let text = '', end = 0;
    for (const { text: part, x, width, size } of row) {
      if (text && x - end > size * 0.15 && !text.endsWith(' ') && !part.startsWith(' ')) text += ' ';
      text += part;
      end = x + width;
    }
    const first = row[0] as Piece;
    return { text: text.replace(/\s+/g, ' ').trim(), x: first.x, right: end, y: first.y, size: Math.max(...row.map(({ size }) => size)) };
  }).filter(({ text }) => text !== '');
}

const quantile = (numbers: number[], share: number): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0;
const median = (numbers: number[]): number => quantile(numbers, 0.5);

/** Lines to paragraphs: a new one begins after a wider gap, an indent, a change of size, or a line that ends short with a full stop. */
function paragraphsOf(lines: readonly Line[]): { text: string; size: number }[] {
  const gaps = lines.slice(1).map((line, i) => (lines[i] as Line).y - line.y).filter((gap) => gap > 0);
  // Most gaps part lines, in a short text only some of them.
  const usual = quantile(gaps, 0.25) || 12, right = Math.max(0, ...lines.map((line) => line.right)), left = median(lines.map(({ x }) => x));
  const all: { text: string; size: number }[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const gap = last ? last.y - line.y : 0;
    const fresh = !last || gap > usual * 1.35 || gap < -usual || Math.abs(line.size - last.size) > 1 || (line.x > left + line.size * 0.8 && last.x <= left + 1)
      || (/[.!?…»”"]$/.test(last.text) && last.right < right - (right - left) * 0.2);
    const current = all.at(-1);
    if (fresh || !current) all.push({ text: line.text, size: line.size });
    // A word broken at the end of a line is one word again; the hyphen of "south-east" is lost with it only before a small letter.
    else if (/\p{L}[-\u00ad\u2010]$/u.test(current.text) && /^\p{Ll}/u.test(line.text)) current.text = current.text.slice(0, -1) + line.text;
    else current.text += ` ${line.text}`;
    last = line;
  }
  return all;
}

/** Reads the text of a PDF. Throws where it is damaged; an empty list of paragraphs says that it holds no text. */
export async function readPdf(bytes: Buffer): Promise<Paper & { encrypted: boolean }> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false, disableFontFace: true, useSystemFonts: false, stopAtErrors: false,
    cMapUrl: `${join(home, 'cmaps')}/`, cMapPacked: true, standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
  });
  try {
    const pdf = await task.promise.catch((error: Error) => {
      if (error.name === 'PasswordException') return undefined;
      throw error;
    });
    if (!pdf) return { paragraphs: [], encrypted: true };
    const { info } = await pdf.getMetadata().catch(() => ({ info: {} })) as { info: Record<string, unknown> };
    const pages: { text: string; size: number }[][] = [];
    for (let n = 1; n <= Math.min(pdf.numPages, PAGES_CAP); n++) {
      const page = await pdf.getPage(n), { items } = await page.getTextContent({ includeMarkedContent: false });
      const pieces = items.flatMap((item): Piece[] => ('str' in item && item.str !== '' ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width, size: Math.hypot(item.transform[2], item.transform[3]) || item.height }] : []));
      pages.push(paragraphsOf(linesOf(pieces.filter(({ text, width }) => text.trim() !== '' || width > 0))));
      page.cleanup();
    }
    // What stands at the edge of most pages alike is a running head; bare numbers are page numbers.
    const edge = <T>(page: readonly T[]): T[] => (page.length <= 4 ? [...page] : [...page.slice(0, 2), ...page.slice(-2)]);
    const key = ({ text }: { text: string }): string => text.replace(/\d+/g, '#');
    const seen = new Map<string, number>();
    for (const page of pages) for (const text of new Set(edge(page).map(key))) seen.set(text, (seen.get(text) ?? 0) + 1);
    const running = (one: { text: string }): boolean => pages.length > 2 && one.text.length < 120 && (seen.get(key(one)) ?? 0) > pages.length * 0.6;
    const all = pages.flatMap((page) => {
      const edges = new Set(edge(page));
      return page.filter((one) => !(edges.has(one) && running(one)) && !/^[-–—\s]*\d{1,4}[-–—\s]*$/.test(one.text));
    });
    const usual = median(all.flatMap(({ text, size }) => Array.from({ length: Math.ceil(text.length / 50) }, () => size)));
    const lead = all[0], large = lead && lead.size > usual * 1.2 && lead.text.length < 300 ? all.findIndex(({ size }) => Math.abs(size - lead.size) > 0.5) : 0, headed = large > 0 && large < 5;
    const said = typeof info['Title'] === 'string' ? info['Title'].trim() : '', author = typeof info['Author'] === 'string' ? info['Author'].trim() : '';
    const title = headed ? all.slice(0, large).map(({ text }) => text).join(' ') : /\.(?:docx?|pdf|indd|qxd)$|^untitled|^microsoft word/i.test(said) ? '' : said;
    // A sentence that runs over the end of a page goes on.
    const paragraphs: string[] = [];
    for (const { text } of headed ? all.slice(large) : all) {
      const before = paragraphs.at(-1);
      if (before !== undefined && !/[.!?…:;»”"')\]]$/.test(before) && /^[\p{Ll}\d]/u.test(text) && before.length > 60) paragraphs[paragraphs.length - 1] = `${before} ${text}`;
      else paragraphs.push(text);
    }
    return { ...(title && { title }), ...(author && { author }), paragraphs, encrypted: false };
  } finally {
    await task.destroy();
  }
}
