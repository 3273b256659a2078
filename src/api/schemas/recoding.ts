/** Reading the stored stories anew, as the API tells of it. */
import { z } from '@hono/zod-openapi';

export const Recoding = z.object({
  available: z.boolean().openapi({ description: 'Whether this server has a coder; where it has none, `dragoman recode` does it' }),
  stale: z.number().int().openapi({ description: 'Stories whose facts were taken by another version of the coder; of a run, those that it has still to read' }),
  run: z.object({
    state: z.enum(['running', 'done', 'stopped', 'failed']), who: z.string(), startedAt: z.string(), endedAt: z.string().optional(),
    of: z.number().int().openapi({ description: 'Stories to read' }), done: z.number().int(), failed: z.number().int(),
    problems: z.array(z.string()).openapi({ description: 'What went wrong, the first few' }),
  }).optional().openapi({ description: 'The run that goes on, or the last one' }),
}).openapi('Recoding');
export type Recoding = z.infer<typeof Recoding>;
