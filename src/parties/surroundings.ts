/** Which state a stretch of text is about, for titles that name none. */
import type { PartyCode } from '../story/facts.ts';
import { partyOn } from './people.ts';
import type { Home } from './outlets.ts';
import type { Phrase, Scene } from './phrase.ts';
import { scan } from './scan.ts';
import { splitWords } from './words.ts';

/** Whoever has an envoy or a colleague here is another state than the one whose surroundings these are. */
const ENVOY = /ambassador|envoy|consul|chargé|charge|diplomat|counterpart|büyükelçi|elçi|temsilci|maslahatgüzar|konsolos|diplomat|mevkidaş|muhatab|посол|посл|посланник|консул|поверенн|дипломат|коллег/;
/** A state named so many times as often as any other is what a text is about. */
const CLEAR = 2;
/** Share of a mark that stands for such a state. */
const ABROAD = 0.3;

/** Bodies of one state that others have under the same name. */
const SHARED = /^(?:Department of|Justice Department|Treasury Department|Defense Department|Commerce Department|Congress$|Senate$|House of|Supreme Court$|National Security Council$|Foreign Office$|Home Office$|Ministry of Defence$|MoD$|Federal Reserve)/;

/** Whether a body's name stands for that of other states as well ("the Senate"), so that it alone tells no state. */
export const isShared = (name: string): boolean => SHARED.test(name);

/** Where other states' officials meet: a report sent from there is not about the host's. */
const CONFERENCES = /^(?:vienna|geneva|new|hague|davos|munich|viyana|cenevre|lahey|münih|вена|женева|гаага|давос|мюнхен)$/;

/** Who is met is of another side. */
const MEETING = /^(?:met|meets|meeting|received|receives|hosted|welcomed|telephoned|phoned|visited)$/;

const HEADLINE = /^(?:warns?|says?|accuses?|denies|deny|rejects?|urges?|condemns?|slams?|vows?|summons|recalls?|protests?|threatens?|demands?|claims?|blames?|welcomes?|calls|asks|announces|confirms)$/;

/** The state that speaks in a headline: its first word or words, before a verb of speech. */
function speakerOf({ lexicon }: Scene, title: string): PartyCode | undefined {
  const words = splitWords(title, 'en');
  const item = scan(lexicon, words).find((i) => i.first === 0);
  return item?.party?.sort === 'name' && lexicon.isState(item.party.code) && HEADLINE.test(words[item.last]?.key ?? '') ? item.party.code : undefined;
}

/** Words about where the action is: nation names by word index, datelines by paragraph. */
export class Surroundings {
  private readonly marks: { word: number; paragraph: number; code: PartyCode; weight: number; company: boolean }[] = [];
  /** Known people by their full names. */
  private readonly actors: { word: number; code: PartyCode }[] = [];
  /** States that stand in the text by name, adjective, capital or seat, not by a body alone. */
  private readonly named = new Set<PartyCode>();
  private readonly datelines = new Map<number, PartyCode>();
  /** The state that the headline lets speak ("Chad accuses Sudan"). */
  private readonly speaker: PartyCode | undefined;
  private readonly usual: PartyCode | undefined;
  /** The text names one state only. */
  readonly single: boolean;
  /** It names one state far more than any other. */
  private readonly plain: boolean;
  private readonly scene: Scene;
  private readonly home: PartyCode | undefined;

  /**
   * @param date the story's, for the states that known people acted for
   * @param home the state that the outlet writes from
   * @param title the headline
   */
  constructor(scene: Scene, phrases: readonly Phrase[], date: string, home?: Home, title = '') {
    this.scene = scene;
    this.speaker = scene.doc.lang === 'en' && title ? speakerOf(scene, title) : undefined;
    const owners = new Set(phrases.flatMap((p) => p.owners)), abroad = new Set(phrases.filter((p) => ENVOY.test(p.role)).flatMap((p) => p.owners));
    const counts = new Map<PartyCode, number>();
    const english = scene.doc.lang === 'en';
    if (english) for (const { first, party } of scene.items) if (party && party.sort !== 'body' && !scene.nameOver[first]) this.named.add(party.code);
    for (const item of scene.items) {
      const { party } = item;
      if (!party || !scene.lexicon.isState(party.code) || scene.nameOver[item.first]) continue;
      const word = scene.words[item.first];
      if (english && party.sort === 'body' && isShared(party.name) && !this.named.has(party.code)) continue;
      const paragraph = scene.doc.sentences[word.sentence]?.paragraph ?? 0;
      const opens = word.opens && word.sentence === this.firstSentence(paragraph);
      const next = scene.words[item.last];
      // "NAIROBI, May 3 -", "Nairobi (KNA) -"
      const dateline = opens && (party.sort === 'capital' || party.sort === 'place') && next && !next.word && (word.cap === 2 || (paragraph === 0 && next.key === '(' && scene.words[item.last + 2]?.key === ')'));
      if (dateline && !CONFERENCES.test(word.key)) this.datelines.set(paragraph, party.code);
      this.marks.push({ word: item.first, paragraph, code: party.code, weight: abroad.has(item) ? ABROAD : owners.has(item) ? 2 : party.sort === 'place' ? 0.4 : 1, company: party.sort === 'company' });
      counts.set(party.code, (counts.get(party.code) ?? 0) + (abroad.has(item) ? ABROAD : 1));
    }
    for (const name of scene.nameAt.values()) {
      const [person] = name.full;
      if (person) this.actors.push({ word: name.first, code: partyOn(person, date) });
    }
    this.home = home && (home.always || counts.size === 0 || this.marks.some((m) => m.code === home.code && !m.company)) ? home.code : undefined;
    this.usual = foremost(counts);
    this.single = counts.size === 1;
    this.plain = this.usual !== undefined && (counts.get(this.usual) ?? 0) >= 1 && [...counts].every(([code, n]) => code === this.usual || n * CLEAR <= (counts.get(this.usual ?? '') ?? 0));
  }

