/** Claims side by side: what each speaker says of a party or a dyad, rival readings together. */
import { CLAIM_KINDS } from '../story/facts.ts';
import type { PartyCode } from '../story/facts.ts';
import { lacking } from '../story/remark.ts';
import type { Remark } from '../story/remark.ts';
import { WEIGHTED } from './acts.ts';
import { dayNumber } from './calendar.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import type { RelationClaim, Window } from './event.ts';
import { stanceOf } from './stance.ts';
import type { Stance } from './stance.ts';

export const readings = {
  name: 'readings',
  question: 'Who says what about it, and which readings are rivals?',
  inputs: ['claims about the parties'],
  parameters: [
    { name: 'span', about: 'claims so near each other in time are set side by side', default: 30, unit: 'days', least: 0, most: 10_000, whole: true },
    WEIGHTED,
  ],
  outputs: [
    { name: 'groups', about: 'claims of one time, by stance, kind and speaker; rival where one speaker takes it to go well and another ill' },
    { name: 'stance', about: 'favourable, unfavourable, even (both) or none, by the words of the claim' },
    { name: 'speakers', about: 'each speaker with the claims by stance, and which they are', unit: 'claims' },
  ],
  source: 'kinds of claims: the rules of coding; stance by a word list (src/relations/stance.tsv)',
} as const satisfies Declaration;

export type ReadingsParameters = ParametersOf<typeof readings>;

export interface Reading {
  claim: RelationClaim;
  stance: Stance;
  /** The same speaker's same stance in other stories of the group. */
  again: string[];
}

export interface ReadingGroup {
  from: string;
  to: string;
  rival: boolean;
  readings: Reading[];
}

export interface Readings {
  thin?: string;
  lack?: Remark;
  groups: ReadingGroup[];
  /** `because` are the claims' ids. */
  speakers: { speaker: string; claims: number; stances: Partial<Record<Stance, number>>; because: string[] }[];
}

const STANCES: readonly Stance[] = ['favourable', 'even', 'unfavourable', 'none'];
/** What nobody in particular says is no one's reading in particular. */
const UNNAMED = 'unnamed';

/** Sets the claims about all of the parties in a window side by side, the latest group last. */
export function readingsOf(claims: readonly RelationClaim[], about: readonly PartyCode[], window: Window, { span }: ReadingsParameters): Readings {
  const own = claims.filter((claim) => claim.day >= window.from && claim.day <= window.to && about.every((party) => claim.about.includes(party)))
    .sort((x, y) => (x.day === y.day ? (x.id < y.id ? -1 : 1) : x.day < y.day ? -1 : 1));
  const groups: RelationClaim[][] = [];
  for (const claim of own) {
    const last = groups.at(-1), before = last?.at(-1);
    if (last && before && dayNumber(claim.day) - dayNumber(before.day) <= span) last.push(claim);
    else groups.push([claim]);
  }
  const speakers = new Map<string, Readings['speakers'][number]>();
  const sided = groups.map((group): ReadingGroup => {
    const found: Reading[] = [];
    for (const claim of group) {
      const stance = stanceOf(claim.cite?.evidence ?? '');
      const same = found.find((one) => claim.speaker !== UNNAMED && one.claim.speaker === claim.speaker && one.stance === stance && one.claim.kind === claim.kind);
      if (same) same.again.push(claim.id);
      else found.push({ claim, stance, again: [] });
      const speaker = speakers.get(claim.speaker) ?? { speaker: claim.speaker, claims: 0, stances: {}, because: [] };
      speaker.claims++;
      speaker.stances[stance] = (speaker.stances[stance] ?? 0) + 1;
      speaker.because.push(claim.id);
      speakers.set(claim.speaker, speaker);
    }
    const saying = (stance: Stance): string[] => found.filter((one) => one.stance === stance).map(({ claim }) => claim.speaker);
    const well = saying('favourable'), ill = saying('unfavourable');
    return {
      from: (group[0] as RelationClaim).day, to: (group.at(-1) as RelationClaim).day,
      rival: well.some((speaker) => ill.some((other) => other !== speaker || speaker === UNNAMED)),
      readings: found.sort((x, y) => STANCES.indexOf(x.stance) - STANCES.indexOf(y.stance)
        || CLAIM_KINDS.findIndex((kind) => kind === x.claim.kind) - CLAIM_KINDS.findIndex((kind) => kind === y.claim.kind) || (x.claim.day < y.claim.day ? -1 : 1)),
    };
  });
  return {
    ...(!own.length && lacking('lack.claims')), groups: sided,
    speakers: [...speakers.values()].sort((x, y) => y.claims - x.claims || (x.speaker < y.speaker ? -1 : 1)),
  };
}
