/** Threads of the program's own modules, as built or, where it runs from its source, by the compiler that runs it. */
import { Worker } from 'node:worker_threads';

/** The compiler of the tests and of programs run from source; Node's own `--import` does not reach threads that a test runner starts. */
const TSX = '../node_modules/tsx/dist/esm/api/index.mjs';

/** Starts a thread of the module `name` (without its ending) that stands beside the one at `from` (its `import.meta.url`). */
export function startThread(name: string, from: string, workerData: unknown): Worker {
  if (!from.endsWith('.ts')) return new Worker(new URL(`${name}.js`, from), { workerData });
  const [tsx, module] = [new URL(TSX, import.meta.url), new URL(`${name}.ts`, from)].map(({ href }) => JSON.stringify(href));
  return new Worker(`import(${tsx}).then(({ register }) => (register(), import(${module})));`, { eval: true, workerData });
}
