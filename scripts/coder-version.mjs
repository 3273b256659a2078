// The coder's version: the package's, and a hash of its code, lexicons and models. The build writes it down; a run from source makes it anew.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './ensure.mjs';

/** Every file under a folder, relative to it, in a fixed order. */
export function walk(folder, prefix = '') {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return names.flatMap((entry) => {
    const path = prefix + entry.name;
    return entry.isDirectory() ? walk(join(folder, entry.name), `${path}/`) : [path];
  });
}

/** What coding depends on: a story is worth coding anew when this has changed, and not when the page has. */
const CODER = ['story', 'language', 'parties', 'coding', 'ontology'];
const isPart = (path) => !path.endsWith('.test.ts') && !/(?:^|\/)(?:train|fit)\//.test(path);
/** Where the hash of the models is remembered: they are large, and change seldom. */
const REMEMBERED = '.cache/models.json';

/** A hash of the models, taken again where one has another size or time than when it was taken last. */
function modelsHash() {
  const paths = walk(at('models')), seen = paths.map((path) => (({ size, mtimeMs }) => `${path} ${size} ${mtimeMs}`)(statSync(at(`models/${path}`)))).join('\n');
  try {
    const before = JSON.parse(readFileSync(at(REMEMBERED), 'utf8'));
    if (before.seen === seen) return before.hash;
  } catch {
    // none was taken yet
  }
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(at(`models/${path}`)));
  const found = hash.digest('hex'), own = at(`${REMEMBERED}-${process.pid}`);
  try {
    mkdirSync(at('.cache'), { recursive: true });
    writeFileSync(own, JSON.stringify({ seen, hash: found }));
    renameSync(own, at(REMEMBERED));
  } catch {
    // a folder that cannot be written to: it is taken again the next time
  }
  return found;
}

/** The version of the coder in this folder. */
export function coderVersion() {
  const hash = createHash('sha256');
  for (const folder of CODER) {
    for (const path of walk(at(`src/${folder}`))) if (isPart(path)) hash.update(`\0${folder}/${path}\0`).update(readFileSync(at(`src/${folder}/${path}`)));
  }
  hash.update(modelsHash());
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return `builtin ${version}+${hash.digest('hex').slice(0, 8)}`;
}
