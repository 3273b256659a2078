/** What only an administrator may do: say who may use the page, take a copy of the ledger away, have a story forgotten. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { backup } from '../../ledger/backup.ts';
import { forgetStory } from '../../ledger/forget.ts';
import { updateHappenings } from '../../ledger/happenings/update.ts';
import { story } from '../../ledger/stories.ts';
import { allow, endpoint, Problem, ROLES } from '../endpoint.ts';
import type { Env } from '../endpoint.ts';
import { Refused } from '../problem.ts';
import type { Served } from '../served.ts';
import { listTokens, makeToken, revokeToken } from '../tokens.ts';

const TokenLine = z.object({ id: z.number().int(), name: z.string(), role: z.enum(ROLES), added: z.string(), revoked: z.string().optional() }).openapi('Token');
const Made = z.object({ id: z.number().int(), token: z.string().openapi({ description: 'The only copy: what is kept is its hash' }) });

export function addAdmin({ api, ledger, changed }: Served): void {
  endpoint(api, { path: '/tokens', tag: 'Administration', role: 'admin', summary: 'The tokens that were ever made', answer: z.object({ rows: z.array(TokenLine) }) }, async () => ({ rows: await listTokens(ledger) }));

  endpoint(api, {
    method: 'post', path: '/tokens', tag: 'Administration', role: 'admin', summary: 'Make a token', description: 'For whoever calls from elsewhere than this machine.',
    body: z.object({ name: z.string().trim().min(1).max(200).openapi({ description: 'Whose it is; corrections are signed with it' }), role: z.enum(ROLES).default('read') }), answer: Made,
  }, ({ body: { name, role } }) => makeToken(ledger, name, role));

  endpoint(api, {
    method: 'delete', path: '/tokens/{id}', tag: 'Administration', role: 'admin', summary: 'End a token at once', params: z.object({ id: z.coerce.number().int().min(1) }), answer: z.object({}),
  }, async ({ params: { id } }) => {
    await revokeToken(ledger, id);
    return {};
  });

  endpoint(api, {
    method: 'post', path: '/stories/{name}/forget', tag: 'Administration', role: 'admin', summary: 'Erase a story for good', description: 'Its text, its facts and what was said of them; backups and exports made before still have it. It cannot be taken back.',
    params: z.object({ name: z.string().max(500) }), body: z.object({ why: z.string().max(2000).optional() }),
    answer: z.object({ hash: z.string(), facts: z.number().int(), corrections: z.number().int(), clean: z.boolean().openapi({ description: 'Whether the log could be emptied at once, as nobody else was reading' }) }),
  }, async ({ params: { name }, body: { why }, c }) => {
    const { hash } = await story(ledger, name), done = forgetStory(ledger, hash, { who: c.get('who'), ...(why && { why }) });
    updateHappenings(ledger);
    changed();
    return done;
  });

  const route = createRoute({
    method: 'get', path: '/backup', tags: ['Administration'], summary: 'A copy of the ledger as it stands', 'x-role': 'admin', middleware: allow('admin'),
    responses: {
      200: { description: 'A ledger', content: { 'application/vnd.sqlite3': { schema: z.string() } } },
      default: { description: 'A problem', content: { 'application/problem+json': { schema: Problem } } },
    },
  });
  api.openapi(route, (async (c: Context<Env>) => {
    if (ledger.path === ':memory:') throw new Refused(422, 'no-file', 'This ledger is in no file.');
    const copy = `${ledger.path}.copy-${randomUUID()}`;
    backup(ledger, copy);
    const file = createReadStream(copy);
    await once(file, 'open');
    // it is read to its end without a name
    rmSync(copy);
    return c.body(Readable.toWeb(file) as ReadableStream, 200, { 'Content-Type': 'application/vnd.sqlite3', 'Content-Disposition': `attachment; filename="${basename(ledger.path).replace(/[^\w.-]/g, '_')}"`, 'Cache-Control': 'no-store', 'x-live': '1' });
  }) as never);
}
