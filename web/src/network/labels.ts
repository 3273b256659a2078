/** Which names of a network are shown, and where: the first come first, and none covers another, or the disc of another party of weight. */

export interface Named {
  code: string;
  /** Middle and radius of the party's disc, in pixels. */
  x: number;
  y: number;
  radius: number;
  /** Width of its name. */
  width: number;
}

const GAP = 3, HALF = 8;
/** A disc so large, in pixels of its radius, is covered by no name of another. */
const LARGE = 6;
/** More names than that are read by nobody. */
const MOST = 140;

/** Where each shown name begins, right of its disc, or left of it where the right has no room. `wanted` is in order of weight. */
export function placeNames(wanted: readonly Named[], { width, height }: { width: number; height: number }): Map<string, number> {
  const taken: { left: number; right: number; y: number }[] = [], placed = new Map<string, number>(), discs = wanted.filter(({ radius }) => radius >= LARGE);
  const hides = (code: string, left: number, right: number, y: number): boolean => discs.some((disc) => disc.code !== code && Math.abs(disc.y - y) < disc.radius + HALF / 2 && disc.x + disc.radius > left && disc.x - disc.radius < right);
  for (const { code, x, y, radius, width: own } of wanted) {
    if (placed.size === MOST) break;
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const right = x + radius + GAP, starts = right + own > width ? [x - radius - GAP - own] : [right, x - radius - GAP - own];
    const left = starts.find((start) => start >= 0 && !hides(code, start, start + own, y) && taken.every((one) => Math.abs(one.y - y) >= 2 * HALF || one.right <= start || one.left >= start + own));
    if (left === undefined) continue;
    taken.push({ left, right: left + own, y });
    placed.set(code, left);
  }
  return placed;
}

/** Gives the widths of texts in a font, each measured once. */
export function measuring(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D, widths = new Map<string, number>();
  context.font = font;
  return (text) => {
    const width = widths.get(text) ?? context.measureText(text).width;
    widths.set(text, width);
    return width;
  };
}
