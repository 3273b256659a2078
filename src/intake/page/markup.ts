/** What can be told of a page without building its tree: its charset, and the language of its text. */
import { identifyLanguage } from '../../language/identify.ts';
import type { Lang } from '../../story/story.ts';
import { decode } from '../charset.ts';
import type { Hints } from '../source.ts';
import { readLang } from '../story.ts';

const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:-]+)/i;
const XML_CHARSET = /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([a-z0-9_:-]+)["']/i;

/** The markup of a page from its bytes, whatever charset it claims; undefined where none fits. */
export function markupOf(bytes: Buffer, hints: Hints): string | undefined {
  const head = bytes.toString('latin1', 0, 4096);
  return decode(bytes, [hints.charset, XML_CHARSET.exec(head)?.[1], META_CHARSET.exec(head)?.[1]])?.text;
}

/** The language of a story: what its words look like, then what the page says. */
export function languageOf(text: string, said: string | undefined): { lang?: Lang; otherLang?: string } {
  const looks = identifyLanguage(text), seen = readLang(looks), told = said === undefined ? undefined : readLang(said);
  if (seen) return { lang: seen };
  // Too few words to tell by: the page is believed.
  if (looks === 'und') return told ? { lang: told } : {};
  return { otherLang: looks };
}
