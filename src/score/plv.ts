/** Scores the type of acts between given spans on PLV, by macro-F1 over its root codes. */
import { analyze } from '../language/analyze.ts';
import { makeModel, storedModel, storedTyper, typerKey } from '../coding/scorer/model.ts';
import { Softmax } from '../coding/scorer/softmax.ts';
import type { SparseRow } from '../coding/scorer/softmax.ts';
import { typerRow } from '../coding/typer.ts';
import { TYPER, ownTyperRows } from '../coding/fit/typer.ts';
import { ROOTS, readPlv } from './plv-data.ts';
import type { PlvRow } from './plv-data.ts';

const FOLDS = 5;

/** F1 of each root code, and their mean. */
export const macroF1 = (gold: readonly string[], found: readonly string[]): { macro: number; each: Record<string, number> } => {
  const each: Record<string, number> = {};
  const present = ROOTS.filter((r) => gold.includes(r) || found.includes(r));
  for (const r of present) {
    const tp = gold.filter((g, k) => g === r && found[k] === r).length;
    const p = tp / (found.filter((x) => x === r).length || 1), q = tp / (gold.filter((x) => x === r).length || 1);
    each[r] = p + q ? (2 * p * q) / (p + q) : 0;
  }
  return { macro: Object.values(each).reduce((a, b) => a + b, 0) / (present.length || 1), each };
};

const foldOf = (text: string): number => typerKey(text) % FOLDS;

/** Answers for rows that the stored classifier was fitted on: by five-fold cross-validation grouped by sentence. */
const crossValidated = (rows: readonly PlvRow[], features: readonly SparseRow[]): string[] => {
  const own = ownTyperRows(makeModel(storedModel()));
  const out: string[] = new Array<string>(rows.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const train = rows.map((_, k) => k).filter((k) => foldOf((rows[k] as PlvRow).text) !== fold);
    const model = Softmax.fit(ROOTS, [...train.map((k) => features[k] as SparseRow), ...own.map((r) => r.row)], [...train.map((k) => (rows[k] as PlvRow).root), ...own.map((r) => r.root)], [...train.map(() => 1), ...own.map((r) => r.weight)], TYPER);
    rows.forEach((r, k) => {
      if (foldOf(r.text) === fold) out[k] = model.best(features[k] as SparseRow);
    });
  }
  return out;
};

/** The table of one PLV file; the NLI system's own answers beside ours where the file has them. */
export const scorePlv = (file: string): { text: string; data: unknown } => {
  const rows = readPlv(file), model = makeModel(storedModel()), typer = storedTyper();
  const features = rows.map((r) => typerRow(analyze(r.text, 'en'), r.source, r.target, model));
  const fittedOn = new Set(typer.fittedOn), seen = rows.filter((r) => fittedOn.has(typerKey(r.text))).length;
  const stored = Softmax.load(typer.softmax);
  const cross = seen > 0;
  const found = cross ? crossValidated(rows, features) : features.map((f) => stored.best(f));
  const gold = rows.map((r) => r.root), ours = macroF1(gold, found), pct = (x: number) => (100 * x).toFixed(1);
  const peers = rows.every((r) => r.peer) ? macroF1(gold, rows.map((r) => r.peer as string)) : undefined;
  const accuracy = found.filter((f, k) => f === gold[k]).length / (rows.length || 1);
  const lines = [
    `${rows.length} sentences; macro-F1 ${pct(ours.macro)}, accuracy ${pct(accuracy)} (${cross ? `five-fold cross-validated: the classifier is fitted on ${seen} of these sentences` : 'none of them seen in fitting'})`,
    ...(peers ? [`zero-shot NLI's own answers in the file: macro-F1 ${pct(peers.macro)}`] : []),
    ...Object.entries(ours.each).map(([r, f]) => `  ${r.padEnd(10)} ${pct(f).padStart(5)}${peers ? `   NLI ${pct(peers.each[r] ?? 0).padStart(5)}` : ''}`),
  ];
  return { text: lines.join('\n'), data: { macro: ours.macro, accuracy, each: ours.each, crossValidated: cross, ...(peers ? { nli: peers.macro } : {}) } };
};
