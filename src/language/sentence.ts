/** One sentence on its way through tagger, lemmatiser and parser: parallel columns, reused from sentence to sentence. */
import type { Lang } from '../story/story.ts';
import { lowerCase } from './letters.ts';
import type { Word, WordCache } from './words.ts';

export class SentenceBuffer {
  length = 0;
  words: Word[] = [];
  upos = new Int32Array(0);
  /** Index of the feature bundle. */
  bundle = new Int32Array(0);
  lemma: string[] = [];
  /** 1-based head, 0 for the root. */
  head = new Int32Array(0);
  rel = new Int32Array(0);
  // What the parser looks at, set by the tagger and the lemmatiser.
  lemmaId = new Int32Array(0);
  /** Part of speech, case and verb form in one. */
  morph = new Int32Array(0);
  caseId = new Int32Array(0);
  verb = new Int32Array(0);
  agreement = new Int32Array(0);

  /** Makes room for `length` words and sets it. */
  resize(length: number): void {
    this.length = length;
    if (this.upos.length >= length) return;
    const room = Math.max(64, length * 2);
    this.upos = new Int32Array(room);
    this.bundle = new Int32Array(room);
    this.head = new Int32Array(room);
    this.rel = new Int32Array(room);
    this.lemmaId = new Int32Array(room);
    this.morph = new Int32Array(room);
    this.caseId = new Int32Array(room);
    this.verb = new Int32Array(room);
    this.agreement = new Int32Array(room);
  }

  /** Begins a sentence of these words. */
  setWords(cache: WordCache, forms: readonly string[], lang: Lang): void {
    this.resize(forms.length);
    for (let i = 0; i < forms.length; i++) this.words[i] = cache.get(forms[i]);
    if (!isShouted(this.words, forms.length)) return;
    for (let i = 0; i < forms.length; i++) this.words[i] = cache.get(lowerCase(forms[i], lang));
  }
}

/** Words are shouted (headlines, datelines) where most of them are all capitals; they are then read in small letters. */
function isShouted(words: readonly Word[], length: number): boolean {
  let letters = 0;
  let shouted = 0;
  for (let i = 0; i < length; i++) {
    if (!words[i].lettered) continue;
    letters++;
    if (words[i].shouted) shouted++;
  }
  return letters >= 4 && shouted * 10 >= letters * 7;
}
