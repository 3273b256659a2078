/** What the page weighs, as it is sent: by brotli, all of it and what the first view needs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root, say } from './program.ts';

const kB = (bytes: number): string => (bytes / 1000).toFixed(0);

export function weighBundle(): void {
  const folder = join(root, 'dist/web'), document = readFileSync(join(folder, 'index.html'), 'utf8');
  const parts = readdirSync(join(folder, 'assets')).map((name) => ({ name, bytes: brotliCompressSync(readFileSync(join(folder, 'assets', name))).length })).sort((a, b) => b.bytes - a.bytes);
  const sum = (of: typeof parts): number => of.reduce((total, { bytes }) => total + bytes, 0);
  say(`bundle by brotli: ${kB(sum(parts))} kB in all, ${kB(sum(parts.filter(({ name }) => document.includes(name))))} kB for the first view (${parts.map(({ name, bytes }) => `${name.replace(/-[\w-]{8}\./, '.')} ${kB(bytes)}`).join(', ')})`);
}
