/** Reads coded stories (the gold format) and says which candidates of a scene they confirm. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Candidate } from '../candidates.ts';
import { isSymmetric } from '../candidates.ts';
import type { Scene } from '../scene.ts';
import type { Lang, Story } from '../../story/story.ts';
import type { ClaimKind, Direction, EventType, Factuality, PersonRecord, TieDomain, TieKind } from '../../story/facts.ts';
import type { Label } from '../lexicon.ts';

export interface GoldEvent {
  type: EventType;
  source: string;
  source_person?: string;
  target: string;
  target_person?: string;
  mutual?: boolean;
  from?: string;
  to?: string;
  factuality: Factuality;
  attributed_to?: string;
  happening?: string;
  evidence: string;
}

export interface GoldStory extends Story {
  lang: Lang;
  persons: PersonRecord[];
  events: GoldEvent[];
  claims: { speaker: string; kind: ClaimKind; about: string[]; evidence: string }[];
  ties: { a: string; b: string; domain: TieDomain; kind: TieKind; evidence: string }[];
  trends: { a: string; b: string; direction: Direction; from?: string; to?: string; evidence: string }[];
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where outside data lies: DRAGOMAN_DATA, or `../shared` beside the repository. */
export const dataFolder = (): string => process.env.DRAGOMAN_DATA ?? fileURLToPath(new URL('../shared', `file://${root}`));

export const readGold = (file: string): GoldStory[] =>
  readFileSync(file, 'utf8').split('\n').filter((l) => l.trim()).map((l) => JSON.parse(l) as GoldStory);

/** The repository's own coded stories, in file order. */
export const ownStories = (): GoldStory[] => {
  const folder = `${root}training`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((f) => f.endsWith('.jsonl')).sort().flatMap((f) => readGold(`${folder}/${f}`));
};

/** Those that are news stories, not a sentence or two for a construction's sake. */
export const newsStories = (): GoldStory[] => ownStories().filter(({ id }) => !id.startsWith('short'));

const CYRILLIC: Record<string, string> = { а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' };
const fold = (s: string): string => s.replace(/ı/g, 'i').replace(/İ/g, 'i').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  .replace(/[а-яё]/g, (c) => CYRILLIC[c] ?? c).replace(/[^a-z0-9]+/g, ' ').trim();
const last = (s: string): string => s.split(' ').at(-1) ?? '';

/** Whether two names of one story mean the same person or body: the rule of the scoring script. */
export const sameName = (story: GoldStory, a: string | undefined, b: string | undefined): boolean => {
  const x = fold(a ?? ''), y = fold(b ?? '');
  if (!x || !y) return !x && !y;
  if (x === y || last(x) === last(y)) return true;
  return story.persons.some((p) => {
    const names = p.names.map(fold);
    const hit = (n: string) => names.some((m) => m === n || last(m) === last(n));
    return hit(x) && hit(y);
  });
};

/** Sentences of the scene that an evidence string covers by half or more. */
export const sentencesOf = (scene: Scene, evidence: string): number[] => {
  const start = scene.doc.text.indexOf(evidence);
  if (start < 0) return [];
  const end = start + evidence.length;
  return scene.doc.sentences.filter((s) => Math.min(s.end, end) - Math.max(s.start, start) > (s.end - s.start) / 2).map((s) => s.i);
};

/** One gold fact, reduced to what a candidate is compared with. */
export interface GoldFact {
  label: string;
  a: string;
  b: string;
  aPerson?: string;
  bPerson?: string;
  either: boolean;
  sentences: Set<number>;
  event?: GoldEvent;
}

export const goldLabel = (label: Label): string =>
  label.is === 'event' ? label.type : label.is === 'tie' ? `tie:${label.domain}` : `trend:${label.direction}`;

export const goldFacts = (scene: Scene, story: GoldStory): GoldFact[] => {
  const at = (evidence: string) => new Set(sentencesOf(scene, evidence));
  return [
    ...story.events.map((e): GoldFact => ({
      label: e.type, a: e.source, b: e.target, ...(e.source_person ? { aPerson: e.source_person } : {}), ...(e.target_person ? { bPerson: e.target_person } : {}),
      either: e.type === 'CONSULT' || e.type === 'AGREE' || e.type === 'COOPERATE' || e.mutual === true, sentences: at(e.evidence), event: e,
    })),
    ...story.ties.map((t): GoldFact => ({ label: `tie:${t.domain}`, a: t.a, b: t.b, either: ['alliance', 'dispute', 'integration'].includes(t.kind), sentences: at(t.evidence) })),
    ...story.trends.map((t): GoldFact => ({ label: `trend:${t.direction}`, a: t.a, b: t.b, either: true, sentences: at(t.evidence) })),
  ];
};

/** The gold fact that a candidate states, if any: in its sentence, or `anywhere` in the story. */
export const confirms = (c: Candidate, facts: readonly GoldFact[], anywhere = false): GoldFact | undefined => {
  const name = goldLabel(c.label);
  return facts.find((f) => f.label === name && (anywhere || f.sentences.has(c.trigger.sentence))
    && ((f.a === c.source.party && f.b === c.target.party) || ((f.either || isSymmetric(c.label)) && f.a === c.target.party && f.b === c.source.party)));
};
