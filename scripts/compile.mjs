// Builds into dist/ what is stale: src/ by tsc, with a copy of every other file (lexicons, tables); web/, the page, by Vite.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { coderVersion, walk } from './coder-version.mjs';
import { at, root } from './ensure.mjs';

const isTest = (path) => path.endsWith('.test.ts');
const isCode = (path) => path.endsWith('.ts');

/** A hash of all that goes into dist/: a build is stale when its stamp differs. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) hash.update(path).update(readFileSync(at(path)));
  for (const path of walk(at('src'))) {
    if (!isTest(path)) hash.update(`\0${path}\0`).update(readFileSync(at(`src/${path}`)));
  }
  for (const path of walk(at('models'))) hash.update(`\0${path}\0`).update(readFileSync(at(`models/${path}`)));
  return hash.digest('hex');
}

/** What the page is made of: its own files, and the code it shares with the program. */
const PAGE = ['web', 'src/words', 'src/story', 'src/ontology', 'src/ledger/corrections', 'src/parties/russian.ts'];

/** A hash of all that goes into dist/web/. */
function pageFingerprint() {
  const hash = createHash('sha256').update(readFileSync(at('package-lock.json')));
  for (const part of PAGE) {
    for (const path of isCode(part) ? [part] : walk(at(part)).map((file) => `${part}/${file}`)) if (!isTest(path)) hash.update(`\0${path}\0`).update(readFileSync(at(path)));
  }
  return hash.digest('hex');
}

/** Makes `to` equal to `from` (what `keep` names apart), file by file: each one appears whole or not at all, so that a running program never sees half. */
function mirror(from, to, keep) {
  const wanted = new Set(walk(from));
  for (const path of wanted) {
    const target = join(to, path);
    const same = existsSync(target) && statSync(target).size === statSync(join(from, path)).size
      && readFileSync(target).equals(readFileSync(join(from, path)));
    if (same) continue;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(from, path), target);
  }
  for (const path of walk(to)) if (!wanted.has(path) && !keep.test(path)) rmSync(join(to, path));
}

const standsAs = (stamp) => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : '');

/** Builds the page where it is stale. Returns false, with the builder's output printed, where that fails. */
function compilePage(quiet) {
  const stamp = at('dist/web/.stamp'), wanted = pageFingerprint();
  if (standsAs(stamp) === wanted) return true;
  if (!quiet) console.error('Building the page ...');
  const made = at(`.cache/web-${process.pid}`);
  try {
    const done = spawnSync(process.execPath, [at('node_modules/vite/bin/vite.js'), 'build', at('web'), '--outDir', made, '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' });
    if (done.status !== 0) {
      console.error(`${done.stdout}${done.stderr}`.trim());
      return false;
    }
    mirror(made, at('dist/web'), /^\.stamp$/);
    writeFileSync(stamp, wanted);
    return true;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/**
 * Builds where needed. Returns true where dist/ is whole; false where the type check failed (its output is printed;
 * the code is still put in place where `force` is set, as tests of one module need not wait for another).
 */
export function compile({ force = false, quiet = false } = {}) {
  return compileCode(force, quiet) && compilePage(quiet);
}

/** The coder's model as the command reads it: laid out for use, which takes longer to make than to read. */
function packModel(made) {
  const model = at('models/coder/coder.json.br');
  if (!existsSync(model)) return;
  const done = spawnSync(process.execPath, [join(made, 'coding/scorer/pack-main.js'), model, join(made, 'coder.bin')], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The coder's model could not be packed: ${done.stderr}`);
}

/** The languages' models without their compression, which takes a tenth of a second to undo. */
function unpackModels(made) {
  for (const path of walk(at('models'))) if (path.endsWith('/model.bin')) writeFileSync(join(made, `${dirname(path)}.model`), brotliDecompressSync(readFileSync(at(`models/${path}`))));
}

function compileCode(force, quiet) {
  const stamp = at('dist/.stamp');
  const wanted = fingerprint();
  const stands = standsAs(stamp);
  if (stands === wanted || (force && stands === `${wanted} unclean`)) return true;
  if (!quiet) console.error('Building ...');
  const made = at(`.cache/build-${process.pid}`);
  rmSync(made, { recursive: true, force: true });
  try {
    const tsc = at('node_modules/typescript/bin/tsc');
    const done = spawnSync(process.execPath, [tsc, '-p', at('tsconfig.build.json'), '--outDir', made], { cwd: root, encoding: 'utf8' });
    if (done.status !== 0) {
      if (!force) {
        console.error(`${done.stdout}${done.stderr}`.trim());
        return false;
      }
      if (!existsSync(made)) throw new Error(`The compiler left nothing behind: ${done.stdout}${done.stderr}`);
    }
    for (const path of walk(at('src'))) {
      if (isCode(path)) continue;
      mkdirSync(dirname(join(made, path)), { recursive: true });
      copyFileSync(at(`src/${path}`), join(made, path));
    }
    packModel(made);
    unpackModels(made);
    writeFileSync(join(made, 'coder.json'), `${JSON.stringify({ version: coderVersion() })}\n`);
    mirror(made, at('dist'), /^(?:\.stamp$|web\/)/);
    writeFileSync(stamp, done.status === 0 ? wanted : `${wanted} unclean`);
    return true;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
