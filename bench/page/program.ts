/** The program as a reader runs it, for the benchmark of its page. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin/dragoman.mjs');

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs `dragoman ARGS`. Throws where it fails. */
export function run(args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`dragoman ${args[0]} ended with ${status}`);
}

/** Serves a ledger on a free port. */
export async function serving(ledger: string): Promise<{ address: string; stop: () => void }> {
  const server = spawn(process.execPath, [program, 'serve', '--port', '0', '--json', '--ledger', ledger], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  return { address: (JSON.parse(String(line)) as { address: string }).address, stop: () => void server.kill() };
}

/** The value that so great a share of the values does not exceed. */
export const percentile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
