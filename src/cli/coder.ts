/** The coder as the command line reaches it: loaded when it is first needed, its faults in words a person can act on. */
import { readFileSync } from 'node:fs';
import { versionWith } from '../ledger/corrections/additions.ts';
import type { Coder } from '../ledger/recode.ts';
import type { Additions } from '../parties/additions.ts';
import { problem } from '../story/errors.ts';

/** From source: the same script by which the build names its coder. */
const SCRIPT = '../../scripts/coder-version.mjs';
let version: Promise<string> | undefined;

/** A hash of the coder's rules, lexicons and models: as the build wrote it beside the code, or taken where it runs from its source. */
async function ownVersion(): Promise<string> {
  if (import.meta.url.endsWith('.ts')) return ((await import(new URL(SCRIPT, import.meta.url).href)) as { coderVersion(): string }).coderVersion();
  return (JSON.parse(readFileSync(new URL('../coder.json', import.meta.url), 'utf8')) as { version: string }).version;
}

/** The version of the built-in coder, with what the ledger's gazetteer has besides the listed. */
export const coderVersion = async (additions?: Additions): Promise<string> => versionWith(await (version ??= ownVersion()), additions);

/**
 * Loads the built-in coder; its models follow with the first story of each language.
 * @param additions what the ledger's gazetteer has besides the listed; part of the version
 */
export async function loadCoder(additions?: Additions): Promise<Coder> {
  const { codeStory, UnsupportedLanguage } = await import('../coding/engine.ts');
  return {
    version: await coderVersion(additions),
    code(story, where) {
      try {
        return { coded: codeStory(story, additions) };
      } catch (error) {
        if (error instanceof UnsupportedLanguage) return { problem: problem('unsupported-language', where, { given: error.lang }) };
        return { problem: problem('coder-failed', where, { why: error instanceof Error ? error.message : String(error) }) };
      }
    },
  };
}
