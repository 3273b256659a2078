/** The network as an SVG drawing of its own, for taking away. */
import type { Network } from '../../../src/api/schemas/views.ts';
import type { Layout } from './layout.ts';
import type { Look } from './picture.ts';
import { drawing, make } from '../svg.ts';
import { prominence, radius, toneColour } from './picture.ts';

const WIDTH = 1200, HEIGHT = 800, MARGIN = 60;
/** So many parties are named, those with the most contact. */
const NAMED = 120;

export function networkSvg({ parties, ties }: Network, layout: Layout, { palette, name, blocs }: Look): SVGSVGElement {
  const places = [...layout.values()], xs = places.map(({ x }) => x), ys = places.map(({ y }) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((WIDTH - 2 * MARGIN) / (right - left || 1), (HEIGHT - 2 * MARGIN) / (high - low || 1));
  const at = (code: string): [number, number] => {
    const { x, y } = layout.get(code) ?? { x: 0, y: 0 };
    return [WIDTH / 2 + (x - (left + right) / 2) * scale, HEIGHT / 2 - (y - (low + high) / 2) * scale];
  };
  const svg = drawing(WIDTH, HEIGHT), most = parties[0]?.acts ?? 1, mostActs = ties[0]?.acts ?? 1;
  for (const { a, b, acts, tone } of ties.toReversed()) {
    const [[x1, y1], [x2, y2]] = [at(a), at(b)];
    svg.append(make('line', { x1, y1, x2, y2, stroke: toneColour(tone, palette, prominence(acts, mostActs, ties.length)), 'stroke-width': 0.5 + 4.5 * Math.sqrt(acts / mostActs) }));
  }
  for (const { code, acts, bloc } of parties) {
    const [cx, cy] = at(code);
    svg.append(make('circle', { cx, cy, r: radius(acts, most), fill: blocs.get(bloc) ?? palette.soft }));
  }
  for (const { code, acts } of parties.slice(0, NAMED)) {
    const [x, y] = at(code);
    svg.append(make('text', { x: x + radius(acts, most) + 3, y: y + 4, fill: palette.ink, stroke: palette.paper, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }, name(code)));
  }
  return svg;
}
