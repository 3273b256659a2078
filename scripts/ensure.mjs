// Installs dependencies where they are missing or differ from the lock file. Nothing else is ever downloaded.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const at = (name) => `${root}${name}`;

/** True where every package of the lock file that this platform needs stands in node_modules at its version. */
function installed() {
  const record = at('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    // Binaries for other platforms are in the lock file too; npm leaves them out, and so they may be absent.
    if (!have[path]) return entry.optional === true || entry.devOptional === true;
    return have[path].version === entry.version && existsSync(at(path));
  });
}

/** Ends the process with a plain message where Node is too old. */
export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Dragoman needs Node 20.19 or later; this is ${process.version}. Install a newer Node from nodejs.org and run again.`);
  process.exit(1);
}

/** Runs `npm ci` unless node_modules already matches package-lock.json. Ends the process with a plain message on failure. */
export function ensureInstalled() {
  ensureNode();
  if (installed()) return;
  console.error('Installing dependencies (once) ...');
  const done = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32',
  });
  if (done.status === 0) return;
  console.error('npm ci failed. Check that the npm registry can be reached (npm ping) and run again.');
  process.exit(1);
}
