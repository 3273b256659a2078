#!/usr/bin/env node
// npm start: installs what is missing, builds what is stale, reads the examples and serves the page.
// Arguments go to `dragoman start` (npm start -- --port 8000).
import { spawn } from 'node:child_process';
import { at, ensureInstalled } from './ensure.mjs';

ensureInstalled();
const { compile } = await import('./compile.mjs');
if (!compile()) process.exit(1);

const child = spawn(process.execPath, [at('bin/dragoman.mjs'), 'start', ...process.argv.slice(2)], { stdio: 'inherit' });
// The terminal sends an interrupt to both; a request to end that comes to one alone is passed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
