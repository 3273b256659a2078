/** Declension of Russian names, nouns and adjectives by rule, over folded spelling (е for ё). */

/** Bits of a set of cases. */
export const NOM = 1, GEN = 2, DAT = 4, ACC = 8, INS = 16, PRP = 32;
export const OBLIQUE = GEN | DAT | ACC | INS | PRP;

export interface Form {
  form: string;
  cases: number;
  plural: boolean;
}

const ADJ = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$/;

/** Whether a dictionary form looks like an adjective (names in -ский among them). */
export function looksAdjective(word: string): boolean {
  return ADJ.test(word) && word.length > 4;
}

function add(out: Form[], form: string, cases: number, plural = false): void {
  out.push({ form, cases, plural });
}

/** All forms of an adjective given in any gender's nominative. */
export function adjectiveForms(word: string): Form[] {
  const stem = word.slice(0, -2);
  const soft = /(?:яя|ее)$/.test(word) || (/(?:ий)$/.test(word) && !/[кгхжшчщ]$/.test(stem));
  const velar = /[кгхжшчщ]$/.test(stem);
  const y = soft || velar ? 'и' : 'ы';
  const o = soft ? 'е' : /[жшчщ]$/.test(stem) && !/ой$/.test(word) ? 'е' : 'о';
  const out: Form[] = [];
  const [masc, neut, fem, acc] = soft ? ['ий', 'ее', 'яя', 'юю'] : [word.endsWith('ой') ? 'ой' : `${y}й`, `${o}е`, 'ая', 'ую'];
  const plural = /[ыи]е$/.test(word);
  if (!plural) {
    add(out, stem + masc, NOM | ACC);
    add(out, stem + neut, NOM | ACC);
    add(out, stem + fem, NOM);
    add(out, stem + acc, ACC);
    add(out, `${stem}${o}го`, GEN | ACC);
    add(out, `${stem}${o}му`, DAT);
    add(out, `${stem}${y}м`, INS);
    add(out, `${stem}${o}м`, PRP);
    add(out, `${stem}${o}й`, GEN | DAT | INS | PRP);
  }
  add(out, `${stem}${y}е`, NOM | ACC, true);
  add(out, `${stem}${y}х`, GEN | ACC | PRP, true);
  add(out, `${stem}${y}м`, DAT, true);
  add(out, `${stem}${y}ми`, INS, true);
  return out;
}

/** The nominative of an adjective that goes with a noun of this gender: `serbskii`, `f` to `serbskaya`. */
export function agree(masculine: string, gender: 'm' | 'f' | 'n' | 'p'): string {
  const stem = masculine.slice(0, -2);
  const soft = /ий$/.test(masculine) && !/[кгхжшчщ]$/.test(stem);
  if (gender === 'm') return masculine;
  if (gender === 'f') return stem + (soft ? 'яя' : 'ая');
  if (gender === 'n') return stem + (soft ? 'ее' : 'ое');
  return stem + (soft || /[кгхжшчщ]$/.test(stem) ? 'ие' : 'ые');
}

/** Gender of a noun in its dictionary form, by its ending; plural-only nouns give `p`. */
export function genderOf(noun: string): 'm' | 'f' | 'n' | 'p' {
  if (/(?:[ыи])$/.test(noun) || /(?:ые|ие|ане|яне)$/.test(noun) && !/(?:ание|ение)$/.test(noun)) return 'p';
  if (/[ая]$/.test(noun) || /ость$/.test(noun)) return 'f';
  if (/[оеё]$/.test(noun)) return 'n';
  return 'm';
}

function pluralForms(out: Form[], stem: string, soft: boolean): void {
  const a = soft ? 'я' : 'а';
  add(out, `${stem}${a}м`, DAT, true);
  add(out, `${stem}${a}ми`, INS, true);
  add(out, `${stem}${a}х`, PRP, true);
}

