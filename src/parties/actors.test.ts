import { describe, expect, it } from 'vitest';
import { partyOfActor, partyOfCameo } from './actors.ts';
import type { ActsFor } from './actors.ts';

const on = (acts: ActsFor, day = '2014-06-01'): string => (typeof acts === 'string' ? acts : acts(day));

describe('actors of coded data sets', () => {
  it.each([
    ['Citizen_(Nigeria)', 'NGA'], ['Other Authorities / Officials (Russia)', 'RUS'], ["Police (Cote d'Ivoire)", 'CIV'], ['Citizen (Vatican City State))', 'VAT'],
    ['Head of Government (Palestinian Territory, Occupied)', 'PSE'], ['Militant (Boko Haram)', 'BOKOHARAM'], ['Combatant (Al Qaeda)', 'ALQAEDA'],
    ['China', 'CHN'], ['North_Atlantic_Treaty_Organization', 'NATO'], ['UN Security Council', 'UN'], ['European Parliament', 'EU'], ['Congo', 'COG'], ['Northern Ireland', 'GBR'],
    ['Barack_Obama', 'USA'], ['Sergey Viktorovich Lavrov', 'RUS'], ['François Hollande', 'FRA'], ['Gen Prayut Chan-o-cha', 'THA'],
    ['Security Service of Ukraine', 'UKR'], ['Armed Forces of the Republic of Armenia', 'ARM'], ['Verkhovna Rada', 'UKR'], ['Royal Thai Police', 'THA'],
    ['United Nations Mission in Liberia', 'UN'], ['Revolutionary Armed Forces of Colombia', 'FARC'],
  ])('%s acts for %s', (name, party) => expect(on(partyOfActor(name))).toBe(party));

  it.each(['Middle East', 'Citizen (Africa)', 'Media Personnel (International)', 'Amnesty International', 'Fula people', 'Israel Ramírez Pineda', 'National Patriotic Front of Liberia',
    'Movement for the Emancipation of the Niger Delta', 'Jane Q. Nobody', ''])('%s is not guessed', (name) => expect(on(partyOfActor(name))).toBe('UNKNOWN'));

  it('change sides with their office', () => {
    const mogherini = partyOfActor('Federica Mogherini');
    expect([on(mogherini, '2014-06-01'), on(mogherini, '2015-06-01')]).toEqual(['ITA', 'EU']);
  });

  it('take the country that the data set gives them where the gazetteer has no better word', () => {
    expect(on(partyOfActor('Jane Q. Nobody', 'Kenya'))).toBe('KEN');
    expect(on(partyOfActor('Boko Haram', 'Nigeria'))).toBe('BOKOHARAM');
    expect(on(partyOfActor('Jane Q. Nobody', 'Atlantis'))).toBe('UNKNOWN');
  });
});

describe('CAMEO actor codes', () => {
  it.each([
    ['USA', 'USA'], ['USAGOV', 'USA'], ['RUSMIL', 'RUS'], ['IGOUNO', 'UN'], ['IGOEUREEC', 'EU'], ['AFGINSTAL', 'TALIBAN'], ['ROM', 'ROU'], ['PALGOV', 'PSE'], ['PSEREBHMS', 'HAMAS'], ['WST', 'WEST'],
    ['GOV', 'UNKNOWN'], ['REB', 'UNKNOWN'], ['AFR', 'UNKNOWN'], ['SEA', 'UNKNOWN'], ['XXX', 'UNKNOWN'], ['US', 'UNKNOWN'], ['', 'UNKNOWN'],
  ])('%s is %s', (code, party) => expect(partyOfCameo(code)).toBe(party));
});
