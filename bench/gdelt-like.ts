/**
 * Rows that look like GDELT 2.0's event exports: 61 columns, some 380 bytes each, days in order, parties and acts as
 * uneven as in the world (Zipf's law). The same seed gives the same rows.
 */
import { cameoCodes } from '../src/ontology/cameo.ts';
import { allCodes, isState } from '../src/parties/codes.ts';
import { seeded } from '../src/random.ts';

export interface GdeltLike {
  rows: number;
  seed?: number;
  /** First day and number of years over which the rows are spread. */
  first?: string;
  years?: number;
}

/** Of so many rows one is an event of the ledger: a quarter names one actor, and statements have no type. */
export const ROWS_PER_EVENT = 1.504;

/** Draws from 0 to n - 1, the k-th with a weight of 1 / (k + 2). */
function zipf(n: number, random: () => number): () => number {
  const sums = new Float64Array(n);
  let sum = 0;
  for (let k = 0; k < n; k++) sums[k] = sum += 1 / (k + 2);
  return () => {
    const x = random() * sum;
    let low = 0, high = n - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Parties that are in the news, first; the gazetteer's others after them. */
const FIRST = ['USA', 'RUS', 'CHN', 'GBR', 'UKR', 'ISR', 'FRA', 'DEU', 'IRN', 'IND', 'TUR', 'PAK', 'SYR', 'JPN', 'KOR', 'PRK', 'SAU', 'EGY', 'POL', 'BLR'];
const ROLES = ['', '', '', 'GOV', 'GOV', 'MIL', 'CVL', 'BUS', 'OPP', 'COP', 'MED', 'LEG'];
const CHUNK = 4_096;

/** The rows, in buffers of some thousands. */
export function* gdeltLike({ rows, seed = 1, first = '2005-01-01', years = 20 }: GdeltLike): Generator<Buffer> {
  const random = seeded(seed), states = allCodes().filter((code) => isState(code) && code.length === 3);
  const parties = [...FIRST, ...states.filter((code) => !FIRST.includes(code))], codes = cameoCodes().filter(({ code }) => code.length > 2);
  const actors = parties.flatMap((code) => ROLES.map((role) => `${code}${role}\t${role ? `${code} ${role}` : code}\t${code}\t\t\t\t\t${role}\t\t`));
  const pick = zipf(parties.length, random), act = zipf(codes.length, random), whole = (n: number): number => Math.floor(random() * n);
  const order = codes.map((_, i) => (i * 131) % codes.length), start = Date.parse(first), span = years * 365.25 * 86_400_000;
  const place = (party: string): string => `4\tCity of ${party}, Province, ${party}\t${party.slice(0, 2)}\t${party.slice(0, 2)}${whole(90) + 10}\t${whole(90_000)}\t${(random() * 90).toFixed(4)}\t${(random() * 180).toFixed(4)}\t-${whole(900_000) + 100_000}`;
  let lines: string[] = [];
  for (let i = 0; i < rows; i++) {
    const iso = new Date(start + Math.floor((i / rows) * span)).toISOString(), day = iso.slice(0, 10).replaceAll('-', '');
    const a = pick(), b = random() < 0.25 ? a : pick(), role = (): number => whole(ROLES.length);
    // A quarter of GDELT's rows name one actor only.
    const one = actors[a * ROLES.length + role()] as string, two = random() < 0.25 ? '\t\t\t\t\t\t\t\t\t' : actors[b * ROLES.length + role()] as string;
    const code = codes[order[act()] as number] as (typeof codes)[number], where = place(parties[a] as string);
    lines.push(`${1_000_000_000 + i}\t${day}\t${day.slice(0, 6)}\t${day.slice(0, 4)}\t${day.slice(0, 4)}.${whole(10_000)}\t${one}\t${two}\t${whole(2)}\t${code.code}\t${code.code.slice(0, 3)}\t${code.code.slice(0, 2)}\t${whole(4) + 1}\t${code.intensity}\t${whole(20) + 1}\t${whole(3) + 1}\t${whole(20) + 1}\t${(random() * 10 - 5).toFixed(6)}\t${where}\t${place(parties[b] as string)}\t${where}\t${day}120000\thttps://www.example${whole(500)}.org/${day}/world/story-${i}`);
    if (lines.length === CHUNK || i === rows - 1) {
      yield Buffer.from(`${lines.join('\n')}\n`);
      lines = [];
    }
  }
}
