/**
 * Whom the actors of coded data sets act for: "Citizen (Nigeria)", "Barack Obama", "Security Service of Ukraine", or a
 * CAMEO actor code (`USAGOV`, `IGOUNO`). What cannot be told is UNKNOWN, never the likeliest guess.
 */
import type { PartyCode } from '../story/facts.ts';
import { isState, kindOf } from './codes.ts';
import { plainLatin } from './fold.ts';
import { partyByNameOrCode } from './lookup.ts';
import { partyOn, people } from './people.ts';
import type { Person } from './people.ts';
import { alternatives, rows } from './tables.ts';

export const UNKNOWN: PartyCode = 'UNKNOWN';

/** A party, or what gives it by the day (`YYYY-MM-DD`): people change office. */
export type ActsFor = PartyCode | ((day: string) => PartyCode);

const keyOf = (name: string): string => plainLatin(name.toLowerCase()).replace(/[^\p{L}\d]+/gu, ' ').trim();

interface Tables {
  /** Names that only data sets use, and bodies of a state. */
  bodies: Map<string, PartyCode>;
  /** Full names; a name that two people bear is nobody's. */
  people: Map<string, Person | undefined>;
  /** First and last word of a name, where only one person bears them. */
  ends: Map<string, Person | undefined>;
  /** State names and adjectives. */
  states: Map<string, PartyCode>;
  cameo: Map<string, PartyCode>;
}

let tables: Tables | undefined;

function load(): Tables {
  if (tables) return tables;
  const bodies = new Map<string, PartyCode>(), states = new Map<string, PartyCode>(), cameo = new Map<string, PartyCode>();
  for (const [code = '', , en] of rows('seats.tsv')) for (const name of alternatives(en)) if (!bodies.has(keyOf(name))) bodies.set(keyOf(name), code);
  for (const [code = '', names, adjectives] of rows('states-en.tsv')) for (const name of [...alternatives(names), ...alternatives(adjectives)]) states.set(keyOf(name), code);
  for (const [code = '', party = ''] of rows('cameo-actors.tsv')) cameo.set(code, party);
  const known = new Map<string, Person | undefined>(), ends = new Map<string, Person | undefined>();
  const add = (map: Map<string, Person | undefined>, key: string, person: Person): void => void map.set(key, map.has(key) && map.get(key) !== person ? undefined : person);
  for (const person of people()) {
    for (const name of person.names.en) {
      const key = keyOf(name), words = key.split(' ');
      add(known, key, person);
      if (words.length > 1) add(ends, `${words[0]} ${words.at(-1)}`, person);
    }
  }
  const byId = new Map(people().map((person) => [person.id, person]));
  for (const [code = '', names] of rows('actors.tsv')) {
    const person = code.startsWith('@') ? byId.get(code.slice(1)) : undefined;
    for (const name of alternatives(names)) {
      if (person) known.set(keyOf(name), person);
      else bodies.set(keyOf(name), code);
    }
  }
  return (tables = { bodies, people: known, ends, states, cameo });
}

/** Names of those who fight states: a state in their name is their battlefield, not their master. */
const ARMED = /\b(?:liberation|resistance|jihad\w*|mujah\w*|qaeda|rebels?|guerrillas?|insurgents?|separatists?|islamic (?:movement|state|front)|revolutionary (?:armed|people|alliance)|patriotic front|self defense forces of|cartel|militants?|maoists?|peoples? front|caliphate|sipah)\b/;
/** Peoples, and those who say where they are and not for whom they act. */
const LOOSE = /\b(?:people|kurds?|tribe|international|diaspora|delta|gulf|ocean|river|mission in|council on|north american|latin american)\b/;
/** What a body of a state, or one of its citizens, is called by: a person's own name ("Israel", "Jordan") has none of these. */
const BODY = new RegExp(`\\b(?:${[
  'army', 'navy', 'air', 'forces?', 'police', 'guards?', 'parliament', 'assembly', 'senate', 'seimas', 'duma', 'deputies', 'council', 'committee', 'commission', 'bank', 'court',
  'ministry', 'department', 'directorate', 'service', 'agency', 'authority', 'government', 'administration', 'party', 'unions?', 'federation', 'front', 'movement',
  'alliance', 'coalition', 'congress', 'democrats', 'association', 'corporation', 'company', 'society', 'organization', 'institute', 'university', 'radio', 'tv',
  'television', 'news', 'press', 'airlines', 'airways', 'railways', 'oil', 'gas', 'petroleum', 'security', 'defen[cs]e', 'intelligence', 'command', 'embassy',
  'chamber', 'confederation', 'league', 'broadcasting', 'exchange', 'investigative', 'rally',
].join('|')})\\b`);

