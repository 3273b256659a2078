/** What every answer carries, and which requests get none. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Env } from './endpoint.ts';
import { answerProblem, Refused } from './problem.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'", "worker-src 'self'",
    "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Names by which a browser on this machine may call the server. A page elsewhere whose name leads here carries another. */
const OWN = /^(?:127\.0\.0\.1|localhost|\[::1\])$/i;
const BODY = 256 * 1024;

/** The host of a `Host` or the authority of an `Origin`, without its port. */
const hostOf = (authority: string): string => authority.replace(/:\d+$/, '');

/** Why a request is turned away, or undefined. `hosts` are further names that lead here by the user's own word. */
function refusal(c: Context, hosts: ReadonlySet<string>): Refused | undefined {
  const host = c.req.header('host') ?? '', origin = c.req.header('origin'), site = c.req.header('sec-fetch-site');
  if (!OWN.test(hostOf(host)) && !hosts.has(hostOf(host).toLowerCase())) return new Refused(403, 'host', 'This page does not answer to that name.', { remedy: 'Use its loopback address, or name the host with --host.' });
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return undefined;
  // A browser says where a request that changes something comes from; only our own page may send one.
  const foreign = origin !== undefined ? !/^https?:\/\//.test(origin) || origin.replace(/^https?:\/\//, '') !== host : site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign) return new Refused(403, 'origin', 'Another page may not change anything here.');
  return undefined;
}

/** Takes no more than a request may hold, whether or not it says how long it is. */
export const shortBodies: MiddlewareHandler<Env> = bodyLimit({ maxSize: BODY, onError: (c) => answerProblem(c, new Refused(413, 'too-long', `A request may hold ${BODY / 1024} kB.`)) });

/** Lets nothing run that is not ours, and nobody act through a browser's back. */
export const guard = (hosts: readonly string[] = []): MiddlewareHandler<Env> => {
  const named = new Set(hosts.map((host) => host.toLowerCase()));
  return async (c, next) => {
    const refused = refusal(c, named);
    if (refused) c.res = answerProblem(c, refused);
    else await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-cache');
  };
};
