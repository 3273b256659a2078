/** The tags a model knows: parts of speech, feature bundles and, for the parser, what a bundle says of case and verb. */
import { BundleTree } from './bundles.ts';
import { mix } from './hash.ts';

/** `Case=Acc|Number=Sing` to pairs; `_` to none. */
export function parseFeats(feats: string): [string, string][] {
  if (feats === '_' || feats === '') return [];
  return feats.split('|').map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
  });
}

/** Index of an attribute's value; 0 where the bundle lacks it. */
export interface Attribute {
  readonly name: string;
  /** First of its classes in the feature model; class `offset` is its absence. */
  readonly offset: number;
  readonly values: readonly string[];
}

export class Tagset {
  readonly upos: readonly string[];
  /** Whole feature strings, UD order. */
  readonly bundles: readonly string[];
  /** Bundles seen with each part of speech. */
  readonly byUpos: readonly Int32Array[];
  readonly attributes: readonly Attribute[];
  readonly featClasses: number;
  /** For each bundle, the classes of the values it has, and of their absence elsewhere: `present[k]` against `absent[k]`. */
  readonly present: readonly Int32Array[];
  readonly absent: readonly Int32Array[];
  /** The class of absence that stands against each class. */
  readonly against: Int32Array;
  /** The bundles of each part of speech, to be searched. */
  readonly trees: readonly BundleTree[];
  readonly caseId: Int32Array;
  readonly verb: Int32Array;
  readonly agreement: Int32Array;
  readonly #uposIndex = new Map<string, number>();
  readonly #bundleIndex = new Map<string, number>();

  constructor(upos: readonly string[], bundles: readonly string[], byUpos: readonly (readonly number[])[]) {
    this.upos = upos;
    this.bundles = bundles;
    this.byUpos = byUpos.map((list) => Int32Array.from(list));
    upos.forEach((tag, i) => this.#uposIndex.set(tag, i));
    bundles.forEach((bundle, i) => this.#bundleIndex.set(bundle, i));
    const values = new Map<string, string[]>();
    for (const bundle of bundles) {
      for (const [name, value] of parseFeats(bundle)) {
        const known = values.get(name);
        if (!known) values.set(name, ['', value]);
        else if (!known.includes(value)) known.push(value);
      }
    }
    const attributes: Attribute[] = [];
    let offset = 0;
    for (const name of [...values.keys()].sort()) {
      const list = values.get(name) ?? [];
      attributes.push({ name, offset, values: list });
      offset += list.length;
    }
    this.attributes = attributes;
    this.featClasses = offset;
    const present: Int32Array[] = [];
    const absent: Int32Array[] = [];
    this.caseId = new Int32Array(bundles.length);
    this.verb = new Int32Array(bundles.length);
    this.agreement = new Int32Array(bundles.length);
    bundles.forEach((bundle, i) => {
      const pairs = new Map(parseFeats(bundle));
      const has: number[] = [];
      const lacks: number[] = [];
      for (const attribute of attributes) {
        const value = pairs.get(attribute.name);
        if (value === undefined) continue;
        has.push(attribute.offset + attribute.values.indexOf(value));
        lacks.push(attribute.offset);
      }
      present.push(Int32Array.from(has));
      absent.push(Int32Array.from(lacks));
      const index = (name: string): number => {
        const attribute = attributes.find((a) => a.name === name);
        const value = pairs.get(name);
        return attribute && value !== undefined ? attribute.values.indexOf(value) : 0;
      };
      this.caseId[i] = index('Case') + (index('Number[psor]') ? 100 : 0);
      this.verb[i] = mix(index('VerbForm') + 10 * index('Voice'), index('Mood') + 20 * index('Tense'));
      this.agreement[i] = mix(index('Person') + 10 * index('Gender'), index('Number'));
    });
    this.present = present;
    this.absent = absent;
    this.against = Int32Array.from(attributes.flatMap((a) => a.values.map(() => a.offset)));
    this.trees = this.byUpos.map((list) => new BundleTree(list, present));
  }

  uposId(tag: string): number {
    return this.#uposIndex.get(tag) ?? -1;
  }

  bundleId(feats: string): number {
    return this.#bundleIndex.get(feats) ?? -1;
  }
}
