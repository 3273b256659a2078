/** Offices as the page words them in Turkish and Russian, put together from their parts. */
import { describe, expect, it } from 'vitest';
import { composer } from '../../web/src/words/offices/compose.ts';
import { allCodes, kindOf } from '../parties/codes.ts';
import { partyName } from '../parties/lookup.ts';
import { people } from '../parties/people.ts';
import { LANGS } from '../story/story.ts';
import type { PartyLine } from './schemas/views.ts';

const parties = allCodes().map((code): PartyLine => ({ code, kind: kindOf(code), events: 0, names: Object.fromEntries(LANGS.map((lang) => [lang, partyName(code, lang)])) as PartyLine['names'] }));
const tr = composer('tr', parties), ru = composer('ru', parties);

describe('an office', () => {
  it.each([
    ['president', 'cumhurbaşkanı', 'президент'], ['foreign minister', 'dışişleri bakanı', 'министр иностранных дел'], ['youth and sports minister', 'gençlik ve spor bakanı', 'министр по делам молодёжи и спорта'],
    ['enlargement commissioner', 'genişleme komiseri', 'комиссар по расширению'], ['ambassador to the United States', 'ABD nezdinde büyükelçi', 'посол в США'], ['ambassador to France', 'Fransa nezdinde büyükelçi', 'посол во Франции'],
    ['ambassador to Ukraine', 'Ukrayna nezdinde büyükelçi', 'посол на Украине'], ['ambassador to NATO', 'NATO nezdinde büyükelçi', 'посол при НАТО'], ['special envoy for the Middle East', 'Orta Doğu özel temsilcisi', 'специальный посланник по Ближнему Востоку'],
    ['special representative for Armenia and Azerbaijan', 'Ermenistan ve Azerbaycan özel temsilcisi', 'специальный представитель по Армении и Азербайджану'],
    ['deputy head of the monitoring mission in Ukraine', 'Ukrayna izleme misyonu başkan yardımcısı', 'заместитель главы наблюдательной миссии на Украине'], ['first deputy speaker of parliament', 'meclis birinci başkan yardımcısı', 'первый заместитель спикера парламента'],
    ['acting special representative for Libya', 'Libya özel temsilci vekili', 'исполняющий обязанности специального представителя по Ливии'], ['foreign policy adviser to the prime minister', 'başbakan dış politika danışmanı', 'советник премьер-министра по внешней политике'],
    ['minister of state for human rights', 'insan haklarından sorumlu devlet bakanı', 'государственный министр по правам человека'], ['commander of the Black Sea fleet', 'Karadeniz Filosu komutanı', 'командующий Черноморским флотом'],
    ['commander of the aerospace force of the Revolutionary Guards', 'Devrim Muhafızları hava-uzay kuvvetleri komutanı', 'командующий воздушно-космическими силами Корпуса стражей исламской революции'],
    ['daughter of the leader', 'liderin kızı', 'дочь лидера'], ['retired ambassador', 'emekli büyükelçi', 'отставной посол'], ['security expert', 'güvenlik uzmanı', 'эксперт по безопасности'], ['former national security adviser', 'eski ulusal güvenlik danışmanı', 'бывший советник по национальной безопасности'], ['spokesperson of Zeta', 'Zeta sözcüsü', 'официальный представитель Zeta'],
  ])('%s', (role, turkish, russian) => expect([tr(role), ru(role)]).toEqual([turkish, russian]));

  it('of which nothing is known stays as it is', () => expect([tr('keeper of the seals'), ru('hovercraft eel'), tr('minister of quux'), ru('')]).toEqual([undefined, undefined, undefined, undefined]));

  it('is worded for nearly everybody whom the gazetteer knows, and never half in English', () => {
    const roles = people().flatMap(({ offices }) => offices.map(({ role }) => role)), left = roles.filter((role) => tr(role) === undefined || ru(role) === undefined);
    expect([left.length / roles.length < 0.01, left.slice(0, 20)]).toEqual([true, expect.any(Array)]);
    const English = /\b(?:of|for|the|and|minister|secretary|head|director|chief|deputy|commissioner|envoy|council|committee|department|office|party)\b/;
    for (const role of new Set(roles)) for (const said of [tr(role), ru(role)]) expect([role, said && English.test(said)]).toEqual([role, said && false]);
  });
});
