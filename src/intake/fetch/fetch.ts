/** Fetching from the web, where nothing that answers is trusted: whither, how long, how much, and what it says it is. */
import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import { problem, ProblemError } from '../../story/errors.ts';
import type { Problem } from '../../story/errors.ts';
import { mediaType } from '../archives/warc.ts';
import { Bomb, Broken, unpack } from '../archives/unpack.ts';
import type { Packing } from '../archives/unpack.ts';
import { inMegabytes, MB } from '../limits.ts';
import { checkHost, guardedLookup, Refused } from './address.ts';

export interface FetchOptions {
  /** Also addresses of private networks and of this machine. */
  allowPrivate?: boolean;
  /** These IP addresses besides the public ones. */
  allowed?: readonly string[];
  userAgent?: string;
  /** Most bytes of an answer, unpacked. */
  cap?: number;
  /** Most milliseconds of the whole, redirects included. */
  time?: number;
  /** Ends what is being fetched; `get` then throws Stopped. */
  signal?: AbortSignal;
  /** What names stand for; the system's own word where absent. */
  resolve?: Parameters<typeof guardedLookup>[0];
}

export interface Fetched {
  /** Where it was found in the end. */
  url: string;
  /** Where it has moved for good (301, 308), if every step on the way there says so. */
  moved?: string;
  status: number;
  /** Header fields, lower case. */
  headers: Readonly<Record<string, string>>;
  type?: string;
  charset?: string;
  bytes: Buffer;
}

/** Thrown where the user has ended what was being fetched: no fault of anybody's. */
export class Stopped extends Error {}

export const USER_AGENT = 'Dragoman/0.1 (reads news feeds; run by whoever uses it, --user-agent names them)';
const REDIRECTS = 10;
const CAP = 32 * MB, TIME = 60_000;
const PACKINGS: Readonly<Record<string, Packing>> = { gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate', br: 'br' };

const refuse = (given: Problem): never => {
  throw new ProblemError(given);
};

/** Fetches, one connection pool for all; close it when done. */
export class Fetcher {
  readonly #agent: Agent;
  readonly #options: FetchOptions;

  constructor(options: FetchOptions = {}) {
    this.#options = options;
    this.#agent = new Agent({
      connect: { timeout: 10_000, ...(!options.allowPrivate && { lookup: guardedLookup(options.resolve, options.allowed) }) }, headersTimeout: 20_000, bodyTimeout: 20_000, connections: 2, keepAliveTimeout: 5_000, maxHeaderSize: 32 * 1024,
    });
  }

  /** Throws ProblemError unless an address may be asked for: http or https, no password in it, no private host. */
  #check(url: URL): void {
    const where = { file: url.href };
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) refuse(problem('address-unread', where));
    if (this.#options.allowPrivate) return;
    try {
      checkHost(url.hostname, this.#options.allowed);
    } catch {
      refuse(problem('address-private', where, { address: url.hostname }));
    }
  }

  /**
   * Fetches an address, through redirects. Any status comes back; ProblemError says why nothing did, Stopped that it was
   * ended. `headers` go to the first host only, but for the user agent.
   */
  async get(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Fetched> {
    const { userAgent = USER_AGENT, time = TIME, signal } = this.#options;
    let url: URL;
    try {
      url = new URL(address);
    } catch {
      return refuse(problem('address-unread', { file: address }));
    }
    const first = url.host, timeout = AbortSignal.timeout(time), end = signal ? AbortSignal.any([timeout, signal]) : timeout;
    let moved: string | undefined, permanent = true;
    for (let step = 0; ; step++) {
      this.#check(url);
      if (step > REDIRECTS) refuse(problem('fetch-failed', { file: address }, { why: `more than ${REDIRECTS} redirects` }));
      let answer: Dispatcher.ResponseData;
      try {
        answer = await request(url, {
          dispatcher: this.#agent, signal: end,
          headers: { 'user-agent': userAgent, accept: 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8', 'accept-encoding': 'gzip, deflate, br', ...(url.host === first && headers) },
        });
      } catch (error) {
        return this.#explain(error, address);
      }
      const fields = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value ?? '']));
      const to = fields['location'];
      if ([301, 302, 303, 307, 308].includes(answer.statusCode) && to) {
        answer.body.on('error', () => {}).destroy();
        permanent &&= answer.statusCode === 301 || answer.statusCode === 308;
        try {
          url = new URL(to, url);
        } catch {
          refuse(problem('fetch-failed', { file: address }, { why: 'a redirect to no address' }));
        }
        if (permanent) moved = url.href;
        continue;
      }
      const bytes = await this.#body(answer, fields, address);
      return { url: url.href, ...(moved && { moved }), status: answer.statusCode, headers: fields, ...mediaType(fields['content-type']), bytes };
    }
  }

  async #body({ body }: Dispatcher.ResponseData, headers: Readonly<Record<string, string>>, address: string): Promise<Buffer> {
    const { cap = CAP } = this.#options, where = { file: address };
    const parts: Buffer[] = [];
    let length = 0, wire = 0;
    async function* raw(): AsyncGenerator<Buffer> {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        if ((wire += chunk.length) > cap) refuse(problem('too-large', where, { size: inMegabytes(wire), cap: cap / MB, what: 'answer' }));
        yield chunk;
      }
    }
    try {
      if (Number(headers['content-length'] ?? 0) > cap) refuse(problem('too-large', where, { size: inMegabytes(Number(headers['content-length'])), cap: cap / MB, what: 'answer' }));
      const packing = PACKINGS[(headers['content-encoding'] ?? '').trim().toLowerCase()];
      for await (const chunk of packing ? unpack(raw(), packing) : raw()) {
        if ((length += chunk.length) > cap) refuse(problem('too-large', where, { size: inMegabytes(length), cap: cap / MB, what: 'answer' }));
        parts.push(chunk);
      }
      return Buffer.concat(parts);
    } catch (error) {
      return this.#explain(error, address);
    } finally {
      body.on('error', () => {}).destroy();
    }
  }

  #explain(error: unknown, address: string): never {
    const where = { file: address };
    if (error instanceof ProblemError) throw error;
    if (this.#options.signal?.aborted) throw new Stopped();
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if (cause instanceof Refused) refuse(problem('address-private', where, { address: cause.address }));
    }
    if (error instanceof Bomb) refuse(problem('archive-bomb', where, { cap: error.message }));
    if (error instanceof Broken) refuse(problem('fetch-failed', where, { why: `damaged on the way: ${error.message}` }));
    const { name, code, message } = error as NodeJS.ErrnoException;
    const why = name === 'TimeoutError' || code?.startsWith('UND_ERR_') && code.endsWith('TIMEOUT') ? 'it took too long' : code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'the name is not known' : code ?? message;
    return refuse(problem('fetch-failed', where, { why }));
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}
