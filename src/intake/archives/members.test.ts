/** WARCs in gzip members: each record under its place in the file, as an index of the crawl has it; damage costs the record it hits. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { warcRecords } from '../../../test/make/documents.ts';
import { MB } from '../limits.ts';
import { beginsRecord, warcItems } from './warc.ts';
import type { WarcItem } from './warc.ts';
import { GzipMembers } from './members.ts';

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(bytes: Buffer, size = 64 * 1024): Promise<WarcItem[]> {
  const items: WarcItem[] = [];
  for await (const item of warcItems(new GzipMembers(chunks(bytes, size), beginsRecord))) items.push(item);
  return items;
}

/** Bytes that do not pack, always the same. */
function noise(length: number): Buffer {
  const parts: Buffer[] = [];
  for (let made = 0, i = 0; made < length; made += 32, i++) parts.push(createHash('sha256').update(String(i)).digest());
  return Buffer.concat(parts).subarray(0, length);
}
const urlOf = (i: number): string => `https://harbour.example/${i}`;
const bodyOf = (i: number): string => `<p>Statement ${i}. ${noise(40 + i * 300).toString('base64')}</p>`;
const COUNT = 8;
const records = warcRecords(Array.from({ length: COUNT }, (_, i) => ({ url: urlOf(i), body: bodyOf(i) }))), members = records.map((record) => gzipSync(record));
const startsOf = (parts: readonly Buffer[]): number[] => parts.map((_, i) => parts.slice(0, i).reduce((sum, { length }) => sum + length, 0));
const starts = startsOf(members), file = Buffer.concat(members);
const seen = (items: readonly WarcItem[]): (readonly [string | undefined, number, string | undefined])[] => items.map(({ capture, fault, offset }) => [capture?.url, offset, fault ?? capture?.bytes.toString('utf8')]);
const good = (i: number): readonly [string, number, string] => [urlOf(i), starts[i] as number, bodyOf(i)];

describe('a WARC in gzip members', () => {
  it('gives each record the place of its member, however the bytes come', async () => {
    for (const size of [1, 7, 1000, file.length]) expect(seen(await read(file, size))).toEqual(records.map((_, i) => good(i)));
  });

  it('with a byte changed anywhere loses the record that it hits, at most, and tells it; no changed text is read', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), fc.constantFrom(97, 4096), async (at, change, size) => {
      const damaged = Buffer.from(file), hit = starts.findLastIndex((start) => start <= at);
      damaged[at] = (damaged[at] as number) ^ change;
      const items = await read(damaged, size);
      expect(seen(items.filter(({ capture }) => capture && capture.url !== urlOf(hit)))).toEqual(records.map((_, i) => good(i)).filter((_, i) => i !== hit));
      const own = items.filter(({ capture, offset }) => capture?.url === urlOf(hit) || offset === starts[hit]);
      // A change in a member's head (its time) leaves the record as it was.
      expect(own.length).toBeGreaterThan(0);
      for (const item of own) expect(item.fault === 'broken' || item.capture?.bytes.toString('utf8') === bodyOf(hit)).toBe(true);
    }), { seed: 11, numRuns: 400 });
  }, 60_000);

  it('names the damaged record where its beginning can be read', async () => {
    const damaged = Buffer.from(file), at = (starts[5] as number) + 1200;
    damaged.fill(0xff, at, at + 40);
    expect((await read(damaged)).filter(({ fault }) => fault)).toEqual([{ fault: 'broken', why: expect.stringContaining('gzip member is damaged') as string, url: urlOf(5), offset: starts[5] }]);
  });

  it('goes on behind rubbish, bears zeros at its end, and says where it is cut off', async () => {
    const rubbish = noise(5000), parts = [...members.slice(0, 3), rubbish, ...members.slice(3)], at = startsOf(parts);
    const items = await read(Buffer.concat([...parts, Buffer.alloc(700)]));
    expect(items.map(({ offset, fault }) => [offset, fault])).toEqual(at.map((offset, i) => [offset, i === 3 ? 'broken' : undefined]));
    const cut = await read(file.subarray(0, -200));
    expect(cut.map(({ offset, fault }) => [offset, fault])).toEqual(starts.map((offset, i) => [offset, i === COUNT - 1 ? 'broken' : undefined]));
    expect(cut.at(-1)).toMatchObject({ url: urlOf(COUNT - 1), why: expect.stringContaining('too early') as string });
  });

  it('may hold members of any size; behind a damaged one of many megabytes the next is found', async () => {
    const film = gzipSync(warcRecords([{ url: 'https://harbour.example/film', http: 'HTTP/1.1 200 OK\r\nContent-Type: video/mp4', body: noise(12 * MB) }])[0] as Buffer, { level: 1 });
    const parts = [...members.slice(0, 2), film, ...members.slice(2)], at = startsOf(parts), whole = Buffer.concat(parts);
    const items = await read(whole, 256 * 1024);
    expect(items.map(({ offset }) => offset)).toEqual(at);
    expect(items.filter(({ capture }) => capture)).toHaveLength(COUNT);
    const damaged = Buffer.from(whole), hit = (at[2] as number) + 11 * MB;
    damaged.fill(0, hit, hit + 500_000);
    const rest = await read(damaged, 256 * 1024);
    expect(rest.filter(({ capture }) => capture).map(({ offset }) => offset)).toEqual(at.filter((_, i) => i !== 2));
    expect(rest.filter(({ fault }) => fault)).toEqual([expect.objectContaining({ offset: at[2] })]);
  }, 60_000);

  it('may be packed otherwise: whole in one member, or in pieces of one size', async () => {
    const plain = Buffer.concat(records);
    expect(seen(await read(gzipSync(plain)))).toEqual(records.map((_, i) => [urlOf(i), 0, bodyOf(i)]));
    const pieces: Buffer[] = [];
    for (let i = 0; i < plain.length; i += 1000) pieces.push(gzipSync(plain.subarray(i, i + 1000)));
    const at = startsOf(pieces), begin = startsOf(records);
    expect(seen(await read(Buffer.concat(pieces), 333))).toEqual(records.map((_, i) => [urlOf(i), at[Math.floor((begin[i] as number) / 1000)], bodyOf(i)]));
  });
});
