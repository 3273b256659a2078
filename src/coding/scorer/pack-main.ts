/** Part of the build: `node pack-main.js FROM TO` packs the coder's model, so that the command starts sooner. */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { packModel } from './packed.ts';
import type { StoredModel } from './model.ts';

const [from = '', to = ''] = process.argv.slice(2);
writeFileSync(to, packModel(JSON.parse(brotliDecompressSync(readFileSync(from)).toString('utf8')) as StoredModel));
