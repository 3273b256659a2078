/** From a text to a read document: segmentation, word splitting, tags, lemmas and trees, with the language's model. */
import { existsSync, readFileSync } from 'node:fs';
import type { Lang } from '../story/story.ts';
import type { Doc, Sentence } from './doc.ts';
import { ColumnDoc } from './document.ts';
import type { Model } from './model-file.ts';
import { readModel } from './model-file.ts';
import { segment } from './segment.ts';
import type { Segments } from './segment.ts';
import { SentenceBuffer } from './sentence.ts';
import { Offsets } from './tokenize.ts';
import type { Word } from './words.ts';

const models = new Map<Lang, Model>();

/**
 * The language's model, read once a process: where it runs built, as the build has unpacked it.
 * @throws Error where the model file is missing or damaged
 */
export function loadModel(lang: Lang): Model {
  let model = models.get(lang);
  if (!model) {
    const unpacked = new URL(`../${lang}.model`, import.meta.url);
    model = readModel(readFileSync(existsSync(unpacked) ? unpacked : new URL(`../../models/${lang}/model.bin`, import.meta.url)));
    models.set(lang, model);
  }
  return model;
}

/** Reads a text. Any string will do; an empty one makes an empty document. */
export function analyze(text: string, lang: Lang): Doc {
  return analyzeWith(loadModel(lang), text);
}

/** Reads a text with a given model. */
export function analyzeWith(model: Model, text: string): ColumnDoc {
  return readSegments(model, segment(text, model.lang));
}

/** Reads a text that has been cut already. */
export function readSegments(model: Model, segments: Segments): ColumnDoc {
  const { text, lang } = segments;
  const { tags } = model.tagger;
  const start = new Offsets();
  const end = new Offsets();
  const surfaceStart = new Offsets();
  const surfaceEnd = new Offsets();
  const form: string[] = [];
  const lower: string[] = [];
  const lemma: string[] = [];
  const capacity = segments.tokenCount + 16;
  let columns = makeColumns(Math.ceil(capacity * 1.2));
  const sentences: Sentence[] = [];
  const buffer = new SentenceBuffer();
  for (let s = 0; s < segments.sentenceCount; s++) {
    const first = start.length;
    for (const word of splitWords(model, segments, s, start, end, surfaceStart, surfaceEnd)) {
      form.push(word.form);
      lower.push(word.small);
    }
    const last = start.length;
    if (last > columns.bundle.length) columns = widen(columns, last * 2);
    parseWords(model, form.slice(first), buffer);
    for (let i = first; i < last; i++) {
      const k = i - first;
      lemma.push(buffer.lemma[k]);
      columns.bundle[i] = buffer.bundle[k];
      columns.upos[i] = buffer.upos[k];
      columns.deprel[i] = buffer.rel[k];
      columns.head[i] = buffer.head[k] === 0 ? -1 : first + buffer.head[k] - 1;
      columns.sentence[i] = s;
    }
    sentences.push({ i: s, start: start.data[first], end: end.data[last - 1], first, last, paragraph: segments.paragraphOf[s] });
  }
  return new ColumnDoc(lang, text, {
    count: start.length, start: start.data, end: end.data, surfaceStart: surfaceStart.data, surfaceEnd: surfaceEnd.data, form, lower, lemma, ...columns,
  }, sentences, { upos: tags.upos, labels: model.parser.labels, bundles: tags.bundles });
}

interface Columns {
  bundle: Int32Array;
  upos: Uint8Array;
  deprel: Uint8Array;
  head: Int32Array;
  sentence: Int32Array;
}

function makeColumns(size: number): Columns {
  return { bundle: new Int32Array(size), upos: new Uint8Array(size), deprel: new Uint8Array(size), head: new Int32Array(size), sentence: new Int32Array(size) };
}

function widen(from: Columns, size: number): Columns {
  const to = makeColumns(size);
  to.bundle.set(from.bundle);
  to.upos.set(from.upos);
  to.deprel.set(from.deprel);
  to.head.set(from.head);
  to.sentence.set(from.sentence);
  return to;
}

/** Tags, lemmatises and parses the words of one sentence into `buffer`. */
export function parseWords(model: Model, words: readonly string[], buffer: SentenceBuffer): void {
  buffer.setWords(model.words, words, model.lang);
  model.tagger.run(buffer);
  model.lemmatizer.run(model.tagger.tags, buffer);
  model.parser.run(buffer);
}

/** The syntactic words of sentence `s`, whose places are appended; the parts of a split token stand each over their own letters. */
function splitWords(model: Model, segments: Segments, s: number, start: Offsets, end: Offsets, surfaceStart: Offsets, surfaceEnd: Offsets): Word[] {
  const words: Word[] = [];
  const { text, tokenStart, tokenEnd } = segments;
  const from = segments.first[s];
  const to = segments.first[s + 1];
  const word = (i: number) => (i >= from && i < to ? model.words.get(text.slice(tokenStart[i], tokenEnd[i])) : undefined);
  let before: ReturnType<typeof word>;
  let current = word(from);
  for (let i = from; i < to; i++) {
    const after = word(i + 1);
    const a = tokenStart[i];
    const z = tokenEnd[i];
    const part = current ? model.splitter.cut(before, current, after) : 0;
    if (part > 0) {
      start.push(a);
      end.push(z - part);
      surfaceStart.push(a);
      surfaceEnd.push(z);
      start.push(z - part);
      words.push(model.words.get(text.slice(a, z - part)), model.words.get(text.slice(z - part, z)));
    } else {
      start.push(a);
      if (current) words.push(current);
    }
    end.push(z);
    surfaceStart.push(a);
    surfaceEnd.push(z);
    before = current;
    current = after;
  }
  return words;
}
