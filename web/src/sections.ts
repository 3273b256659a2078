import type { Key } from './words.ts';

/** The page's sections, each with the letter that leads to it after `g`. */
export const SECTIONS: readonly { path: string; key: Key; letter: string }[] = [
  { path: '/', key: 'nav.today', letter: 't' }, { path: '/record', key: 'nav.record', letter: 'r' },
  { path: '/relations', key: 'nav.relations', letter: 'l' }, { path: '/network', key: 'nav.network', letter: 'n' },
  { path: '/review', key: 'nav.review', letter: 'v' }, { path: '/watching', key: 'nav.watching', letter: 'w' },
];
