/** Whose act a known person's is, where a title in the text and the list of offices differ. */
import type { PartyCode } from '../story/facts.ts';
import { isState } from './codes.ts';
import { partyName } from './lookup.ts';
import type { Person } from './people.ts';
import { officeOn, serves } from './people.ts';
import type { Phrase } from './phrase.ts';
import { roleInEnglish } from './role-english.ts';

/** Offices that are held for whoever sends: "ASEAN's special envoy", though he is a minister of Brunei. */
const ENVOY = /\b(?:envoy|special representative|mediator|coordinator|facilitator)\b/;
const NATIONALITY = /^(?:\S+ )?(?:diplomat|politician|statesman|дипломат|политик|diplomatı?|siyasetçi|politikacı)$/;

/** Whether the party a title names goes before the one a known person is listed under. */
export function overrules(list: readonly Phrase[], owner: PartyCode, known: Person, listed: PartyCode, date: string, salient: ReadonlySet<string>): boolean {
  if (owner === listed || list.some((p) => p.owners.some((o) => o.party?.code === listed))) return false;
  // "Former president of Kenya" who mediates for a body the story does not name.
  if (owner === known.country && !salient.has(listed)) return true;
  // "The leader of the Palestinian movement Hamas".
  if (list.some((p) => p.former) || (!isState(listed) && listed === known.country && salient.has(listed))) return false;
  // "Senegal's president" who also chairs the African Union that year.
  if (owner === known.country) return list.some((p) => p.cls === 'office' || p.cls === 'counterpart') && serves(known, owner, date);
  if (known.offices.some((o) => o.code === listed) || (listed === 'TRNC' && (owner === 'CYP' || owner === 'TUR'))) return false;
  // "The chairman of the committee on the CIS" sits in a parliament.
  const office = officeOn(known, date);
  // The office is the one listed: "Türk heyetinin Başbakan X ile ...".
  if (office && !office.code && isState(listed) && list.some((p) => roleInEnglish(p.role) === office.role)) return false;
  // "President X, who chairs CARICOM", "the chairman of the committee on the CIS": still of the own state.
  if (office && !office.code && !isState(owner)) return list.some((p) => ENVOY.test(p.role) && p.owners[0]?.party?.code === owner && p.owners[0].suffix === 's');
  // "The Serb member of the presidency" of Bosnia
  if ((owner === 'SRB' || owner === 'HRV') && (known.country === 'BIH' || known.country === 'RS')) return false;
  // "The Norwegian diplomat X" may serve a body.
  if (list.every((p) => NATIONALITY.test(p.role))) return false;
  // "The speaker of the House of Representatives" names no nation; "the special envoy for Syria" names the post.
  const named = list.some((p) => p.owners[0]?.party && p.owners[0].party.sort !== 'body');
  const post = office?.role ?? '';
  return named && !(/envoy|representative|ambassador|mediator/.test(post) && (known.country !== listed || !isState(listed) || post.includes(partyName(owner, 'en'))));
}
