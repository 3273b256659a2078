/**
 * A million stories' signatures: how large their index is, how fast a new story is looked up in it, and how fast a text
 * is signed; DRAGOMAN_BENCH_STORIES gives another number. Texts are of made words, so that a hundredth of them copy another; signatures come from them as from any.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCopy, shingles, signatureOf } from '../src/happenings/copies.ts';
import type { Signature } from '../src/happenings/copies.ts';
import { addSignature, alike } from '../src/ledger/happenings/copies.ts';
import { Ledger } from '../src/ledger/ledger.ts';
import { randomFrom } from '../test/copies.ts';

const STORIES = Number(process.env['DRAGOMAN_BENCH_STORIES'] ?? 1_000_000), BATCH = 10_000, LOOKUPS = 1000, WORDS = 180, COPIES = 100;
const random = randomFrom(20), below = (n: number): number => Math.floor(random() * n);

/** A story's shingles as numbers: what `shingles` makes of a text of so many words. */
function madeShingles(story: number): Uint32Array {
  // Every hundredth is a copy of the one before, with a tenth of it changed.
  const copy = story % COPIES === COPIES - 1, seed = randomFrom(copy ? story - 1 : story);
  return Uint32Array.from({ length: WORDS }, () => Math.floor(seed() * 2 ** 32)).map((x, k) => (copy && k % 10 === 0 ? x ^ 1 : x)).sort();
}

const signed = (story: number): Signature => signatureOf(madeShingles(story)) as Signature;
const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-')), path = join(folder, 'signatures.db');
try {
  const ledger = Ledger.open(path, { create: true }), { db } = ledger;
  const start = performance.now();
  let indexing = 0;
  for (let from = 0; from < STORIES; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, STORIES - from) }, (_, k) => [from + k + 1, signed(from + k)] as const);
    const began = performance.now();
    ledger.write((tx) => {
      for (const [story, signature] of batch) addSignature(db, tx, story, signature);
    });
    indexing += performance.now() - began;
    process.stderr.write(`${from + batch.length} signatures, ${Math.round((performance.now() - start) / 1000)} s\n`);
  }
  const megabytes = statSync(path).size / 2 ** 20;
  const asked = Array.from({ length: LOOKUPS }, () => below(STORIES / COPIES) * COPIES + COPIES - 1), times: number[] = [];
  let found = 0;
  for (const story of asked) {
    const signature = signed(story), began = performance.now();
    const ids = ledger.read((tx) => alike(db, tx, signature, story + 1));
    times.push(performance.now() - began);
    if (ids.includes(story)) found++;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] as number).toFixed(2);
  const text = Array.from({ length: 300 }, (_, k) => `word${below(5000)}${k % 7}`).join(' '), began = performance.now();
  for (let k = 0; k < 200; k++) isCopy(shingles(text), shingles(text));
  const signing = performance.now();
  for (let k = 0; k < 200; k++) signatureOf(shingles(text));
  console.log(`index of ${STORIES} signatures: ${megabytes.toFixed(0)} MB on disk, ${(STORIES / (indexing / 1000)).toFixed(0)} a second, resident ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
  console.log(`look-up: median ${at(0.5)} ms, 99 in 100 within ${at(0.99)} ms; ${found} of ${LOOKUPS} copies found`);
  console.log(`a text of 300 words: signed in ${((performance.now() - signing) / 200).toFixed(2)} ms, checked against another in ${((signing - began) / 200).toFixed(2)} ms`);
  ledger.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
