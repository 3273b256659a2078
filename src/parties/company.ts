/** Whose an official without a nation is, by those named beside: a title before his own, or whom he accompanies. */
import type { PartyCode } from '../story/facts.ts';
import type { Entity } from './entities.ts';
import { LISTING } from './nations.ts';
import type { NameSpan } from './names.ts';
import type { Phrase, Scene } from './phrase.ts';

/** What the text has settled so far. */
export interface Settled {
  names: readonly NameSpan[];
  titles: ReadonlyMap<NameSpan, readonly Phrase[]>;
  entityOf: ReadonlyMap<NameSpan, Entity>;
}

const POSTED = /\b(?:ambassador|high commissioner|charge d'affaires|consul general|nuncio)\b/;
/** The one accompanied stands before, in the accusative. */
const ACCOMPANY = new Set(['сопровождал', 'сопровождала', 'сопровождали', 'сопровождает', 'сопровождают']);
const firstOf = (list: readonly Phrase[]): number => Math.min(...list.map((p) => p.first));

/** "Kuwait's Deputy Prime Minister, Minister of Foreign Affairs X", "his Kuwaiti counterpart, Minister X": a title right before, without a name of its own. */
export function titleBefore(scene: Scene, phrases: readonly Phrase[], list: readonly Phrase[]): PartyCode | undefined {
  const at = firstOf(list), mark = scene.words[at - 1]?.key;
  if (mark !== ',' && mark !== 'and' && mark !== 'и' && mark !== 've') return undefined;
  const before = phrases.find((p) => p.last === at - 1);
  return before && (before.cls === 'office' || before.cls === 'counterpart') && !before.name && !before.plural ? before.owners[0]?.party?.code : undefined;
}

/** "Sudan's army chief X, his deputy Y and intelligence head Z", "X was accompanied by the Minister of Health, Y": of one side. */
export function besideOf(scene: Scene, { names, titles, entityOf }: Settled, name: NameSpan, list: readonly Phrase[]): PartyCode | undefined {
  let k = names.indexOf(name) - 1;
  while (k >= 0 && !entityOf.has(names[k])) k--;
  const before = names[k], first = firstOf(list), { words } = scene;
  if (!before || first > name.first || before.last >= first || words[before.first].sentence !== words[name.first].sentence) return undefined;
  const between = words.slice(before.last, first).map((w) => w.key);
  // "The Italian ambassador to Libya X and Interior Minister Y": the one posted meets his hosts
  const posted = titles.get(before)?.find((p) => POSTED.test(p.role));
  if (posted && !list.some((p) => POSTED.test(p.role))) return between.includes('and') ? posted.objects[0]?.party?.code : undefined;
  const told = entityOf.get(before);
  const named = told?.known !== undefined || (scene.doc.lang === 'en' && told?.role !== undefined);
  const listed = (titles.has(before) || named) && between.every((w) => LISTING.has(w));
  const accompanied = (between.includes('accompanied') && between.includes('by')) || between.some((w) => ACCOMPANY.has(w));
  return listed || accompanied ? told?.country : undefined;
}
