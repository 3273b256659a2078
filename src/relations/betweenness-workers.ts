/** Betweenness over several threads: each takes some of the sources. The graph is shared, not copied. Runs as built, in dist/. */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { betweennessFrom } from './betweenness.ts';
import type { Network } from './network.ts';

interface Task {
  network: Network;
  weighted: boolean;
  /** Sources are every `step`-th from `first` on, so that dense and thin ones are spread. */
  first: number;
  step: number;
}

const sharing = <T extends Int32Array | Float64Array>(from: T): T => {
  const Kind = from.constructor as new (buffer: SharedArrayBuffer) => T, to = new Kind(new SharedArrayBuffer(from.byteLength));
  to.set(from as never);
  return to;
};

function* every(first: number, step: number, end: number): Generator<number> {
  for (let i = first; i < end; i += step) yield i;
}

/** Betweenness of every party, by number, computed by so many threads (as many as there are processors). Throws what a thread throws. */
export async function betweennessInWorkers(network: Network, weighted: boolean, threads = availableParallelism()): Promise<Float64Array> {
  const shared: Network = { parties: [], rows: sharing(network.rows), columns: sharing(network.columns), weights: sharing(network.weights) };
  const parts = await Promise.all(Array.from({ length: threads }, (_, first) => new Promise<Float64Array>((resolve, reject) => {
    const task: Task = { network: shared, weighted, first, step: threads };
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once('message', resolve).once('error', reject);
  })));
  const totals = new Float64Array(network.parties.length);
  for (const part of parts) part.forEach((value, i) => (totals[i] += value / 2));
  return totals;
}

if (!isMainThread && (workerData as Partial<Task> | null)?.network && parentPort) {
  const { network, weighted, first, step } = workerData as Task;
  parentPort.postMessage(betweennessFrom(network, every(first, step, network.rows.length - 1), weighted));
}
