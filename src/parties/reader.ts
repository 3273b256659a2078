/** Walks a text from left to right and says of each name, office, adjective and pronoun which party it means. */
import type { Token } from '../language/doc.ts';
import type { PartyCode } from '../story/facts.ts';
import type { Entity } from './entities.ts';
import type { Found } from './introduce.ts';
import type { PartyEntry } from './lexicon.ts';
import type { Mention, MentionKind, ResolveContext } from './mention.ts';
import type { NameSpan } from './names.ts';
import type { Phrase, Scene } from './phrase.ts';
import { has } from './phrase.ts';
import { englishBody } from './phrase-en.ts';
import { russianBody } from './phrase-ru.ts';
import { turkishBody } from './phrase-tr.ts';
import { Salience } from './salience.ts';
import type { Trace } from './salience.ts';
import type { Item } from './scan.ts';
import { readTitle } from './title.ts';
import { isModifier, isVenue } from './position.ts';
import { resolveNominal } from './nominal.ts';
import { resolvePronoun } from './pronoun.ts';
import { resolveOffice } from './office.ts';

/** What a reader has decided about one stretch of text. */
export interface Reading {
  kind: MentionKind;
  codes: PartyCode[];
  entity?: Entity;
  entities?: (Entity | undefined)[];
  confidence: number;
  outsider?: boolean;
  body?: string;
  plural?: boolean;
}

export class Reader {
  readonly scene: Scene;
  readonly found: Found;
  readonly salience = new Salience();
  readonly context: ResolveContext;
  private readonly phrases: ReadonlyMap<number, Phrase>;
  private readonly mentions: Mention[] = [];
  /** Bodies told with their nation, in text order. */
  private readonly bodies: { role: string; code: PartyCode; sentence: number }[] = [];

  constructor(scene: Scene, phrases: readonly Phrase[], found: Found, context: ResolveContext) {
    this.scene = scene;
    this.found = found;
    this.context = context;
    this.phrases = new Map(phrases.map((p) => [p.first, p]));
  }

  read(): Mention[] {
    readTitle(this);
    const { words } = this.scene;
    for (let i = 0; i < words.length;) i = this.step(i);
    return this.mentions;
  }

  private step(i: number): number {
    const phrase = this.phrases.get(i);
    if (phrase) {
      this.phrase(phrase);
      return Math.max(phrase.last, i + 1);
    }
    const name = this.scene.nameAt.get(i);
    if (name) {
      const entity = this.found.entityOf.get(name);
      if (entity) this.person(name, entity);
      return name.last;
    }
    const item = this.scene.nameOver[i] ? undefined : this.scene.itemAt[i];
    if (!item || item.first !== i) return i + 1;
    if (item.party) return this.party(item, item.party);
    const reading = resolveNominal(this, item) ?? resolvePronoun(this, item);
    if (reading) this.emit(item.first, item.last, item.last - 1, reading);
    return item.last;
  }

  private phrase(phrase: Phrase): void {
    const name = phrase.name ?? this.found.appositive.get(phrase);
    const entity = name && this.found.entityOf.get(name);
    let reading: Reading | undefined;
    if (entity && phrase.name) {
      reading = { kind: 'person', codes: [entity.country ?? 'UNKNOWN'], entity, confidence: 0.95, outsider: entity.outsider };
    } else if (entity) {
      reading = { kind: 'office', codes: [entity.country ?? 'UNKNOWN'], entity, confidence: 0.9, outsider: entity.outsider };
    } else {
      reading = resolveOffice(this, phrase);
    }
    const mention = reading && this.emit(phrase.first, phrase.last, phrase.head, reading);
    const [code] = reading?.codes ?? [];
    if (phrase.cls === 'body' && phrase.owners.length === 1 && code) this.bodies.push({ role: phrase.role, code, sentence: this.scene.words[phrase.first].sentence });
    if (!reading) {
      for (const item of [...phrase.owners, ...phrase.objects]) if (item.party) this.party(item, item.party);
      return;
    }
    for (const item of phrase.objects) if (item.party) this.nested(item, item.party, mention);
  }

  private person(name: NameSpan, entity: Entity): void {
    this.emit(name.first, name.last, name.last - 1, {
      kind: 'person', codes: [entity.country ?? 'UNKNOWN'], entity, confidence: entity.country ? 0.9 : 0.4, outsider: entity.outsider,
    });
  }

  /** A party by name or adjective, alone or joined by hyphens to others. */
  private party(item: Item, party: PartyEntry): number {
    const joined: Item[] = [item];
    let end = item.last;
    while (this.scene.words[end]?.glued && this.scene.itemAt[end]?.party && this.scene.itemAt[end]!.first === end) {
      joined.push(this.scene.itemAt[end]!);
      end = this.scene.itemAt[end]!.last;
    }
    const sameToken = joined.length > 1 && this.scene.words[item.first].token === this.scene.words[end - 1].token;
    if (joined.length > 1 && (sameToken || this.scene.doc.lang !== 'en')) {
      const codes = [...new Set(joined.map((j) => j.party!.code))];
      this.emit(item.first, end, end - 1, { kind: codes.length > 1 ? 'group' : 'adjective', codes, confidence: 0.8 });
      return end;
    }
    this.emit(item.first, item.last, item.last - 1, this.partyReading(item, party));
    return item.last;
  }

