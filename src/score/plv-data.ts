/** PLV sentences: source and target marked, PLOVER root code given (Hu et al., ACL 2024). */
import { readFileSync } from 'node:fs';
import type { EventType } from '../story/facts.ts';
import type { Span } from '../story/story.ts';

/** PLV's codes: PLOVER's, with CONCEDE and RETREAT as one. */
export const ROOTS = ['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'YIELD', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'] as const;

export const rootOf = (type: EventType): string => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type);

export interface PlvRow {
  text: string;
  /** Absent where the sentence marks none. */
  source?: Span;
  target?: Span;
  root: string;
  /** The zero-shot NLI system's own answer, where the file has it. */
  peer?: string;
}

/** Takes the `<s>`, `<t>` marks out of a sentence and says where they stood. */
export const unmark = (marked: string): { text: string; source?: Span; target?: Span } => {
  const spans: Partial<Record<'s' | 't', Span>> = {};
  const open: Partial<Record<'s' | 't', number>> = {};
  let text = '';
  for (let i = 0; i < marked.length;) {
    const m = /^<(\/?)([st])>/.exec(marked.slice(i, i + 4));
    if (!m) {
      text += marked[i];
      i++;
      continue;
    }
    const which = m[2] as 's' | 't';
    if (m[1]) spans[which] ??= { start: open[which] ?? 0, end: text.length };
    else open[which] = text.length;
    i += m[0].length;
  }
  return { text, ...(spans.s ? { source: spans.s } : {}), ...(spans.t ? { target: spans.t } : {}) };
};

/** Fields of a tab-separated line, with doubled quotes undone. */
const fields = (line: string): string[] => line.split('\t').map((f) => (/^".*"$/s.test(f) ? f.slice(1, -1).replace(/""/g, '"') : f));

/**
 * Reads a PLV file.
 * @throws Error where a needed column is missing
 */
export const readPlv = (file: string): PlvRow[] => {
  const [header = '', ...lines] = readFileSync(file, 'utf8').split(/\r?\n/);
  const names = fields(header), col = (name: string) => names.indexOf(name);
  for (const name of ['marked_sentence', 'gold_root']) if (col(name) < 0) throw new Error(`${file}: no column "${name}"; a PLV file has marked_sentence and gold_root`);
  return lines.filter((l) => l.trim()).flatMap((l): PlvRow[] => {
    const f = fields(l), parsed = unmark(f[col('marked_sentence')] ?? ''), root = (f[col('gold_root')] ?? '').trim(), peer = f[col('root_L2')];
    return parsed.text && root ? [{ ...parsed, root, ...(peer ? { peer } : {}) }] : [];
  });
};
