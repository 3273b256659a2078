/** Titles of the three languages in plain English, as a person's record gives them. */
import { roleClasses } from './role.ts';

const DOMAINS: [string, RegExp][] = [
  ['foreign', /foreign|external affairs|dışişleri|иностранных дел|внешнеполитическ|мид\b/], ['defence', /defen[cs]e|savunma|оборон/],
  ['interior', /interior|home|içişleri|внутренних дел|мвд/], ['finance', /finance|treasury|maliye|hazine|финанс|казначейств/],
  ['economy', /econom|ekonomi|экономи/], ['energy', /energy|enerji|энергет/], ['trade', /trade|commerce|ticaret|торговл/],
  ['justice', /justice|adalet|юстиц/], ['transport', /transport|ulaştırma|транспорт/], ['health', /health|sağlık|здравоохран/],
  ['agriculture', /agricultur|tarım|сельского/], ['culture', /culture|kültür|культур/], ['security', /security|güvenlik|безопасност/],
  ['oil', /oil|petrol|нефт/], ['education', /education|eğitim|образован/],
];

const NAMES: [string, string][] = [
  ['president', 'president'], ['premier', 'prime minister'], ['monarch', 'monarch'], ['spokes', 'spokesperson'], ['ambassador', 'ambassador'],
  ['envoy', 'envoy'], ['speaker', 'speaker of parliament'], ['negotiator', 'negotiator'], ['adviser', 'adviser'], ['secretary', 'secretary-general'],
  ['lawmaker', 'member of parliament'], ['prosecutor', 'prosecutor'], ['general', 'military commander'], ['cleric', 'cleric'], ['journalist', 'journalist'],
  ['expert', 'analyst'], ['diplomat', 'diplomat'], ['leader', 'leader'], ['chief', 'head'],
];

/** `dışişleri bakanı` to `foreign minister`; an English title stays as it is; titles not told apart keep their words. */
export function roleInEnglish(role: string): string {
  if (/^[\x20-\x7e]*$/.test(role) && !/bakan|lider|elçi/.test(role)) return role;
  const set = roleClasses(role);
  const lower = role.toLowerCase();
  const domain = DOMAINS.find(([, p]) => p.test(lower))?.[0];
  const deputy = set.has('deputy') ? 'deputy ' : '';
  if (set.has('spokes')) return domain ? `${domain} ministry spokesperson` : 'spokesperson';
  if (set.has('premier')) return `${deputy}prime minister`;
  if (set.has('foreign') || set.has('defence') || set.has('minister')) return `${deputy}${domain ?? ''} minister`.replace(/\s+/g, ' ').trim();
  for (const [cls, name] of NAMES) if ((set as ReadonlySet<string>).has(cls)) return deputy + name;
  return role;
}
