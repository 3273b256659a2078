/**
 * CAMEO event codes (Schrodt 2012) and what each is in PLOVER, from `cameo.tsv`: by code, and by the words that ICEWS
 * writes instead of it.
 */
import { readFileSync } from 'node:fs';
import { EVENT_TYPES, MODES } from '../story/facts.ts';
import type { EventType, Mode } from '../story/facts.ts';

export interface CameoCode {
  code: string;
  /** As the codebook words it. */
  name: string;
  /** Undefined for statements (root 01), which PLOVER does not type. */
  type: EventType | undefined;
  mode: Mode | undefined;
  /** Goldstein's scale: -10 to 10. */
  intensity: number;
}

interface Tables {
  byCode: Map<string, CameoCode>;
  byName: Map<string, CameoCode>;
}

/** Letters only: wordings differ in capitals, underscores, hyphens and commas. */
const keyOf = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, ' ').trim();

let tables: Tables | undefined;

function load(): Tables {
  if (tables) return tables;
  const byCode = new Map<string, CameoCode>(), byName = new Map<string, CameoCode>();
  for (const line of readFileSync(new URL('./cameo.tsv', import.meta.url), 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [code = '', type, mode, intensity, names = ''] = line.split('\t');
    const all = names.split(';');
    const entry: CameoCode = {
      code, name: all[0] as string, type: EVENT_TYPES.find((one) => one === type), mode: MODES.find((one) => one === mode), intensity: Number(intensity),
    };
    byCode.set(code, entry);
    for (const name of all) byName.set(keyOf(name), entry);
  }
  return (tables = { byCode, byName });
}

/** Every code of the table, in its order. */
export const cameoCodes = (): readonly CameoCode[] => [...load().byCode.values()];

/** A code as data sets write it (`042`, `1823`); undefined where CAMEO has none such. */
export const cameoByCode = (code: string): CameoCode | undefined => load().byCode.get(code);

/** A code by ICEWS's words for it ("Make_a_visit", "Use conventional military force"). */
export const cameoByName = (name: string): CameoCode | undefined => load().byName.get(keyOf(name));
