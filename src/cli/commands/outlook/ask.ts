/** dragoman outlook A B, outlook A, outlook --surprising: forecasts from the ledger, with their reasons. */
import { EVENT_TYPES } from '../../../story/facts.ts';
import type { EventType } from '../../../story/facts.ts';
import { Ledger } from '../../../ledger/ledger.ts';
import { readRecord } from '../../../ledger/record.ts';
import { fitRecord, stillHolds } from '../../../outlook/fitted.ts';
import type { Fitted } from '../../../outlook/fitted.ts';
import { Outlook } from '../../../outlook/forecast.ts';
import type { Forecast } from '../../../outlook/forecast.ts';
import { recordOf } from '../../../outlook/record.ts';
import type { OutlookRecord } from '../../../outlook/record.ts';
import { loadFitted, saveFitted, statePath } from '../../../outlook/state.ts';
import { shortfall } from '../../../outlook/support.ts';
import { Teller } from '../../../outlook/tell.ts';
import type { Act } from '../../../outlook/occurrence/sample.ts';
import { partyNames } from '../../party-names.ts';
import { coloursFor, count, jsonLine, line, print, width, wrap } from '../../terminal.ts';

export interface Asked {
  parties: string[];
  /** Days. */
  horizon: number;
  types?: readonly EventType[];
  surprising?: boolean;
  /** The record as it stood at the end of this day. */
  asOf?: string;
  datasets?: string[];
  limit: number;
  json: boolean;
}

/** Of how many forecasts the reasons are told. */
const EXPLAINED = 5;

const percent = (probability: number): string => (probability < 0.005 ? '<1 %' : `${Math.round(100 * probability)} %`);

/** What was fitted to the record: kept from before where it still holds, otherwise made and kept. */
function fittedFor(path: string, record: OutlookRecord, { horizon, datasets, asOf }: Asked): Fitted {
  const file = statePath(path), name = `${datasets?.join(',') ?? 'all'} ${horizon}`, kept = asOf ? undefined : loadFitted(file, name);
  if (kept && stillHolds(kept, record, horizon)) return kept;
  process.stderr.write(`Learning from ${count(record.facts.size)} acts ...\n`);
  const fitted = fitRecord(record, horizon);
  if (!asOf) saveFitted(file, name, fitted);
  return fitted;
}

/** Says something on standard output, as text or as an object. */
const state = (asked: Asked, statement: string): Promise<void> => print(asked.json ? jsonLine({ statement }) : statement);

class Answer {
  readonly #asked: Asked;
  readonly #outlook: Outlook;
  readonly #teller: Teller;
  readonly #record: OutlookRecord;

  constructor(asked: Asked, record: OutlookRecord, outlook: Outlook, teller: Teller) {
    this.#asked = asked;
    this.#record = record;
    this.#outlook = outlook;
    this.#teller = teller;
  }

