/** robots.txt (RFC 9309) and the pause between two requests to one host. */
import { createRequire } from 'node:module';
import { ProblemError } from '../../story/errors.ts';
import { Stopped } from './fetch.ts';
import type { Fetcher } from './fetch.ts';

interface Rules {
  isAllowed(url: string, agent?: string): boolean | undefined;
  getCrawlDelay(agent?: string): number | undefined;
}
// The package has no ES module, and its types name a default export that Node does not give.
const robotsParser = createRequire(import.meta.url)('robots-parser') as (url: string, text: string) => Rules;

/** Time as the program sees it: the machine's, or a test's. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

const AGENT = 'Dragoman';
const KEPT = 24 * 3_600_000, RETRY = 3_600_000;
/** A longer delay than this is a refusal in other words. */
const DELAY_CAP = 60_000;
const SIZE_CAP = 512 * 1024;

/** Whether a page may be asked for, `later` where the host cannot say now. */
export type Leave = 'yes' | 'no' | 'later';

/** Asks each host for its rules once a day, and spaces out what it is asked. */
export class Manners {
  readonly #fetcher: Fetcher;
  readonly #clock: Clock;
  readonly #pause: number;
  readonly #rules = new Map<string, { until: number; rules?: Rules; closed: boolean }>();
  readonly #free = new Map<string, number>();

  /** `pause`: milliseconds between two requests to one host, at least. */
  constructor(fetcher: Fetcher, clock: Clock, pause: number) {
    this.#fetcher = fetcher;
    this.#clock = clock;
    this.#pause = pause;
  }

  /** Waits until the host may be asked again. */
  async turn(url: string): Promise<void> {
    const { origin } = new URL(url), now = this.#clock.now(), at = Math.max(now, this.#free.get(origin) ?? 0);
    const delay = (this.#rules.get(origin)?.rules?.getCrawlDelay(AGENT) ?? 0) * 1000;
    this.#free.set(origin, at + Math.max(this.#pause, Math.min(delay, DELAY_CAP)));
    if (at > now) await this.#clock.sleep(at - now);
  }

  /**
   * Whether the host's robots.txt lets us fetch this. A missing one allows all, one that fails closes the host for an hour.
   * Throws ProblemError where the host leads into a private network, Stopped where the watch is ended.
   */
  async may(url: string): Promise<Leave> {
    const { origin } = new URL(url);
    let known = this.#rules.get(origin);
    if (!known || known.until <= this.#clock.now()) {
      await this.turn(url);
      const from = `${origin}/robots.txt`;
      const answer = await this.#fetcher.get(from).catch((error: unknown) => {
        // an address that must not be asked at all is told as that
        if (error instanceof Stopped || (error instanceof ProblemError && error.problem.code === 'address-private')) throw error;
        return undefined;
      });
      const now = this.#clock.now();
      if (!answer || answer.status >= 500 || answer.status === 429) known = { until: now + RETRY, closed: true };
      else if (answer.status >= 400) known = { until: now + KEPT, closed: false };
      else known = { until: now + KEPT, closed: false, rules: robotsParser(from, answer.bytes.subarray(0, SIZE_CAP).toString('utf8')) };
      this.#rules.set(origin, known);
    }
    if (known.closed) return 'later';
    return known.rules?.isAllowed(url, AGENT) === false ? 'no' : 'yes';
  }
}
