/** The compiled kernel that adds up rows of weights with vector instructions (kernel.wat), and the memory it works in. */
import { KERNEL } from './kernel.ts';

/** Adds the rows of the first `count` features to the sums of the table at that address. */
export type Add = (table: number, count: number) => number;

// What is used of WebAssembly; Node's types leave it out.
declare const WebAssembly: undefined | {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: { add: Add } };
  validate(bytes: Uint8Array): boolean;
};

const PAGE = 65536;
let compiled: object | null | undefined;

/**
 * Memory of at least `size` bytes, all zero, with the kernel over it.
 * @param vectors false leaves the kernel out, as happens where the machine has no vectors of 128 bits
 */
export function openMemory(size: number, vectors: boolean): { buffer: ArrayBuffer; add?: Add } {
  if (vectors && typeof WebAssembly !== 'undefined') {
    if (compiled === undefined) {
      const bytes = Buffer.from(KERNEL, 'base64');
      compiled = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
    }
    if (compiled) {
      const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
      return { buffer: memory.buffer, add: new WebAssembly.Instance(compiled, { weights: { memory } }).exports.add };
    }
  }
  return { buffer: new ArrayBuffer(size) };
}
