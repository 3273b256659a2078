/** Scores tagger, lemmatiser and parser on a treebank, from its own tokens and from raw text. */
import { basename } from 'node:path';
import { LANGS } from '../story/story.ts';
import { scoreConllu } from '../language/ud-score.ts';

/**
 * @param file a CoNLL-U file whose name begins with its language (`tr_boun-ud-test.conllu`)
 * @throws Error where the name does not tell a supported language
 */
export const scoreTreebank = (file: string): { text: string; data: unknown } => {
  const lang = LANGS.find((l) => basename(file).startsWith(`${l}_`));
  if (!lang) throw new Error(`${file}: the name must begin with its language (${LANGS.map((l) => `${l}_`).join(', ')})`);
  const scores = scoreConllu(file, lang);
  const row = (name: string, part: object) => `${name}: ${Object.entries(part).map(([k, v]) => `${k} ${typeof v === 'number' && !Number.isInteger(v) ? v.toFixed(1) : String(v)}`).join('  ')}`;
  return { text: Object.entries(scores).map(([name, part]) => (typeof part === 'object' && part !== null ? row(name, part as object) : `${name}: ${String(part)}`)).join('\n'), data: scores };
};
