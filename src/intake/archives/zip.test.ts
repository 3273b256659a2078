/** Zip archives made to lead out of themselves, and damaged ones. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, dragoman, jsonLines } from '../../../test/command.ts';
import { plainPage, zip } from '../../../test/make/documents.ts';
import { readStories } from '../read.ts';
import type { Item } from '../read.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-zip-')), here = join(folder, 'a/b'), spool = join(folder, 'tmp');
beforeAll(built, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (n: number): string => plainPage({
  title: `Statement ${n} on the crossings`, date: '2024-05-13', outlet: 'Harbour Wire', url: `https://harbour.example/${n}`, lang: 'en',
  paragraphs: ['The foreign ministry of Norway said that talks with Chad on the border crossings would go on for another week at least.', `Officials of both sides met ${n} times on Monday, and no date was named for the signing.`],
});

/** Gives members other names: writers of archives refuse the ones wanted here. Names in bytes of the same length. */
function renamed(archive: Buffer, names: Readonly<Record<string, string>>): Buffer {
  let bytes = archive.toString('latin1');
  for (const [plain, wanted] of Object.entries(names)) bytes = bytes.replaceAll(plain, wanted);
  return Buffer.from(bytes, 'latin1');
}
/** Makes a member a symbolic link, as Info-ZIP writes one. */
function linked(archive: Buffer, name: string): Buffer {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    if (bytes.toString('latin1', at + 46, at + 46 + bytes.readUInt16LE(at + 28)) !== name) continue;
    bytes[at + 5] = 3;
    bytes.writeUInt32LE((0o120777 << 16) >>> 0, at + 38);
  }
  return bytes;
}
const under = (path: string): string[] => (readdirSync(path, { recursive: true }) as string[]).sort();

describe('paths that climb out', () => {
  it('are names and nothing else: nothing is written under them, nothing read from where they lead; what is told of them is safe', async () => {
    mkdirSync(here, { recursive: true });
    mkdirSync(spool);
    writeFileSync(join(folder, 'secret.html'), page(99));
    const absolute = join(folder, 'absolute.html'), plain = 'x'.repeat(absolute.length - 5) + '.html';
    const inner = linked(renamed(await zip({
      'up1up2up3climbed.html': page(1), [plain]: page(2), 'bk1bk2backward.html': page(3), 'link.html': '../../secret.html', 'dirl/under.html': page(4), 'dirl.lnk': folder, 'esc__31mname.html': page(5), 'C__drive.html': page(6), 'broken_name.html': '<html><p>',
    }), { 'up1up2up3': '../../../', [plain]: absolute, bk1bk2: '..\\..\\', esc__31m: 'esc\u001b[31m', C__drive: 'C:\\drive', broken_name: '../b\u0007e\u00c2\u009bn_x' }), 'link.html');
    writeFileSync(join(here, 'out.zip'), linked(inner, 'dirl.lnk'));
    writeFileSync(join(here, 'nested.zip'), await zip({ 'out.zip': linked(inner, 'dirl.lnk') }));
    const before = under(folder);
    for (const name of ['out.zip', 'nested.zip']) {
      const { code, out, err } = await dragoman(['read', name, '--json', '--ledger', join(folder, 'l.db')], { cwd: here, env: { TMPDIR: spool } });
      expect(code).toBe(1);
      const told = jsonLines<{ did: string; member: string; code?: string }>(out), prefix = name === 'nested.zip' ? 'out.zip!' : '';
      expect(told.map(({ did, member, code: why }) => [did, member.slice(prefix.length), why])).toEqual([
        '../../../climbed.html', absolute, '..\\..\\backward.html', 'dirl/under.html', 'esc\u001b[31mname.html', 'C:\\drive.html',
      ].map((member) => [prefix ? 'known' : 'added', member, undefined]).concat([['skipped', '../b\u0007e\u009bn_x.html', 'page-empty']]));
      expect(`${out}${err}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      expect(err).toContain('../b');
    }
    expect(under(folder).filter((path) => !path.startsWith('l.db'))).toEqual(before);
    const kept = await dragoman(['stories', '--json', '--ledger', join(folder, 'l.db')]);
    expect(jsonLines<{ title: string }>(kept.out).map(({ title }) => title).sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Statement ${n} on the crossings`));
  }, 60_000);
});

describe('damage', () => {
  const all = async (bytes: Buffer): Promise<Item[]> => {
    const items: Item[] = [], path = join(folder, 'damaged.zip');
    writeFileSync(path, bytes);
    for await (const item of readStories([path])) items.push(item);
    return items;
  };
  const of = (items: readonly Item[]): unknown[] => items.map(({ story, where, problems }) => [where.member, story?.title ?? problems.map(({ code }) => code)]);

  it('in one member costs that member', async () => {
    const archive = await zip({ '1.html': page(1), '2.html': page(2), '3.html': page(3) }), starts = [0, 1, 2].map((_, i) => [...archive.toString('latin1').matchAll(/PK\u0003\u0004/g)][i]?.index as number);
    for (let at = (starts[1] as number) + 40; at < (starts[2] as number) - 20; at += 37) {
      const damaged = Buffer.from(archive);
      damaged[at] = (damaged[at] as number) ^ 0x55;
      expect(of(await all(damaged))).toEqual([['1.html', 'Statement 1 on the crossings'], ['2.html', ['archive-broken']], ['3.html', 'Statement 3 on the crossings']]);
    }
  });

  it('in the directory costs what stands behind it', async () => {
    const archive = await zip({ '1.html': page(1), '2.html': page(2), '3.html': page(3) }), at = archive.lastIndexOf('PK\u0001\u0002');
    archive.fill(0, at, at + 4);
    expect(of(await all(archive))).toEqual([['1.html', 'Statement 1 on the crossings'], ['2.html', 'Statement 2 on the crossings'], [undefined, ['zip-unreadable']]]);
  });
});
