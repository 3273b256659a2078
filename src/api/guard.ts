/** What every answer of the page carries, and which requests get none. */
import type { MiddlewareHandler } from 'hono';

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-cache',
};

/** Names by which a browser on this machine may call the server. A page elsewhere whose name leads here carries another. */
const OWN = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

/** Reading only, from this machine only, nothing run that is not ours. */
export const guard: MiddlewareHandler = async (c, next) => {
  const refuse = (status: 403 | 405, text: string): Response => c.text(text, status);
  if (!OWN.test(c.req.header('host') ?? '')) c.res = refuse(403, 'This page answers to its loopback address only.\n');
  else if (c.req.method !== 'GET' && c.req.method !== 'HEAD') c.res = refuse(405, 'This page can only be read.\n');
  else await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
};
