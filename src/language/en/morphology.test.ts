import { describe, expect, it } from 'vitest';
import { stemKey } from './morphology.ts';

describe('stemKey, English', () => {
  const words: [string, string[]][] = [
    ['accuse', ['accused', 'accuses', 'accusing']], ['deny', ['denies', 'denied', 'denying']], ['plan', ['planned', 'planning', 'plans']],
    ['call', ['called', 'calling']], ['meet', ['met', 'meets', 'meeting']], ['withdraw', ['withdrew', 'withdrawn', 'withdrawing']],
    ['agree', ['agreed', 'agrees', 'agreeing']], ['criticise', ['criticize', 'criticized', 'criticising']], ['use', ['used', 'using', 'uses']],
    ['strike', ['struck', 'strikes', 'striking']], ['seize', ['seized', 'seizing']], ['condemn', ['condemned', 'condemning']],
    ['travel', ['traveled', 'travelled', 'travelling']], ['need', ['needed', 'needs']], ['exceed', ['exceeded']], ['tie', ['tied', 'ties']],
  ];
  it.each(words)('%s', (base, forms) => {
    for (const form of forms) expect(stemKey(form), form).toBe(stemKey(base));
  });
  it('keeps nouns in -ing as they are', () => {
    expect(stemKey('meetings', 'n')).toBe(stemKey('meeting', 'n'));
    expect(stemKey('meeting', 'n')).not.toBe(stemKey('meet', 'n'));
  });
  it('survives any string', () => {
    for (const odd of ['', "'s", '\udc00', 's'.repeat(1000)]) expect(typeof stemKey(odd)).toBe('string');
  });
});
