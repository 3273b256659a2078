/** Facts as an Atom feed (RFC 4287). */
import type { Watch } from '../ledger/watches.ts';
import { describeClaim, describeEvent, describeTie, describeTrend } from '../story/describe.ts';
import type { Description } from '../story/describe.ts';
import { shown } from '../story/shown.ts';
import type { Fact } from './schemas/facts.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text as XML may hold it: escaped, and without what XML cannot hold at all. */
const xml = (text: string): string => shown(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

function describe(fact: Fact): Description {
  switch (fact.kind) {
    case 'event': return describeEvent(fact);
    case 'claim': return describeClaim({ ...fact, kind: fact.claim });
    case 'tie': return describeTie({ ...fact, kind: fact.tie });
    case 'trend': return describeTrend(fact);
  }
}

const CODE = /\b[A-Z][A-Z0-9]+\b/g;
const dayOf = (fact: Fact): string => fact.story?.date ?? ('from' in fact && fact.from ? fact.from : '1970-01-01');

/** A watch's feed: one entry a fact, leading to it in its story. */
export function atomFeed({ title, key, query, added }: Watch, facts: readonly Fact[], origin: string, nameOf: (code: string) => string): string {
  const entries = facts.map((fact) => {
    const { who, what, factuality, notes } = describe(fact), { story } = fact;
    const link = story ? `${origin}/story/${story.hash}?fact=${fact.id}` : `${origin}/happening/${fact.id}`;
    return `  <entry>
    <id>urn:dragoman:${key}:${fact.id}</id>
    <title>${xml(`${who.replace(CODE, nameOf)}: ${what}${factuality ? ` (${factuality})` : ''}`)}</title>
    <updated>${dayOf(fact)}T00:00:00Z</updated>
    <link href="${xml(link)}"/>
    <summary>${xml([fact.evidence, notes.join('; '), [story?.outlet, story?.date].filter(Boolean).join(', ')].filter(Boolean).join('\n'))}</summary>
  </entry>`;
  });
  const updated = facts.map(dayOf).sort().at(-1);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:dragoman:${key}</id>
  <title>${xml(title)}</title>
  <updated>${updated ? `${updated}T00:00:00Z` : added}</updated>
  <author><name>Dragoman</name></author>
  <link rel="self" href="${xml(`${origin}/feeds/${key}.atom`)}"/>
  <link href="${xml(`${origin}/record?${query}`)}"/>
${entries.join('\n')}${entries.length ? '\n' : ''}</feed>
`;
}
