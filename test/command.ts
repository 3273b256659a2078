/** The real command, built and run as a process of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const lock = `${root}.cache/build.lock`;
const LEFT_BEHIND = 120_000;

/** Builds dist/ where it is stale; several test files may ask at once, and one builds. */
export async function built(): Promise<void> {
  mkdirSync(`${root}.cache`, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > LEFT_BEHIND) rmdirSync(lock);
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    const { compile } = (await import(`${root}scripts/compile.mjs`)) as { compile: (how: { force: boolean; quiet: boolean }) => boolean };
    compile({ force: true, quiet: true });
  } finally {
    rmdirSync(lock);
  }
}

export interface Ran {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

export interface How {
  input?: string | Buffer;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Ends the process with SIGKILL after so many milliseconds. */
  killAfter?: number;
}

/** How far the work had come, of which only a slow machine is told. */
const PROGRESS = /^[\d,]+ [^\n]*, [\d.,]+ a second[^\n]*, at [^\n]*\n/gm;

/** Runs `dragoman ARGS`. Resolves when it has ended, however it did. */
export function dragoman(args: readonly string[], { input, env, cwd = root, killAfter }: How = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${root}bin/dragoman.mjs`, ...args], { cwd, env: { ...process.env, NO_COLOR: '1', ...env } });
    const out: Buffer[] = [], err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8').replace(PROGRESS, '') });
    });
    // The command may end before it has read all of its input.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}

/** Standard output as JSON lines. */
export const jsonLines = <T = Record<string, unknown>>(text: string): T[] =>
  text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);
