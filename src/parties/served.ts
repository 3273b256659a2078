/** Whose an official without a nation is, by whom the text says he serves or what body told before he speaks for. */
import type { PartyCode } from '../story/facts.ts';
import type { Settled } from './company.ts';
import type { NameSpan } from './names.ts';
import type { Phrase, Scene } from './phrase.ts';
import { STAFF, roleClasses } from './role.ts';
import type { RoleClass } from './role.ts';

const DETERMINER = /^(?:the|his|her|then|former)$/;
const REBEL = /\b(?:rebel|guerrilla|insurgent)\b/;
const APPOINTS = /^(?:appointed|appoints|named|nominated|dismissed|sacked|fired)$/;
const HOMELAND = /^(?:country|nation|kingdom|republic|emirate|sultanate)$/;

/** Bodies an official may speak for: in his title, in what was told before of their nation, and how many sentences back that holds. */
const BODIES: readonly { mine: RegExp; told: RegExp; force: boolean; reach: number }[] = [
  { mine: /\b(?:army|military|armed forces|navy|naval|air force|defen[cs]e forces?|general staff|troops)\b/, told: /\b(?:army|military|armed forces|navy|air force|defen[cs]e forces?|general staff)\b/, force: true, reach: 4 },
  { mine: /^(?:(?:lieutenant|major|brigadier|lt|maj|brig)[ -])?(?:general|colonel|brigadier|major|admiral|captain|gen|col)$/, told: /\b(?:army|military|armed forces|navy|air force|defen[cs]e forces?)\b/, force: false, reach: 1 },
  { mine: /\b(?:delegation|negotiating team|negotiation team|panel)\b/, told: /negotiat|\b(?:delegation|team|panel)\b/, force: false, reach: 2 },
  { mine: /\b(?:government|cabinet)\b/, told: /\b(?:government|cabinet)\b/, force: false, reach: 8 },
  { mine: /\b(?:embassy|consulate)\b/, told: /\b(?:embassy|consulate)\b/, force: false, reach: 3 },
  { mine: /\bpolice\b/, told: /\bpolice\b/, force: false, reach: 3 },
  { mine: /\bministry\b/, told: /\b(?:ministry|minister)\b/, force: false, reach: 2 },
];

export class Served {
  private readonly scene: Scene;
  private readonly phrases: readonly Phrase[];
  private readonly settled: Settled;
  private readonly startsAt: ReadonlyMap<number, Phrase>;

  constructor(scene: Scene, phrases: readonly Phrase[], settled: Settled) {
    this.scene = scene;
    this.phrases = phrases;
    this.settled = settled;
    this.startsAt = new Map(phrases.map((p) => [p.first, p]));
  }

  /** The party of an official by his titles, none of which names one; undefined where the text does not make it plain. */
  of(list: readonly Phrase[]): PartyCode | undefined {
    for (const phrase of list) {
      if (phrase.cls !== 'office' || phrase.owners.length) continue;
      const code = this.byPerson(phrase) ?? this.byAppointer(phrase) ?? this.byHomeland(phrase) ?? this.byBody(phrase) ?? this.byGroup(phrase);
      if (code) return code;
    }
    return undefined;
  }

  private sentence(word: number): number {
    return this.scene.words[word]?.sentence ?? -1;
  }

  /** "A spokesman for President X", "his adviser", "the president's adviser", "an aide to the prime minister". */
  private byPerson(phrase: Phrase): PartyCode | undefined {
    if (!STAFF.test(phrase.role) && !/^presidential\b/.test(phrase.role)) return undefined;
    const { words, nameAt } = this.scene, { entityOf } = this.settled;
    const at = this.servedAt(phrase);
    if (at !== undefined) {
      const served = this.startsAt.get(at), name = served?.name ?? nameAt.get(at);
      if (served?.owners.length) return served.owners[0]?.party?.code;
      if (name) return entityOf.get(name)?.country;
      if (served) return this.holder(served.role, phrase.first);
    }
    if (phrase.possessorPronoun && /^(?:his|her)$/.test(words[phrase.first - 1]?.key ?? '')) return this.lastPerson(phrase.first);
    return /\b(?:president(?:ial)?|prime minister(?:ial)?)\b/.test(phrase.role) ? this.holder(phrase.role, phrase.first) : undefined;
  }

  /** "Putin appointed X as deputy minister": of the side of who appoints. */
  private byAppointer(phrase: Phrase): PartyCode | undefined {
    const { words } = this.scene, sentence = this.sentence(phrase.first);
    for (let k = phrase.first - 1; k > 0 && words[k].sentence === sentence; k--) {
      if (!APPOINTS.test(words[k].key)) continue;
      const who = this.settled.names.find((n) => n.last === k || (n.last === k - 1 && words[k - 1].key === 'has'));
      return who && this.settled.entityOf.get(who)?.country;
    }
    return undefined;
  }

