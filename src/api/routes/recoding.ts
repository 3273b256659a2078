/** Reading the stored stories anew, as an administrator asks for it. */
import { z } from '@hono/zod-openapi';
import { story } from '../../ledger/stories.ts';
import { endpoint } from '../endpoint.ts';
import { Recoding } from '../schemas/recoding.ts';
import type { Served } from '../served.ts';

export function addRecoding({ api, ledger, recoding }: Served): void {
  const about = { path: '/recode', tag: 'Administration', role: 'admin', answer: Recoding } as const;
  endpoint(api, { ...about, summary: 'Whether stories are to be read anew, and how far that has come' }, ({ c }) => {
    // it goes on without the ledger changing
    c.header('x-live', '1');
    return recoding.state();
  });

  endpoint(api, {
    ...about, method: 'post', summary: 'Read stored stories anew with the coder at hand', description: 'Those that another version of the coder has read; corrections stay, and are fitted to the new facts. It goes on behind the answer, in a thread of its own; one run at a time.',
    body: z.object({ story: z.string().max(500).optional().openapi({ description: 'Only this story' }) }),
  }, async ({ body: { story: name }, c }) => recoding.begin(c.get('who'), name === undefined ? undefined : { hash: (await story(ledger, name)).hash }));

  endpoint(api, { ...about, method: 'delete', summary: 'Stop reading anew', description: 'After the story at hand; what was read stays, and the next run goes on from there.' }, () => recoding.stop());
}
