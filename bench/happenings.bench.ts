/**
 * A million stories' signatures: how large their index is, and how fast a new story is signed and looked up in it. The
 * stories are made: words by Zipf's law, a quarter of each in stock phrases, each within the frame of its outlet, one in
 * ten an edited or shortened copy of an earlier one. DRAGOMAN_BENCH_STORIES gives another number; DRAGOMAN_BENCH_INDEX names
 * a file in which the index is kept, and found where it was made before.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCopy, shingles, signatureOf } from '../src/happenings/copies.ts';
import { addSignature, alike } from '../src/ledger/happenings/copies.ts';
import { Ledger } from '../src/ledger/ledger.ts';
import { randomFrom } from '../test/copies.ts';

const STORIES = Number(process.env['DRAGOMAN_BENCH_STORIES'] ?? 1_000_000), BATCH = 10_000, LOOKUPS = 2000;
const WORDS = 60_000, PHRASES = 30_000, OUTLETS = 400, COPIES = 10;

/** Numbers below `n`, small ones more often: by Zipf's law. */
const zipf = (random: () => number, n: number): number => Math.min(n - 1, Math.floor((n + 1) ** random()) - 1);
const between = (random: () => number, least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
const SYLLABLES = ['ba', 'ne', 'ki', 'so', 'tu', 'ra', 'le', 'mi', 'do', 'ga', 've', 'pi', 'zo', 'hu', 'ca', 'she'];
const word = (n: number): string => SYLLABLES[n & 15] + (n > 15 ? word(n >> 4) : '');
const random = randomFrom(20), words = Array.from({ length: WORDS }, (_, n) => word(n));
const phrases = Array.from({ length: PHRASES }, () => Array.from({ length: between(random, 3, 7) }, () => words[zipf(random, WORDS)]).join(' '));
const some = (n: number): string => Array.from({ length: n }, () => words[zipf(random, WORDS)]).join(' ');
const frames = Array.from({ length: OUTLETS }, () => [some(between(random, 0, 15)), some(between(random, 5, 50))] as const);

/** The body of a story that copies none: some 200 words. */
function body(story: number): string {
  const own = randomFrom(story + 1), parts: string[] = [];
  for (let left = Math.round(40 + 120 * Math.exp(own() + own() - 0.8)); left > 0;) {
    const phrase = own() < 0.06 ? phrases[zipf(own, PHRASES)] : words[zipf(own, WORDS)];
    parts.push(phrase as string);
    left -= (phrase as string).split(' ').length;
  }
  return parts.join(' ');
}

/** A story's text in its outlet's frame; of every tenth, a copy of one before it, 2 to 10 in 100 words changed, up to half cut off. */
function textOf(story: number): { text: string; copied?: number } {
  const own = randomFrom(~story), [before, after] = frames[zipf(own, OUTLETS)] as (typeof frames)[number];
  if (story % COPIES !== COPIES - 1) return { text: `${before} ${body(story)} ${after}` };
  const first = Math.floor(own() * story), copied = first % COPIES === COPIES - 1 ? first - 1 : first, share = 0.02 + 0.08 * own(), whole = body(copied).split(' ');
  const kept = whole.slice(0, Math.ceil(whole.length * (0.5 + 0.5 * own()))).map((one) => (own() < share ? words[zipf(own, WORDS)] : one));
  return { text: `${before} ${kept.join(' ')} ${after}`, copied };
}

const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-')), path = process.env['DRAGOMAN_BENCH_INDEX'] ?? join(folder, 'signatures.db'), made = existsSync(path);
try {
  const ledger = Ledger.open(path, { create: true }), { db } = ledger, start = performance.now();
  let indexing = 0;
  for (let from = made ? STORIES : 0; from < STORIES; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, STORIES - from) }, (_, k) => [from + k + 1, signatureOf(shingles(textOf(from + k).text))] as const);
    const began = performance.now();
    ledger.write((tx) => {
      for (const [story, signature] of batch) if (signature) addSignature(db, tx, story, signature);
    });
    indexing += performance.now() - began;
    process.stderr.write(`${from + batch.length} signatures, ${Math.round((performance.now() - start) / 1000)} s\n`);
  }
  const megabytes = statSync(path).size / 2 ** 20, times: number[] = [], busy: number[] = [], signing: number[] = [];
  let copies = 0, found = 0, read = 0;
  for (let k = 0; k < LOOKUPS; k++) {
    // New stories, every second one a copy.
    const story = STORIES + (k % 2 ? k * COPIES + COPIES - 1 : k * COPIES), { text, copied } = textOf(story), began = performance.now(), before = process.cpuUsage();
    const signature = signatureOf(shingles(text)), signed = performance.now();
    const ids = signature ? ledger.read((tx) => alike(db, tx, signature, story + 1)) : [];
    const { user, system } = process.cpuUsage(before);
    times.push(performance.now() - began);
    busy.push((user + system) / 1000);
    signing.push(signed - began);
    read += ids.length;
    if (copied === undefined || copied >= STORIES) continue;
    copies++;
    if (ids.includes(copied + 1)) found++;
  }
  const at = (of: number[], share: number): string => (of.sort((a, b) => a - b)[Math.floor(share * (of.length - 1))] as number).toFixed(2);
  const spread = (of: number[]): string => `mean ${(of.reduce((sum, n) => sum + n, 0) / of.length).toFixed(2)} ms, median ${at(of, 0.5)}, 95 in 100 within ${at(of, 0.95)}, 99 within ${at(of, 0.99)}, longest ${at(of, 1)}`;
  const text = textOf(0).text, own = shingles(text), began = performance.now();
  for (let k = 0; k < 200; k++) isCopy(own, shingles(text));
  console.log(`index of ${STORIES} signatures: ${megabytes.toFixed(0)} MB on disk${made ? '' : `, ${(STORIES / (indexing / 1000)).toFixed(0)} a second`}, resident ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
  console.log(`a new story signed and looked up, by the clock: ${spread(times)}; processor time: ${spread(busy)}; of it signing: ${spread(signing)}`);
  console.log(`${found} of ${copies} copies found; ${(read / LOOKUPS).toFixed(2)} texts to be read a story, each in ${((performance.now() - began) / 200).toFixed(2)} ms`);
  ledger.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
