/** The model card that goes beside a trained model. Every figure in it was measured by the run that wrote it. */
import type { Lang } from '../../story/story.ts';
import type { UdScores } from '../ud-score.ts';
import type { FitOptions } from './fit.ts';
import { SOURCES } from './treebanks.ts';

export interface CardFile {
  name: string;
  sha256: string;
  sentences: number;
  words: number;
}

export interface CardTest {
  name: string;
  sha256: string;
  scores: UdScores;
}

export interface CardFacts {
  lang: Lang;
  files: readonly CardFile[];
  tests: readonly CardTest[];
  options: FitOptions;
  bytes: number;
  sha256: string;
}

const NAMES: Record<Lang, string> = { tr: 'Turkish', en: 'English', ru: 'Russian' };

const p = (value: number): string => value.toFixed(1);

/** The card as Markdown. */
export function writeCard(facts: CardFacts): string {
  const { lang, files, tests, options } = facts;
  const sources = [...new Set(files.map((f) => f.name.split('-')[0]))];
  const lines = [
    `# ${NAMES[lang]} model`,
    '',
    `Word splitter, tagger (UPOS and features), lemmatiser and dependency parser: linear models over hashed features, weights`,
    `of one byte. \`model.bin\`, ${(facts.bytes / 1e6).toFixed(2)} MB, SHA-256 \`${facts.sha256}\`.`,
    '',
    '## Data and licence',
    '',
    ...sources.map((name) => {
      const source = SOURCES[name];
      return source ? `- ${source.treebank}: ${source.licence}` : `- ${name}: see its own licence`;
    }),
    '',
    'The model is fitted on these treebanks and is passed on under the same terms, Creative Commons Attribution-ShareAlike.',
    '',
    '| file | sentences | words | SHA-256 |',
    '| --- | --- | --- | --- |',
    ...files.map((f) => `| ${f.name} | ${f.sentences} | ${f.words} | \`${f.sha256}\` |`),
    '',
    '## Scores',
    '',
    'Gold tokens, relations without subtypes, per cent of words:',
    '',
    '| test file | words | UPOS | UFeats | lemma | UAS | LAS |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...tests.map(({ name, scores: { gold } }) => `| ${name} | ${gold.words} | ${p(gold.upos)} | ${p(gold.ufeats)} | ${p(gold.lemma)} | ${p(gold.uas)} | ${p(gold.las)} |`),
    '',
    'Raw text (sentences joined by a space, paragraphs by a blank line where the file marks them), F1 as in the CoNLL 2018',
    'shared task:',
    '',
    '| test file | tokens | sentences | words | UPOS | UFeats | lemma | UAS | LAS |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...tests.map(({ name, scores: { raw } }) => `| ${name} | ${p(raw.tokens)} | ${p(raw.sentences)} | ${p(raw.words)} | ${p(raw.upos)} | ${p(raw.ufeats)} | ${p(raw.lemma)} | ${p(raw.uas)} | ${p(raw.las)} |`),
    '',
    '| test file | SHA-256 |',
    '| --- | --- |',
    ...tests.map((t) => `| ${t.name} | \`${t.sha256}\` |`),
    '',
    '## Training',
    '',
    `\`npm run train -- --lang ${lang}\``,
    '',
    `${options.taggerEpochs} passes for the tagger, ${options.parserEpochs} for the parser, ${options.lemmaEpochs} for the lemmatiser, ${options.folds}-fold jack-knifing, seed ${options.seed}. The same files give the same bytes.`,
    '',
  ];
  return lines.join('\n');
}
