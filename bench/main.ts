/**
 * Speed and memory, shown by programs that anyone can run; each `*.bench.ts` beside this file is one.
 *
 *   npm run bench                 all of them, one after the other, each in a process of its own
 *   npm run bench -- NAME ...     those named (`npm run bench -- coder` runs `coder.bench.ts`)
 *   npm run bench -- --list       their names
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const all = readdirSync(folder).filter((name) => name.endsWith('.bench.ts')).map((name) => name.slice(0, -'.bench.ts'.length)).sort();
const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('--'));
const unknown = wanted.filter((name) => !all.includes(name));

if (args.includes('--list')) process.stdout.write(`${all.join('\n')}\n`);
else if (unknown.length) {
  process.stderr.write(`No benchmark is called ${unknown.join(', ')}. There are: ${all.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length ? wanted : all) {
    process.stdout.write(`\n== ${name}\n`);
    // a process of its own: no benchmark warms or fills the memory of the next
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', `${folder}${name}.bench.ts`], { stdio: 'inherit', cwd: fileURLToPath(new URL('..', import.meta.url)) });
    if (status !== 0) process.exitCode = 1;
  }
}
