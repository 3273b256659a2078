/** The coder as the command line reaches it: loaded when it is first needed, its faults in words a person can act on. */
import { readFileSync } from 'node:fs';
import { versionWith } from '../ledger/corrections/additions.ts';
import type { Coder } from '../ledger/recode.ts';
import type { Additions } from '../parties/additions.ts';
import { problem } from '../story/errors.ts';

/** What the build wrote beside the code; a run from source has none. */
function builtVersion(): string {
  try {
    return (JSON.parse(readFileSync(new URL('../coder.json', import.meta.url), 'utf8')) as { version: string }).version;
  } catch {
    return 'builtin from source';
  }
}

/**
 * Loads the built-in coder; its models follow with the first story of each language.
 * @param additions what the ledger's gazetteer has besides the listed; part of the version
 */
export async function loadCoder(additions?: Additions): Promise<Coder> {
  const { codeStory, UnsupportedLanguage } = await import('../coding/engine.ts');
  return {
    version: versionWith(builtVersion(), additions),
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
