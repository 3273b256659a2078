/** dragoman brief: what the record says of a party or a pair, cited. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { toFilter } from '../../ledger/ask.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { composeBrief } from '../../brief/compose.ts';
import { briefHtml } from '../../brief/html.ts';
import { briefMarkdown } from '../../brief/markdown.ts';
import { readBlocs } from '../../relations/blocs.ts';
import type { Lang } from '../../story/story.ts';
import { partyNames } from '../party-names.ts';
import { write } from '../sink.ts';
import { jsonLine, print } from '../terminal.ts';

export interface BriefOptions {
  from?: string;
  to?: string;
  out?: string[];
  format?: 'markdown' | 'html';
  /** The language that the brief is written in. */
  lang?: Lang;
  json: boolean;
}

const USAGE = 2;
const isHtml = (file: string): boolean => /^\.html?$/i.test(extname(file));

/** Writes the brief to standard output, or to files as their endings say. Returns the exit code. */
export async function brief(given: readonly string[], path: string, { from, to, out = [], format, lang = 'en', json }: BriefOptions): Promise<number> {
  const ledger = Ledger.open(path);
  try {
    const names = await partyNames('needed', ledger, lang), asked = given.length === 2 ? { pair: [...given] } : { party: [...given] };
    const { filter, refusals } = toFilter('event', { ...asked, from, to }, names);
    for (const { field, message } of refusals) process.stderr.write(`dragoman: ${field === 'party' || field === 'pair' ? '' : `--${field}: `}${message}\n`);
    if (refusals.length) return USAGE;
    const parties = filter.pair ?? (filter.parties?.slice(0, 1) as [string] | undefined);
    if (!parties || (filter.pair && filter.pair[0] === filter.pair[1])) {
      process.stderr.write('dragoman: name one party, or two that differ\n');
      return USAGE;
    }
    const { blocs } = readBlocs(readFileSync(new URL('../../relations/blocs.tsv', import.meta.url), 'utf8'));
    const made = await composeBrief({ parties, lang, ...(filter.from && { from: filter.from }), ...(filter.to && { to: filter.to }) }, { ledger, blocs, name: names.name });
    if (json) await print(jsonLine(made));
    else if (out.length === 0) await write([format === 'html' ? await briefHtml(made) : briefMarkdown(made)], undefined);
    else for (const file of out) await write([(format ? format === 'html' : isHtml(file)) ? await briefHtml(made) : briefMarkdown(made)], file);
    return 0;
  } finally {
    ledger.close();
  }
}
