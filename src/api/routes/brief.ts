/** The cited brief on a party or two, as a file. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { composeBrief } from '../../brief/compose.ts';
import { briefHtml } from '../../brief/html.ts';
import { briefMarkdown } from '../../brief/markdown.ts';
import { LANGS } from '../../story/story.ts';
import type { Lang } from '../../story/story.ts';
import { filterOf, partyOf } from '../ask.ts';
import { Problem } from '../endpoint.ts';
import type { Env } from '../endpoint.ts';
import type { Asking } from '../served.ts';
import { Filters, Party } from '../schemas/facts.ts';
import { blocsOf } from './measures.ts';

const TYPES = { md: 'text/markdown; charset=utf-8', html: 'text/html; charset=utf-8' } as const;

export function addBrief({ api, ledger, names, codes }: Asking): void {
  const route = createRoute({
    method: 'get', path: '/brief/{a}', tags: ['Relations'], summary: 'A cited brief on a party, or on two and what passes between them', 'x-role': 'read',
    request: {
      params: z.object({ a: Party }),
      query: Filters.pick({ from: true, to: true }).extend({
        b: z.string().max(200).optional().openapi({ description: 'A second party' }), format: z.enum(['md', 'html']).default('html'),
        lang: z.enum(LANGS).default('en').openapi({ description: 'The language that it is written in; what is quoted stays in its own' }),
      }),
    },
    responses: {
      200: { description: 'The brief, as a file', content: { 'text/html': { schema: z.string() }, 'text/markdown': { schema: z.string() } } },
      default: { description: 'A problem', content: { 'application/problem+json': { schema: Problem } } },
    },
  });
  api.openapi(route, (async (c: Context<Env>) => {
    const { a } = c.req.valid('param' as never) as { a: string }, { b, format, lang, from, to } = c.req.valid('query' as never) as { b?: string; format: keyof typeof TYPES; lang: Lang; from?: string; to?: string };
    const known = await codes(), parties = [a, ...(b ? [b] : [])].map((one) => partyOf(one, names, known)) as [string] | [string, string];
    const filter = filterOf('event', { from, to, party: undefined, pair: undefined, type: undefined, factuality: undefined, lang: undefined, outlet: undefined, speaker: undefined, text: undefined }, names);
    const made = await composeBrief({ parties, lang, ...(filter.from && { from: filter.from }), ...(filter.to && { to: filter.to }) }, { ledger, blocs: blocsOf(undefined), name: (code) => names.namesOf(code)[lang] });
    return c.body(format === 'html' ? await briefHtml(made) : briefMarkdown(made), 200, {
      'Content-Type': TYPES[format], 'Content-Disposition': `attachment; filename="brief-${parties.join('-').toLowerCase().replace(/[^a-z0-9-]/g, '')}.${format}"`,
    });
  }) as never);
}
