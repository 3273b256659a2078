#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('Dragoman is not built yet. Run "npm start" (or "npm run build") once in its folder.');
  process.exit(2);
}
// Node 22 keeps what it compiled from run to run.
module.enableCompileCache?.();
await import(main.href);
