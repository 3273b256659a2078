/**
 * Which words of a lexicon a token may be. Lexicons are keyed on lemmas (English, Russian) or stems as written (Turkish,
 * whose treebank lemmas are roots); a token is looked up by its lemma, by its stem key where the lemmatiser may have
 * erred, and by its prefixes in Turkish. Answers are remembered by form, so that the cost is one map look-up a token.
 */
import type { Token } from '../language/doc.ts';
import type { Lang } from '../story/story.ts';
import { nounStemMatches, verbStemMatches } from '../language/tr/morphology.ts';
import { stemKey as russianKey } from '../language/ru/morphology.ts';
import { stemKey as englishKey } from '../language/en/morphology.ts';
import type { PosClass } from './lexicon.ts';

/** Any part of speech: for words that only have to stand beside a head. */
export type LexemePos = PosClass | '*';

interface Lexeme {
  lemma: string;
  pos: LexemePos;
}

interface Answer {
  lemma: string;
  upos: string;
  verb: string | undefined;
  ids: readonly number[];
}

const NONE: readonly number[] = [];
const POSES: readonly PosClass[] = ['v', 'n', 'a'];

const posFits = (pos: LexemePos, token: Token, lang: Lang): boolean => {
  if (pos === '*') return true;
  const u = token.upos;
  if (pos === 'v') return u === 'VERB' || u === 'AUX' || (u === 'ADJ' && token.feat('VerbForm') !== undefined) || (u === 'NOUN' && lang === 'en' && /(?:ing|ed|[^s]s)$/.test(token.lower));
  if (pos === 'n') return u === 'NOUN' || u === 'PROPN' || (u === 'ADJ' && lang !== 'ru') || (lang === 'en' && u === 'VERB' && token.feat('VerbForm') !== 'Fin');
  return u === 'ADJ' || u === 'VERB' || u === 'ADV' || u === 'NOUN' || u === 'DET';
};

const SOFT: Record<string, string> = { k: 'ğ', p: 'b', ç: 'c', t: 'd' };

export class LexemeIndex {
  private readonly lexemes: Lexeme[] = [];
  private readonly ids = new Map<string, number>();
  /** Lexemes by exact key: lemma, stem key, or (Turkish) stem with its softened variant. */
  private readonly byKey = new Map<string, number[]>();
  /** Answers by form; few forms have more than one lemma, part of speech and verb form. */
  private readonly memo = new Map<string, Answer[]>();
  private remembered = 0;
  private longest = 0;
  private readonly lang: Lang;
  /** The key of a word as one of a part of speech; without it, by what its ending looks like. */
  private readonly key: (word: string, pos?: PosClass) => string;

  constructor(lang: Lang) {
    this.lang = lang;
    // English words change too little for it to matter what part of speech they are taken for
    this.key = lang === 'ru' ? (w, pos) => (pos ? `${pos}:${russianKey(w, pos)}` : russianKey(w)) : lang === 'en' ? (w) => englishKey(w) : (w) => w;
  }

  private put(key: string, id: number): void {
    const list = this.byKey.get(key);
    if (!list) this.byKey.set(key, [id]);
    else if (!list.includes(id)) list.push(id);
    this.longest = Math.max(this.longest, key.length);
  }

  /** The id of a lemma with a part of speech; made on first sight. */
  id(lemma: string, pos: LexemePos): number {
    const name = `${lemma}/${pos}`;
    let id = this.ids.get(name);
    if (id === undefined) {
      id = this.lexemes.length;
      this.lexemes.push({ lemma, pos });
      this.ids.set(name, id);
      this.put(lemma, id);
      if (this.lang === 'tr') {
        const soft = SOFT[lemma.at(-1) ?? ''];
        if (soft) this.put(lemma.slice(0, -1) + soft, id);
        // a noun may lose its last vowel before a suffix: fikir, fikri
        if (pos !== 'v' && /[ıiuü][^aeıioöuü]$/.test(lemma)) this.put(lemma.slice(0, -2) + lemma.slice(-1), id);
        // a verb loses its last vowel before -iyor: başla, başlıyor
        if ((pos === 'v' || pos === '*') && /[^aeıioöuü][ae]$/.test(lemma)) this.put(lemma.slice(0, -1), id);
      } else this.put(`~${this.key(lemma, pos === '*' ? undefined : pos)}`, id);
    }
    return id;
  }

  /** Ids of all lexemes that the token may be a form of. */
  match(token: Token): readonly number[] {
    const { lower } = token, turkish = this.lang === 'tr', answers = this.memo.get(lower);
    // all that the answer depends on (the form alone in Turkish), or it would hang on which form was met first
    if (answers) {
      if (turkish) return (answers[0] as Answer).ids;
      const { lemma, upos } = token, verb = token.feat('VerbForm');
      for (const a of answers) if (a.upos === upos && a.verb === verb && a.lemma === lemma) return a.ids;
    }
    const answer: Answer = { lemma: token.lemma, upos: token.upos, verb: token.feat('VerbForm'), ids: turkish ? this.matchTurkish(lower) : this.matchLemma(token) };
    if (++this.remembered > 200_000) {
      this.memo.clear();
      this.remembered = 1;
    }
    const others = this.memo.get(lower);
    if (others) others.push(answer);
    else this.memo.set(lower, [answer]);
    return answer.ids;
  }

  private matchLemma(token: Token): readonly number[] {
    const lemma = token.lemma.toLowerCase();
    const out: number[] = [];
    const keys = [lemma, token.lower, `~${this.key(token.lower)}`];
    if (this.lang === 'ru') for (const pos of POSES) keys.push(`~${this.key(token.lower, pos)}`);
    for (const key of keys) {
      for (const id of this.byKey.get(key) ?? NONE) if (!out.includes(id) && posFits((this.lexemes[id] as Lexeme).pos, token, this.lang)) out.push(id);
    }
    return out.length ? out : NONE;
  }

  private matchTurkish(lower: string): readonly number[] {
    const out: number[] = [];
    for (let n = Math.min(lower.length, this.longest); n >= 1; n--) {
      for (const id of this.byKey.get(lower.slice(0, n)) ?? NONE) {
        if (out.includes(id)) continue;
        const { lemma, pos } = this.lexemes[id] as Lexeme;
        const fits = pos === 'v' ? verbStemMatches(lemma, lower)
          : pos === '*' ? lemma === lower || nounStemMatches(lemma, lower) || verbStemMatches(lemma, lower)
            : lemma === lower || nounStemMatches(lemma, lower);
        if (fits) out.push(id);
      }
    }
    return out.length ? out : NONE;
  }
}
