/** Pictures of the page as it once looked, and how far a picture of now is from one. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const folder = fileURLToPath(new URL('baselines/', import.meta.url)), drawnBy = join(folder, 'drawn-by.json');

/** What the pictures hang on besides the page: the browser's major version, and a hash of some words as it draws them. */
export interface DrawnBy {
  chromium: string;
  letters: string;
}

/** UPDATE_LOOKS=1 makes the pictures anew. */
export const updating = process.env['UPDATE_LOOKS'] === '1';

/** A difference of colour that nobody sees, as pixelmatch counts it, and how many pixels of a picture may differ by more. */
const SHADE = 0.08, NOISE = 6;

/** Makes these pictures the baselines: those that look as they did stay as they are, those of no view any more go. */
export function keepBaselines(now: DrawnBy, shots: ReadonlyMap<string, Buffer>): void {
  const comparable = !incomparable(now);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.png') && !shots.has(name.slice(0, -4))) rmSync(join(folder, name));
  for (const [name, shot] of shots) {
    const file = join(folder, `${name}.png`);
    // without the channel of transparency, which it does not use
    if (!comparable || !existsSync(file) || difference(shot, readFileSync(file))) writeFileSync(file, PNG.sync.write(PNG.sync.read(shot), { colorType: 2, deflateLevel: 9 }));
  }
  writeFileSync(drawnBy, `${JSON.stringify(now)}\n`);
}

/** Why pictures cannot be compared here; undefined where they can. */
export function incomparable(now: DrawnBy): string | undefined {
  if (!existsSync(drawnBy)) return 'there are no baselines';
  const then = JSON.parse(readFileSync(drawnBy, 'utf8')) as DrawnBy;
  if (then.chromium !== now.chromium) return `the baselines are of Chromium ${then.chromium}, this is ${now.chromium}`;
  return then.letters === now.letters ? undefined : 'letters look different here from those of the baselines (fonts-liberation2)';
}

export const baseline = (name: string): Buffer => readFileSync(join(folder, `${name}.png`));

/** How a picture differs from another, in words; undefined where it does not, apart from noise. */
export function difference(shot: Buffer, from: Buffer): string | undefined {
  const now = PNG.sync.read(shot), then = PNG.sync.read(from);
  if (now.width !== then.width || now.height !== then.height) return `${now.width} × ${now.height} pixels, not ${then.width} × ${then.height}`;
  const differ = pixelmatch(now.data, then.data, undefined, now.width, now.height, { threshold: SHADE });
  return differ > NOISE ? `${differ} pixels` : undefined;
}
