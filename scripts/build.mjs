#!/usr/bin/env node
// npm run build: src/ to dist/, where it is stale.
import { ensureInstalled } from './ensure.mjs';

ensureInstalled();
const { compile } = await import('./compile.mjs');
process.exit(compile() ? 0 : 1);
