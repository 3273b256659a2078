/** The people of one story: names gathered under who they are, with country and office. */
import type { Lang } from '../story/story.ts';
import type { NameSpan } from './names.ts';
import type { Person } from './people.ts';
import { isState } from './codes.ts';
import { officeOn, lastOfficeBefore, partyOn, prominence } from './people.ts';
import type { Phrase } from './phrase.ts';

export interface Entity {
  /** Names as the text gives them, uninflected, in order of appearance. */
  names: string[];
  keys: string[][];
  known?: Person;
  country?: string;
  role?: string;
  /** Whose it is was said by a title of the text. */
  told?: boolean;
  sex?: 'm' | 'f';
  outsider: boolean;
  /** Word index of the first mention. */
  first: number;
}

/** Words of Arabic names, whose bearers go by the first: "Sheikh Abdullah" for Abdullah bin Zayed Al Nahyan. */
const LINEAGE = new Set(['al', 'bin', 'ibn', 'bint', 'аль', 'бин', 'бен', 'ибн', 'бинт']);

export class People {
  readonly all: Entity[] = [];
  private readonly lang: Lang;
  private readonly date: string;

  constructor(lang: Lang, date: string) {
    this.lang = lang;
    this.date = date;
  }

  /** The person that a name in this story already stands for. */
  find(name: NameSpan): Entity | undefined {
    const { keys } = name;
    for (let i = this.all.length - 1; i >= 0; i--) {
      const entity = this.all[i];
      if (entity.known && name.full.includes(entity.known)) return entity;
      for (const own of entity.keys) {
        if (own.length === keys.length && own.every((k, j) => k === keys[j])) return entity;
      }
    }
    for (let i = this.all.length - 1; i >= 0; i--) {
      const entity = this.all[i];
      if (name.full.length && entity.known) continue;
      for (const own of entity.keys) {
        if (keys.length < own.length && this.isPart(keys, own)) return entity;
        if (own.length < keys.length && own.length > 0 && this.isPart(own, keys) && !entity.known) return entity;
      }
      if (entity.known && keys.length === 1 && name.short.includes(entity.known)) return entity;
    }
    return undefined;
  }

  private isPart(part: readonly string[], whole: readonly string[]): boolean {
    const tail = whole.slice(whole.length - part.length);
    if (part.every((k, i) => same(k, tail[i], this.lang))) return true;
    if (part.length === 1) {
      if (same(part[0], whole[0], this.lang) && (whole.length <= 3 || whole.some((k) => LINEAGE.has(k)))) return true;
      return whole.length > 2 && whole.slice(1).some((k) => k.length > 3 && same(part[0], k, this.lang));
    }
    return part.length > 1 && part.every((k) => whole.includes(k));
  }

  /** Adds a name to a person, or a new person. */
  note(name: NameSpan, entity: Entity | undefined): Entity {
    const target = entity ?? { names: [], keys: [], outsider: false, first: name.first };
    if (!entity) this.all.push(target);
    if (!target.names.includes(name.text)) {
      target.names.push(name.text);
      target.keys.push(name.keys);
    }
    target.sex ??= name.sex;
    return target;
  }

  /** Settles who a name is among the known people, given the party its title names. */
  choose(name: NameSpan, phrase: Phrase | undefined, owner: string | undefined, salient: ReadonlySet<string>): Person | undefined {
    const exact = this.best(name.full, owner, salient, 0);
    if (exact) return exact;
    const single = name.keys.length === 1;
    // "Jacob G. Zuma, chairperson of SADC": a name in full may be under a title of a body
    const candidates = name.short.filter((p) => owner === undefined || partyOn(p, this.date) === owner || p.country === owner || (!single && !isState(owner) && salient.has(p.country)));
    if (owner !== undefined || phrase) return this.best(candidates, owner, salient, single ? (owner ? 1 : 2) : owner ? 1 : 2);
    return this.best(candidates, owner, salient, 2, single);
  }

  private best(candidates: readonly Person[], owner: string | undefined, salient: ReadonlySet<string>, least: number, alone = false): Person | undefined {
    let best: Person | undefined;
    let top = -1;
    let second = -1;
    for (const person of candidates) {
      const weight = prominence(person, this.date);
      if (weight < least) continue;
      const party = partyOn(person, this.date);
      const score = weight + (owner && (party === owner || person.country === owner) ? 10 : 0) + (salient.has(person.country) || salient.has(party) ? 1.5 : 0);
      if (score > top) {
        second = top;
        top = score;
        best = person;
      } else if (score > second) {
        second = score;
      }
    }
    return alone && top === second ? undefined : best;
  }

  /** Country and office of a known person on the story's day. */
  describe(entity: Entity, person: Person): void {
    entity.known = person;
    entity.sex = person.sex;
    entity.country = partyOn(person, this.date);
    const office = officeOn(person, this.date);
    const last = office ?? lastOfficeBefore(person, this.date);
    if (last) entity.role = office ? last.role : `former ${last.role}`;
  }
}

/** Whether two forms of a name word are one: equal, or (Russian) differing in a short ending. */
export function same(a: string, b: string | undefined, lang: Lang): boolean {
  if (a === b) return true;
  if (!b || lang !== 'ru' || a.length < 4 || b.length < 4) return false;
  const n = Math.min(a.length, b.length);
  let k = 0;
  while (k < n && a.charAt(k) === b.charAt(k)) k++;
  const ends = `${a.slice(k)}|${b.slice(k)}`;
  return k >= 3 && RU_ENDINGS.test(ends);
}

const RU_END = '(?:|а|у|ом|ем|е|ым|ой|ого|ому|ий|ый|ая|ую|им|я|ю|й|ь|и|ы|ей)';
const RU_ENDINGS = new RegExp(`^${RU_END}\\|${RU_END}$`);
