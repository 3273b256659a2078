/** How much of a text an extractor found: precision and recall over 4-word shingles with their counts, as scrapinghub's article-extraction-benchmark counts them. */

export interface Share {
  precision: number;
  recall: number;
  f1: number;
}

const harmonic = (precision: number, recall: number): number => (precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall));

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [], all = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const shingle = words.slice(i, i + 4).join(' ');
    if (shingle) all.set(shingle, (all.get(shingle) ?? 0) + 1);
  }
  return all;
}

/** Scores one text against what a person marked. */
export function shingleShare(found: string, truth: string): Share {
  const a = shingles(truth), b = shingles(found);
  let hit = 0, wanted = 0, given = 0;
  for (const [shingle, n] of a) (wanted += n), (hit += Math.min(n, b.get(shingle) ?? 0));
  for (const n of b.values()) given += n;
  const precision = given ? hit / given : wanted ? 0 : 1, recall = wanted ? hit / wanted : 1;
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** The mean of precision and of recall over pages, and the F1 of the two means. */
export function overall(pages: readonly Share[]): Share {
  const mean = (of: (share: Share) => number): number => pages.reduce((sum, share) => sum + of(share), 0) / (pages.length || 1);
  const precision = mean((share) => share.precision), recall = mean((share) => share.recall);
  return { precision, recall, f1: harmonic(precision, recall) };
}