function consonantForms(word: string, stem: string, out: Form[], soft: boolean): void {
  const a = soft ? 'я' : 'а';
  const velar = /[кгхжшчщ]$/.test(stem);
  add(out, stem + a, GEN | ACC);
  add(out, stem + (soft ? 'ю' : 'у'), DAT);
  add(out, stem + (soft ? 'ем' : 'ом'), INS);
  if (/[жшчщц]$/.test(stem)) add(out, `${stem}ем`, INS);
  if (/(?:ов|ев|ин|ын)$/.test(word)) add(out, `${stem}ым`, INS);
  add(out, `${stem}е`, PRP);
  add(out, stem + (soft || velar ? 'и' : 'ы'), NOM | ACC, true);
  add(out, `${stem}ов`, GEN | ACC, true);
  if (soft || /[жшчщ]$/.test(stem)) add(out, `${stem}ей`, GEN | ACC, true);
  if (/ц$/.test(stem)) add(out, `${stem}ев`, GEN | ACC, true);
  pluralForms(out, stem, soft);
  if (/(?:ов|ев|ин|ын)$/.test(word)) {
    add(out, `${stem}ых`, GEN | ACC | PRP, true);
    add(out, `${stem}ыми`, INS, true);
  }
}

function feminineForms(word: string, out: Form[]): void {
  const stem = word.slice(0, -1);
  if (word.endsWith('ия')) {
    add(out, `${stem}и`, GEN | DAT | PRP);
    add(out, `${stem}ю`, ACC);
    add(out, `${stem}ей`, INS);
    add(out, `${stem}й`, GEN, true);
    pluralForms(out, stem, true);
    return;
  }
  const soft = word.endsWith('я');
  const y = soft || /[кгхжшчщ]$/.test(stem) ? 'и' : 'ы';
  add(out, stem + y, GEN);
  add(out, stem + y, NOM | ACC, true);
  add(out, `${stem}е`, DAT | PRP);
  add(out, stem + (soft ? 'ю' : 'у'), ACC);
  add(out, stem + (soft ? 'ей' : 'ой'), INS);
  if (/[жшчщц]$/.test(stem)) add(out, `${stem}ей`, INS);
  if (/(?:ова|ева|ина|ына)$/.test(word)) add(out, `${stem}ой`, GEN | DAT | PRP);
  add(out, soft ? `${stem}ь` : stem, GEN | ACC, true);
  if (/[^аеиоуыэюяй]к$/.test(stem)) add(out, `${stem.slice(0, -1)}ок`, GEN | ACC, true);
  pluralForms(out, stem, soft);
}

function pluralOnly(word: string, out: Form[]): void {
  const stem = word.slice(0, -1);
  if (/[ая]не$/.test(word)) {
    add(out, stem, GEN | ACC, true);
    pluralForms(out, stem, false);
    return;
  }
  const soft = word.endsWith('и') && !/[кгхжшчщ]$/.test(stem);
  add(out, stem, GEN | ACC, true);
  add(out, `${stem}ов`, GEN | ACC, true);
  add(out, `${stem}ев`, GEN | ACC, true);
  add(out, `${stem}ей`, GEN | ACC, true);
  if (soft) add(out, `${stem}й`, GEN, true);
  if (/[^аеиоуыэюяй]к$/.test(stem)) add(out, `${stem.slice(0, -1)}ок`, GEN | ACC, true);
  if (soft) add(out, `${stem}ьми`, INS, true);
  pluralForms(out, stem, soft);
}

