/** Drawings made for taking away: each shape carries its own colours, as the page's stylesheet stays behind. */
import type { Palette } from './theme.ts';

/** An SVG element with its attributes; numbers to two decimals. */
export function make(tag: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  if (text !== undefined) element.textContent = text;
  return element;
}

export const drawing = (width: number, height: number): SVGSVGElement => make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-size': 12 }) as SVGSVGElement;

/** One small chart: a title, a figure, steps above and below a line. Values may have any scale; `most` fills half the height. */
export interface Small {
  title: string;
  figure: string;
  steps: readonly { i: number; up: number; down: number }[];
}

const COLUMNS = 4, WIDE = 240, HIGH = 96, PAD = 12;

/** Small charts in rows, all on one scale. */
export function smallCharts(charts: readonly Small[], length: number, most: number, { ink, soft, coop, conflict, line }: Palette): SVGSVGElement {
  const svg = drawing(COLUMNS * WIDE + PAD, Math.ceil(charts.length / COLUMNS) * HIGH + PAD), half = 28, step = (WIDE - 2 * PAD) / Math.max(1, length);
  charts.forEach(({ title, figure, steps }, i) => {
    const left = (i % COLUMNS) * WIDE + PAD, middle = Math.floor(i / COLUMNS) * HIGH + PAD + 48;
    svg.append(make('text', { x: left, y: middle - 34, fill: ink, 'font-weight': 600 }, title), make('text', { x: left + WIDE - 2 * PAD, y: middle - 34, fill: soft, 'text-anchor': 'end' }, figure),
      make('line', { x1: left, x2: left + WIDE - 2 * PAD, y1: middle, y2: middle, stroke: line }));
    for (const { i: at, up, down } of steps) {
      for (const [value, fill, above] of [[up, coop, true], [down, conflict, false]] as const) {
        const height = Math.sqrt(value / most) * half;
        if (height > 0) svg.append(make('rect', { x: left + at * step, y: above ? middle - height : middle, width: Math.max(1, step - 0.6), height, fill }));
      }
    }
  });
  return svg;
}

/** Two bars for each row, as shares of the longest of all. */
export function bars(rows: readonly { title: string; values: readonly [number, number] }[], keys: readonly [string, string], { ink, accent }: Palette): SVGSVGElement {
  const row = 30, left = 200, wide = 480, svg = drawing(left + wide + 80, rows.length * row + 50), most = Math.max(...rows.flatMap(({ values }) => values), 0.001), colours = [ink, accent] as const;
  keys.forEach((key, k) => svg.append(make('rect', { x: left + k * 240, y: 12, width: 10, height: 10, fill: colours[k] as string }), make('text', { x: left + 16 + k * 240, y: 21, fill: ink }, key)));
  rows.forEach(({ title, values }, i) => {
    const y = 40 + i * row;
    svg.append(make('text', { x: left - 10, y: y + 14, fill: ink, 'text-anchor': 'end' }, title));
    values.forEach((value, k) => svg.append(make('rect', { x: left, y: y + k * 10, width: (wide * value) / most, height: 9, fill: colours[k] as string })));
  });
  return svg;
}
