import { describe, expect, it } from 'vitest';
import { bare, english, russian, turkish } from '../../../test/stories.ts';
import { additionsOf } from '../../ledger/corrections/additions.ts';
import { correct } from '../../ledger/corrections/correct.ts';
import { count } from '../../ledger/facts.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { staleCount } from '../../ledger/stale.ts';
import { contentHash } from '../../story/hash.ts';
import { loadCoder } from '../coder.ts';
import { recodeInto } from './recode.ts';

describe('recoding', () => {
  it('goes on where it was stopped, story by story, and ends with none of another version', async () => {
    const ledger = Ledger.open(':memory:'), { version } = await loadCoder();
    for (const told of [turkish, english, russian]) ledger.put(told, bare(told), 'an older coder');
    expect(await staleCount(ledger, version)).toBe(3);
    expect(await recodeInto(ledger, { limit: 1 })).toEqual({ done: 1, problems: 0, stopped: false });
    expect([ledger.coderOf(contentHash(turkish)), ledger.coderOf(contentHash(english))]).toEqual([version, 'an older coder']);
    expect(await recodeInto(ledger, { hash: contentHash(russian) })).toMatchObject({ done: 1 });
    expect(await recodeInto(ledger, {})).toMatchObject({ done: 1 });
    expect(await recodeInto(ledger, {})).toMatchObject({ done: 0 });
    expect([await staleCount(ledger, version), await count(ledger, 'event') > 0]).toEqual([0, true]);
  });

  it('after an addition to the gazetteer, first reads what has the name, and knows that the rest is out of date', async () => {
    const ledger = Ledger.open(':memory:');
    for (const told of [turkish, english, russian]) ledger.put(told, bare(told), (await loadCoder()).version);
    correct(ledger, { kind: 'add-name', code: 'TCD', lang: 'en', name: 'Toubouland', as: 'name' }, { who: 'ayla' });
    const { version } = await loadCoder(additionsOf(ledger));
    expect(await staleCount(ledger, version)).toBe(3);
    expect(await recodeInto(ledger, { words: ['Toubouland'] })).toMatchObject({ done: 0 });
    expect(await recodeInto(ledger, { words: ['Norway', 'Toubouland'] })).toMatchObject({ done: 1 });
    expect(ledger.coderOf(contentHash(english))).toBe(version);
    correct(ledger, { kind: 'undo', correction: 'k1' }, { who: 'ayla' });
    expect(additionsOf(ledger)).toBeUndefined();
  });
});
