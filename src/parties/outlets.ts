/** From which state an outlet writes. */
import type { PartyCode } from '../story/facts.ts';
import { alternatives, rows } from './tables.ts';

/** Where a story may come from: `always`, of an agency whose home goes without saying; else only of a story that names that state. */
export interface Home {
  code: PartyCode;
  always: boolean;
}

/** A host's label and a name as one: "bangkokpost" for "The Bangkok Post". */
const labelOf = (name: string): string => name.toLowerCase().replace(/^the /, '').replace(/[^\p{L}\d]+/gu, '');
/** Labels shorter than this are shared by too many. */
const SHORTEST = 5;

/** Ends that hosts add to an outlet's name ("kaieteurnewsonline"). */
const ADDED = /(?:online|news|media|live|web|tv|ng|gh|ke|gy|tt|lk|zm|zw|ug|tz)$/;

let homes: ReadonlyMap<string, Home> | undefined;
let labels: ReadonlyMap<string, PartyCode> | undefined;
let domains: ReadonlyMap<string, PartyCode> | undefined;

function load(): void {
  if (homes) return;
  const byName = new Map<string, Home>(), found = new Map<string, PartyCode>();
  for (const [code = '', agencies, papers] of rows('outlets.tsv')) {
    for (const name of alternatives(papers)) byName.set(name.toLowerCase(), { code, always: false });
    for (const name of alternatives(agencies)) byName.set(name.toLowerCase(), { code, always: true });
    for (const name of [...alternatives(agencies), ...alternatives(papers)]) if (labelOf(name).length >= SHORTEST) found.set(labelOf(name), code);
  }
  homes = byName;
  labels = found;
  domains = new Map(rows('domains.tsv').map(([code = '', domain = '']) => [domain, code] as const));
}

const byLabel = (label: string): PartyCode | undefined => labels?.get(label) ?? labels?.get(label.replace(ADDED, ''));

/**
 * The state that an outlet writes from, by its name or its host ("www.bangkokpost.com", "mofa.gov.na"); undefined for one
 * that writes from everywhere, and for one not known.
 */
export function homeOf(outlet: string): Home | undefined {
  load();
  const name = outlet.trim().toLowerCase(), known = homes?.get(name) ?? homes?.get(name.replace(/^the /, ''));
  if (known || !/^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(name)) return known;
  const parts = name.replace(/^www\./, '').split('.');
  const label = parts.map((part) => byLabel(part.replace(/^the(?=.{5})/, '').replaceAll('-', ''))).find(Boolean);
  const code = label ?? domains?.get(parts[parts.length - 1] ?? '');
  return code ? { code, always: false } : undefined;
}

/** The host of an address, where it is one. */
export function hostOf(url: string): string | undefined {
  return /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
}
