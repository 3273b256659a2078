import { seeded } from '../../random.ts';

/** A seeded generator, so that training gives the same model every time. */
export class Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(seed);
  }

  /** Fisher-Yates, in place. */
  shuffle<T>(items: T[]): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1));
      const kept = items[i];
      items[i] = items[j];
      items[j] = kept;
    }
  }
}