  #plain({ q, r, c }: Act): { source: string; type: string; target: string } {
    const { parties, types } = this.#record;
    return { source: parties[q]!, type: types[r]!, target: parties[c]! };
  }

  async forecasts(forecasts: readonly Forecast[]): Promise<void> {
    const { horizon, json, limit } = this.#asked, teller = this.#teller, colours = coloursFor(process.stdout), columns = width();
    const until = teller.day(this.#outlook.day + horizon);
    if (!json) await print(`Within ${horizon} days of ${teller.day(this.#outlook.day)} (to ${until}), from ${count(this.#record.facts.size)} acts since ${teller.day(0)}:\n`);
    for (const [place, forecast] of forecasts.slice(0, limit).entries()) {
      const explained = this.#outlook.explain(forecast), reasons = teller.reasons(explained);
      if (json) {
        await print(jsonLine({ ...this.#plain(forecast.act), probability: forecast.probability, after: teller.day(this.#outlook.day), until, reasons, track: explained.track }));
        continue;
      }
      await print(`${colours.bold(percent(forecast.probability).padStart(5))}  ${line(teller.actOf(forecast.act))}`);
      if (place >= EXPLAINED) continue;
      for (const { kind, weight, text, events } of reasons) {
        const sign = weight === undefined ? ' ' : weight >= 0 ? '+' : '−', size = weight === undefined ? '    ' : Math.abs(weight).toFixed(2);
        await print(wrap(line(`${text}${events.length ? ` [${events.join(', ')}]` : ''}`), columns, `       ${sign}${size} ${kind}: `, '             '));
      }
      await print(colours.dim(`       ${teller.track(explained)}\n`));
    }
  }

  async surprises(): Promise<void> {
    const { json, limit } = this.#asked, teller = this.#teller, { from, to, came, firsts, absent } = this.#outlook.surprises(limit);
    if (json) {
      const of = (what: string) => ({ act, probability }: Forecast) => ({ what, ...this.#plain(act), probability, from: teller.day(from), to: teller.day(to) });
      for (const row of [...came.map(of('came against the odds')), ...absent.map(of('did not come'))]) await print(jsonLine(row));
      for (const act of firsts) await print(jsonLine({ what: 'first dealing', ...this.#plain(act), from: teller.day(from), to: teller.day(to) }));
      return;
    }
    const section = async (title: string, rows: readonly string[]): Promise<void> => print([title, ...(rows.length ? rows : ['  none']), ''].join('\n'));
    const row = ({ act, probability }: Forecast): string => `${percent(probability).padStart(6)}  ${line(teller.actOf(act))}`;
    await print(`${teller.day(from)} to ${teller.day(to)}, by what was known before:\n`);
    await section('Came against the odds (what it was given):', came.map(row));
    await section('The first dealings of two parties in this record:', firsts.map((act) => `        ${line(teller.actOf(act))}`));
    await section('Odd by their absence (what they were given):', absent.map(row));
  }
}

/** Answers from the ledger at `path`. Returns the exit code. */
export async function ask(path: string, asked: Asked): Promise<number> {
  const ledger = Ledger.open(path);
  let record: OutlookRecord, names: Awaited<ReturnType<typeof partyNames>>;
  try {
    names = await partyNames('needed', ledger);
    record = recordOf(await readRecord(ledger, { ...(asked.datasets && { datasets: asked.datasets }), ...(asked.asOf && { to: asked.asOf }) }));
  } finally {
    ledger.close();
  }
  const numbers: number[] = [];
  for (const given of asked.parties) {
    const code = names.code(given) ?? given, number = record.parties.indexOf(code), known = names.code(given) !== undefined;
    if (!known && number < 0) {
      const nearest = names.nearest(given);
      process.stderr.write(`dragoman: no party "${line(given)}" is known${nearest.length ? `; did you mean ${nearest.join(', ')}?` : ''}\n`);
      return 2;
    }
    if (number < 0) {
      await state(asked, `${names.name(code)} takes part in no act of this record: nothing can be said of what is next.`);
      return 0;
    }
    numbers.push(number);
  }
  if (new Set(numbers).size < numbers.length) {
    process.stderr.write(`dragoman: ${asked.parties.join(' and ')} are the same party\n`);
    return 2;
  }
  const missing = shortfall(record, asked.horizon);
  if (missing !== undefined) {
    await state(asked, missing);
    return 0;
  }
  const outlook = new Outlook(record, fittedFor(path, record, asked)), answer = new Answer(asked, record, outlook, new Teller(record, asked.horizon, names.name));
  if (asked.surprising) {
    await answer.surprises();
    return 0;
  }
  const relations = (asked.types ?? EVENT_TYPES).map((type) => EVENT_TYPES.indexOf(type)), [a, b] = numbers as [number, number | undefined];
  if (b !== undefined && !outlook.haveDealt(a, b)) {
    await state(asked, `${names.name(record.parties[a]!)} and ${names.name(record.parties[b]!)} have not dealt with each other in this record: there is nothing to forecast from.`);
    return 0;
  }
  await answer.forecasts(b === undefined ? outlook.with(a, relations) : outlook.between(a, b, relations));
  return 0;
}

/** The ledger's own record. */
export async function ledgerRecord(path: string, datasets?: string[]): Promise<OutlookRecord> {
  const ledger = Ledger.open(path);
  try {
    return recordOf(await readRecord(ledger, datasets ? { datasets } : {}));
  } finally {
    ledger.close();
  }
}
