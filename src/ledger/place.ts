/** Where a ledger is kept when nobody says. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The user's data folder for Dragoman, by the platform's custom. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const home = env['HOME'] || homedir();
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || env['APPDATA'] || join(home, 'AppData', 'Local'), 'Dragoman');
  if (env['XDG_DATA_HOME']) return join(env['XDG_DATA_HOME'], 'dragoman');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Dragoman');
  return join(home, '.local', 'share', 'dragoman');
}

/** The ledger meant: the one given, the one DRAGOMAN_LEDGER names, or the default in the data folder. */
export const ledgerPath = (given?: string, env: NodeJS.ProcessEnv = process.env): string =>
  given || env['DRAGOMAN_LEDGER'] || join(dataFolder(env), 'ledger.db');
