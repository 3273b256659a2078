/**
 * Trains the language models: `npm run train -- [--lang tr,en,ru] [--train FILE...] [--test FILE...] [--out DIR]`.
 * Treebanks are looked for under DRAGOMAN_DATA (default `../shared`), in `treebanks/`. The same files give the same bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LANGS } from '../../story/story.ts';
import type { Lang } from '../../story/story.ts';
import { readConllu } from '../conllu.ts';
import type { ConlluSentence } from '../conllu.ts';
import { readModel } from '../model-file.ts';
import { scoreConllu } from '../ud-score.ts';
import { writeCard } from './card.ts';
import type { CardFile, CardTest } from './card.ts';
import { DEFAULTS, fitModel } from './fit.ts';
import { TREEBANKS } from './treebanks.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function main(): void {
  const { values } = parseArgs({
    options: {
      lang: { type: 'string', default: LANGS.join(',') },
      train: { type: 'string', multiple: true },
      test: { type: 'string', multiple: true },
      out: { type: 'string' },
      'parser-epochs': { type: 'string' },
      'tagger-epochs': { type: 'string' },
    },
    strict: true,
    allowPositionals: true,
  });
  const data = process.env.DRAGOMAN_DATA ?? join(root, '..', 'shared');
  for (const name of values.lang.split(',')) {
    const lang = LANGS.find((l) => l === name);
    if (!lang) throw new Error(`no such language: ${name}; one of ${LANGS.join(', ')}`);
    const inData = (file: string): string => join(data, 'treebanks', lang, file);
    const train = values.train ?? TREEBANKS[lang].train.map(inData);
    const test = values.test ?? TREEBANKS[lang].test.map(inData);
    const options = { ...DEFAULTS };
    if (values['parser-epochs']) options.parserEpochs = Number(values['parser-epochs']);
    if (values['tagger-epochs']) options.taggerEpochs = Number(values['tagger-epochs']);
    trainLanguage(lang, train, test, values.out ? resolve(values.out) : join(root, 'models', lang), options);
  }
}

function trainLanguage(lang: Lang, train: readonly string[], test: readonly string[], out: string, options: typeof DEFAULTS): void {
  const log = (line: string): void => {
    process.stderr.write(`${lang}: ${line}\n`);
  };
  const sentences: ConlluSentence[] = [];
  const files: CardFile[] = [];
  for (const path of train) {
    if (!existsSync(path)) throw new Error(`no such treebank file: ${path}; set DRAGOMAN_DATA to the folder that holds treebanks/`);
    const bytes = readFileSync(path);
    const read = readConllu(bytes.toString('utf8'));
    sentences.push(...read);
    files.push({ name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex'), sentences: read.length, words: read.reduce((n, s) => n + s.words.length, 0) });
  }
  const bytes = fitModel(lang, sentences, options, log);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'model.bin'), bytes);
  log(`model of ${(bytes.length / 1e6).toFixed(2)} MB`);
  const model = readModel(bytes);
  const tests: CardTest[] = [];
  for (const path of test) {
    if (!existsSync(path)) {
      log(`no such test file, skipped: ${path}`);
      continue;
    }
    const scores = scoreConllu(path, lang, model);
    tests.push({ name: basename(path), sha256: createHash('sha256').update(readFileSync(path)).digest('hex'), scores });
    log(`${basename(path)} gold tokens ${JSON.stringify(scores.gold, round)}`);
    log(`${basename(path)} raw text ${JSON.stringify(scores.raw, round)}`);
  }
  writeFileSync(join(out, 'README.md'), writeCard({ lang, files, tests, options, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }));
}

const round = (_key: string, value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 100) / 100 : value);

main();
