/** dragoman export: the record for other programs. */
import { toFilter } from '../../ledger/ask.ts';
import type { Asked } from '../../ledger/ask.ts';
import type { FactKind, Filter } from '../../ledger/filter.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { network } from '../../ledger/record.ts';
import { cameoOf, icewsColumns, only, ploverRecord } from '../../exports/coded.ts';
import type { PartyLabels } from '../../exports/coded.ts';
import { csv, jsonLines, tsv } from '../../exports/csv.ts';
import { CLAIM_COLUMNS, claimPages, EVENT_COLUMNS, eventPages, flatFact, TIE_COLUMNS, tiePages, TREND_COLUMNS, trendPages } from '../../exports/facts.ts';
import { EntityMaker } from '../../exports/ftm.ts';
import type { Entity } from '../../exports/ftm.ts';
import { gexf, graphml } from '../../exports/graph.ts';
import { dyadMonths, MONTH_COLUMNS } from '../../exports/months.ts';
import { HAPPENING_COLUMNS, happeningPages } from '../../exports/happenings.ts';
import { parquet } from '../../exports/parquet.ts';
import { cells } from '../../exports/sheet.ts';
import type { Sheet } from '../../exports/sheet.ts';
import { partyLabels, partyNames } from '../party-names.ts';
import { write } from '../sink.ts';
import { many } from '../terminal.ts';

export type What = 'events' | 'claims' | 'ties' | 'trends' | 'happenings' | 'dyad-months' | 'network' | 'entities';
export type Format = 'csv' | 'jsonl' | 'parquet' | 'plover' | 'icews' | 'gexf' | 'graphml' | 'ftm';

type Parts = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

const KIND: Readonly<Record<What, FactKind>> = { events: 'event', claims: 'claim', ties: 'tie', trends: 'trend', happenings: 'event', 'dyad-months': 'event', network: 'event', entities: 'event' };

/** A table in one of the three plain formats; `flat` makes a row's JSON where it is more than its cells. */
function plain<R>(sheet: Sheet<R>, format: Format, flat?: (row: R) => unknown): Parts {
  if (format === 'csv') return csv(sheet);
  if (format === 'parquet') return parquet(sheet);
  const own = (row: R): object => Object.fromEntries(cells(sheet.columns, row).map((cell, i) => [sheet.columns[i]?.name, cell]));
  return jsonLines(sheet.pages, flat ?? own);
}

async function* entities(ledger: Ledger, filter: Filter, labels: PartyLabels): AsyncGenerator<string> {
  const maker = new EntityMaker(labels), lines = (made: Entity[][]): string => made.flat().map((entity) => `${JSON.stringify(entity)}\n`).join('');
  for await (const page of eventPages(ledger, filter)) yield lines(page.map((row) => maker.event(row)));
  for await (const page of tiePages(ledger, filter)) yield lines(page.map((row) => maker.tie(row)));
  for await (const page of trendPages(ledger, filter)) yield lines(page.map((row) => maker.trend(row)));
  for await (const page of claimPages(ledger, filter)) yield lines(page.map((row) => maker.claim(row)));
}

interface Context {
  ledger: Ledger;
  filter: Filter;
  labels: PartyLabels;
  /** Is told of rows that the format has no place for. */
  left: (n: number) => void;
}

async function parts(what: What, format: Format, { ledger, filter, labels, left }: Context): Promise<Parts> {
  switch (what) {
    case 'events': {
      const pages = eventPages(ledger, filter);
      if (format === 'plover') return jsonLines(only(pages, ({ fact }) => fact.factuality !== 'denied', left), (row) => ploverRecord(row, labels));
      if (format === 'icews') return tsv({ columns: icewsColumns(labels), pages: only(pages, ({ fact }) => cameoOf(fact) !== undefined, left) }, true);
      return plain({ columns: EVENT_COLUMNS, pages }, format, flatFact);
    }
    case 'claims': return plain({ columns: CLAIM_COLUMNS, pages: claimPages(ledger, filter) }, format, flatFact);
    case 'ties': return plain({ columns: TIE_COLUMNS, pages: tiePages(ledger, filter) }, format, flatFact);
    case 'trends': return plain({ columns: TREND_COLUMNS, pages: trendPages(ledger, filter) }, format, flatFact);
    case 'happenings': return plain({ columns: HAPPENING_COLUMNS, pages: happeningPages(ledger, filter) }, format, (row) => row);
    case 'dyad-months': return plain({ columns: MONTH_COLUMNS, pages: dyadMonths(ledger, filter) }, format);
    case 'network': {
      const dyads = await network(ledger, filter);
      return format === 'gexf' ? gexf(dyads, labels) : graphml(dyads, labels);
    }
    case 'entities': return entities(ledger, filter, labels);
  }
}

export interface ExportOptions extends Asked {
  out?: string;
  format: Format;
  asCoded?: boolean;
}

/** The command. Returns the exit code. */
export async function exportRecord(what: What, path: string, { out, format, asCoded, ...asked }: ExportOptions): Promise<number> {
  const ledger = Ledger.open(path);
  try {
    const { filter, refusals } = toFilter(KIND[what], asked, await partyNames('needed', ledger));
    for (const { field, message } of refusals) process.stderr.write(`dragoman: --${field}: ${message}\n`);
    if (refusals.length) return 2;
    if (asCoded) filter.asCoded = true;
    let leftOut = 0;
    const left = (n: number): void => void (leftOut += n);
    await write(await parts(what, format, { ledger, filter, labels: await partyLabels(ledger), left }), out);
    if (leftOut) process.stderr.write(`${many(leftOut, 'event')} left out: ${format === 'plover' ? 'denied acts are no PLOVER events' : 'CAMEO has no code for what is denied, only possible, or conditional'}.\n`);
    return 0;
  } finally {
    ledger.close();
  }
}
