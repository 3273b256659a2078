/** Offices, bodies, forces and epithets without a name: whose they are and, where the story tells, who holds them. */
import type { PartyCode } from '../story/facts.ts';
import type { Entity } from './entities.ts';
import type { Phrase } from './phrase.ts';
import type { Reader, Reading } from './reader.ts';
import { roleClasses, roleFit } from './role.ts';

function codesOf(phrase: Phrase): PartyCode[] {
  return [...new Set(phrase.owners.map((o) => o.party!.code))];
}

/** The person of this story whom a title without name means. */
function holder(reader: Reader, phrase: Phrase, code: PartyCode | undefined): Entity | undefined {
  let best: Entity | undefined;
  let top = 0;
  const sentence = reader.scene.words[phrase.first].sentence;
  const recent = new Map<Entity, number>();
  for (const t of reader.salience.back(sentence, 50)) if (t.entity && !recent.has(t.entity)) recent.set(t.entity, sentence - t.sentence);
  for (const entity of reader.found.people.all) {
    if (code !== undefined && entity.country !== code) continue;
    if (!entity.role || entity.outsider !== (phrase.cls === 'outsider')) continue;
    const fit = roleFit(phrase.role, entity.role);
    if (fit === 0 || (fit === 1 && !recent.has(entity))) continue;
    if (/^former/.test(entity.role) !== phrase.former) continue;
    const away = recent.get(entity);
    const score = fit * 2 + (away === undefined ? 0 : 2 - Math.min(away, 10) * 0.15);
    if (score > top) {
      top = score;
      best = entity;
    }
  }
  return best;
}

/** The other side of a meeting: the office of the person just named, held in another state. */
function counterpart(reader: Reader, phrase: Phrase): Reading | undefined {
  const sentence = reader.scene.words[phrase.first].sentence;
  const codes = codesOf(phrase);
  let self: Entity | undefined;
  for (const t of reader.salience.back(sentence, 1)) {
    if (!t.entity || t.outsider) continue;
    if (codes.length && t.entity.country === codes[0]) continue;
    self = t.entity;
    if (t.sentence < sentence || t.subject) break;
  }
  if (codes.length) {
    const person = self?.role && !phrase.plural ? reader.found.people.all.find((e) => e.country === codes[0] && e.role && !e.outsider && roleFit(self.role!, e.role) > 0) : undefined;
    return { kind: 'office', codes, entity: person, confidence: 0.85, plural: phrase.plural };
  }
  for (const t of reader.salience.back(sentence, 3)) {
    if (t.entity && self && t.entity !== self && t.entity.country !== self.country && t.entity.role && self.role && roleFit(self.role, t.entity.role) === 2) {
      return { kind: 'office', codes: [t.entity.country ?? 'UNKNOWN'], entity: t.entity, confidence: 0.6 };
    }
  }
  const others = reader.salience.ranked(sentence, (t, c) => c !== self?.country && reader.isStateCode(c) && t.kind !== 'place');
  return others.length ? { kind: 'office', codes: [others[0]], confidence: 0.4 } : { kind: 'office', codes: ['UNKNOWN'], confidence: 0.3 };
}

const DEFINITE_BODY = /^(?:government|junta|regime|presidency|army|military|ministry|parliament|hükümet|cunta|bakanlık|ordu|meclis|cumhurbaşkanlığı|parlamento|хунта|правительство|ведомство|министерство|армия|парламент|режим|власти|военные)/;

/** Reads a phrase without a name; undefined where it names no party that can be told and none is expected. */
export function resolveOffice(reader: Reader, phrase: Phrase): Reading | undefined {
  if (phrase.cls === 'counterpart') return counterpart(reader, phrase);
  const codes = codesOf(phrase);
  const possessor = phrase.possessorName && reader.found.entityOf.get(phrase.possessorName);
  const outsider = phrase.cls === 'outsider' || undefined;
  const body = phrase.cls === 'body' ? reader.bodyOf(phrase) : undefined;
  if (codes.length === 0 && possessor?.country) codes.push(possessor.country);
  const single = (phrase.cls === 'office' || phrase.cls === 'people') && !phrase.plural && codes.length <= 1;
  if (codes.length) {
    const indefinite = phrase.article === 'a';
    const person = single && !indefinite && phrase.cls === 'office' ? holder(reader, phrase, codes[0]) : undefined;
    const confidence = phrase.cls === 'people' || phrase.cls === 'outsider' ? 0.75 : phrase.viaPlace ? 0.75 : 0.9;
    return { kind: codes.length > 1 ? 'group' : 'office', codes, entity: person, confidence, body, outsider, plural: phrase.plural };
  }
  return withoutNation(reader, phrase, body, outsider);
}

function withoutNation(reader: Reader, phrase: Phrase, body: string | undefined, outsider: true | undefined): Reading | undefined {
  const { scene } = reader;
  const word = scene.words[phrase.first];
  if (phrase.cls === 'outsider') {
    const known = phrase.article !== 'a' && !phrase.plural ? holder(reader, phrase, undefined) : undefined;
    return { kind: 'office', codes: [known?.country ?? 'UNKNOWN'], entity: known, confidence: known ? 0.7 : 0.4, outsider, plural: phrase.plural };
  }
  if (phrase.cls === 'office') {
    if (phrase.article === 'a') return undefined;
    if (!phrase.plural) {
      const person = holder(reader, phrase, undefined);
      if (person) return { kind: 'office', codes: [person.country ?? 'UNKNOWN'], entity: person, confidence: 0.7, outsider: person.outsider || undefined };
    }
    if (roleClasses(phrase.role).size === 0 && word.cap === 0) return undefined;
    if (scene.doc.lang !== 'en' && phrase.plural) return undefined;
    const state = reader.found.context(phrase.first);
    return state ? { kind: 'office', codes: [state], confidence: 0.35, plural: phrase.plural } : undefined;
  }
  if (phrase.cls !== 'body') return undefined;
  const named = scene.words.slice(phrase.first, phrase.last).some((w) => w.cap > 0 && (!w.opens || (w.cap === 2 && w.key.length > 1)));
  const definite = phrase.article === 'the' || phrase.article === 'poss' || named || (scene.doc.lang !== 'en' && DEFINITE_BODY.test(phrase.headItem.nouns.body?.name ?? ''));
  if (!definite) return undefined;
  // "the ministry" takes up the last ministry that was told with its nation
  const state = reader.bodyBefore(phrase) ?? reader.found.context(phrase.first);
  return { kind: 'office', codes: [state ?? 'UNKNOWN'], confidence: state ? 0.5 : 0.3, body };
}
