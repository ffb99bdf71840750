import { parentPort, workerData } from 'node:worker_threads';
import { parseSource } from './parse-source.ts';

// The thread in which source.ts has the file of an edition read: it answers once and ends.

parentPort?.postMessage(parseSource(workerData as string));
