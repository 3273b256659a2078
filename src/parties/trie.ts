/** A tree over word sequences, for finding all listed phrases at a position in one walk. */
export class Trie<T> {
  readonly next = new Map<string, Trie<T>>();
  values: T[] | undefined;

  /** The node at the end of a path of keys, made where it is missing. */
  at(keys: readonly string[]): Trie<T> {
    let node: Trie<T> = this;
    for (const key of keys) {
      let child = node.next.get(key);
      if (!child) {
        child = new Trie<T>();
        node.next.set(key, child);
      }
      node = child;
    }
    return node;
  }

  add(keys: readonly string[], value: T): void {
    const node = this.at(keys);
    (node.values ??= []).push(value);
  }
}