/** The one state that a body's own name holds ("Armed Forces of the Republic of Armenia"); undefined where it holds none, or two. */
function stateInName(key: string, states: ReadonlyMap<string, PartyCode>): PartyCode | undefined {
  if (/^united nations\b/.test(key)) return 'UN';
  if (ARMED.test(key) || LOOSE.test(key) || !BODY.test(key)) return undefined;
  const words = key.split(' '), found = new Set<PartyCode>();
  for (let i = 0; i < words.length; i++) {
    for (let n = Math.min(4, words.length - i); n > 0; n--) {
      const code = states.get(words.slice(i, i + n).join(' '));
      // "us", "car" and "is" are words too; a state's name in full stands for itself.
      if (code && (n > 1 || (words[i] as string).length > 3)) {
        found.add(code);
        i += n - 1;
        break;
      }
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}

const PATRONYMIC = /(?:vich|vna|ovych|ivna)$/;

function personOf(key: string, { people: known, ends }: Tables): Person | undefined {
  const exact = known.get(key);
  if (exact) return exact;
  const words = key.split(' ');
  if (words.length !== 3) return undefined;
  // "Sergey Viktorovich Lavrov", "Joseph Robinette Biden": a middle name more than the gazetteer has.
  const [first = '', middle = '', last = ''] = words, person = ends.get(`${first} ${last}`);
  return person && (PATRONYMIC.test(middle) || person.names.en.some((name) => keyOf(name) === `${first} ${last}`)) ? person : undefined;
}

/** The last brackets of a name, and what stands before them. */
const BRACKETS = /^(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)?)\)+$/;

/**
 * Whom a named actor acts for. `country` is the country that the data set itself gives the actor, where it does: it
 * decides after the gazetteer's own organisations and people. Underscores count as spaces.
 */
export function partyOfActor(name: string, country?: string): ActsFor {
  const t = load(), clean = name.replaceAll('_', ' ').trim(), key = keyOf(clean);
  if (!key) return UNKNOWN;
  const listed = t.bodies.get(key) ?? partyByNameOrCode(clean);
  if (listed !== undefined) return listed;
  const brackets = BRACKETS.exec(clean);
  if (brackets?.[2]) {
    const inside = partyOfActor(brackets[2]);
    if (inside !== UNKNOWN) return inside;
  }
  const person = personOf(key, t);
  if (person) {
    const always = person.offices.every(({ code }) => code === undefined || code === person.country) ? person.country : undefined;
    return always ?? ((day) => partyOn(person, day));
  }
  if (country) {
    const state = t.bodies.get(keyOf(country)) ?? partyByNameOrCode(country);
    if (state !== undefined) return state;
  }
  return brackets ? UNKNOWN : stateInName(key, t.states) ?? UNKNOWN;
}

/**
 * Whom a CAMEO actor code stands for: a known group or organisation named anywhere in it, otherwise the country it
 * begins with. Codes of a role alone (`GOV`, `REB`) and of regions are UNKNOWN.
 */
export function partyOfCameo(code: string): PartyCode {
  const { cameo } = load();
  let country: PartyCode | undefined;
  for (let at = 0; at + 3 <= code.length; at += 3) {
    const part = code.slice(at, at + 3), party = cameo.get(part);
    const kind = party ? kindOf(party) : undefined;
    if (kind === 'org' || kind === 'group') return party as PartyCode;
    // Later parts are roles, faiths and peoples, some of them spelled like states.
    if (at === 0) country = party ?? (isState(part) ? part : undefined);
  }
  return country || UNKNOWN;
}
