/** Search as it is typed: parties, people, happenings and stories at once. */
import { z } from '@hono/zod-openapi';
import { matchExpression } from '../../ledger/fold.ts';
import { findPeople } from '../../ledger/people.ts';
import { stories } from '../../ledger/stories.ts';
import { factsOf } from '../ask.ts';
import { endpoint } from '../endpoint.ts';
import type { Served } from '../served.ts';
import { Search } from '../schemas/views.ts';

/** Two parties in what was typed ("Belarus USA", "Белоруссия – США"), whichever words belong to which. */
function pairIn(typed: string, find: (phrase: string) => string | undefined): [string, string] | undefined {
  const words = typed.split(/[\s,–—-]+/).filter(Boolean);
  for (let i = 1; i < words.length; i++) {
    const a = find(words.slice(0, i).join(' ')), b = find(words.slice(i).join(' '));
    if (a && b && a !== b) return [a, b];
  }
  return undefined;
}

export function addSearch({ api, ledger, names, tally: tallied }: Served): void {
  endpoint(api, {
    path: '/search', tag: 'Search', summary: 'Parties, people, happenings and stories', description: 'In any of the languages, without diacritics, by the beginnings of words.',
    query: z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(6) }), answer: Search,
  }, async ({ query: { q, limit } }) => {
    const tally = await tallied();
    const found = names.find(q, limit * 3), known = [...tally.keys()].filter((code) => code.toLowerCase() === q.trim().toLowerCase());
    const codes = [...new Set([...known, ...found])];
    // Parties that the record tells of stand before those that only the gazetteer knows; the order is kept otherwise.
    const ordered = [...codes.filter((code) => tally.has(code)), ...codes.filter((code) => !tally.has(code))].slice(0, limit);
    const pair = pairIn(q, (phrase) => (tally.has(phrase) ? phrase : phrase.length > 1 ? (names.code(phrase) ?? names.find(phrase, 1)[0]) : undefined));
    const worded = matchExpression(q) !== undefined;
    return {
      ...(pair && { pair }),
      parties: ordered.map((code) => ({ code, names: names.namesOf(code), kind: names.kind(code), events: tally.get(code) ?? 0 })),
      people: await findPeople(ledger, q, limit),
      happenings: worded ? (await factsOf(ledger, 'event', { text: q }, { limit })).rows : [],
      stories: worded ? (await stories(ledger, { text: q }, { limit })).rows : [],
    };
  });
}
