/** Tense and aspect of a verb as its form shows them, where taggers err. */
import type { Token } from '../language/doc.ts';
import { isPerfectiveFuture } from '../language/ru/aspect.ts';
import type { Lang } from '../story/story.ts';

const FUTURE: Readonly<Record<string, string>> = { Tense: 'Fut', Aspect: 'Perf' };

/** A feature of a token; the non-past of a Russian perfective verb is future. */
export const verbFeature = (t: Token, lang: Lang, name: string): string | undefined =>
  lang === 'ru' && name in FUTURE && t.upos === 'VERB' && isPerfectiveFuture(t.lower) ? FUTURE[name] : t.feat(name);
