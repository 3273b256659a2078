/** The words that facts are told with, in each language. */
import type { Wording } from '../story/remark.ts';
import type { Lang } from '../story/story.ts';
import { en } from './terms/en.ts';
import { ru } from './terms/ru.ts';
import { tr } from './terms/tr.ts';

export type TermKey = keyof typeof en;
export const TERMS: Readonly<Record<Lang, Readonly<Record<TermKey, Wording>>>> = { en, tr, ru };
