import { createHash } from 'node:crypto';
import type { Story } from './story.ts';

/**
 * What a story is known by: 32 hex digits over what was published (date, outlet, title, text). The source's own id, the
 * address and the language are left out: a page met twice under two addresses is one story.
 */
export function contentHash(story: Pick<Story, 'date' | 'outlet' | 'title' | 'text'>): string {
  const content = JSON.stringify([story.date, story.outlet ?? '', story.title ?? '', story.text]);
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** How much of a content hash names a story where its source gives no id. */
export const SHORT_HASH = 12;
