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
