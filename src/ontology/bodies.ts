/**
 * The domain in which membership of a body binds: an alliance militarily, a customs union economically, a court by law; of
 * all others, politically.
 */
import type { TieDomain } from '../story/facts.ts';

export const DOMAINS: readonly [TieDomain, string][] = [
  ['military', 'NATO CSTO AUKUS'],
  ['economic', 'EAEU WTO D8 G20 IMF WB OECD APEC MERCOSUR CEMAC UEMOA ADB AIIB EBRD BSEC'],
  ['energy', 'OPEC IEA'],
  ['legal', 'ICC ICJ PCA ECHR'],
];
const domains = new Map(DOMAINS.flatMap(([domain, codes]) => codes.split(' ').map((code) => [code, domain] as const)));

export const membershipDomain = (body: string): TieDomain => domains.get(body) ?? 'political';
