/** Documents for tests, without a model: the segmenter's tokens, with the tags and heads that a test gives. */
import type { Doc, Sentence, Token } from '../../language/doc.ts';
import { segment } from '../../language/segment.ts';
import { lowerOf } from './words.ts';
import type { Lang } from '../../story/story.ts';

/** Tag of a word: UPOS, then features as in CoNLL-U (`VERB Tense=Past|VerbForm=Fin`). */
export type Tags = Readonly<Record<string, string>>;

/** Reads a text into a Doc; words not in `tags` are nouns (names where capital), every token hangs on its sentence's first. */
export const plainDoc = (text: string, lang: Lang, tags: Tags = {}): Doc => {
  const cut = segment(text, lang);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (let s = 0; s < cut.sentenceCount; s++) {
    const [first, last] = [cut.first[s], cut.first[s + 1]];
    for (let i = first; i < last; i++) {
      const form = text.slice(cut.tokenStart[i], cut.tokenEnd[i]);
      const lower = lowerOf(form, lang);
      const [upos, feats] = (tags[form] ?? tags[lower] ?? (/^\p{L}/u.test(form) ? (form[0] === lower[0] ? 'NOUN' : 'PROPN') : /^\d/.test(form) ? 'NUM' : 'PUNCT')).split(' ');
      const table = new Map((feats ?? '').split('|').filter(Boolean).map((f) => f.split('=') as [string, string]));
      tokens.push({
        i, sentence: s, form, lower, lemma: lower, upos, deprel: i === first ? 'root' : 'dep', head: i === first ? -1 : first,
        start: cut.tokenStart[i], end: cut.tokenEnd[i], feat: (name) => table.get(name),
      });
    }
    sentences.push({ i: s, first, last, paragraph: cut.paragraphOf[s], start: cut.tokenStart[first], end: cut.tokenEnd[last - 1] });
  }
  const children = tokens.map((t) => tokens.filter((c) => c.head === t.i).map((c) => c.i));
  return { lang, text, tokens, sentences, children: (i) => children[i] ?? [] };
};
