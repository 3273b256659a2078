/** A tree over word sequences, for finding all listed phrases at a position in one walk. */
export class Trie<T> {
  #next: Map<string, Trie<T>> | undefined;
  values: T[] | undefined;

  /** Whether no path goes on from here. */
  get isLeaf(): boolean {
    return this.#next === undefined;
  }

  /** The node that a key leads to, if any. */
  child(key: string): Trie<T> | undefined {
    return this.#next?.get(key);
  }

  /** The node at the end of a path of keys, made where it is missing. */
  at(keys: readonly string[]): Trie<T> {
    let node: Trie<T> = this;
    for (const key of keys) {
      let child = node.child(key);
      if (!child) (node.#next ??= new Map()).set(key, (child = new Trie<T>()));
      node = child;
    }
    return node;
  }

  add(keys: readonly string[], value: T): void {
    const node = this.at(keys);
    (node.values ??= []).push(value);
  }
}
