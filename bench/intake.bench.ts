/**
 * Intake: a WARC up to the article extractor (MB a second), pages through extraction on one core, and memory over an archive
 * of 2 GB that is made while it is read. DRAGOMAN_BENCH_GB sets another size. Speed is given by the clock and, for machines
 * with other work to do, by processor time.
 */
import { gzipSync } from 'node:zlib';
import { outletPages } from '../test/make/outlets.ts';
import { warcRecords } from '../test/make/documents.ts';
import { readPage } from '../src/intake/page/page.ts';
import { walk } from '../src/intake/walk.ts';
import { outletTable, scoreOutlets } from '../src/score/outlets.ts';

const MB = 1024 * 1024, CHUNK = 256 * 1024;
const pages = outletPages();
/** The filling that real pages have about their text: 60 KB a page is the usual. */
const filled = pages.map(({ markup }) => markup.replace('</head>', `<style>${'.a{margin:0}'.repeat(4500)}</style></head>`));
const records = warcRecords(filled.map((body, i) => ({ url: pages[i]?.url, body })));
const one = Buffer.concat(records);
const rate = (megabytes: number, { seconds, processor }: { seconds: number; processor: number }): string => `${(megabytes / seconds).toFixed(0)} MB/s (${(megabytes / processor).toFixed(0)} MB a second of processor time)`;
const line = (name: string, value: string): void => void process.stdout.write(`${name.padEnd(52)} ${value}\n`);

/** The same records again and again, up to so many bytes, in pieces that end anywhere. */
async function* repeated(bytes: Buffer, total: number): AsyncGenerator<Buffer> {
  for (let made = 0; made < total; made += bytes.length) for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

async function walked(bytes: Buffer, total: number, each?: (read: number) => void): Promise<{ documents: number; seconds: number; processor: number }> {
  const start = performance.now(), before = process.cpuUsage();
  let documents = 0, read = 0;
  for await (const { doc } of walk({ where: { file: 'made' }, name: 'made.warc', hints: {}, bytes: repeated(bytes, total), depth: 0 })) {
    if (!doc) continue;
    documents++;
    read += doc.bytes.length;
    each?.(read);
  }
  const { user, system } = process.cpuUsage(before);
  return { documents, seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}

await walked(one, 32 * MB);
const plain = await walked(one, 400 * MB);
line('WARC, plain, up to the extractor', rate(400, plain));
const packed = Buffer.concat(records.map((record) => gzipSync(record)));
const gz = await walked(packed, (400 * MB * packed.length) / one.length);
line('WARC, gzip by record, up to the extractor, unpacked', rate(400, gz));

const start = performance.now(), used = process.cpuUsage();
let extracted = 0;
while (performance.now() - start < 8_000) {
  const page = pages[extracted % pages.length] as (typeof pages)[0];
  readPage(page.markup, { url: page.url, crawled: page.crawled }, Date.parse(page.crawled));
  extracted++;
}
const { user } = process.cpuUsage(used);
line('pages through extraction, one core', `${(extracted / ((performance.now() - start) / 1000)).toFixed(1)} pages/s (${(extracted / (user / 1e6)).toFixed(1)} a second of processor time)`);

const size = Number(process.env['DRAGOMAN_BENCH_GB'] ?? 2) * 1024 * MB, seen: number[] = [];
let next = 0;
const whole = await walked(one, size, (read) => {
  if (read < next) return;
  next += size / 16;
  seen.push(process.memoryUsage().rss / MB);
});
const early = Math.max(...seen.slice(2, 6)), late = Math.max(...seen.slice(-4));
line(`resident memory over ${(size / MB / 1024).toFixed(1)} GB`, `${early.toFixed(0)} MB in its second quarter, ${late.toFixed(0)} MB in its last; ${rate(size / MB, whole)}`);

process.stdout.write(`\n${outletTable(scoreOutlets(pages))}\n`);
