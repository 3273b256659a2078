/** dragoman show: one story with its facts marked in place. */
import { versions } from '../../ledger/intake.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { story } from '../../ledger/stories.ts';
import { SHORT_HASH } from '../../story/hash.ts';
import { storyLines } from '../render.ts';
import { coloursFor, jsonLine, line, print } from '../terminal.ts';

const KEYS = { event: 'events', claim: 'claims', tie: 'ties', trend: 'trends' } as const;

type Versions = ReturnType<typeof versions>;

/** Which version of its address's text this is, and how to see the others; empty where there is only one. */
function versionLines(all: Versions, hash: string): string {
  const lines: string[] = [];
  for (const { address, version } of all.filter(({ story: one }) => one === hash)) {
    const others = all.filter((one) => one.address === address && one.story !== hash);
    if (others.length === 0) continue;
    lines.push(`Version ${version} of the story at ${line(address)}. The others:`);
    for (const { version: other, story: one, seen } of others) lines.push(`  ${other < version ? 'older' : 'newer'}: version ${other}, kept ${seen.slice(0, 10)}: dragoman show ${one.slice(0, SHORT_HASH)}`);
  }
  return lines.join('\n');
}

/** Prints a story by its id, hash or the beginning of its hash. Returns the exit code. */
export async function show(name: string, path: string, json: boolean): Promise<number> {
  const ledger = Ledger.open(path);
  try {
    const record = await story(ledger, name), { ids, coded, reviews } = record, all = versions(ledger, record.hash);
    const known = (id = '') => ({ id, review: reviews.get(id) });
    if (json) {
      const named = <F extends object>(facts: readonly F[], own: readonly string[]): object[] => facts.map((fact, i) => (({ id, review }) => ({ id, ...fact, ...(review && { review }) }))(known(own[i])));
      await print(jsonLine({
        ...coded, text: record.story.text, hash: record.hash, coder: record.coder, events: named(coded.events, ids.events), claims: named(coded.claims, ids.claims),
        ties: named(coded.ties, ids.ties), trends: named(coded.trends, ids.trends),
        ...(all.length > 1 && { versions: all.map(({ story: hash, ...rest }) => ({ ...rest, hash })) }),
      }));
    } else {
      const colours = coloursFor(process.stdout), other = versionLines(all, record.hash);
      await print(`${storyLines(record.story, coded, colours, ({ kind, index }) => known(ids[KEYS[kind]][index]))}${other && `\n\n${colours.dim(other)}`}`);
    }
    return 0;
  } finally {
    ledger.close();
  }
}
