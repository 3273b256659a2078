/** The coder's version: it changes with its rules and models, and with nothing else. */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { built, root } from '../../test/command.ts';
import { coderVersion } from './coder.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-coder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is the same from source as built', async () => {
  await built();
  const { version } = JSON.parse(readFileSync(join(root, 'dist/coder.json'), 'utf8')) as { version: string };
  expect(await coderVersion()).toBe(version);
  expect(version).toMatch(/^builtin \d+\.\d+\.\d+\+[0-9a-f]{8}$/);
  expect(await coderVersion({ parties: [], names: [], offices: [] } as never)).not.toBe(version);
}, 300_000);

it('follows a rule, a lexicon and a model, and no test and nothing of the page', async () => {
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  const files = ['src/coding/rule.ts', 'src/parties/data/names.tsv', 'models/en/tagger.bin', 'src/coding/rule.test.ts', 'src/coding/fit/main.ts', 'web/src/main.tsx'];
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), 'as it was\n');
  }
  const { coderVersion: own } = (await import(pathToFileURL(join(folder, 'scripts/coder-version.mjs')).href)) as { coderVersion(): string };
  const seen = [own(), own()];
  for (const file of files) {
    appendFileSync(join(folder, file), 'and more\n');
    seen.push(own());
  }
  expect(seen.map((version) => seen.indexOf(version))).toEqual([0, 0, 2, 3, 4, 4, 4, 4]);
});
