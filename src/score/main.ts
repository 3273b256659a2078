/**
 * Measures the coder on gold stories, PLV and treebanks, and prints one table.
 *
 *   npm run score                                everything under DRAGOMAN_DATA
 *   npm run score -- --gold FILE [--misses]      coded stories (JSON lines)
 *   npm run score -- --plv FILE                  PLV sentences (tab-separated)
 *   npm run score -- --ud FILE.conllu            a treebank: from gold tokens and from raw text
 *   npm run score -- --articles FOLDER           marked web pages (ground-truth.json, html/*.html.gz)
 *   npm run score -- --json                      as JSON
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { dataFolder } from '../coding/fit/gold.ts';
import { scoreArticles } from './articles.ts';
import { scoreGold } from './gold.ts';
import { scorePlv } from './plv.ts';
import { scoreTreebank } from './treebank.ts';

const args = process.argv.slice(2);
const valuesOf = (name: string): string[] => args.flatMap((a, k) => (a === name && args[k + 1] ? [args[k + 1] as string] : []));
const json = args.includes('--json'), misses = args.includes('--misses');
const results: Record<string, unknown> = {};
let missing = 0;

const run = (file: string, name: string, score: (file: string) => { text: string; data: unknown }): void => {
  if (!existsSync(file)) {
    missing++;
    process.stderr.write(`${file}: not there. Set DRAGOMAN_DATA to the folder that holds gold/, benchmarks/ and treebanks/, or name a file.\n`);
    return;
  }
  const { text, data } = score(file);
  results[name] = data;
  if (!json) process.stdout.write(`\n== ${name}\n${text}\n`);
};

const gold = valuesOf('--gold'), plv = valuesOf('--plv'), ud = valuesOf('--ud'), articles = valuesOf('--articles');
const all = gold.length + plv.length + ud.length + articles.length === 0;
const data = dataFolder();
if (all && !existsSync(data)) {
  process.stderr.write(`Nothing to score: ${data} is not there. Set DRAGOMAN_DATA to the folder that holds gold/, benchmarks/ and treebanks/.\n`);
  process.exit(1);
}
for (const file of all ? [`${data}/gold/dev.jsonl`, `${data}/seed/gold.jsonl`] : gold) run(file, `stories: ${basename(file)}${file.includes('seed') ? ' (seed)' : ''}`, (f) => scoreGold(f, misses));
for (const file of all ? [`${data}/benchmarks/plv-dev.tsv`] : plv) run(file, `PLV: ${basename(file)}`, scorePlv);
const treebanks = () => ['tr', 'en', 'ru'].flatMap((lang) => {
  const folder = `${data}/treebanks/${lang}`;
  return existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('test.conllu') && !(lang === 'ru' && f.includes('pud'))).sort().map((f) => `${folder}/${f}`) : [];
});
for (const file of all ? treebanks() : ud) run(file, `treebank: ${basename(file)}`, scoreTreebank);
for (const folder of all ? [`${data}/benchmarks/articles`] : articles) run(folder, `articles: ${basename(folder)}`, scoreArticles);
if (json) process.stdout.write(`${JSON.stringify(results)}\n`);
process.exitCode = missing ? 1 : 0;
