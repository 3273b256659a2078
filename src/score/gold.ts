/** Codes gold stories and scores the result with the scoring script that comes with them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { codeStory } from '../coding/engine.ts';
import { isSymmetricType } from '../ontology/plover.ts';
import { dataFolder, readGold } from '../coding/fit/gold.ts';
import type { GoldStory } from '../coding/fit/gold.ts';
import type { CodedStory, EventFact } from '../story/facts.ts';
import { asCoded, withHappenings } from './happenings.ts';

const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0001];

const right = (gold: GoldStory, e: EventFact): boolean => gold.events.some((g) => g.type === e.type
  && ((g.source === e.source && g.target === e.target) || ((isSymmetricType(g.type) || g.mutual === true) && g.source === e.target && g.target === e.source)));

/** Precision of events by confidence: what the number is worth. */
const byConfidence = (stories: readonly GoldStory[], coded: readonly CodedStory[]): string => {
  const lines = ['events by confidence   found  right'];
  for (let b = 0; b + 1 < BINS.length; b++) {
    const lo = BINS[b] as number, hi = BINS[b + 1] as number;
    let found = 0, ok = 0;
    coded.forEach((c, k) => {
      for (const e of c.events) {
        if (e.confidence < lo || e.confidence >= hi) continue;
        found++;
        if (right(stories[k] as GoldStory, e)) ok++;
      }
    });
    if (found) lines.push(`  ${lo.toFixed(2)} to ${Math.min(hi, 1).toFixed(2)}     ${String(found).padStart(8)}  ${((100 * ok) / found).toFixed(1)}%`);
  }
  return lines.join('\n');
};

/** What the scoring script says as JSON. */
interface Scored {
  scores: Record<string, { p: number; r: number; f1: number }>;
}

/**
 * Scores the coder on a file of gold stories, and the clustering on its events and on those of the file.
 * @returns the scoring script's table, happenings of the file's own events, and the precision by confidence; as data, the
 *   script's own JSON, with `goldHappenings` beside it
 * @throws Error where the scoring script cannot be found or fails
 */
export const scoreGold = (file: string, misses: boolean): { text: string; data: unknown } => {
  const script = [join(dirname(file), 'score.mjs'), join(dataFolder(), 'gold/score.mjs')].find((f) => existsSync(f));
  if (!script) throw new Error(`score.mjs is neither beside ${file} nor in ${dataFolder()}/gold. Set DRAGOMAN_DATA to the folder that holds gold/.`);
  const stories = readGold(file);
  const given = stories.map(({ id, lang, date, outlet, title, text }) => ({ id, lang, date, text, ...(outlet ? { outlet } : {}), ...(title ? { title } : {}) }));
  const coded = withHappenings(given, given.map((story) => codeStory(story)));
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-score-'));
  try {
    const call = (found: readonly CodedStory[], flags: string[]): string => {
      const out = join(folder, 'out.jsonl');
      writeFileSync(out, `${found.map((c) => JSON.stringify(c)).join('\n')}\n`);
      const done = spawnSync(process.execPath, [script, file, out, ...flags], { encoding: 'utf8', maxBuffer: 1 << 28 });
      if (done.status !== 0) throw new Error(`${script} failed: ${done.stderr}`);
      return done.stdout;
    };
    const data = JSON.parse(call(coded, ['--json'])) as Scored;
    const own = (JSON.parse(call(withHappenings(given, asCoded(stories)), ['--json'])) as Scored).scores['happenings'];
    const line = own ? `happenings of the file's own events: P ${(100 * own.p).toFixed(1)}  R ${(100 * own.r).toFixed(1)}  F1 ${(100 * own.f1).toFixed(1)}\n` : '';
    return { text: `${call(coded, misses ? ['--misses'] : [])}${line}${byConfidence(stories, coded)}`, data: { ...data, ...(own && { goldHappenings: own }) } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
