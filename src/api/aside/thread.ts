/** A thread that answers questions: it reads the ledger over a connection of its own, and keeps what it made of it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { Ledger } from '../../ledger/ledger.ts';
import { makeQuestions } from '../questions.ts';
import type { Answered, Asked } from './message.ts';

const port = parentPort as MessagePort, ledger = Ledger.open(workerData as string), questions = makeQuestions(ledger);
// What most questions are answered from is there before the first is asked.
let at: Promise<unknown> = questions.warm().catch(() => {});

async function answer(path: string): Promise<void> {
  const response = await questions.request(path), body = await response.arrayBuffer();
  port.postMessage({ status: response.status, headers: [...response.headers], body } satisfies Answered, [body]);
}

function end(): void {
  ledger.close();
  port.close();
}

port.on('message', (asked: Asked) => {
  at = at.then(() => ('path' in asked ? answer(asked.path) : end()));
});
