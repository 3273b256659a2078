/** Reporting words of a language, read from `src/language/<lang>/reporting.tsv`. */
import { readFileSync } from 'node:fs';
import type { Lang } from '../../story/story.ts';
import type { Speech } from './types.ts';

export type Stance = Speech['stance'];

/** One reporting word. */
export interface Cue {
  lemma: string;
  stance: Stance;
  frames: ReadonlySet<string>;
  /** For a phrase: the words after the first (en, ru) or before the last (tr). */
  rest: readonly string[];
}

export interface ReportingWords {
  /** Verb forms (en, ru) or last stems (tr) to the entries they may belong to. */
  verbs: ReadonlyMap<string, readonly Cue[]>;
  nouns: ReadonlyMap<string, Cue>;
  /** First words of phrases ("according to", "по словам"). */
  phrases: ReadonlyMap<string, readonly Cue[]>;
  /** Adverbs and impersonal forms without a speaker. */
  evidentials: ReadonlyMap<string, Cue>;
  /** Turkish predicates of opinion ("görüşünde"). */
  predicates: ReadonlyMap<string, Cue>;
  /** Turkish nouns of saying before "göre". */
  sayings: ReadonlyMap<string, Cue>;
  /** People who speak without a name, offices, and class nouns of outlets. */
  sources: ReadonlySet<string>;
  roles: ReadonlySet<string>;
  classes: ReadonlySet<string>;
}

const EN_IRREGULAR: Record<string, string[]> = {
  say: ['said', 'saying', 'says'], tell: ['told'], write: ['wrote', 'written', 'writing'], think: ['thought'], hold: ['held'], find: ['found'], swear: ['swore', 'sworn', 'swearing'],
  show: ['shown'], foresee: ['foresaw', 'foreseen'], make: ['made', 'making', 'makes'], go: ['went', 'going', 'goes', 'gone'], spell: ['spelt', 'spelled', 'spells'], learn: ['learnt'],
  forecast: ['forecast'], quip: ['quipped', 'quipping'], rebut: ['rebutted'], deny: ['denies', 'denied'], reply: ['replied', 'replies'], imply: ['implied', 'implies'],
  testify: ['testified', 'testifies'], certify: ['certified', 'certifies'], verify: ['verified', 'verifies'], decry: ['decried', 'decries'], notify: ['notified', 'notifies'],
  rule: ['ruled', 'rules', 'ruling'], point: ['pointed', 'points', 'pointing'],
};

const englishForms = (verb: string): string[] => {
  const base = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const regular = [verb, `${verb}s`, `${base}ed`, `${base}ing`];
  if (/(?:s|sh|ch|x)$/.test(verb)) regular.push(`${verb}es`);
  if (/(?:ll|mit|cur)$/.test(verb)) regular.push(`${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`);
  if (verb === 'admit') regular.push('admitted', 'admitting');
  return [...regular, ...(EN_IRREGULAR[verb] ?? [])];
};

/** Past, participle and common present forms of a Russian infinitive; what it over-generates is no word. */
const russianForms = (infinitive: string): string[] => {
  const reflexive = infinitive.endsWith('ся');
  const bare = reflexive ? infinitive.slice(0, -2) : infinitive;
  const stem = bare.replace(/ть$|чь$|ти$/, '');
  const out = [`${stem}л`, `${stem}ла`, `${stem}ло`, `${stem}ли`, `${stem}в`, `${stem}вший`, `${stem}вшая`, `${stem}вшие`, bare];
  if (/овать$/.test(bare)) {
    const s = bare.slice(0, -5);
    out.push(`${s}ует`, `${s}уют`, `${s}уя`, `${s}ующий`);
  } else if (/(?:а|я)ть$/.test(bare)) out.push(`${stem}ет`, `${stem}ют`, `${stem}я`, `${stem}ющий`, `${stem}ющая`, `${stem}ющие`);
  else if (/ить$/.test(bare)) {
    const s = stem.slice(0, -1);
    out.push(`${s}ит`, `${s}ят`, `${s}ат`, `${s}ил`);
  } else if (/еть$/.test(bare)) out.push(`${stem.slice(0, -1)}ит`, `${stem}ет`, `${stem}ют`);
  else if (/нуть$/.test(bare)) out.push(`${stem.slice(0, -1)}ет`, `${stem.slice(0, -1)}ут`);
  return reflexive ? out.map((f) => (/[аеиоуыэюя]$/.test(f) ? `${f}сь` : `${f}ся`)) : out;
};

const cache = new Map<Lang, ReportingWords>();

/** The reporting words of a language; read once. */
export const reportingWords = (lang: Lang): ReportingWords => {
  const known = cache.get(lang);
  if (known) return known;
  const verbs = new Map<string, Cue[]>();
  const nouns = new Map<string, Cue>();
  const phrases = new Map<string, Cue[]>();
  const evidentials = new Map<string, Cue>();
  const predicates = new Map<string, Cue>();
  const sayings = new Map<string, Cue>();
  const [sources, roles, classes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const put = (map: Map<string, Cue[]>, key: string, cue: Cue): void => {
    const list = map.get(key);
    if (!list) map.set(key, [cue]);
    else if (!list.some((c) => c.lemma === cue.lemma)) list.push(cue);
  };
  const text = readFileSync(new URL(`../../language/${lang}/reporting.tsv`, import.meta.url), 'utf8');
  for (const line of text.split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [head, pos, stance, frames, extra] = line.split('\t').map((x) => x.trim());
    const further = (extra ?? '').split('|').filter(Boolean);
    for (const name of head.split('|')) {
      const words = name.toLowerCase() === name ? name.split(' ') : [name.toLowerCase()];
      const cue: Cue = { lemma: head.split('|')[0], stance: stance as Stance, frames: new Set((frames ?? '').split(',')), rest: [] };
      switch (pos) {
        case 'v': {
          if (lang === 'tr') put(verbs, words.at(-1) as string, { ...cue, rest: words.slice(0, -1) });
          else {
            const forms = lang === 'en' ? englishForms(words[0]) : russianForms(words[0]);
            for (const f of new Set([...forms, ...further])) put(verbs, f, { ...cue, rest: words.slice(1) });
          }
          break;
        }
        case 'n':
        case 'noun':
          for (const f of [words.join(' '), ...further, ...(lang === 'en' ? [`${name}s`] : [])]) nouns.set(f, cue);
          break;
        case 'phr': put(phrases, words[0], { ...cue, rest: words.slice(1) }); break;
        case 'pass':
        case 'adv':
          for (const f of [...(pos === 'adv' || further.length === 0 ? [words.join(' ')] : []), ...further]) evidentials.set(f, cue);
          break;
        case 'pred': predicates.set(name, cue); break;
        case 'say': sayings.set(name, cue); break;
        case 'src': for (const f of [...words, ...further]) sources.add(f); break;
        case 'role': for (const f of [...words, ...further]) roles.add(f); break;
        case 'cls': for (const f of [...words, ...further]) classes.add(f); break;
        default: break;
      }
    }
  }
  const out: ReportingWords = { verbs, nouns, phrases, evidentials, predicates, sayings, sources, roles, classes };
  cache.set(lang, out);
  return out;
};
