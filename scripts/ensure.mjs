// Installs dependencies where they are missing or older than the lock file. Nothing else is ever downloaded.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const at = (name) => `${root}${name}`;

/** Runs `npm ci` unless node_modules already matches package-lock.json. Ends the process with a plain message on failure. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Dragoman needs Node 20.19 or later; this is ${process.version}. Install a newer Node from nodejs.org and run again.`);
    process.exit(1);
  }
  const wanted = createHash('sha256').update(readFileSync(at('package-lock.json'))).digest('hex');
  const stamp = at('node_modules/.dragoman-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing dependencies (once) ...');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error('npm ci failed. Check that the npm registry can be reached and run again.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
