/** How answers leave: with an ETag, compressed where that helps, and kept while the ledger stands still. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import type { Ledger } from '../ledger/ledger.ts';
import { ledgerVersion } from '../ledger/version.ts';
import type { Env } from './endpoint.ts';

const KEPT_BYTES = 64 * 1024 * 1024;
/** Smaller bodies gain nothing from compression. */
const WORTH = 1024;
const TEXT = /^(?:text\/|image\/svg|application\/(?:[\w.+-]*json|xml|atom\+xml|javascript|wasm))/;

const squeeze = {
  br: (body: Buffer, quality: number) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
};
type Coding = keyof typeof squeeze;

/** A body with what has been made of it so far. */
export class Parcel {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly #quality: number;
  readonly #coded = new Map<Coding, Promise<Buffer>>();

  /** `quality` is brotli's, 0 to 11: low for what is asked for once, high for what is served often. */
  constructor(body: Buffer, type: string, quality = 4) {
    this.body = body;
    this.type = type;
    this.etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    this.#quality = quality;
  }

  /** The answer to one request: 304 where its sender has it, compressed where its sender can read that. */
  async answer(c: Context, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const all = { ...headers, 'Content-Type': this.type, ETag: this.etag, Vary: 'Accept-Encoding' };
    const had = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (had.includes(this.etag)) return c.body(null, 304, all);
    const accepted = c.req.header('accept-encoding') ?? '';
    const coding = this.body.length < WORTH || !TEXT.test(this.type) ? undefined : (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b(?!;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted));
    if (!coding) return c.body(new Uint8Array(this.body), 200, all);
    const made = this.#coded.get(coding) ?? squeeze[coding](this.body, this.#quality);
    this.#coded.set(coding, made);
    return c.body(new Uint8Array(await made), 200, { ...all, 'Content-Encoding': coding });
  }
}

/** Keeps the answers to reading requests until the ledger changes, which `onChange` is told; the longest unasked go first. */
export function remembering(ledger: Ledger, onChange: () => void): MiddlewareHandler<Env> {
  const kept = new Map<string, Parcel>();
  let version = '', bytes = 0;
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    if (await ledgerVersion(ledger) !== version) {
      kept.clear();
      bytes = 0;
      onChange();
      // What follows from the change may have been written just now.
      version = await ledgerVersion(ledger);
    }
    const now = version, key = `${c.get('role')} ${c.req.url}`, known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      c.res = await known.answer(c);
      return;
    }
    await next();
    if (c.res.status !== 200 || c.res.headers.has('x-live')) return;
    const parcel = new Parcel(Buffer.from(await c.res.arrayBuffer()), c.res.headers.get('content-type') ?? 'application/octet-stream');
    const disposition = c.res.headers.get('content-disposition');
    if (version === now && !disposition) {
      kept.set(key, parcel);
      bytes += parcel.body.length;
      for (const [old, { body }] of kept) {
        if (bytes <= KEPT_BYTES) break;
        kept.delete(old);
        bytes -= body.length;
      }
    }
    c.res = undefined;
    c.res = await parcel.answer(c, disposition ? { 'Content-Disposition': disposition } : {});
  };
}
