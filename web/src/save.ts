/** Takes things away from the page: as SVG, PNG and CSV. */
import type { Palette } from './theme.ts';

const nameOf = (title: string, ending: string): string => `${title.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase() || 'dragoman'}.${ending}`;

/** Offers content as a file. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a'), address = URL.createObjectURL(content);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Rows as CSV (RFC 4180); text that a spreadsheet would take for a formula is kept from being one. */
export function toCsv(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | undefined): string => {
    const text = value === undefined ? '' : typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns.join(','), ...rows.map((row) => columns.map((name) => cell(row[name])).join(','))].map((line) => `${line}\r\n`).join('');
}

/** A drawing that stands alone: its namespace, its ground, its letters. */
function standalone(svg: SVGSVGElement, { paper, ink, sans }: Palette): string {
  const copy = svg.cloneNode(true) as SVGSVGElement, [width, height] = [svg.getAttribute('width') ?? '800', svg.getAttribute('height') ?? '400'];
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('font-family', sans);
  copy.setAttribute('color', ink);
  copy.removeAttribute('style');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ width, height, fill: paper })) ground.setAttribute(name, value);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

const TWICE = 2;

/** The drawing in pixels, two for each of its own. */
async function pixels(svg: SVGSVGElement, palette: Palette): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([standalone(svg, palette)], { type: 'image/svg+xml' })), image = new Image();
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error('the chart could not be drawn'));
    image.src = address;
  });
  const canvas = document.createElement('canvas');
  canvas.width = Number(svg.getAttribute('width')) * TWICE;
  canvas.height = Number(svg.getAttribute('height')) * TWICE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the chart could not be drawn'))), 'image/png'));
}

/** Saves a drawing, or text, under a name made from a title. */
export async function saveAs(title: string, ending: 'svg' | 'png' | 'csv', content: SVGSVGElement | string | null, palette: Palette): Promise<void> {
  if (content === null) return;
  if (typeof content === 'string') download(nameOf(title, ending), new Blob([content], { type: 'text/csv;charset=utf-8' }));
  else if (ending === 'png') download(nameOf(title, ending), await pixels(content, palette));
  else download(nameOf(title, ending), new Blob([standalone(content, palette)], { type: 'image/svg+xml' }));
}
