import { expect, test } from 'vitest';
import type { Lang } from '../../story/story.ts';
import { prepare } from '../prepare.ts';
import { carriedDates } from './occasion.ts';
import type { ToldAct } from './occasion.ts';

/** Days carried to the acts of Chad and Mali whose words stand in the last sentence, by word; a meeting of theirs stands in the first. */
const carriedTo = (lang: Lang, text: string, word: RegExp, meeting = true): string | undefined => {
  const scene = prepare({ id: 'x', lang, date: '2024-06-12', text }, lang), { doc } = scene, last = doc.sentences.length - 1;
  const tokenOf = (sentence: number, which: RegExp): number => doc.tokens.findIndex((t) => t.sentence === sentence && which.test(t.lower));
  const act = (token: number, sentence: number, isMeeting: boolean): ToldAct => {
    const date = scene.dateOf(token);
    return { token, sentence, parties: ['TCD', 'MLI'], meeting: isMeeting, ...(date && { date }) };
  };
  const acts = [act(tokenOf(0, /^(?:met|встретил\p{L}*|görüş\p{L}*|agreed)$/u), 0, meeting), act(tokenOf(last, word), last, last === 0)];
  return carriedDates(doc, scene.dates, acts).get(1)?.from;
};

test.each<[Lang, string, RegExp]>([
  ['en', 'The president of Chad met his Malian counterpart in Bamako on Monday. After the talks the two signed a declaration.', /^signed$/],
  ['en', 'The president of Chad met his Malian counterpart in Bamako on Monday. During their two-hour meeting he thanked Mali for its help.', /^thanked$/],
  ['ru', 'Президент Чада встретился в понедельник с коллегой из Мали. По итогам переговоров стороны подписали декларацию.', /^подписали$/],
  ['ru', 'Президент Чада встретился в понедельник с коллегой из Мали. В начале беседы он поблагодарил коллегу за помощь.', /^поблагодарил$/],
  ['tr', 'Çad Cumhurbaşkanı pazartesi günü Malili mevkidaşıyla görüştü. Görüşmenin ardından iki lider bildiriyi imzaladı.', /^imzala/],
  ['tr', 'Çad Cumhurbaşkanı pazartesi günü Malili mevkidaşıyla görüştü. Görüşmede iki lider sınırı açmayı kararlaştırdı.', /^kararlaştır/],
])('What happened at a meeting happened on its day: %s: %s', (lang, text, word) => {
  expect(carriedTo(lang, text, word)).toBe('2024-06-10');
});

test.each<[Lang, string, RegExp]>([
  ['en', 'The president of Chad met his Malian counterpart in Bamako on Monday. Mali thanked Chad for its help.', /^thanked$/],
  ['en', 'The president of Chad met his Malian counterpart in Bamako on Monday. At an earlier meeting the two signed a declaration.', /^signed$/],
  ['en', 'The president of Chad met his Malian counterpart in Bamako on Monday. After the talks the two signed a declaration on Tuesday.', /^signed$/],
  ['en', 'The president of Chad met his Malian counterpart in Bamako in May. After the talks the two signed a declaration.', /^signed$/],
  ['ru', 'Президент Чада встретился в понедельник с коллегой из Мали. На прошлой встрече стороны подписали декларацию.', /^подписали$/],
  ['tr', 'Çad Cumhurbaşkanı pazartesi günü Malili mevkidaşıyla görüştü. İki lider bir toplantıda bildiriyi imzaladı.', /^imzala/],
])('Without a word that points back, with a date of its own, or after a meeting of no one day, none is carried: %s: %s', (lang, text, word) => {
  expect(carriedTo(lang, text, word)).toBeUndefined();
});

test('Only a meeting hands on its day', () => {
  expect(carriedTo('en', 'The president of Chad met his Malian counterpart in Bamako on Monday. After the talks the two signed a declaration.', /^signed$/, false)).toBeUndefined();
});

test('Talks told of after the day on which they led to something were held on that day', () => {
  expect(carriedTo('en', 'Chad and Mali agreed on Monday to a truce after talks that Algeria hosted.', /^hosted$/)).toBe('2024-06-10');
});
