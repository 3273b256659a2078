/** CoNLL-U, the exchange format of Universal Dependencies: reading treebanks and writing documents for a look. */
import type { ColumnDoc } from './document.ts';

export interface ConlluWord {
  form: string;
  lemma: string;
  upos: string;
  feats: string;
  /** 1-based; 0 for the root. */
  head: number;
  deprel: string;
}

/** A surface token: one word, or several that it was split into. */
export interface ConlluToken {
  form: string;
  /** 0-based index of its first word in the sentence, and one past its last. */
  first: number;
  last: number;
  spaceAfter: boolean;
}

export interface ConlluSentence {
  text: string | undefined;
  /** Opens a paragraph or a document, as the comments say. */
  opens: boolean;
  tokens: ConlluToken[];
  words: ConlluWord[];
}

/**
 * Reads CoNLL-U text. Empty nodes are skipped.
 * @throws Error with the line number where a line is no CoNLL-U or a head is out of range
 */
export function readConllu(content: string): ConlluSentence[] {
  const out: ConlluSentence[] = [];
  let current: ConlluSentence = { text: undefined, opens: false, tokens: [], words: [] };
  let rangeEnd = 0;
  const finish = (line: number): void => {
    if (current.words.length > 0) {
      for (const word of current.words) if (!(word.head >= 0 && word.head <= current.words.length)) throw new Error(`CoNLL-U line ${line}: head out of range`);
      out.push(current);
    }
    current = { text: undefined, opens: false, tokens: [], words: [] };
    rangeEnd = 0;
  };
  const lines = content.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].endsWith('\r') ? lines[i].slice(0, -1) : lines[i];
    if (line === '') {
      finish(i + 1);
      continue;
    }
    if (line.startsWith('#')) {
      if (line.startsWith('# text = ')) current.text = line.slice(9);
      else if (line.startsWith('# newpar') || line.startsWith('# newdoc')) current.opens = true;
      continue;
    }
    const columns = line.split('\t');
    if (columns.length < 8) throw new Error(`CoNLL-U line ${i + 1}: fewer than eight columns`);
    const spaceAfter = !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(columns[9] ?? '');
    const range = /^(\d+)-(\d+)$/.exec(columns[0]);
    if (range) {
      current.tokens.push({ form: columns[1], first: Number(range[1]) - 1, last: Number(range[2]), spaceAfter });
      rangeEnd = Number(range[2]);
      continue;
    }
    if (/^\d+\.\d+$/.test(columns[0])) continue;
    if (!/^\d+$/.test(columns[0])) throw new Error(`CoNLL-U line ${i + 1}: no such id: ${columns[0]}`);
    const n = current.words.length;
    if (n + 1 > rangeEnd) current.tokens.push({ form: columns[1], first: n, last: n + 1, spaceAfter });
    current.words.push({ form: columns[1], lemma: columns[2], upos: columns[3], feats: columns[5], head: Number(columns[6]), deprel: columns[7] });
  }
  finish(lines.length);
  return out;
}

/** A document as CoNLL-U, multiword tokens and spacing included. */
export function writeConllu(doc: ColumnDoc): string {
  const out: string[] = [];
  for (const sentence of doc.sentences) {
    const { first, last } = sentence;
    out.push(`# sent_id = ${sentence.i + 1}`, `# text = ${doc.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')}`);
    for (let i = first; i < last; ) {
      const surface = doc.surface(i);
      let end = i + 1;
      while (end < last && doc.surface(end).start === surface.start) end++;
      const misc = end < last && doc.surface(end).start === surface.end ? 'SpaceAfter=No' : '_';
      if (end > i + 1) out.push(`${i - first + 1}-${end - first}\t${doc.text.slice(surface.start, surface.end)}\t_\t_\t_\t_\t_\t_\t_\t${misc}`);
      for (let k = i; k < end; k++) {
        const token = doc.tokens[k];
        const head = token.head < 0 ? 0 : token.head - first + 1;
        out.push([k - first + 1, token.form, token.lemma, token.upos, '_', doc.feats(k), head, token.deprel, '_', end > i + 1 ? '_' : misc].join('\t'));
      }
      i = end;
    }
    out.push('');
  }
  return out.length > 0 ? `${out.join('\n')}\n` : '';
}
