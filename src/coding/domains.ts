/** In what a tie binds, by the words around the one that names it: `language/<lang>/domains.tsv`. */
import { readFileSync } from 'node:fs';
import { TIE_DOMAINS, TIE_KINDS } from '../story/facts.ts';
import type { TieDomain, TieKind } from '../story/facts.ts';
import type { Lang } from '../story/story.ts';

export interface DomainRule {
  kind: TieKind;
  domain: TieDomain;
  words: string[];
}

/**
 * The rules of a language, in order.
 * @throws Error naming the line where a kind or a domain is none
 */
export const loadDomains = (lang: Lang): DomainRule[] => {
  const text = readFileSync(new URL(`../language/${lang}/domains.tsv`, import.meta.url), 'utf8'), out: DomainRule[] = [];
  text.split('\n').forEach((line, n) => {
    if (!line.trim() || line.startsWith('#')) return;
    const [kindName, domainName, words = ''] = line.split('\t');
    const kind = TIE_KINDS.find((k) => k === kindName), domain = TIE_DOMAINS.find((d) => d === domainName);
    if (!kind || !domain) throw new Error(`domains.tsv of ${lang}, line ${n + 1}: give a kind (${TIE_KINDS.join(', ')}), a domain (${TIE_DOMAINS.join(', ')}) and words`);
    out.push({ kind, domain, words: words.trim().split('|') });
  });
  return out;
};
