#!/usr/bin/env node
// npm test: installs what is missing, checks types, builds, runs every test; the last line says how it went.
// Arguments go to vitest (npm test -- src/ledger).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { at, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
const { compile } = await import('./compile.mjs');
const { line } = await import('./reporter.mjs');

mkdirSync(at('.cache'), { recursive: true });
const file = at(`.cache/counts-${process.pid}.json`);
const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

const tsc = at('node_modules/typescript/bin/tsc');
const types = ['tsconfig.json', 'web/tsconfig.json'].reduce((worst, project) => Math.max(worst, node([tsc, '--noEmit', '-p', at(project)])), 0);
if (types === 0) console.log('types: clean');
compile({ force: true });
const status = node([at('node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)], { DRAGOMAN_COUNTS: file });
const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
rmSync(file, { force: true });
// Unclean types count as one failed test, as does a run that ended badly without naming one.
if (types !== 0) counts.failed++;
if (status !== 0 && counts.failed === 0) counts.failed++;
console.log(line(counts));
process.exit(counts.failed === 0 ? 0 : 1);
