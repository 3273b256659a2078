/** Who asks, and what they may do. On this machine the user is trusted; from elsewhere a token says who it is. */
import { userInfo } from 'node:os';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import type { Ledger } from '../ledger/ledger.ts';
import type { Env } from './endpoint.ts';
import { Limiter } from './limits.ts';
import { answerProblem, Refused } from './problem.ts';
import { whoseToken } from './tokens.ts';

/** A desk on this machine may be quick; callers from elsewhere share the machine; a wrong token is tried seldom. */
const HERE = { each: 400, burst: 2000 }, ELSEWHERE = { each: 30, burst: 120 }, WRONG = { each: 1 / 6, burst: 10 };
/** What writes costs more. */
const WRITE = 5;

/** The user of this machine, for the record of corrections. */
function localUser(): string {
  try {
    return process.env['DRAGOMAN_WHO'] || userInfo().username;
  } catch {
    return process.env['DRAGOMAN_WHO'] || 'unknown';
  }
}

/** The caller's address; a request made in a test has none. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    return '';
  }
}

function tooMany(c: Context, seconds: number): Response {
  const answer = answerProblem(c, new Refused(429, 'too-many', `Too many requests; try again in ${seconds} seconds.`));
  answer.headers.set('Retry-After', String(seconds));
  return answer;
}

/** Settles who asks. `open` says that the server can be reached from elsewhere, where a token is needed. */
export function authenticate(ledger: Ledger, open: boolean): MiddlewareHandler<Env> {
  const limiter = new Limiter(open ? ELSEWHERE : HERE), wrong = new Limiter(WRONG), user = localUser();
  return async (c, next) => {
    const address = addressOf(c), given = c.req.header('authorization'), token = /^Bearer ([\w.~+/=-]+)$/i.exec(given ?? '')?.[1];
    const known = token === undefined ? undefined : await whoseToken(ledger, token);
    if (known) {
      c.set('who', known.name);
      c.set('role', known.role);
    } else if (given !== undefined || open) {
      const seconds = given === undefined ? 0 : wrong.take(address);
      if (seconds) return tooMany(c, seconds);
      const answer = answerProblem(c, new Refused(401, 'token', given === undefined ? 'From elsewhere than this machine a token is needed.' : 'This token is not known, or was revoked.', { remedy: 'Make one where the ledger is: dragoman token make NAME; send it as "Authorization: Bearer TOKEN".' }));
      answer.headers.set('WWW-Authenticate', 'Bearer realm="Dragoman"');
      return answer;
    } else {
      c.set('who', user);
      c.set('role', 'admin');
    }
    const seconds = limiter.take(known ? `token ${known.id}` : address, c.req.method === 'GET' || c.req.method === 'HEAD' ? 1 : WRITE);
    if (seconds) return tooMany(c, seconds);
    return next();
  };
}
