/** A worker thread: documents in, stories with their facts out. It reads the ledger and writes nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Doc } from '../../intake/source.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { makeWork } from './work.ts';
import type { WorkOptions } from './work.ts';

const { options, path } = workerData as { options: WorkOptions; path?: string };
const port = parentPort as MessagePort, ledger = path === undefined ? undefined : Ledger.open(path), work = makeWork(options, ledger);

port.on('message', ({ n, doc }: { n: number; doc: Omit<Doc, 'bytes'> & { bytes: Uint8Array } }) => {
  const { bytes } = doc;
  void work({ ...doc, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }).then((reads) => port.postMessage({ n, reads }));
});
