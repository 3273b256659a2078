/** dragoman show: one story with its facts marked in place. */
import { Ledger } from '../../ledger/ledger.ts';
import { story } from '../../ledger/stories.ts';
import { storyLines } from '../render.ts';
import { coloursFor, jsonLine, print } from '../terminal.ts';

const KEYS = { event: 'events', claim: 'claims', tie: 'ties', trend: 'trends' } as const;

/** Prints a story by its id, hash or the beginning of its hash. Returns the exit code. */
export async function show(name: string, path: string, json: boolean): Promise<number> {
  const ledger = Ledger.open(path);
  try {
    const record = await story(ledger, name), { ids, coded } = record;
    if (json) {
      const named = <F extends object>(facts: readonly F[], own: readonly string[]): object[] => facts.map((fact, i) => ({ id: own[i], ...fact }));
      await print(jsonLine({
        ...coded, text: record.story.text, hash: record.hash, coder: record.coder, events: named(coded.events, ids.events), claims: named(coded.claims, ids.claims),
        ties: named(coded.ties, ids.ties), trends: named(coded.trends, ids.trends),
      }));
    } else {
      await print(storyLines(record.story, coded, coloursFor(process.stdout), ({ kind, index }) => ids[KEYS[kind]][index] ?? ''));
    }
    return 0;
  } finally {
    ledger.close();
  }
}
