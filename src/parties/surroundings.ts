/** Which state a stretch of text is about, for titles that name none. */
import type { PartyCode } from '../story/facts.ts';
import type { Phrase, Scene } from './phrase.ts';

/** Words about where the action is: nation names by word index, datelines by paragraph. */
export class Surroundings {
  private readonly marks: { word: number; paragraph: number; code: PartyCode; weight: number }[] = [];
  private readonly datelines = new Map<number, PartyCode>();
  private readonly usual: PartyCode | undefined;
  /** The text names one state only. */
  readonly single: boolean;
  private readonly scene: Scene;

  constructor(scene: Scene, phrases: readonly Phrase[]) {
    this.scene = scene;
    const owners = new Set(phrases.flatMap((p) => p.owners));
    const counts = new Map<PartyCode, number>();
    for (const item of scene.items) {
      const { party } = item;
      if (!party || !scene.lexicon.isState(party.code) || scene.nameOver[item.first]) continue;
      const word = scene.words[item.first];
      const paragraph = scene.doc.sentences[word.sentence]?.paragraph ?? 0;
      const opens = word.opens && word.sentence === this.firstSentence(paragraph);
      const next = scene.words[item.last];
      if (opens && (party.sort === 'capital' || party.sort === 'place') && word.cap === 2 && next && !next.word) this.datelines.set(paragraph, party.code);
      this.marks.push({ word: item.first, paragraph, code: party.code, weight: owners.has(item) ? 2 : party.sort === 'place' ? 0.4 : 1 });
      counts.set(party.code, (counts.get(party.code) ?? 0) + 1);
    }
    this.usual = foremost(counts);
    this.single = counts.size === 1;
  }

  private firstSentence(paragraph: number): number {
    return this.scene.doc.sentences.findIndex((s) => s.paragraph === paragraph);
  }

  /** The state a sentence begins with, for "recalled its ambassador to Bogota, X"; the nearest one for "recalled ambassador X". */
  of(list: readonly Phrase[]): PartyCode | undefined {
    const phrase = list.find((p) => p.cls === 'office' && (p.article === 'poss' || this.recalled(p)));
    if (!phrase) return undefined;
    const { sentence } = this.scene.words[phrase.first];
    const fits = (m: { word: number; weight: number }): boolean => m.weight >= 1 && m.word < phrase.first && this.scene.words[m.word].sentence === sentence;
    return (phrase.article === 'poss' ? this.marks.find(fits) : this.marks.findLast(fits))?.code;
  }

  private recalled(phrase: Phrase): boolean {
    return /^(?:recall|withdrew|withdraw)/.test(this.scene.words[phrase.first - 1]?.key ?? '');
  }

  /** State a word's surroundings are about. */
  at(word: number): PartyCode | undefined {
    const sentence = this.scene.words[Math.min(word, this.scene.words.length - 1)]?.sentence ?? 0;
    const paragraph = this.scene.doc.sentences[sentence]?.paragraph ?? 0;
    const here = new Map<PartyCode, number>(), scores = new Map<PartyCode, number>();
    for (const m of this.marks) {
      if (m.word >= word || m.paragraph !== paragraph) continue;
      const away = sentence - this.scene.words[m.word].sentence;
      scores.set(m.code, (scores.get(m.code) ?? 0) + m.weight / (1 + away));
      // In the sentence at hand the nearest counts most.
      if (away === 0 && m.weight >= 1) here.set(m.code, (here.get(m.code) ?? 0) + m.weight / (2 + word - m.word));
    }
    return foremost(here) ?? this.datelines.get(paragraph) ?? foremost(scores) ?? this.usual;
  }
}

function foremost(scores: ReadonlyMap<PartyCode, number>): PartyCode | undefined {
  return [...scores].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0]?.[0];
}
