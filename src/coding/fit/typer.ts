/** Fits the classifier of acts between given spans: on PLV where it is present, and on the repository's own sentences. */
import { existsSync } from 'node:fs';
import { analyze } from '../../language/analyze.ts';
import { resolveParties } from '../../parties/resolve.ts';
import { ROOTS, readPlv, rootOf } from '../../score/plv-data.ts';
import { loadEntries } from '../lexicon.ts';
import { typerKey } from '../scorer/model.ts';
import type { Model, StoredTyper } from '../scorer/model.ts';
import { Softmax } from '../scorer/softmax.ts';
import type { SoftmaxOptions, SparseRow } from '../scorer/softmax.ts';
import { TYPER_BITS, typerRow } from '../typer.ts';
import { dataFolder, ownStories } from './gold.ts';

export const TYPER: SoftmaxOptions = { bits: TYPER_BITS, passes: 12, rate: 0.12, l2: 2e-4 };

export interface TyperRow {
  row: SparseRow;
  root: string;
  weight: number;
}

/** Rows from the English lexicon's examples and the own English stories: each sentence with the pairs coded in it. */
export const ownTyperRows = (model: Model): TyperRow[] => {
  const out: TyperRow[] = [];
  const addPair = (text: string, a: string, b: string, root: string, weight: number) => {
    const doc = analyze(text, 'en'), { mentions } = resolveParties(doc, { date: '2024-06-12' });
    const find = (code: string) => mentions.find((m) => m.parties.includes(code));
    const s = find(a), t = find(b);
    if (!s || !t || s === t) return;
    const span = (m: typeof s) => ({ start: (doc.tokens[m.first] as { start: number }).start, end: (doc.tokens[m.last - 1] as { end: number }).end });
    out.push({ row: typerRow(doc, span(s), span(t), model), root, weight });
  };
  for (const e of loadEntries('en')) if (e.label.is === 'event') for (const [a, b] of e.expected) addPair(e.example, a, b, rootOf(e.label.type), 0.5);
  for (const story of ownStories()) if (story.lang === 'en') for (const e of story.events) addPair(e.evidence, e.source, e.target, rootOf(e.type), 0.35);
  return out;
};

export const fitTyper = (model: Model): StoredTyper => {
  const own = ownTyperRows(model), file = `${dataFolder()}/benchmarks/plv-dev.tsv`;
  const plv = existsSync(file) ? readPlv(file) : [];
  const rows = [...plv.map((r): TyperRow => ({ row: typerRow(analyze(r.text, 'en'), r.source, r.target, model), root: r.root, weight: 1 })), ...own];
  const softmax = Softmax.fit(ROOTS, rows.map((r) => r.row), rows.map((r) => r.root), rows.map((r) => r.weight), TYPER);
  return { softmax: softmax.store(), fittedOn: [...new Set(plv.map((r) => typerKey(r.text)))].sort((a, b) => a - b) };
};
