/** The Russian forms of listed words: a word is declined when a text first has one that may be its form. */
import { ACC, NOM, nameForms, wordForms } from './russian.ts';
import type { Form } from './russian.ts';

/** How a listed word takes endings: as a part of a name, as any word, or not at all. */
export type Manner = 'name' | 'word' | 'fixed';

/** A listed word that a form may belong to. */
export interface Declined {
  base: string;
  /** Bits of the cases that the form may stand in. */
  cases: number;
  plural: boolean;
}

interface Listed {
  base: string;
  manner: Manner;
  order: number;
}

interface Found extends Declined {
  order: number;
  /** The word is none of its own forms, and stands for itself where it is nobody's. */
  spare: boolean;
}

/** Endings change no more than the last three letters of a word; the letters before them, four at most, say where it is filed. */
const CHANGED = 3, FILED = 4;

const formsOf = ({ base, manner }: Listed): readonly Form[] =>
  manner === 'fixed' ? [{ form: base, cases: 63, plural: false }] : manner === 'name' ? nameForms(base) : wordForms(base);

export class Declension {
  readonly #listed = new Map<string, Listed[]>();
  readonly #formed = new Map<string, Map<string, Found[]>>();
  readonly #known = new Set<string>();

  /** Lists a word; once for each way it takes endings. */
  add(base: string, manner: Manner): void {
    const mark = `${manner} ${base}`;
    if (this.#known.has(mark)) return;
    this.#known.add(mark);
    const file = base.slice(0, Math.max(0, Math.min(FILED, base.length - CHANGED))), listed = this.#listed.get(file);
    const one = { base, manner, order: this.#known.size };
    if (listed) listed.push(one);
    else this.#listed.set(file, [one]);
    this.#formed.delete(file);
  }

  /** The listed words that a folded form may belong to, in the order in which they were listed. */
  read(form: string): Declined[] {
    const found: Found[] = [], out: Declined[] = [];
    for (let n = 0; n <= Math.min(FILED, form.length); n++) found.push(...(this.#formsUnder(form.slice(0, n))?.get(form) ?? []));
    found.sort((a, b) => a.order - b.order);
    for (const { base, cases, plural, spare } of found) {
      const known = out.find((d) => d.base === base);
      if (known) known.cases |= spare ? 0 : cases;
      else if (!spare || out.length === 0) out.push({ base, cases, plural });
    }
    return out;
  }

  #formsUnder(file: string): Map<string, Found[]> | undefined {
    let formed = this.#formed.get(file);
    const listed = this.#listed.get(file);
    if (formed || !listed) return formed;
    this.#formed.set(file, (formed = new Map()));
    for (const one of listed) {
      const { base, order } = one, forms = formsOf(one);
      for (const { form, cases, plural } of forms) put(formed, form, { base, cases, plural, order, spare: false });
      if (!forms.some((f) => f.form === base)) put(formed, base, { base, cases: NOM | ACC, plural: false, order, spare: true });
    }
    return formed;
  }
}

const put = (under: Map<string, Found[]>, form: string, found: Found): void => {
  const list = under.get(form);
  if (list) list.push(found);
  else under.set(form, [found]);
};