  /** Where whoever an official serves is told behind his title; undefined where nobody is. */
  private servedAt(phrase: Phrase): number | undefined {
    const { words } = this.scene;
    if (!/^(?:for|to|of)$/.test(words[phrase.last]?.key ?? '')) return undefined;
    let i = phrase.last + 1;
    while (DETERMINER.test(words[i]?.key ?? '')) i++;
    return i;
  }

  /** The name of whom an official serves, where his title tells it. */
  nameServed(phrase: Phrase): NameSpan | undefined {
    const at = STAFF.test(phrase.role) && phrase.cls === 'office' ? this.servedAt(phrase) : undefined;
    return at === undefined ? undefined : this.startsAt.get(at)?.name ?? this.scene.nameAt.get(at);
  }

  /** The last person before a word, in its sentence or the one before. */
  private lastPerson(word: number): PartyCode | undefined {
    const before = this.before(word).findLast((n) => this.settled.entityOf.has(n));
    return before && this.sentence(word) - this.sentence(before.first) <= 1 ? this.settled.entityOf.get(before)?.country : undefined;
  }

  private before(word: number): readonly NameSpan[] {
    return this.settled.names.filter((n) => n.first < word);
  }

  /** The president or prime minister told before: the one of the last two sentences, or the only one of the text so far. */
  private holder(role: string, word: number): PartyCode | undefined {
    const cls: RoleClass = /\bpresident/.test(role) ? 'president' : 'premier';
    if (!roleClasses(role).has(cls) && !/\b(?:president|prime minister)/.test(role)) return undefined;
    const near = new Set<PartyCode>(), all = new Set<PartyCode>();
    for (const name of this.before(word)) {
      const entity = this.settled.entityOf.get(name);
      const code = entity?.country, held = entity?.role;
      if (!code || code === 'UNKNOWN' || !held || /^former/.test(held) || !roleClasses(held).has(cls) || roleClasses(held).has('adviser') || roleClasses(held).has('spokes')) continue;
      all.add(code);
      if (this.sentence(word) - this.sentence(name.first) <= 1) near.add(code);
    }
    const [only] = near.size === 1 ? near : all.size === 1 ? all : [];
    return only;
  }

  /** "The country's foreign minister": the one state its sentence has named, or else the one before it. */
  private byHomeland(phrase: Phrase): PartyCode | undefined {
    const before = this.scene.words[phrase.first - 1];
    if (!before || before.ending !== 's' || !HOMELAND.test(before.key)) return undefined;
    for (let back = 0; back <= 1; back++) {
      const codes = new Set<PartyCode>();
      for (const { first, party } of this.scene.items) {
        if (party && first < phrase.first && this.sentence(phrase.first) - this.sentence(first) === back && this.scene.lexicon.isState(party.code) && !this.scene.nameOver[first]) codes.add(party.code);
      }
      const [only] = codes;
      if (codes.size) return codes.size === 1 ? only : undefined;
    }
    return undefined;
  }

  /** "The army spokesman" after "the Thai army", where no other army has been told of. */
  private byBody(phrase: Phrase): PartyCode | undefined {
    const body = BODIES.find((b) => b.mine.test(phrase.role));
    if (!body) return undefined;
    const codes = new Set<PartyCode>();
    for (const other of this.phrases) {
      if (other.first >= phrase.first) break;
      if (this.sentence(phrase.first) - this.sentence(other.first) > body.reach) continue;
      const told = body.told.test(other.role), force = body.force && other.cls === 'force';
      if (told || force) for (const { party } of other.owners) if (party && (told || this.scene.lexicon.isState(party.code))) codes.add(party.code);
    }
    const [only] = codes;
    return codes.size === 1 ? only : undefined;
  }

  /** "The rebel spokesman", where one armed group is spoken of. */
  private byGroup(phrase: Phrase): PartyCode | undefined {
    const before = this.scene.words[phrase.first - 1];
    if (!REBEL.test(phrase.role) && !(before?.ending === 's' && /^(?:rebels|guerrillas|insurgents|militants|group|movement)$/.test(before.key))) return undefined;
    const codes = new Set<PartyCode>();
    for (const { party } of this.scene.items) if (party && this.scene.lexicon.kindOf(party.code) === 'group') codes.add(party.code);
    const [only] = codes;
    return codes.size === 1 ? only : undefined;
  }
}
