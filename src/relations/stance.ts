/** Whether a claim takes a relation to be going well or ill, by its words. */
import { readFileSync } from 'node:fs';

export type Stance = 'favourable' | 'unfavourable' | 'even' | 'none';

type Stem = readonly [stem: string, stance: 'favourable' | 'unfavourable'];
let stems: Stem[] | undefined;

/** Lower case, without accents and dotless i; й and ё as и and е. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('ı', 'i');

function load(): Stem[] {
  return (stems ??= readFileSync(new URL('./stance.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t') as unknown as Stem).map(([stem, stance]) => [fold(stem), stance] as const));
}

/** The stance of a sentence in any of the three languages. */
export function stanceOf(sentence: string): Stance {
  const words = ` ${fold(sentence).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const has = (wanted: 'favourable' | 'unfavourable'): boolean => load().some(([stem, stance]) => stance === wanted && words.includes(` ${stem}`));
  const well = has('favourable'), ill = has('unfavourable');
  return well ? (ill ? 'even' : 'favourable') : ill ? 'unfavourable' : 'none';
}