  private partyReading(item: Item, party: PartyEntry): Reading {
    const modifier = party.sort === 'adjective' ? !this.standsAlone(item) : isModifier(this.scene, item);
    let confidence = party.sort === 'place' ? 0.3 : party.sort === 'bloc' ? 0.7 : 0.9;
    if (isVenue(this.scene, item) && party.sort !== 'group') confidence = Math.min(confidence, party.sort === 'capital' || party.sort === 'place' ? 0.3 : 0.5);
    if (modifier) confidence = Math.min(confidence, 0.7);
    const speaks = party.sort === 'body' || party.sort === 'company' || party.sort === 'seat';
    return { kind: modifier ? 'adjective' : 'party', codes: [party.code], confidence, body: speaks ? this.surface(item, party) : undefined };
  }

  private surface(item: Item, party: PartyEntry): string {
    const { words, doc } = this.scene;
    if (doc.lang === 'ru') {
      const shown = doc.text.slice(words[item.first].start, words[item.last - 1].end);
      return shown === shown.toUpperCase() ? shown : party.name;
    }
    const last = words[item.last - 1];
    const cut = doc.lang === 'tr' && !last.ending ? item.suffix.length : 0;
    return doc.text.slice(words[item.first].start, last.end - cut);
  }

  /** An adjective with no noun after it ("the French said", "Rus'un"). */
  private standsAlone(item: Item): boolean {
    const { words, doc } = this.scene;
    if (doc.lang === 'tr') return item.suffix !== '' || words[item.last - 1].ending !== '';
    if (doc.lang === 'ru') return false;
    const next = words[item.last];
    if (/s$/.test(words[item.last - 1].key) && !/(?:ss|ese)$/.test(words[item.last - 1].key)) return true;
    if (words[item.first - 1]?.key !== 'the' && words[item.last - 1].ending !== 's') return false;
    if (!next?.word) return true;
    const token = doc.tokens[next.token];
    return token.upos === 'VERB' || token.upos === 'AUX' || token.upos === 'ADP' || token.upos === 'CCONJ';
  }

  private nested(item: Item, party: PartyEntry, outer: Mention | undefined): void {
    if (outer && outer.parties.includes(party.code)) return;
    this.emit(item.first, item.last, item.last - 1, { kind: 'adjective', codes: [party.code], confidence: 0.4 });
  }

  /** Whose body "the ministry" takes up: the last such told with its nation, a few sentences back at most. */
  bodyBefore(phrase: Phrase): PartyCode | undefined {
    const { sentence } = this.scene.words[phrase.first];
    return this.bodies.findLast((b) => sentence - b.sentence <= 4 && (b.role === phrase.role || b.role.endsWith(` ${phrase.role}`)))?.code;
  }

  bodyOf(phrase: Phrase): string {
    if (this.scene.doc.lang === 'ru') return russianBody(this.scene, phrase);
    return this.scene.doc.lang === 'tr' ? turkishBody(this.scene, phrase) : englishBody(this.scene, phrase);
  }

  private emit(first: number, last: number, head: number, reading: Reading): Mention {
    const { words, doc } = this.scene;
    const from = words[first].token;
    const to = words[last - 1].token + 1;
    const mention: Mention = {
      first: from,
      last: to,
      head: this.headToken(from, to, words[head].token),
      sentence: words[first].sentence,
      kind: reading.kind,
      parties: reading.codes.length ? reading.codes : ['UNKNOWN'],
      confidence: reading.confidence,
    };
    const who = reading.entity;
    if (who) mention.person = fullest(who);
    if (reading.entities?.some((e) => e)) mention.persons = reading.entities.map((e) => e && fullest(e));
    if (reading.body) mention.body = reading.body;
    if (reading.outsider) mention.outsider = true;
    this.mentions.push(mention);
    this.salience.note(this.trace(mention, reading, doc.tokens[mention.head], first));
    return mention;
  }

  private trace(mention: Mention, reading: Reading, token: Token, word: number): Trace {
    const kind = reading.kind === 'party' && reading.confidence < 0.4 ? 'place' : reading.kind === 'pronoun' ? (reading.entity ? 'person' : 'party') : reading.kind;
    const weights = { person: 3, office: 2.5, party: 2, adjective: 0.9, place: 0.4, group: 1.5, people: 1 };
    const venue = reading.kind === 'party' && reading.confidence < 0.6;
    return {
      codes: mention.parties,
      entity: reading.entity,
      word,
      sentence: mention.sentence,
      subject: /^nsubj/.test(token.deprel) && reading.kind !== 'adjective',
      plural: reading.plural ?? false,
      weight: venue ? 0.6 : weights[kind],
      kind,
      outsider: reading.outsider ?? false,
    };
  }

  /** The one token of the span whose head lies outside it; the surface's guess where the tree offers none or several. */
  private headToken(from: number, to: number, guess: number): number {
    const { doc } = this.scene;
    if (doc.lang === 'tr') return guess;
    let only = -1;
    for (let t = from; t < to; t++) {
      const { head, upos } = doc.tokens[t];
      if ((head >= from && head < to) || upos === 'PUNCT') continue;
      if (only >= 0) return guess;
      only = t;
    }
    return only < 0 ? guess : only;
  }

  isStateCode(code: PartyCode): boolean {
    return this.scene.lexicon.isState(code);
  }

  hasNoun(item: Item, cls: Parameters<typeof has>[1]): boolean {
    return has(item, cls);
  }
}

/** A person's fullest name in the text. */
export function fullest(entity: Entity): string {
  let best = entity.names[0];
  let size = 0;
  for (const name of entity.names) {
    const parts = name.split(/[\s-]+/).length;
    if (parts > size) {
      size = parts;
      best = name;
    }
  }
  return best;
}
