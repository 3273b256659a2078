/** Facts by kind, and stories. */
import { z } from '@hono/zod-openapi';
import { count } from '../../ledger/facts.ts';
import type { FactKind } from '../../ledger/filter.ts';
import { stories, story } from '../../ledger/stories.ts';
import type { StoryRecord } from '../../ledger/stories.ts';
import { numbered } from '../../story/marks.ts';
import { factOf, factsOf, filterOf } from '../ask.ts';
import { endpoint } from '../endpoint.ts';
import type { Served } from '../served.ts';
import { Claim, Event, Filters, pageOf, Paging, Story, StoryLine, Tie, Trend } from '../schemas/facts.ts';
import type { Fact } from '../schemas/facts.ts';

const KINDS = {
  event: ['events', Event, 'Acts between two parties'], claim: ['claims', Claim, 'What somebody says about the state of things'],
  tie: ['ties', Tie, 'Standing conditions that bind one party to another'], trend: ['trends', Trend, 'Relations said to be improving, worsening or unchanged'],
} as const;
const KEYS = { event: 'events', claim: 'claims', tie: 'ties', trend: 'trends' } as const;

/** A story's facts in the order of its text, with what analysts made of them. */
function factsIn({ coded, ids, reviews }: StoryRecord): Fact[] {
  return numbered(coded).map(({ kind, index }) => {
    const id = ids[KEYS[kind]][index] as string, review = reviews.get(id);
    return factOf(kind, { id, fact: coded[KEYS[kind]][index] as never, ...(review && { review }) });
  });
}

export function addFacts({ api, ledger, names }: Served): void {
  for (const kind of Object.keys(KINDS) as FactKind[]) {
    const [path, schema, summary] = KINDS[kind];
    endpoint(api, {
      path: `/${path}`, tag: 'Facts', summary, description: 'Newest first, each with its sentence and story; the filters are those of the command line.',
      query: Filters.extend(Paging.shape).extend({ count: z.enum(['true', 'false']).optional().openapi({ description: 'Also how many there are in all' }) }), answer: pageOf(schema as typeof Event),
    }, async ({ query: { limit, after, order, count: counted, ...asked } }) => {
      const filter = filterOf(kind, asked, names), found = await factsOf(ledger, kind, filter, { limit, order, ...(after && { after }) });
      return { ...found, ...(counted === 'true' && { total: await count(ledger, kind, filter) }) } as never;
    });
  }

  endpoint(api, {
    path: '/stories', tag: 'Stories', summary: 'Stories, newest first', query: Filters.pick({ from: true, to: true, outlet: true, lang: true, text: true }).extend(Paging.shape), answer: pageOf(StoryLine),
  }, ({ query: { limit, after, order, ...asked } }) => stories(ledger, filterOf('event', asked, names), { limit, order, ...(after && { after }) }));

  endpoint(api, {
    path: '/stories/{name}', tag: 'Stories', summary: 'A story with its facts', description: 'By the source\'s own id, the hash, or the beginning of the hash (four digits or more).',
    params: z.object({ name: z.string().max(500) }), answer: Story,
  }, async ({ params: { name } }) => {
    const found = await story(ledger, name), { id, lang, date, outlet, url, title, persons } = found.coded;
    return { hash: found.hash, id, lang, date, ...(outlet && { outlet }), ...(url && { url }), ...(title && { title }), text: found.story.text, coder: found.coder, persons, facts: factsIn(found) };
  });
}
