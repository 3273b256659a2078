/** Facts as an Atom feed (RFC 4287). */
import type { Watch } from '../ledger/watches.ts';
import { describeClaim, describeEvent, describeTie, describeTrend } from '../story/describe.ts';
import type { Description } from '../story/describe.ts';
import { say } from '../story/remark.ts';
import { shown } from '../story/shown.ts';
import type { Lang } from '../story/story.ts';
import { notesOf } from '../words/tell.ts';
import { TERMS } from '../words/terms.ts';
import { writing } from '../words/tongue.ts';
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

/** What a fact says, in a word or two of the feed's language. */
function whatOf(fact: Fact, lang: Lang): string {
  const { term } = writing(lang, TERMS[lang]);
  switch (fact.kind) {
    case 'event': return `${fact.mode ? term('mode', fact.mode) : term('type', fact.type)}${fact.factuality === 'fact' ? '' : ` (${term('factuality', fact.factuality)})`}`;
    case 'claim': return `${term('claim', fact.claim)}${fact.speaker === 'unnamed' ? '' : ` (${fact.speaker})`}`;
    case 'tie': return `${term('domain', fact.domain)}, ${term('tie', fact.tie)}`;
    case 'trend': return term('direction', fact.direction);
  }
}

/** What the sentence says beside, in the feed's language. */
function besideOf(fact: Fact, lang: Lang): string {
  if (lang === 'en') return describe(fact).notes.join('; ');
  const written = writing(lang, TERMS[lang]);
  return fact.kind === 'event' ? notesOf(fact, { day: written.day, t: (code, values) => say({ code, ...(values && { values }) }, { ...written, party: (one) => one }) }).join('; ') : '';
}

const CODE = /\b[A-Z][A-Z0-9]+\b/g;
const dayOf = (fact: Fact): string => fact.story?.date ?? ('from' in fact && fact.from ? fact.from : '1970-01-01');

/** Where a feed is, in which language, and how that calls parties. */
export interface Told {
  origin: string;
  lang: Lang;
  nameOf: (code: string) => string;
}

/** A watch's feed: one entry a fact, leading to it in its story. */
export function atomFeed({ title, key, query, added }: Watch, facts: readonly Fact[], { origin, lang, nameOf }: Told): string {
  const asked = lang === 'en' ? '' : `?lang=${lang}`, entries = facts.map((fact) => {
    const { who } = describe(fact), { story } = fact;
    const link = story ? `${origin}/story/${story.hash}?fact=${fact.id}` : `${origin}/happening/${fact.id}`;
    return `  <entry>
    <id>urn:dragoman:${key}:${fact.id}</id>
    <title>${xml(`${who.replace(CODE, nameOf)}: ${whatOf(fact, lang)}`)}</title>
    <updated>${dayOf(fact)}T00:00:00Z</updated>
    <link href="${xml(link)}"/>
    <summary>${xml([fact.evidence, besideOf(fact, lang), [story?.outlet, story?.date].filter(Boolean).join(', ')].filter(Boolean).join('\n'))}</summary>
  </entry>`;
  });
  const updated = facts.map(dayOf).sort().at(-1);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>urn:dragoman:${key}</id>
  <title>${xml(title)}</title>
  <updated>${updated ? `${updated}T00:00:00Z` : added}</updated>
  <author><name>Dragoman</name></author>
  <link rel="self" href="${xml(`${origin}/feeds/${key}.atom${asked}`)}"/>
  <link href="${xml(`${origin}/record?${query}`)}"/>
${entries.join('\n')}${entries.length ? '\n' : ''}</feed>
`;
}
