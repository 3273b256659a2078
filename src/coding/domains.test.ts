import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { prepare } from './prepare.ts';

const domainsOf = (lang: Lang, text: string): (string | undefined)[] => [...new Set(prepare({ id: 'x', lang, date: '2024-05-01', text }, lang).triggers.filter((t) => t.entry.label.is === 'tie').map((t) => t.domain))];

test.each<[Lang, string, string]>([
  ['en', 'Iran depends on China for most of its oil sales.', 'energy'],
  ['en', 'Vietnam is at odds with China over the islands.', 'territorial'],
  ['tr', 'Vietnam, adalar yüzünden Çin ile anlaşmazlık içinde.', 'territorial'],
  ['ru', 'Молдавия зависит от российского газа.', 'energy'],
])('%s: %s', (lang, text, domain) => {
  expect(domainsOf(lang, text)).toContain(domain);
});
