import { describe, expect, it } from 'vitest';
import { analyze } from '../language/analyze.ts';
import type { ResolveContext } from './mention.ts';
import { homeOf, hostOf } from './outlets.ts';
import { resolveParties } from './resolve.ts';

/** The party given to whoever is named so in an English text. */
function partyOf(text: string, name: string, context: Partial<ResolveContext> = {}): string | undefined {
  const doc = analyze(text, 'en'), at = text.indexOf(name);
  const { mentions } = resolveParties(doc, { date: '2019-05-14', ...context });
  return mentions.find((m) => m.person && doc.tokens[m.first].start <= at && doc.tokens[m.last - 1].end >= at + name.length)?.parties[0];
}

describe('officials without a nation', () => {
  it.each<[string, string, string]>([
    // Whom they serve.
    ['Ghana\'s president, Kofi Adumensah, flew to Peru. A spokesman for President Adumensah, Yaw Tetteh Boam, said so.', 'Yaw Tetteh Boam', 'GHA'],
    ['Yaw Tetteh Boam, an adviser to Ghanaian Prime Minister Kofi Adumensah, flew to Peru and Chile.', 'Yaw Tetteh Boam', 'GHA'],
    ['Ghana\'s president, Kofi Adumensah, met envoys of Peru and Chile. The special assistant to the president on trade, Yaw Tetteh Boam, was there.', 'Yaw Tetteh Boam', 'GHA'],
    ['The envoy of Peru met Ghana\'s president, Kofi Adumensah. Presidential adviser Yaw Tetteh Boam was there, as was Chile\'s minister.', 'Yaw Tetteh Boam', 'GHA'],
    ['Ghana\'s president, Kofi Adumensah, said by his special adviser on media, Yaw Tetteh Boam, that Peru and Chile agreed.', 'Yaw Tetteh Boam', 'GHA'],
    // What body was told of.
    ['Chile and Peru spoke again, the Norwegian embassy in Lima said. Embassy spokesman Olav Haugstad gave no details.', 'Olav Haugstad', 'NOR'],
    ['Firing stopped at noon, according to the Ghanaian army. Brigadier Kofi Adumensah said Togo had fired first.', 'Kofi Adumensah', 'GHA'],
    // One nation for several.
    ['The talks were led by Peruvian deputy ministers Lucas Barrantes and Rosa Quilla and by Chile.', 'Rosa Quilla', 'PER'],
    ['The energy ministers of Ghana, Togo and Benin, Kofi Adumensah, Yao Kpelly and Luc Dossou, signed.', 'Luc Dossou', 'BEN'],
    ['Togo: Hon. Yao Kpelly, Minister of Defence; Ghana: Hon. Kofi Adumensah, Minister of Trade.', 'Kofi Adumensah', 'GHA'],
    ['Peru\'s foreign minister met his Ghanaian counterpart, Minister Kofi Adumensah, in Lima.', 'Kofi Adumensah', 'GHA'],
    // A department of affairs with others.
    ['Yaw Tetteh Boam, director general of the American affairs department of Ghana\'s foreign ministry, flew to Peru.', 'Yaw Tetteh Boam', 'GHA'],
    ['They met the chargé d’affaires of the Norwegian embassy in Peru, Mr. Olav Haugstad.', 'Olav Haugstad', 'NOR'],
    // Names of a shape of their own.
    ['North Korea\'s vice foreign minister Pak Gye-san met S.P. Haldor, Norway\'s envoy.', 'Pak Gye-san', 'PRK'],
  ])('%s: %s', (text, name, code) => {
    expect(partyOf(text, name)).toBe(code);
  });

  it.each<[string, string]>([
    ['Peru and Chile resumed talks. Chief facilitator Olav Haugstad introduced the envoys of Peru.', 'Olav Haugstad'],
    ['The armies of Ghana and Togo fired at each other. General Kofi Adumensah said it was over.', 'Kofi Adumensah'],
  ])('stay unknown where the text does not tell: %s', (text, name) => {
    expect(partyOf(text, name) ?? 'UNKNOWN').toBe('UNKNOWN');
  });
});

describe('where a story comes from', () => {
  it('is told by an outlet\'s name or host', () => {
    expect(homeOf('TASS')).toEqual({ code: 'RUS', always: true });
    expect(homeOf('www.bangkokpost.com')).toEqual({ code: 'THA', always: false });
    expect(homeOf('mofa.gov.na')).toEqual({ code: 'NAM', always: false });
    expect(homeOf('news.example.com')).toBeUndefined();
    expect(homeOf('Harbour Wire')).toBeUndefined();
    expect(hostOf('https://www.dailynews.gov.bw/news?id=1')).toBe('www.dailynews.gov.bw');
    expect(hostOf('no address')).toBeUndefined();
  });

  it('goes without saying in a paper\'s story that names the state, and not in one that does not', () => {
    const context = { outlet: 'The Bangkok Post' };
    expect(partyOf('Thailand and Laos opened a bridge. Foreign Minister Somsri Kaewta thanked Laos and Vietnam.', 'Somsri Kaewta', context)).toBe('THA');
    expect(partyOf('Peru and Laos opened talks. Foreign Minister Somsri Kaewta thanked Laos and Peru.', 'Somsri Kaewta', context) ?? 'UNKNOWN').toBe('UNKNOWN');
    expect(partyOf('Namibia and Laos opened talks. Foreign Minister Somsri Kaewta thanked Laos.', 'Somsri Kaewta', { url: 'https://www.mirco.gov.na/1' })).toBe('NAM');
  });
});
