/** One document with all that the coder has found in it before it looks for facts. */
import type { Doc } from '../language/doc.ts';
import type { Mention, Parties } from '../parties/mention.ts';
import type { Story } from '../story/story.ts';
import type { Speech } from './attribution/types.ts';
import type { DateMention } from './dates/types.ts';
import type { Cue } from './cues.ts';
import type { Trigger } from './triggers.ts';

export interface Scene {
  story: Story;
  doc: Doc;
  parties: Parties;
  /** Parties named in the headline. */
  titleParties: string[];
  speeches: Speech[];
  dates: DateMention[];
  /** The date that belongs to a trigger's clause. */
  dateOf: (token: number) => DateMention | undefined;
  /** Words of certainty, by sentence. */
  cues: Cue[][];
  triggers: Trigger[];
  /** Mentions by sentence, in text order. */
  bySentence: Mention[][];
  /** By sentence, in text order: the known parties that the mentions stand for. */
  acting: Acting[][];
  spoken: Spoken[];
  /** How often each party is mentioned. */
  frequency: Map<string, number>;
  /** The parties mentioned most, best first. */
  topics: string[];
  /** By token: the speeches whose words it stands in, in the order of `speeches`. */
  covering: (readonly Speech[])[];
}

/** Where an argument comes from: the trigger's own sentence, the talk around it, or the source's own people (a domestic act). */
export type Origin = 'here' | 'before' | 'topic' | 'domestic';

/** One party that may fill a role of a trigger. */
export interface Argument {
  party: string;
  person?: string;
  mention?: Mention;
  origin: Origin;
  /** Sentences since its party was last mentioned; 0 for `here`. */
  age: number;
  /** It was the subject (first mention) of the sentence before. */
  wasSubject: boolean;
  /** It speaks the words that the trigger stands in. */
  speaks: boolean;
}

/** Most arguments from outside the sentence that are weighed. */
const OUTSIDE = 5;

/** The same answers, each looked for once. */
const remembered = (dateOf: Scene['dateOf']): Scene['dateOf'] => {
  const known = new Map<number, DateMention | undefined>();
  return (token) => {
    if (!known.has(token)) known.set(token, dateOf(token));
    return known.get(token);
  };
};

/** Most parties that a story's talk is taken to be about. */
const TOPICS = 3;

const NONE: readonly Speech[] = [];

/** Which speeches cover each token. */
const coveringOf = ({ tokens }: Doc, speeches: readonly Speech[]): (readonly Speech[])[] => {
  const covering = new Array<readonly Speech[]>(tokens.length).fill(NONE);
  for (const speech of speeches) {
    // neighbours that stood in the same speeches so far share one list
    let before = NONE, after: readonly Speech[] = [speech];
    for (const { first, last } of speech.covers) {
      for (let k = first; k < last; k++) {
        const known = covering[k] as readonly Speech[];
        if (known.at(-1) === speech) continue;
        if (known !== before) [before, after] = [known, [...known, speech]];
        covering[k] = after;
      }
    }
  }
  return covering;
};

export const makeScene = (parts: Omit<Scene, 'bySentence' | 'acting' | 'spoken' | 'frequency' | 'topics' | 'covering'>): Scene => {
  const { story, doc, parties, titleParties, speeches, dates, cues, triggers } = parts;
  const bySentence: Mention[][] = doc.sentences.map(() => []);
  const frequency = new Map<string, number>();
  for (const m of parties.mentions) {
    bySentence[m.sentence]?.push(m);
    for (const p of m.parties) if (p !== 'UNKNOWN') frequency.set(p, (frequency.get(p) ?? 0) + 1);
  }
  const topics = [...frequency].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, TOPICS).map((x) => x[0]);
  const acting = bySentence.map((mentions) => mentions.flatMap((m, k) => actingOf(m, k === 0))), spoken = spokenIn(doc, speeches);
  return { story, doc, parties, titleParties, speeches, dates, dateOf: remembered(parts.dateOf), cues, triggers, bySentence, acting, spoken, frequency, topics, covering: coveringOf(doc, speeches) };
};

/** A known party that a mention stands for. */
interface Acting {
  party: string;
  person: string | undefined;
  mention: Mention;
  /** The mention is its sentence's first. */
  first: boolean;
}

const actingOf = (mention: Mention, first: boolean): Acting[] => mention.parties.filter((p) => p !== 'UNKNOWN').map((party, k) => (
  { party, person: mention.persons?.[k] ?? (mention.parties.length === 1 ? mention.person : undefined), mention, first }
));

/** Somebody's own words, and the sentences they reach over. */
interface Spoken {
  speaker: Acting[];
  /** Where the speaker is named. */
  sentence: number;
  from: number;
  to: number;
}

const spokenIn = ({ tokens }: Doc, speeches: readonly Speech[]): Spoken[] => speeches.flatMap(({ kind, speaker, covers }) => {
  if (kind !== 'direct' || !speaker) return [];
  const acting = actingOf(speaker, true);
  return covers.map((c) => ({ speaker: acting, sentence: speaker.sentence, from: tokens[c.first]?.sentence ?? -1, to: tokens[c.last - 1]?.sentence ?? -1 }));
});

/** Sentences before the one at hand whose parties may take part in what it tells. */
const BACK = 3;

/** All parties that may take part in what a sentence tells: those it names, then those the talk is about. */
export const argumentsOf = (scene: Scene, sentence: number): Argument[] => {
  const out: Argument[] = [], here = new Set<string>(), outside = new Map<string, Argument>();
  for (const { party, person, mention } of scene.acting[sentence] ?? []) {
    here.add(party);
    out.push({ party, person, mention, origin: 'here', age: 0, wasSubject: false, speaks: false });
  }
  const paragraph = scene.doc.sentences[sentence]?.paragraph;
  for (let s = sentence - 1; s >= Math.max(0, sentence - BACK); s--) {
    const age = sentence - s + (scene.doc.sentences[s]?.paragraph === paragraph ? 0 : 1);
    for (const { party, person, mention, first } of scene.acting[s] ?? []) {
      if (!here.has(party) && !outside.has(party)) outside.set(party, { party, person, mention, origin: 'before', age, wasSubject: first, speaks: false });
    }
  }
  for (const { speaker, sentence: named, from, to } of scene.spoken) {
    if (from !== sentence && !(from < sentence && to >= sentence)) continue;
    for (const { party, person, mention } of speaker) {
      if (!here.has(party)) outside.set(party, { party, person, mention, origin: 'before', age: Math.abs(sentence - named), wasSubject: true, speaks: true });
    }
  }
  for (const party of [...scene.topics, ...scene.titleParties]) {
    if (!here.has(party) && !outside.has(party)) outside.set(party, { party, person: undefined, mention: undefined, origin: 'topic', age: 9, wasSubject: false, speaks: false });
  }
  const ranked = [...outside.values()].sort((a, b) => Number(b.speaks) - Number(a.speaks) || a.age - b.age || Number(b.wasSubject) - Number(a.wasSubject) || (scene.frequency.get(b.party) ?? 0) - (scene.frequency.get(a.party) ?? 0) || (a.party < b.party ? -1 : 1));
  return [...out, ...ranked.slice(0, OUTSIDE)];
};

/** Speech whose frame stands farther off than this, in sentences, is not taken for a token's. */
const SPOKEN = 40;

/** The first speech that a token stands in. */
export const speechAt = (scene: Scene, token: number, sentence: number): Speech | undefined => {
  for (const s of scene.covering[token] ?? NONE) if (Math.abs(s.sentence - sentence) <= SPOKEN) return s;
  return undefined;
};
