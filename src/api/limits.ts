/** How often somebody may ask: a bucket each that fills evenly. */

export interface Rate {
  /** Requests a second, in the long run. */
  each: number;
  /** So many at once. */
  burst: number;
}

/** Buckets that nobody has used for so long are thrown away, in milliseconds. */
const IDLE = 600_000;
const MANY = 10_000;

export class Limiter {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(rate: Rate, now: () => number = () => performance.now()) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes from a bucket. Returns 0 where it held enough, otherwise the seconds until it does. */
  take(who: string, cost = 1): number {
    const { each, burst } = this.#rate, now = this.#now(), bucket = this.#buckets.get(who) ?? { left: burst, at: now };
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * each);
    bucket.at = now;
    this.#buckets.delete(who);
    this.#buckets.set(who, bucket);
    if (this.#buckets.size > MANY) for (const [name, { at }] of this.#buckets) if (now - at > IDLE || this.#buckets.size > MANY) this.#buckets.delete(name);
    if (bucket.left < cost) return Math.ceil((cost - bucket.left) / each);
    bucket.left -= cost;
    return 0;
  }
}
