import { describe, expect, it } from 'vitest';
import { readFeed } from './feed.ts';
import { entryPlaces } from './places.ts';

const FEEDS: Record<string, string> = {
  RSS: '<?xml version="1.0"?><rss version="2.0"><channel><title>Ö</title><!-- <item>no</item> --><item></item><item/><item><title>Ä one</title><description><![CDATA[<item>no</item>]]></description></item>\n<item><title>Ö two</title></item></channel></rss>',
  Atom: '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Щ</title><entry/><entry><title>Щ one</title><id>1</id></entry><entry xml:lang="ru"><id>2</id><title>Ы two</title></entry></feed>',
  RDF: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>x</title><items><rdf:Seq/></items></channel><item rdf:about="1"><title>One</title><link>https://x.example/1</link></item><item rdf:about="2"><title>Two</title><link>https://x.example/2</link></item></rdf:RDF>',
  'JSON Feed': JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', authors: [{ name: 'x' }], title: 'a "{[" b', items: [{ id: 'ö', title: 'One', tags: [{}], content_text: '} ] {' }, {}, { id: 'two', title: 'Two' }] }),
};

describe('where the entries of a feed begin', () => {
  it.each(Object.entries(FEEDS))('%s: each at its first byte', (_, markup) => {
    const { entries } = readFeed(markup);
    expect(entries).toHaveLength(2);
    for (const coded of ['utf8', 'utf16le'] as const) {
      const bytes = Buffer.from(markup, coded), places = entryPlaces(bytes, entries.length) ?? [];
      expect(places).toHaveLength(2);
      for (const [i, place] of places.entries()) {
        const rest = bytes.subarray(place, places[i + 1]).toString(coded);
        expect(rest).toMatch(/^(?:<(?:item|entry)|\{)/);
        expect(rest).toContain(entries[i]?.title as string);
      }
    }
  });

  it('none where they are not as many as the parser found', () => expect(entryPlaces(Buffer.from(FEEDS['RSS'] as string), 3)).toBeUndefined());
});