/** All case forms of a noun or name given in its dictionary form; indeclinable words have that one form. */
export function nounForms(word: string): Form[] {
  const out: Form[] = [{ form: word, cases: NOM, plural: false }];
  const last = word.slice(-1);
  if (/[бвгджзклмнпрстфхцчшщ]/.test(last)) {
    out[0].cases = NOM | ACC;
    if (/[аеиоуы]ец$/.test(word)) consonantForms(word, `${word.slice(0, -2)}йц`, out, false);
    else if (/лец$/.test(word)) consonantForms(word, `${word.slice(0, -2)}ьц`, out, false);
    else if (/ец$/.test(word) && word.length > 4) consonantForms(word, `${word.slice(0, -2)}ц`, out, false);
    if (/[кртб]ок$|[б-т]ок$/.test(word)) consonantForms(word, `${word.slice(0, -2)}к`, out, false);
    if (/(?:авел|орел|посол|ипет)$/.test(word)) consonantForms(word, word.slice(0, -2) + word.slice(-1), out, false);
    consonantForms(word, word, out, false);
    if (/[ая]нин$/.test(word)) add(out, `${word.slice(0, -2)}е`, NOM, true);
  } else if (last === 'й') {
    const stem = word.slice(0, -1);
    consonantForms(word, stem, out, true);
    add(out, `${stem}и`, PRP);
    add(out, `${stem}ев`, GEN | ACC, true);
  } else if (last === 'ь') {
    const stem = word.slice(0, -1);
    out[0].cases = NOM | ACC;
    consonantForms(word, stem, out, true);
    add(out, `${stem}и`, GEN | DAT | PRP);
    add(out, `${stem}ью`, INS);
    if (word.endsWith('ень')) consonantForms(word, `${word.slice(0, -3)}н`, out, true);
  } else if (last === 'а' || last === 'я') {
    feminineForms(word, out);
  } else if (/(?:ств|ов|ев|ин|удн|вед)о$/.test(word)) {
    out[0].cases = NOM | ACC;
    const stem = word.slice(0, -1);
    add(out, `${stem}а`, GEN);
    add(out, `${stem}у`, DAT);
    add(out, `${stem}ом`, INS);
    add(out, `${stem}е`, PRP);
    add(out, stem, GEN, true);
    pluralForms(out, stem, false);
    add(out, `${stem}а`, NOM | ACC, true);
  } else if (/[иь]е$/.test(word)) {
    out[0].cases = NOM | ACC;
    const stem = word.slice(0, -1);
    add(out, `${stem}я`, GEN);
    add(out, `${stem}ю`, DAT);
    add(out, `${stem}ем`, INS);
    add(out, stem + (word.endsWith('ие') ? 'и' : 'е'), PRP);
    add(out, `${stem}я`, NOM | ACC, true);
    add(out, `${stem}й`, GEN, true);
    pluralForms(out, stem, true);
  } else if (last === 'ы' || last === 'и' || /[ая]не$/.test(word)) {
    out[0].cases = NOM | ACC;
    pluralOnly(word, out);
  } else {
    out[0].cases = NOM | OBLIQUE;
  }
  return out;
}

/** Forms of a common word or place name: an adjective's where it looks like one, otherwise a noun's. */
export function wordForms(word: string): Form[] {
  if (looksAdjective(word)) {
    const forms = adjectiveForms(word);
    return /[иы]е$/.test(word) && /(?:ание|ение)$/.test(word) ? nounForms(word) : forms;
  }
  return nounForms(word);
}

/** Forms of a part of a person's name, where an adjective-like ending may be either (`Dmitry`, `Lavrovsky`). */
export function nameForms(word: string): Form[] {
  if (/[иыоуюэе]$/.test(word) && !/(?:ово|ево|ино)$/.test(word)) return [{ form: word, cases: NOM | OBLIQUE, plural: false }];
  if (/(?:ский|цкий|ой|ый|ская|цкая|ая|ий)$/.test(word) && word.length > 4) {
    const forms = adjectiveForms(word).filter((f) => !/[оеы]е$/.test(f.form) || f.form === word);
    const own = forms.filter((f) => !(f.cases & NOM) || f.form === word);
    return /ий$/.test(word) && !/[сц]кий$/.test(word) ? [...own, ...nounForms(word)] : own;
  }
  return nounForms(word);
}
