import { z } from '@hono/zod-openapi';
import { Fact } from './facts.ts';

export const WatchLine = z.object({
  id: z.number().int(), title: z.string(), query: z.string(), feed: z.string().openapi({ description: 'The address of its Atom feed; with ?lang=tr or ?lang=ru in Turkish or Russian' }), added: z.string(),
  fresh: z.number().int().openapi({ description: 'How many of the latest facts are new since it was last seen' }), rows: z.array(Fact).openapi({ description: 'The latest facts, those that are new first' }),
  news: z.array(z.string()).openapi({ description: 'Ids of those that are new' }),
}).openapi('Watch');
export type WatchLine = z.infer<typeof WatchLine>;
