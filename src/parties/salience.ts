/** What has been named so far in a text and how much it stands in the foreground. */
import type { PartyCode } from '../story/facts.ts';
import type { Entity } from './entities.ts';

export interface Trace {
  codes: readonly PartyCode[];
  entity?: Entity;
  /** Word index and sentence. */
  word: number;
  sentence: number;
  subject: boolean;
  plural: boolean;
  /** 3 a person or office, 2 a party by name, 1 an adjective, less for places. */
  weight: number;
  kind: 'person' | 'office' | 'party' | 'adjective' | 'place' | 'group' | 'people';
  outsider: boolean;
}

const AWAY = [1, 0.85, 0.45, 0.25, 0.15];

/** Beyond so many parties a company is just the most prominent: trying all would take long, and say little. */
const MANY = 40;

/**
 * Found by a random search over the coded stories: the weight of what was named long ago, how near two names stand side by
 * side (words), what side by side and one sentence count for, how fast that fades (a sentence), what is left of a party
 * that the sentence at hand names itself, and how much a bond can count for.
 */
const COMPANY = { far: 0.05, near: 7, side: 2, sentence: 0.8, fade: 0.95, here: 0.35, most: 10 };

function nearness(distance: number): number {
  return AWAY[Math.min(distance, AWAY.length - 1)];
}

export class Salience {
  readonly traces: Trace[] = [];

  note(trace: Trace): void {
    this.traces.push(trace);
  }

  /** The parties most in the foreground just before a word, best first. */
  ranked(sentence: number, allow: (t: Trace, code: PartyCode) => boolean, bonus: (t: Trace) => number = () => 1): PartyCode[] {
    const scores = new Map<PartyCode, number>();
    for (let i = this.traces.length - 1; i >= 0; i--) {
      const t = this.traces[i];
      const away = sentence - t.sentence;
      if (away > 6) break;
      for (const code of t.codes) {
        if (code === 'UNKNOWN' || !allow(t, code)) continue;
        const score = t.weight * nearness(away) * (t.subject ? 1.3 : 1) * bonus(t);
        scores.set(code, Math.max(scores.get(code) ?? 0, score) + score * 0.15);
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map((s) => s[0]);
  }

  /**
   * The `size` parties most in the foreground as a company, best first: named side by side, or in one sentence, more than
   * others. Whoever the sentence at hand names beside them (a host, a mediator) is less likely one of them.
   */
  company(size: number, sentence: number, allow: (t: Trace, code: PartyCode) => boolean, bonus: (t: Trace) => number = () => 1): PartyCode[] {
    const alone = new Map<PartyCode, number>(), bonds = new Map<string, number>(), here = new Set<PartyCode>(), bySentence = new Map<number, { code: PartyCode; word: number }[]>();
    for (const t of this.traces) {
      const away = sentence - t.sentence;
      for (const code of t.codes) {
        if (code === 'UNKNOWN' || !allow(t, code)) continue;
        if (away === 0 && t.codes.length === 1) here.add(code);
        const score = t.weight * (AWAY[away] ?? COMPANY.far) * (t.subject ? 1.3 : 1) * bonus(t);
        alone.set(code, Math.max(alone.get(code) ?? 0, score) + score * 0.15);
        const list = bySentence.get(t.sentence), at = { code, word: t.word };
        if (list) list.push(at);
        else bySentence.set(t.sentence, [at]);
      }
    }
    for (const [at, named] of bySentence) {
      for (let i = 0; i < named.length; i++) {
        for (let j = i + 1; j < named.length; j++) {
          const [x, y] = [named[i], named[j]];
          if (x.code === y.code) continue;
          const bond = (Math.abs(x.word - y.word) <= COMPANY.near ? COMPANY.side : COMPANY.sentence) * COMPANY.fade ** (sentence - at);
          const key = x.code < y.code ? `${x.code} ${y.code}` : `${y.code} ${x.code}`;
          bonds.set(key, (bonds.get(key) ?? 0) + bond);
        }
      }
    }
    const worth = (code: PartyCode): number => (alone.get(code) ?? 0) * (here.has(code) ? COMPANY.here : 1);
    const bond = (a: PartyCode, b: PartyCode): number => Math.min(COMPANY.most, bonds.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? 0) * (here.has(a) || here.has(b) ? COMPANY.here : 1);
    const codes = [...alone.keys()].sort();
    let best: PartyCode[] = [], top = -1;
    const grow = (chosen: PartyCode[], from: number, score: number): void => {
      if (chosen.length === size) {
        if (score > top) [best, top] = [[...chosen], score];
        return;
      }
      for (let k = from; k < codes.length; k++) {
        const code = codes[k];
        grow([...chosen, code], k + 1, score + worth(code) + chosen.reduce((sum, other) => sum + bond(other, code), 0));
      }
    };
    if (codes.length <= MANY) grow([], 0, 0);
    else return this.ranked(sentence, allow, bonus).slice(0, size);
    if (best.length < size) best = codes;
    return best.sort((a, b) => (alone.get(b) ?? 0) - (alone.get(a) ?? 0) || (a < b ? -1 : 1));
  }

  /** The last person named for a party, if any. */
  lastPerson(code: PartyCode, sentence: number, reach = 3): Entity | undefined {
    for (let i = this.traces.length - 1; i >= 0; i--) {
      const t = this.traces[i];
      if (sentence - t.sentence > reach) return undefined;
      if (t.entity && !t.outsider && t.entity.country === code) return t.entity;
    }
    return undefined;
  }

  /** Traces before a word, newest first, at most so many sentences back. */
  *back(sentence: number, reach: number): Generator<Trace> {
    for (let i = this.traces.length - 1; i >= 0; i--) {
      const t = this.traces[i];
      if (sentence - t.sentence > reach) return;
      yield t;
    }
  }
}
