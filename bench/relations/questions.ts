/** How long each question takes on ledgers of so many events: p50 and p95, by the clock and in CPU time. */
import { readFileSync } from 'node:fs';
import { betweenThem, claimsAbout, precedentOf, relation, relationsOf, roomOfParty } from '../../src/answers/answer.ts';
import type { Asking } from '../../src/answers/answer.ts';
import { count, events } from '../../src/ledger/facts.ts';
import type { Filter } from '../../src/ledger/filter.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { network, networkColumns } from '../../src/ledger/record.ts';
import { betweenness } from '../../src/relations/betweenness.ts';
import { readBlocs } from '../../src/relations/blocs.ts';
import { constraints } from '../../src/relations/constraint.ts';
import { contactNetwork } from '../../src/relations/go-between.ts';
import { seeded } from '../../src/random.ts';
import { ledgerOf } from './ledgers.ts';

const { blocs } = readBlocs(readFileSync(new URL('../../src/relations/blocs.tsv', import.meta.url), 'utf8'));
/** Parties as they are asked about: those that are in the news, most of all, and some that seldom are. */
const ASKED = ['USA', 'RUS', 'CHN', 'UKR', 'TUR', 'BLR', 'IRN', 'POL', 'KAZ', 'GEO', 'MDA', 'NOR', 'PER', 'KEN'];
const YEAR: Filter = { from: '2019-01-01', to: '2019-12-31' };
const RUNS = 20, FEW = 5;

interface Question {
  what: string;
  /** The most that its p95 may be, in milliseconds. */
  wanted: number;
  runs: number;
  ask(ledger: Ledger): Promise<unknown>;
}

function questions(): Question[] {
  const random = seeded(3), party = (): string => ASKED[Math.floor(random() * ASKED.length)] as string;
  const dyad = (): [string, string] => {
    const a = party(), others = ASKED.filter((code) => code !== a);
    return [a, others[Math.floor(random() * others.length)] as string];
  };
  const asking = (filter: Filter = {}): Asking => ({ filter, parameters: {}, blocs });
  const of = (what: string, ask: Question['ask'], wanted = 300, runs = RUNS): Question => ({ what, ask, wanted, runs });
  return [
    of('relation A B', (ledger) => relation(ledger, dyad(), asking())), of('relation A B, the two largest', (ledger) => relation(ledger, ['USA', 'RUS'], asking())),
    of('relation A', (ledger) => relationsOf(ledger, party(), asking())), of('relation A, the largest', (ledger) => relationsOf(ledger, 'USA', asking())),
    of('between A B', (ledger) => betweenThem(ledger, dyad(), asking())), of('between A B, the two largest', (ledger) => betweenThem(ledger, ['USA', 'RUS'], asking())), of('between A B, one year', (ledger) => betweenThem(ledger, dyad(), asking(YEAR))),
    of('room A', (ledger) => roomOfParty(ledger, party(), asking())), of('room A, one year', (ledger) => roomOfParty(ledger, party(), asking(YEAR))),
    of('precedent A B', (ledger) => precedentOf(ledger, dyad(), asking())), of('precedent A B, the two largest', (ledger) => precedentOf(ledger, ['USA', 'RUS'], asking())), of('precedent A B --type CONSULT:visit', (ledger) => precedentOf(ledger, dyad(), asking({ types: ['CONSULT'], modes: ['visit'] }))),
    of('claims about A B', (ledger) => claimsAbout(ledger, dyad(), asking())),
    of('events of a dyad, the latest fifty', (ledger) => events(ledger, { pair: dyad() }, { limit: 50 })), of('events of a party, the latest fifty', (ledger) => events(ledger, { parties: [party()] }, { limit: 50 })),
    of('how many sanctions in a dyad', (ledger) => count(ledger, 'event', { pair: dyad(), types: ['SANCTION'] })),
    of('network of all, one year', (ledger) => network(ledger, YEAR)), of('network of all, twenty years', (ledger) => network(ledger), 1000),
    of('betweenness, weighted, of all, twenty years', async (ledger) => betweenness(contactNetwork(await networkColumns(ledger, {}, 'UNKNOWN')), true), 3000, FEW), of('constraint of all, twenty years', async (ledger) => constraints(contactNetwork(await networkColumns(ledger, {}, 'UNKNOWN'))), 3000, FEW),
  ];
}

const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The p50 and p95 of some times. */
const percentiles = (times: number[]): [p50: number, p95: number] => {
  times.sort((a, b) => a - b);
  return [times[Math.floor(times.length / 2)] as number, times[Math.ceil(times.length * 0.95) - 1] as number];
};
const ms = (times: readonly [number, number]): string => times.map((n) => n.toFixed(0).padStart(5)).join(' ');

/** Asks every question so often of a ledger of so many events, and prints how long that took. */
export async function askAll(events: number, folder: string, print: (text: string) => void): Promise<void> {
  const ledger = ledgerOf(events, folder), held = await count(ledger, 'event', {});
  print(`${held.toLocaleString('en')} events, twenty years`.padEnd(48) + 'p50   p95 ms   (CPU p50   p95)   asked for');
  try {
    for (const { what, wanted, runs, ask } of questions()) {
      const wall: number[] = [], cpu: number[] = [];
      for (let i = 0; i < runs; i++) {
        const start = performance.now(), before = used();
        await ask(ledger);
        wall.push(performance.now() - start);
        cpu.push(used() - before);
      }
      const found = percentiles(wall);
      print(`  ${what.padEnd(44)} ${ms(found)}      (${ms(percentiles(cpu))})       ${found[1] < wanted ? '' : 'not '}under ${wanted}`);
    }
  } finally {
    ledger.close();
  }
}
