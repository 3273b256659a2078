#!/usr/bin/env node
// Runs a TypeScript entry point from source: node scripts/run.mjs FILE.ts [ARGS...]
import { spawn } from 'node:child_process';
import { ensureInstalled } from './ensure.mjs';

ensureInstalled();
const child = spawn(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], { stdio: 'inherit' });
child.on('exit', (code, signal) => process.exit(signal ? 1 : code ?? 1));
