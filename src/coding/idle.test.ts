import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { prepare } from './prepare.ts';

const triggersIn = (lang: Lang, text: string): string[] => {
  const { doc, triggers } = prepare({ id: 'x', lang, date: '2024-05-01', text }, lang);
  return [...new Set(triggers.map((t) => doc.tokens[t.token]?.form ?? ''))];
};

test('Words within the name of a body, and set phrases, name no act', () => {
  expect(triggersIn('en', 'She opened the session of the Mediation and Security Council.')).not.toContain('Mediation');
  expect(triggersIn('en', 'He represented Kenya at the summit of Heads of State.')).not.toContain('Heads');
  expect(triggersIn('tr', 'Umman geçen hafta İran ile görüştü.')).toEqual(['görüştü']);
  expect(triggersIn('tr', 'Umman ile İran arasındaki ticaret giderek büyüyor.')).not.toContain('giderek');
});

test('The same words name one where they stand for themselves', () => {
  expect(triggersIn('en', 'Omani mediation between Iran and the United States bore fruit.')).toContain('mediation');
  expect(triggersIn('tr', "Umman Dışişleri Bakanı Tahran'a giderek mevkidaşıyla görüştü.")).toContain('giderek');
});
