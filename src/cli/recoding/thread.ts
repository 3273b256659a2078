/** A worker thread: stories in, their facts out. It has nothing to do with a ledger. */
import { parentPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Coder } from '../../ledger/recode.ts';
import { loadCoder } from '../coder.ts';
import type { Given, Taken } from './message.ts';

const port = parentPort as MessagePort;
let coder: Promise<Coder> = loadCoder();

port.on('message', (given: Given) => {
  if ('additions' in given) coder = loadCoder(given.additions);
  else void coder.then(({ code }) => port.postMessage({ n: given.n, outcome: code(given.story, given.where) } satisfies Taken));
});
