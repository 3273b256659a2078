/** dragoman datasets: the coded data sets of the ledger, and whether what is derived from them is right. */
import { checkDerived, rebuildDerived } from '../../ledger/coded/check.ts';
import { listDatasets } from '../../ledger/coded/list.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { coloursFor, count, jsonLine, many, print } from '../terminal.ts';

/** The command. Returns the exit code. */
export async function datasets(path: string, { json, check, rebuild }: { json: boolean; check: boolean; rebuild: boolean }): Promise<number> {
  const ledger = Ledger.open(path), colours = coloursFor(process.stdout);
  try {
    if (rebuild) rebuildDerived(ledger);
    const wrong = check ? checkDerived(ledger) : [];
    const all = await listDatasets(ledger);
    for (const one of all) {
      if (json) await print(jsonLine(one));
      else {
        const { name, format, events, untyped, from, to, rows, refused, withoutParty } = one;
        await print(`${colours.bold(name)} ${colours.dim(`(${format})`)}  ${many(events, 'event')}${untyped ? ` and ${many(untyped, 'statement')} without a type` : ''}${from ? `, ${from} to ${to}` : ''}`);
        await print(colours.dim(`      of ${many(rows, 'row')}${withoutParty ? `, ${count(withoutParty)} without a second party` : ''}${refused ? `, ${count(refused)} refused` : ''}`));
      }
    }
    if (!json) process.stderr.write(all.length ? '' : 'no data sets found\n');
    if (check) process.stderr.write(wrong.length ? `dragoman: not as the events are: ${wrong.join(', ')}; "dragoman datasets --rebuild" makes them anew\n` : 'All that is derived is as its events are.\n');
    return wrong.length ? 1 : 0;
  } finally {
    ledger.close();
  }
}
