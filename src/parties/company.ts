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
  const listed = (titles.has(before) || entityOf.get(before)?.known !== undefined) && between.every((w) => LISTING.has(w));
  const accompanied = between.includes('accompanied') && between.includes('by');
  return listed || accompanied ? entityOf.get(before)?.country : undefined;
}