  /** Whether a state is named otherwise than by one of its bodies; one whose people act here counts. */
  names(code: PartyCode): boolean {
    return this.named.has(code) || this.actors.some((a) => a.code === code);
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
    const state = (phrase.article === 'poss' ? this.marks.find(fits) : this.marks.findLast(fits))?.code;
    if (state || phrase.article !== 'poss') return state;
    // "The IMF delegation, led by its deputy director X"
    return this.scene.items.find(({ first, party }) => party && first < phrase.first && this.scene.words[first].sentence === sentence && this.scene.lexicon.kindOf(party.code) === 'org' && !this.scene.nameOver[first])?.party?.code;
  }

  private recalled(phrase: Phrase): boolean {
    return /^(?:recall|withdrew|withdraw)/.test(this.scene.words[phrase.first - 1]?.key ?? '');
  }

  /**
   * The state whose office a title or body without a nation is, where the text makes it plain: the only one its
   * sentence has named, that of the dateline, the one that the outlet writes from, or the one that the text is about. Nothing where it would be a guess.
   *
   * @param named whether the title is a named person's, which a sentence of two states leaves open
   */
  plainly(word: number, named = false): PartyCode | undefined {
    const { sentence } = this.scene.words[Math.min(word, this.scene.words.length - 1)] ?? { sentence: 0 };
    const hosts = this.hosts(word, sentence);
    if (hosts) return hosts;
    const here = this.marks.filter((m) => m.word < word && this.scene.words[m.word]?.sentence === sentence);
    const opener = here[0];
    const others = this.actors.filter((a) => a.word < word && this.scene.words[a.word]?.sentence === sentence);
    if (opener && opener.weight >= 1 && !this.met(opener.word, word) && [...here, ...others].every((m) => m.code === opener.code)) return opener.code;
    // "The South African president will chart a way for Zimbabwe, Minister X said": of whichever
    const last = here.findLast((m) => m.weight >= 1);
    if (named && this.scene.doc.lang === 'en' && last && last.code !== this.seat(word) && new Set(here.map((m) => m.code)).size > 1) return undefined;
    return this.seat(word) ?? this.speaker ?? (this.plain ? this.usual : undefined);
  }

  /** Whether a meeting stands between two words: "the Kyrgyz envoy met the chairman of ...". */
  private met(from: number, to: number): boolean {
    return this.scene.doc.lang === 'en' && this.scene.words.slice(from, to).some((w) => MEETING.test(w.key));
  }

  /** "Talks in Tripoli with Premier X and Foreign Minister Y": those met in a capital are of that state. */
  private hosts(word: number, sentence: number): PartyCode | undefined {
    const { words, itemAt, nameOver } = this.scene;
    for (let k = word - 1, steps = 0; k > 1 && words[k]?.sentence === sentence && steps < 16; k--, steps++) {
      if (words[k].key !== 'with') continue;
      const item = itemAt[k - 1];
      return item?.last === k && item.party?.sort === 'capital' && words[item.first - 1]?.key === 'in' && !nameOver[item.first] && !CONFERENCES.test(words[item.first].key) && this.scene.lexicon.isState(item.party.code) ? item.party.code : undefined;
    }
    return undefined;
  }

  /** The state whose government a story takes for granted: that of the dateline, or the one that the outlet writes from. */
  seat(word: number): PartyCode | undefined {
    const { sentence } = this.scene.words[Math.min(word, this.scene.words.length - 1)] ?? { sentence: 0 };
    return this.datelines.get(this.scene.doc.sentences[sentence]?.paragraph ?? 0) ?? this.datelines.get(0) ?? this.home;
  }
}

function foremost(scores: ReadonlyMap<PartyCode, number>): PartyCode | undefined {
  return [...scores].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0]?.[0];
}
