/** Claims: what somebody says about the state of things, told from speech that only reports acts. */
import type { Sentence, Token } from '../language/doc.ts';
import { CLAIM_KINDS } from '../story/facts.ts';
import type { ClaimKind } from '../story/facts.ts';
import type { Speech } from './attribution/types.ts';
import { CUE_CATEGORIES } from './cues.ts';
import type { Scene } from './scene.ts';
import { verbFeature } from './tense.ts';

export interface ClaimCandidate {
  sentence: number;
  speech: Speech;
  /** Covered tokens inside the sentence. */
  first: number;
  last: number;
  about: string[];
  row: Float32Array;
}

const SPEECH_KINDS = ['direct', 'indirect', 'according', 'evidential'] as const;
const STANCES = ['assert', 'deny', 'confirm', 'ask', 'think', 'hope', 'warn', 'promise'] as const;

export const CLAIM_FEATURES: string[] = [
  'lang tr', 'lang en', 'lang ru', ...SPEECH_KINDS.map((k) => `speech ${k}`), ...STANCES.map((s) => `stance ${s}`),
  ...CUE_CATEGORIES.map((c) => `cue ${c} covered`), ...CUE_CATEGORIES.map((c) => `cue ${c} in sentence`),
  'speaker is person', 'speaker is outsider', 'speaker unnamed', 'speaker resolved', 'starts here', 'covered tokens', 'share of sentence', 'parties covered', 'parties in sentence',
  'facts covered', 'facts in sentence', 'facts of speech', 'best fact', 'past verbs', 'present verbs', 'future verbs', 'conditional verbs', 'infinitives', 'adjectives', 'nominal root', 'negations', 'question', 'first person',
  'speeches here', 'nested', 'sentence position', 'numbers', 'quoted',
];

/** A fact already coded, as claims see it. */
export interface CodedAct {
  sentence: number;
  token: number;
  confidence: number;
  /** The act's own speech, e.g. a demand: its speaker. */
  ownSpeech: boolean;
}

const FIRST_PERSON = /^(?:i|we|our|us|my|biz|bizim|bize|ben|я|мы|наш\S*|нам|нас|мне|меня)$/;

/** Every stretch of reported speech, cut by sentence, with its features. */
export const claimCandidates = (scene: Scene, acts: readonly CodedAct[]): ClaimCandidate[] => {
  const { doc } = scene, out: ClaimCandidate[] = [];
  const bySentence = new Map<number, { speech: Speech; first: number; last: number }[]>();
  for (const speech of scene.speeches) {
    for (const c of speech.covers) {
      for (let i = doc.tokens[c.first]?.sentence ?? doc.sentences.length; (doc.sentences[i]?.first ?? c.last) < c.last; i++) {
        const s = doc.sentences[i] as Sentence;
        const piece = { speech, first: Math.max(s.first, c.first), last: Math.min(s.last, c.last) };
        const list = bySentence.get(s.i) ?? [];
        const same = list.find((p) => p.speech === speech);
        if (same) {
          same.first = Math.min(same.first, piece.first);
          same.last = Math.max(same.last, piece.last);
        } else list.push(piece);
        bySentence.set(s.i, list);
      }
    }
  }
  for (const [sentence, pieces] of [...bySentence].sort((a, b) => a[0] - b[0])) {
    const s = doc.sentences[sentence] as Scene['doc']['sentences'][number];
    const cues = scene.cues[sentence] ?? [];
    for (const { speech, first, last } of pieces) {
      const row = new Float32Array(CLAIM_FEATURES.length);
      let k = 0;
      row[k++] = doc.lang === 'tr' ? 1 : 0;
      row[k++] = doc.lang === 'en' ? 1 : 0;
      row[k++] = doc.lang === 'ru' ? 1 : 0;
      for (const x of SPEECH_KINDS) row[k++] = speech.kind === x ? 1 : 0;
      for (const x of STANCES) row[k++] = speech.stance === x ? 1 : 0;
      for (const x of CUE_CATEGORIES) row[k++] = cues.some((c) => c.category === x && c.first >= first && c.last <= last) ? 1 : 0;
      for (const x of CUE_CATEGORIES) row[k++] = cues.some((c) => c.category === x) ? 1 : 0;
      row[k++] = speech.speaker?.person ? 1 : 0;
      row[k++] = speech.speaker?.outsider ? 1 : 0;
      row[k++] = speech.name === 'unnamed' ? 1 : 0;
      row[k++] = speech.speaker ? 1 : 0;
      row[k++] = speech.sentence === sentence ? 1 : 0;
      row[k++] = last - first;
      row[k++] = (last - first) / (s.last - s.first);
      const mentions = scene.bySentence[sentence] ?? [];
      const parties = (list: typeof mentions) => [...new Set(list.flatMap((m) => m.parties).filter((p) => p !== 'UNKNOWN'))];
      const about = parties(mentions.filter((m) => m.head >= first && m.head < last));
      row[k++] = about.length;
      row[k++] = parties(mentions).length;
      const here = acts.filter((a) => a.sentence === sentence);
      const covered = here.filter((a) => a.token >= first && a.token < last);
      row[k++] = covered.length;
      row[k++] = here.length;
      row[k++] = here.filter((a) => a.ownSpeech).length;
      row[k++] = covered.reduce((x, a) => Math.max(x, a.confidence), 0);
      let past = 0, present = 0, future = 0, conditional = 0, infinitive = 0, adjectives = 0, negations = 0, question = 0, firstPerson = 0, numbers = 0, nominal = 0;
      for (let x = first; x < last; x++) {
        const t = doc.tokens[x] as Token;
        if (t.upos === 'VERB' || t.upos === 'AUX') {
          const tense = verbFeature(t, doc.lang, 'Tense');
          if (tense === 'Past') past++;
          else if (tense === 'Pres') present++;
          else if (tense === 'Fut' || t.lower === 'will') future++;
          if (t.feat('Mood') === 'Cnd' || t.lower === 'would') conditional++;
          if (t.feat('VerbForm') === 'Inf') infinitive++;
          if (t.feat('Person') === '1') firstPerson++;
        }
        if (t.upos === 'ADJ') adjectives++;
        if (t.upos === 'NUM') numbers++;
        if (t.feat('Polarity') === 'Neg') negations++;
        if (t.form === '?') question = 1;
        if (FIRST_PERSON.test(t.lower)) firstPerson++;
        if (t.deprel === 'root' && t.upos !== 'VERB') nominal = 1;
      }
      for (const v of [past, present, future, conditional, infinitive, adjectives, nominal, negations, question, firstPerson]) row[k++] = v;
      row[k++] = pieces.length;
      row[k++] = pieces.some((p) => p.speech !== speech && p.first <= first && p.last >= last) ? 1 : 0;
      row[k++] = sentence;
      row[k++] = numbers;
      row[k++] = speech.kind === 'direct' ? 1 : 0;
      const speakers = speech.speaker ? parties([speech.speaker]) : [];
      out.push({ sentence, speech, first, last, about: about.length ? about : parties(mentions).length ? parties(mentions) : speakers, row });
    }
  }
  return out;
};

/** The likeliest kind, by one score a kind in the order of `CLAIM_KINDS`; the first of two as likely. */
export const bestKind = (scores: readonly number[]): ClaimKind => {
  let best = 0;
  for (let k = 1; k < CLAIM_KINDS.length; k++) if ((scores[k] as number) > (scores[best] as number)) best = k;
  return CLAIM_KINDS[best] as ClaimKind;
};
