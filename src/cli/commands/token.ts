/** dragoman token: who may use the page from elsewhere. */
import { listTokens, makeToken, revokeToken } from '../../api/tokens.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { coloursFor, jsonLine, line, print } from '../terminal.ts';

/** Opens a ledger for one piece of work. */
async function within(path: string, work: (ledger: Ledger) => Promise<void>): Promise<number> {
  const ledger = Ledger.open(path, { create: true });
  try {
    await work(ledger);
    return 0;
  } finally {
    ledger.close();
  }
}

/** Makes a token and prints it. Returns the exit code. */
export const make = (name: string, role: 'read' | 'correct' | 'admin', path: string, json: boolean): Promise<number> => within(path, async (ledger) => {
  const made = await makeToken(ledger, name, role);
  await print(json ? jsonLine({ ...made, name, role }) : made.token);
  if (!json) process.stderr.write(`Token ${made.id} for ${line(name)} (${role}). It is not kept and cannot be shown again.\n`);
});

/** Prints the tokens. Returns the exit code. */
export const list = (path: string, json: boolean): Promise<number> => within(path, async (ledger) => {
  const colours = coloursFor(process.stdout);
  for (const token of await listTokens(ledger)) {
    const { id, name, role, added, revoked } = token;
    await print(json ? jsonLine(token) : `${String(id).padStart(3)}  ${role.padEnd(8)} ${added.slice(0, 16).replace('T', ' ')}  ${line(name)}${revoked ? colours.dim(`  revoked ${revoked.slice(0, 16).replace('T', ' ')}`) : ''}`);
  }
});

/** Ends a token. Returns the exit code. */
export const revoke = (id: number, path: string): Promise<number> => within(path, (ledger) => revokeToken(ledger, id));
