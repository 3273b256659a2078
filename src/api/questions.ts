/** The questions that are computed from the whole record, apart from the server: for a thread of their own. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { codedMonths } from '../ledger/coded/months.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ledgerVersion } from '../ledger/version.ts';
import { makeApi } from './endpoint.ts';
import type { Api, Env } from './endpoint.ts';
import { knowing } from './knowing.ts';
import { answerProblem, log, problemOf } from './problem.ts';
import { addBrief } from './routes/brief.ts';
import { addMeasures } from './routes/measures.ts';
import { addMoving } from './routes/moving.ts';
import { addNetwork } from './routes/network.ts';
import { addOutlook } from './routes/outlook.ts';
import { addParty } from './routes/party.ts';
import type { Asking } from './served.ts';

/** Their endpoints. */
export function questionsOver(asking: Omit<Asking, 'api'>): Api {
  const api = makeApi();
  for (const add of [addMeasures, addNetwork, addParty, addBrief, addOutlook, addMoving]) add({ ...asking, api });
  return api;
}

/** Whether a question may take seconds: what looks at more than one relation, or at all that two parties did with others. */
export const isLong = (path: string): boolean => !/\/(?:network|parties\/[^/?]+|relation\/[^/?]+\/[^/?]+)(?:\?|$)/.test(path);

export interface Questions {
  /** Makes what most of them are answered from. */
  warm(): Promise<void>;
  /** The answer to a reading request that was allowed, by its path and query. */
  request(path: string): Promise<Response>;
}

/** All questions over a ledger that others write to. */
export function makeQuestions(ledger: Ledger): Questions {
  const known = knowing(ledger), app = new OpenAPIHono<Env>(), api = questionsOver({ ledger, ...known.what });
  let version = '';
  app.use(async (c, next) => {
    const now = await ledgerVersion(ledger);
    if (now !== version) known.renew();
    version = now;
    c.set('role', 'read');
    await next();
  });
  app.route('/api/v1', api);
  app.onError((error, c) => answerProblem(c, problemOf(error, log)));
  return {
    async warm() {
      await known.what.tally();
      await codedMonths(ledger);
    },
    request: async (path) => app.request(path),
  };
}
