/** Offices in the reader's language: as the vocabulary has them whole, or by their parts. */
import { useParties } from './parties.tsx';
import type { Parties } from './parties.tsx';
import { shown } from '../../../src/story/shown.ts';
import { useWords } from '../words.ts';
import type { Words } from '../words.ts';

const TO = /^ambassador to (?:the )?(.+)$/;

function officeIn(role: string, { term, lang }: Words, { rows, name }: Parties): string {
  const whole = term('office', role);
  if (lang === 'en' || whole !== role) return shown(whole);
  const country = TO.exec(role)?.[1], party = country && rows.find(({ names }) => names.en === country)?.code;
  return shown(country ? `${term('office', 'ambassador')} (${party ? name(party) : country})` : role);
}

export function useOffice(): (role: string) => string {
  const words = useWords(), parties = useParties();
  return (role) => officeIn(role, words, parties);
}
